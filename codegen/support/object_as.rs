//! How an object is read and written, member by member.

use super::NoMembers;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A type that is read from a JSON object, and from nothing else.
pub(crate) trait Object<'de>: Sized {
    /// What an error says was expected.
    const EXPECTED: &'static str;

    /// Reads an object of which some members may be held already.
    fn read_members<HeldMap, RestMap>(held: HeldMap, rest: RestMap) -> Result<Self, RestMap::Error>
    where
        HeldMap: MapAccess<'de, Error = RestMap::Error>,
        RestMap: MapAccess<'de>;
}

pub(crate) fn read_object<'de, T: Object<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read_members(NoMembers(PhantomData), map)
    }
}

/// What happens to the members that a type does not list.
pub(crate) trait Unlisted {
    /// What is kept of such a member's name.
    type Name;

    fn name<E: Error>(name: &str, listed: &'static [&'static str]) -> Result<Self::Name, E>;
}

/// Reads the members of a map into variables of their names; of a struct that is no branch, none are held.
macro_rules! members {
    (no branch, $($rest:tt)*) => {};
    (@ $unlisted:ident, $name:ident, $map:ident) => {
        support::ReadUnlisted::read(&mut $unlisted, $name, &mut $map)
    };
    (@ $unlisted:ident, $name:ident, $map:ident, $reader:ident) => {
        support::$reader::read(&mut $unlisted, $name, &mut $map)
    };
    (branch, $map:expr, $unlisted:ident: $policy:ty $(, by $reader:ident)?, {
        $($wire:literal => $field:ident: $presence:ident),*
    }) => {
        let mut map = $map;
        loop {
            match map.next_key::<ObjectKey<$policy>>()? {
                $(Some(ObjectKey::$field) => {
                    support::expect_empty(&$field, $wire)?;
                    match support::$presence::read(&mut map) {
                        Ok(value) => $field = Some(value),
                        Err(error) => return Err(support::about($wire, error)),
                    }
                })*
                Some(ObjectKey::Unlisted(name)) => support::members!(@ $unlisted, name, map $(, $reader)?)?,
                None => break,
            }
        }
    };
}
pub(crate) use members;

/// Reads and writes a struct as a JSON object, and as nothing else: an array is refused.
///
/// Each line is a member: its name in JSON, its field, and what its absence means. Where members that are not listed
/// are kept in a field, a reader for their values may stand behind it; where they are kept in several, what reads them
/// has those fields too. A function of the struct may check it when it is read.
macro_rules! object_as {
    (
        [$($held:ident)+], $name:ident $(<$life:lifetime>)? $(by $rule:ident)?,
        unlisted: $policy:ty $(, in $rest:ident $(: $reader:ident)?)? $(, of { $($part:ident),+ })?, {
            $($wire:literal => $field:ident: $presence:ident),* $(,)?
        } $(, $check:ident)?
    ) => {
        const _: () = {
            const LISTED: &[&str] = &[$($wire),*];

            #[allow(non_camel_case_types, reason = "a variant is named like its field")]
            enum ObjectKey<P: support::Unlisted> {
                $($field,)*
                Unlisted(P::Name),
            }

            struct ObjectKeyVisitor<P>(std::marker::PhantomData<P>);

            impl<P: support::Unlisted> serde::de::Visitor<'_> for ObjectKeyVisitor<P> {
                type Value = ObjectKey<P>;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("the name of a member")
                }

                fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<ObjectKey<P>, E> {
                    match name {
                        $($wire => Ok(ObjectKey::$field),)*
                        _ => P::name(name, LISTED).map(ObjectKey::Unlisted),
                    }
                }
            }

            impl<'de, P: support::Unlisted> serde::Deserialize<'de> for ObjectKey<P> {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_identifier(ObjectKeyVisitor(std::marker::PhantomData))
                }
            }

            impl<'de $(: $life, $life)?> support::Object<'de> for $name $(<$life>)? {
                const EXPECTED: &'static str = concat!("an object (", stringify!($name), ")");

                fn read_members<HeldMap, RestMap>(
                    _held_members: HeldMap,
                    rest_of_members: RestMap,
                ) -> Result<Self, RestMap::Error>
                where
                    HeldMap: serde::de::MapAccess<'de, Error = RestMap::Error>,
                    RestMap: serde::de::MapAccess<'de>,
                {
                    $(let mut $field = None;)*
                    let mut unlisted = <$policy>::default();
                    support::members!($($held)+, _held_members, unlisted: $policy $($(, by $reader)?)?, { $($wire => $field: $presence),* });
                    support::members!(branch, rest_of_members, unlisted: $policy $($(, by $reader)?)?, { $($wire => $field: $presence),* });
                    let object = $name {
                        $($field: match $field {
                            Some(value) => value,
                            None => support::$presence::absent($wire)?,
                        },)*
                        $($rest: unlisted,)?
                        $($($part: unlisted.$part,)+)?
                    };
                    $(object.$check().map_err(serde::de::Error::custom)?;)?
                    Ok(object)
                }
            }

            support::read_as!(read_object, $name $(<$life>)? $(by $rule)?);

            impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let count = 0usize $(+ usize::from(support::$presence::is_present(&self.$field)))* $(+ self.$rest.len())? $($(+ self.$part.len())+)?;
                    #[allow(unused_mut, reason = "an object may list no members")]
                    let mut map = serde::Serializer::serialize_map(serializer, Some(count))?;
                    $(support::$presence::write(&mut map, $wire, &self.$field)?;)*
                    $(for (name, value) in &self.$rest {
                        serde::ser::SerializeMap::serialize_entry(&mut map, name, value)?;
                    })?
                    $($(for (name, value) in &self.$part {
                        serde::ser::SerializeMap::serialize_entry(&mut map, name, value)?;
                    })+)?
                    serde::ser::SerializeMap::end(map)
                }
            }
        };
    };
}
pub(crate) use object_as;
