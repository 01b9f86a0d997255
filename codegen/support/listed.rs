//! Whether a value uses only what the schema lists: by that, a union without its tag is told first.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

pub(crate) trait Listed {
    fn is_listed(&self) -> bool {
        true
    }
}

impl Listed for bool {}
impl Listed for i32 {}
impl Listed for i64 {}
impl Listed for f64 {}
impl Listed for String {}
impl Listed for Value {}
impl Listed for Map<String, Value> {}

impl<T: Listed> Listed for Option<T> {
    fn is_listed(&self) -> bool {
        self.as_ref().is_none_or(T::is_listed)
    }
}

impl<T: Listed> Listed for Box<T> {
    fn is_listed(&self) -> bool {
        T::is_listed(self)
    }
}

impl<T: Listed> Listed for Vec<T> {
    fn is_listed(&self) -> bool {
        self.iter().all(T::is_listed)
    }
}

impl<T: Listed> Listed for BTreeMap<String, T> {
    fn is_listed(&self) -> bool {
        self.values().all(T::is_listed)
    }
}

/// Says what of a type must be listed: all of these fields, what these variants hold, or nothing.
macro_rules! listed {
    ($name:ident $(<$life:lifetime>)?) => {
        impl $(<$life>)? support::Listed for $name $(<$life>)? {}
    };
    ($name:ident $(<$life:lifetime>)? { $($field:tt),* $(,)? }) => {
        impl $(<$life>)? support::Listed for $name $(<$life>)? {
            fn is_listed(&self) -> bool {
                true $(&& support::Listed::is_listed(&self.$field))*
            }
        }
    };
    ($name:ident $(<$life:lifetime>)?, not $unknown:ident) => {
        impl $(<$life>)? support::Listed for $name $(<$life>)? {
            fn is_listed(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }
        }
    };
    ($name:ident $(<$life:lifetime>)?, one of { $($variant:ident),* $(,)? } $(, not $unknown:ident)?) => {
        impl $(<$life>)? support::Listed for $name $(<$life>)? {
            fn is_listed(&self) -> bool {
                match self {
                    $(Self::$variant(value) => support::Listed::is_listed(value),)*
                    $(Self::$unknown(_) => false,)?
                    #[allow(unreachable_patterns, reason = "each branch may hold what is not listed")]
                    _ => true,
                }
            }
        }
    };
}
pub(crate) use listed;
