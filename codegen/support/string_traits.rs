//! What every type that is a JSON string has in common.

/// Display, `AsRef<str>`, comparison with strings and `Serialize` for a type with `as_str`.
macro_rules! string_traits {
    ($name:ident $(<$life:lifetime>)?) => {
        impl $(<$life>)? std::convert::AsRef<str> for $name $(<$life>)? {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $(<$life>)? std::cmp::PartialEq<str> for $name $(<$life>)? {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl $(<$life>)? std::cmp::PartialEq<&str> for $name $(<$life>)? {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl $(<$life>)? std::cmp::PartialEq<$name $(<$life>)?> for str {
            fn eq(&self, other: &$name $(<$life>)?) -> bool {
                self == other.as_str()
            }
        }

        impl $(<$life>)? std::cmp::PartialEq<$name $(<$life>)?> for &str {
            fn eq(&self, other: &$name $(<$life>)?) -> bool {
                *self == other.as_str()
            }
        }

        impl $(<$life>)? std::fmt::Display for $name $(<$life>)? {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use string_traits;
