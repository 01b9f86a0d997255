//! Values that borrow strings, made to borrow nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;

pub(crate) trait IntoOwned {
    type Owned;

    fn into_owned(self) -> Self::Owned;
}

impl IntoOwned for Cow<'_, str> {
    type Owned = Cow<'static, str>;

    fn into_owned(self) -> Cow<'static, str> {
        Cow::Owned(Cow::into_owned(self))
    }
}

impl<T: IntoOwned> IntoOwned for Option<T> {
    type Owned = Option<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }
}

impl<T: IntoOwned> IntoOwned for Box<T> {
    type Owned = Box<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        Box::new(T::into_owned(*self))
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }
}

impl<T: IntoOwned> IntoOwned for BTreeMap<String, T> {
    type Owned = BTreeMap<String, T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(|(name, value)| (name, value.into_owned())).collect()
    }
}

/// Says which fields or variants borrow, and which are kept as they are.
macro_rules! into_owned {
    (@ $name:ident, |$value:ident| $body:expr) => {
        impl<'a> $name<'a> {
            /// The same value, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                let $value = self;
                $body
            }
        }

        impl<'a> support::IntoOwned for $name<'a> {
            type Owned = $name<'static>;

            fn into_owned(self) -> $name<'static> {
                Self::into_owned(self)
            }
        }
    };
    ($name:ident { $($field:tt),* $(,)? }, kept { $($kept:tt),* $(,)? }) => {
        support::into_owned!(@ $name, |value| $name {
            $($field: support::IntoOwned::into_owned(value.$field),)*
            $($kept: value.$kept,)*
        });
    };
    ($name:ident, one of { $($variant:ident),* $(,)? }, kept { $($kept:ident),* $(,)? }, plain { $($plain:ident),* $(,)? }) => {
        support::into_owned!(@ $name, |value| match value {
            $($name::$variant(value) => $name::$variant(support::IntoOwned::into_owned(value)),)*
            $($name::$kept(value) => $name::$kept(value),)*
            $($name::$plain => $name::$plain,)*
        });
    };
}
pub(crate) use into_owned;
