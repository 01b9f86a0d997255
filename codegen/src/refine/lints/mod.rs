//! What lints find in code that is as its schema is: passes that allow it.

pub(super) mod allow_complex;
pub(super) mod allow_large_branches;
