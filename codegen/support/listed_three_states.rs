//! A member that is absent or null uses nothing that is not listed.

use super::{Listed, OptionalNullable};

impl<T: Listed> Listed for OptionalNullable<T> {
    fn is_listed(&self) -> bool {
        self.as_option().is_none_or(T::is_listed)
    }
}
