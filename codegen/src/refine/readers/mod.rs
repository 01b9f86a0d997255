//! How each type is read and written: passes that call the support code.

pub(super) mod need_lent;
pub(super) mod need_of_tuples;
pub(super) mod tell_listed;
mod write_checked;
mod write_checks;
mod write_members;
pub(super) mod write_readers;
pub(super) mod write_rules;
mod write_values;
