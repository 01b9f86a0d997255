//! Which branch of the old union is which of the new.

use super::found::told;
use super::spot::{branches, follow, kind, plain, tag};
use crate::lower::Schema;
use serde_json::Value;

/// Branches by where they stand.
#[derive(Default)]
pub(super) struct Paired {
    pub(super) both: Vec<(usize, usize)>,
    pub(super) removed: Vec<usize>,
    pub(super) added: Vec<usize>,
}

/// One side: its definitions, and the union.
type Side<'s> = (&'s Schema, &'s Schema);

/// Pairs branches by what tells them best: a tag, a name, what they say, their kind in order.
pub(super) fn pair_branches(old: Side<'_>, new: Side<'_>) -> Paired {
    let count = |side: Side<'_>| branches(side.1).map_or(0, |(_, inner)| inner.len());
    let mut paired = Paired { both: Vec::new(), removed: (0..count(old)).collect(), added: (0..count(new)).collect() };
    let both_tagged = tag(old.1).is_some() && tag(new.1).is_some();
    paired
        .pair(|one, other| both_tagged && told(old.1, one).1.iter().any(|value| told(new.1, other).1.contains(value)));
    paired.pair(|one, other| is_named(told(old.1, one).0) && told(old.1, one).0 == told(new.1, other).0);
    paired.pair(|one, other| meaning(old, one) == meaning(new, other));
    paired.pair(|one, other| branch(old, one).map(kind) == branch(new, other).map(kind));
    paired.both.sort_unstable();
    paired
}

impl Paired {
    fn pair(&mut self, fits: impl Fn(usize, usize) -> bool) {
        for one in std::mem::take(&mut self.removed) {
            match self.added.iter().position(|other| fits(one, *other)) {
                Some(at) => self.both.push((one, self.added.remove(at))),
                None => self.removed.push(one),
            }
        }
    }
}

/// Whether somebody gave the variant its name; else it says what kind of value the branch is.
fn is_named(variant: Option<&str>) -> bool {
    const KINDS: &[&str] = &["Any", "Enum", "Text", "Integer", "Number", "Boolean", "Array", "Object"];
    variant.is_some_and(|name| !KINDS.contains(&name.trim_end_matches(|last: char| last.is_ascii_digit())))
}

fn branch((definitions, union): Side<'_>, index: usize) -> Option<&Schema> {
    let (_, inner) = branches(union)?;
    Some(follow(definitions, inner.get(index)?.as_object()?))
}

fn meaning(side: Side<'_>, index: usize) -> Option<Value> {
    branch(side, index).map(|schema| plain(&Value::Object(schema.clone())))
}
