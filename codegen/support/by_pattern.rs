//! Members that a type does not list are kept by what their names match.

/// Whether a name is one of those that a field holds.
macro_rules! is_meant {
    ($name:ident, any) => {
        true
    };
    ($name:ident, classes($($step:tt)*)) => {
        support::passes_classes!($name, $($step)*)
    };
    ($name:ident, regex($pattern:literal, $flags:literal)) => {
        support::passes_regex!($name, $pattern, $flags)
    };
    (@ $kept:ident, $name:ident, $map:ident) => {
        support::ReadUnlisted::read($kept, $name, $map)
    };
    (@ $kept:ident, $name:ident, $map:ident, $reader:ident) => {
        support::$reader::read($kept, $name, $map)
    };
}
pub(crate) use is_meant;

/// Reads and writes a struct, as `object_as!` does; each line before its members is a field that holds all members
/// whose names are meant by what stands behind `if`.
macro_rules! by_pattern {
    (
        $call:ident, $name:ident $(<$life:lifetime>)? $(by $rule:ident)?,
        { $($part:ident: ($ty:ty $(; $reader:ident)?) if $check:ident $(($($demand:tt)*))?),+ $(,)? },
        unlisted: $policy:ty, $($members:tt)*
    ) => {
        const _: () = {
            #[derive(Default)]
            struct Others $(<$life>)? {
                $($part: $ty,)+
                unlisted: $policy,
                lifetime: std::marker::PhantomData<($(&$life (),)?)>,
            }

            #[allow(non_camel_case_types, reason = "a variant is named like its field")]
            enum OtherName {
                $($part(String),)+
                Others(<$policy as support::Unlisted>::Name),
            }

            impl $(<$life>)? support::Unlisted for Others $(<$life>)? {
                type Name = OtherName;

                #[allow(unreachable_code, reason = "a field may hold all names")]
                fn name<E: serde::de::Error>(name: &str, listed: &'static [&'static str]) -> Result<OtherName, E> {
                    $(if support::is_meant!(name, $check $(($($demand)*))?) {
                        return Ok(OtherName::$part(name.to_owned()));
                    })+
                    <$policy as support::Unlisted>::name(name, listed).map(OtherName::Others)
                }
            }

            impl<'de $(: $life, $life)?> support::ReadUnlisted<'de> for Others $(<$life>)? {
                fn read<A: serde::de::MapAccess<'de>>(&mut self, name: OtherName, map: &mut A) -> Result<(), A::Error> {
                    match name {
                        $(OtherName::$part(name) => {
                            let kept = &mut self.$part;
                            support::is_meant!(@ kept, name, map $(, $reader)?)
                        })+
                        OtherName::Others(name) => support::ReadUnlisted::read(&mut self.unlisted, name, map),
                    }
                }
            }

            support::$call!($name $(<$life>)? $(by $rule)?, unlisted: Others $(<$life>)?, of { $($part),+ }, $($members)*);
        };
    };
}
pub(crate) use by_pattern;
