//! What the user asks for.

/// What the user asks for; nothing is all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'o> {
    pub(crate) root: Option<&'o str>,
    pub(crate) operations: &'o [String],
    pub(crate) tags: &'o [String],
    pub(crate) title_prefix: &'o str,
}
