//! Checked numbers as text.

/// Display and `FromStr` for a number.
macro_rules! checked_number {
    ($name:ident ($inner:ty)) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = support::InvalidValue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let value: $inner = text.parse().map_err(support::InvalidValue::new)?;
                Self::try_from(value)
            }
        }
    };
}
pub(crate) use checked_number;
