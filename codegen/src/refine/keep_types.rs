//! Keeps the types that the Plan names.

use super::Style;
use super::module::{Module, TypeCode};
use super::support::Pieces;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Plan, TypePlan};
use std::collections::BTreeMap;
use syn::Item;

/// Keeps the types that the Plan names, in the order of the schema.
///
/// Applies to all items. typify sorts types by name.
pub(super) fn keep_types<'p>(
    written: Vec<Item>,
    plan: &'p Plan,
    style: &'p Style,
) -> Result<Module<'p>, Vec<Diagnostic>> {
    let named = written.into_iter().filter_map(|item| Some((name_of(&item)?, item)));
    let mut items: BTreeMap<String, Item> = named.collect();
    let mut types = Vec::new();
    let mut missing = Vec::new();
    for planned in &plan.types {
        match items.remove(&planned.name) {
            Some(item) => {
                types.push(TypeCode {
                    plan: planned,
                    item,
                    code: Vec::new(),
                    borrows: false,
                    rule: None,
                    letters: Vec::new(),
                    whole_numbers: plan.whole_numbers,
                });
            }
            None => missing.push(not_written(planned)),
        }
    }
    let module = Module { plan, style, types, head: Vec::new(), pieces: Pieces::default() };
    if missing.is_empty() { Ok(module) } else { Err(missing) }
}

fn name_of(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

fn not_written(planned: &TypePlan) -> Diagnostic {
    Diagnostic::error(
        Code::Internal,
        &planned.pointer,
        format!("typify wrote no type `{}`", planned.name),
        "this is a fault of the generator: please report it together with the schema",
    )
}
