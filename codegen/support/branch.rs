//! Structs that are branches of a union with a tag: some of their members may be held already.

/// Reads and writes a struct; each line is a member, as `object_as!` has them.
macro_rules! branch {
    ($($table:tt)*) => {
        support::object_as!([branch], $($table)*);
    };
}
pub(crate) use branch;
