//! How an object is read and written, member by member.

use super::about;
use serde::de::{Error, MapAccess};

/// What happens to the members that a type does not list.
pub(crate) trait Unlisted {
    /// What is kept of such a member's name.
    type Name;

    fn name<E: Error>(name: &str, listed: &'static [&'static str]) -> Result<Self::Name, E>;

    fn read<'de, A: MapAccess<'de>>(&mut self, name: Self::Name, map: &mut A) -> Result<(), A::Error>;
}

/// Keeps the value of a member; a second one of the same name is an error.
pub(crate) fn fill<T, E: Error>(slot: &mut Option<T>, name: &'static str, value: Result<T, E>) -> Result<(), E> {
    match value {
        Ok(value) if slot.is_none() => *slot = Some(value),
        Ok(_) => return Err(E::duplicate_field(name)),
        Err(error) => return Err(about(name, error)),
    }
    Ok(())
}

/// Reads and writes a struct as a JSON object, and as nothing else: an array is refused.
///
/// Each line is a member: its name in JSON, its field, and what its absence means.
macro_rules! object {
    (
        $name:ident, unlisted: $policy:ty $(, in $rest:ident)?, {
            $($wire:literal => $field:ident: $presence:ident),* $(,)?
        } $(, any of: $([$($needed:ident: $kind:ident),*])|+)?
    ) => {
        const _: () = {
            const LISTED: &[&str] = &[$($wire),*];

            #[allow(non_camel_case_types, reason = "a variant is named like its field")]
            enum ObjectKey {
                $($field,)*
                Unlisted(<$policy as support::Unlisted>::Name),
            }

            struct ObjectKeyVisitor;

            impl serde::de::Visitor<'_> for ObjectKeyVisitor {
                type Value = ObjectKey;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("the name of a member")
                }

                fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<ObjectKey, E> {
                    match name {
                        $($wire => Ok(ObjectKey::$field),)*
                        _ => <$policy as support::Unlisted>::name(name, LISTED).map(ObjectKey::Unlisted),
                    }
                }
            }

            impl<'de> serde::Deserialize<'de> for ObjectKey {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_identifier(ObjectKeyVisitor)
                }
            }

            struct ObjectVisitor;

            impl<'de> serde::de::Visitor<'de> for ObjectVisitor {
                type Value = $name;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(concat!("an object (", stringify!($name), ")"))
                }

                fn visit_map<ObjectMap: serde::de::MapAccess<'de>>(
                    self,
                    mut map: ObjectMap,
                ) -> Result<$name, ObjectMap::Error> {
                    $(let mut $field = None;)*
                    let mut unlisted = <$policy>::default();
                    loop {
                        match map.next_key()? {
                            $(Some(ObjectKey::$field) => {
                                support::fill(&mut $field, $wire, support::$presence::read(&mut map))?;
                            })*
                            Some(ObjectKey::Unlisted(name)) => support::Unlisted::read(&mut unlisted, name, &mut map)?,
                            None => break,
                        }
                    }
                    let object = $name {
                        $($field: $field.map_or_else(|| support::$presence::absent($wire), Ok)?,)*
                        $($rest: unlisted,)?
                    };
                    $(if !($((true $(&& support::$kind::is_present(&object.$needed))*))||+) {
                        return Err(serde::de::Error::custom(concat!(
                            "one of these must be present:", $(" ", stringify!($($needed),*)),+
                        )));
                    })?
                    Ok(object)
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_map(ObjectVisitor)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let count = 0usize $(+ usize::from(support::$presence::is_present(&self.$field)))* $(+ self.$rest.len())?;
                    #[allow(unused_mut, reason = "an object may list no members")]
                    let mut map = serde::Serializer::serialize_map(serializer, Some(count))?;
                    $(support::$presence::write(&mut map, $wire, &self.$field)?;)*
                    $(for (name, value) in &self.$rest {
                        serde::ser::SerializeMap::serialize_entry(&mut map, name, value)?;
                    })?
                    serde::ser::SerializeMap::end(map)
                }
            }
        };
    };
}
pub(crate) use object;
