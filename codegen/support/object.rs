//! Structs that are read from their first member to their last.

/// Reads and writes a struct; each line is a member, as `object_as!` has them.
macro_rules! object {
    ($($table:tt)*) => {
        support::object_as!([no branch], $($table)*);
    };
}
pub(crate) use object;
