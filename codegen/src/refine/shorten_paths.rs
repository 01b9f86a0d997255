//! Writes paths as people do.

use super::module::Module;
use syn::visit_mut::{VisitMut, visit_item_mut, visit_path_mut};
use syn::{Path, PathSegment};

/// Writes paths as people do: `Option`, not `::std::option::Option`.
///
/// Applies to all types. Names keep clear of the prelude, so the short form means the same.
pub(super) fn shorten_paths(module: &mut Module<'_>) {
    for code in &mut module.types {
        visit_item_mut(&mut Shorten, &mut code.item);
    }
}

struct Shorten;

/// What is in the prelude, or imported, is named by its last segment.
const SHORT: &[&str] = &["Option", "String", "Vec", "Box"];

impl VisitMut for Shorten {
    fn visit_path_mut(&mut self, path: &mut Path) {
        path.leading_colon = None;
        if let Some(last) = path.segments.last().filter(|last| is_short(last)).cloned() {
            path.segments = std::iter::once(last).collect();
        }
        visit_path_mut(self, path);
    }
}

fn is_short(segment: &PathSegment) -> bool {
    SHORT.iter().any(|name| segment.ident == name)
}
