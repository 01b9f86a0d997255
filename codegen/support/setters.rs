//! Functions that set a member and give the whole back.

/// Gives a struct a function for each member; each line is a function, the field that it sets and with what.
macro_rules! setters {
    ($name:ident $(<$life:lifetime>)? { $($method:ident => $field:ident($value:ty)),+ $(,)? }) => {
        #[allow(clippy::type_complexity, reason = "a long tuple is as its schema is")]
        impl $(<$life>)? $name $(<$life>)? {
            $(
                #[doc = concat!("The same with this `", stringify!($field), "`.")]
                #[must_use]
                pub fn $method(mut self, $field: impl std::convert::Into<$value>) -> Self {
                    let value: $value = $field.into();
                    self.$field = value.into();
                    self
                }
            )+
        }
    };
}
pub(crate) use setters;
