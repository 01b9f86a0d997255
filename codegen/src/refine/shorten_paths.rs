//! Writes paths as people do.

use super::module::Module;
use super::name_own::MAP;
use syn::visit_mut::{VisitMut, visit_item_mut, visit_path_mut};
use syn::{Path, PathSegment};

/// Writes paths as people do: `Option`, not `::std::option::Option`.
///
/// Applies to all types. Names keep clear of the prelude, so the short form means the same.
pub(super) fn shorten_paths(module: &mut Module<'_>) {
    let has_own_map = module.plan.custom.as_ref().is_some_and(|custom| custom.map.is_some());
    for code in &mut module.types {
        visit_item_mut(&mut Shorten { has_own_map }, &mut code.item);
    }
}

struct Shorten {
    /// Whether the user has another type of maps: its path is written in place of the name in the end.
    has_own_map: bool,
}

/// What is in the prelude, or imported, is named by its last segment.
const SHORT: &[&str] = &["Option", "String", "Vec", "Box"];

impl VisitMut for Shorten {
    fn visit_path_mut(&mut self, path: &mut Path) {
        path.leading_colon = None;
        if let Some(last) = path.segments.last().filter(|last| self.is_short(last)).cloned() {
            path.segments = std::iter::once(last).collect();
        }
        visit_path_mut(self, path);
    }
}

impl Shorten {
    fn is_short(&self, segment: &PathSegment) -> bool {
        (self.has_own_map && segment.ident == MAP) || SHORT.iter().any(|name| segment.ident == name)
    }
}
