//! Values that are checked before they are wrapped.

/// Reads and writes a type as what it holds, and makes it only of a value that fits.
///
/// Each line is a check, and what it demands.
macro_rules! checked {
    (
        $name:ident $(<$life:lifetime>)? ($inner:ty) $(by $rule:ident)?,
        $read:ident { $($check:ident: $demand:expr),* $(,)? }
    ) => {
        #[allow(clippy::type_complexity, reason = "a long tuple is as its schema is")]
        impl $(<$life>)? $name $(<$life>)? {
            /// The value.
            #[must_use]
            pub fn as_inner(&self) -> &$inner {
                &self.0
            }

            /// The value.
            #[must_use]
            pub fn into_inner(self) -> $inner {
                self.0
            }

            #[inline]
            fn fitting(value: $inner) -> Result<Self, support::InvalidValue> {
                $(support::$check::check(&value, $demand)?;)*
                Ok(Self(value))
            }
        }

        impl $(<$life>)? std::convert::TryFrom<$inner> for $name $(<$life>)? {
            type Error = support::InvalidValue;

            fn try_from(value: $inner) -> Result<Self, Self::Error> {
                $(support::check_written(&$rule, &value)?;)?
                Self::fitting(value)
            }
        }

        impl $(<$life>)? std::convert::From<$name $(<$life>)?> for $inner {
            fn from(value: $name $(<$life>)?) -> Self {
                value.0
            }
        }

        impl $(<$life>)? std::ops::Deref for $name $(<$life>)? {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        support::$read!($name $(<$life>)? $(by $rule)?);
    };
}
pub(crate) use checked;
