//! Types with a rule: a value is held while the rule is walked over it, and then read as its type.

use super::{Held, Nested, Rule, check_value};
use serde::de::{Deserialize, Deserializer, Error};

/// Holds a value that keeps a rule.
pub(crate) fn kept<'de, D: Deserializer<'de>>(rule: &'static Rule, deserializer: D) -> Result<Held<'de>, D::Error> {
    let mut held = Held::deserialize(deserializer)?;
    held.settle();
    held.without_nan();
    check_value(rule, &held).map_err(D::Error::custom)?;
    Ok(held)
}

impl Held<'_> {
    /// What is no number of JSON, such as `NaN`, is null, as the rule takes it.
    fn without_nan(&mut self) {
        match self {
            Self::Float(number) if !number.is_finite() => *self = Self::Null,
            Self::Nested(nested) => match &mut **nested {
                Nested::Array(elements) => elements.iter_mut().for_each(Held::without_nan),
                Nested::Object(members) => members.0.iter_mut().for_each(|member| member.value.without_nan()),
                Nested::Number(_) => {}
            },
            _ => {}
        }
    }
}

/// Lets a value of the type be checked after it was changed.
macro_rules! ruled {
    ($name:ident $(<$life:lifetime>)? by $rule:ident) => {
        impl $(<$life>)? $name $(<$life>)? {
            /// Checks the value as it would be written: what its type cannot hold of the schema.
            ///
            /// # Errors
            ///
            /// The first place where the value does not fit the schema.
            pub fn check(&self) -> Result<(), support::InvalidValue> {
                support::check_written(&$rule, self)
            }
        }
    };
}
pub(crate) use ruled;
