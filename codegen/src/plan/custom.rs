//! What the user wants the code to look like.

use super::Plan;

/// What the user wants the code to look like, whatever the schema says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CustomPlan {
    /// Types of the user's own, in place of schemas.
    pub(crate) foreign: Vec<ForeignPlan>,
    /// The visibility of items.
    pub(crate) visibility: Option<String>,
    /// The path of the type of maps.
    pub(crate) map: Option<String>,
    /// What types have besides.
    pub(crate) looks: Vec<LooksPlan>,
}

impl Plan {
    /// The types of the user's own.
    pub(crate) fn foreign(&self) -> &[ForeignPlan] {
        self.custom.as_ref().map_or(&[], |custom| &custom.foreign)
    }

    /// The path of the user's own type of maps.
    pub(crate) fn map(&self) -> Option<&str> {
        self.custom.as_ref()?.map.as_deref()
    }
}

/// A type of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForeignPlan {
    /// What stands for it until the code is done: no type made of a schema is called so.
    pub(crate) placeholder: String,
    pub(crate) path: String,
    /// Whether it implements `Eq` and `Hash`.
    pub(crate) is_eq: bool,
}

/// What a type has besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LooksPlan {
    /// The Rust name of the type.
    pub(crate) name: String,
    pub(crate) derives: Vec<String>,
    pub(crate) attributes: Vec<String>,
}
