//! Members that may be absent or null, made to borrow nothing.

use super::{IntoOwned, OptionalNullable};

impl<T: IntoOwned> IntoOwned for OptionalNullable<T> {
    type Owned = OptionalNullable<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Absent => OptionalNullable::Absent,
            Self::Null => OptionalNullable::Null,
            Self::Value(value) => OptionalNullable::Value(value.into_owned()),
        }
    }
}
