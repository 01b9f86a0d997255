//! Values of an enum that the schema does not list, made to borrow nothing.

use super::{IntoOwned, UnknownValue};

impl<E: IntoOwned> IntoOwned for UnknownValue<'_, E> {
    type Owned = UnknownValue<'static, E::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.without_borrowing()
    }
}
