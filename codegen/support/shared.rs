//! What all branches of a union have.

/// Gives a union functions that show a member, whichever branch it is; each line is a function, the field that it shows
/// and how.
macro_rules! shared {
    ($name:ident $(<$life:lifetime>)?, $branches:tt, { $($method:ident => $field:ident: $how:ident($shown:ty)),+ $(,)? }) => {
        #[allow(clippy::wrong_self_convention, reason = "members are called as the schema calls them")]
        impl $(<$life>)? $name $(<$life>)? {
            $(
                #[doc = concat!("The `", stringify!($field), "` of the branch: each that is known has one.")]
                #[must_use]
                pub fn $method(&self) -> $shown {
                    support::shared!(# self $branches $field $how)
                }
            )+
        }
    };
    (# $union:ident [$($variant:ident),+ $(; $unknown:ident)?] $field:ident $how:ident) => {
        match $union {
            $(Self::$variant(branch) => support::shared!(@ $how branch.$field),)+
            $(Self::$unknown(_) => None,)?
        }
    };
    (@ itself $value:expr) => {
        &$value
    };
    (@ copied $value:expr) => {
        $value
    };
    (@ optional $value:expr) => {
        $value.as_ref()
    };
    (@ optional_inner $value:expr) => {
        $value.as_deref()
    };
    (@ some $value:expr) => {
        Some(&$value)
    };
    (@ some_copied $value:expr) => {
        Some($value)
    };
}
pub(crate) use shared;
