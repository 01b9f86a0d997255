//! What a user of the types has besides their fields: passes that write functions and impls.

pub(super) mod describe_types;
mod views;
pub(super) mod write_branches;
pub(super) mod write_constructors;
pub(super) mod write_into_owned;
pub(super) mod write_setters;
pub(super) mod write_shared;
