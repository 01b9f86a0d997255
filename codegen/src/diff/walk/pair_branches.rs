//! Which branch of the old union is which of the new.

use crate::diff::describe::described;
use crate::diff::kind::kind;
use crate::model::{Branch, Model, UnionShape};

/// Branches by where they stand.
#[derive(Default)]
pub(super) struct Paired {
    pub(super) both: Vec<(usize, usize)>,
    pub(super) removed: Vec<usize>,
    pub(super) added: Vec<usize>,
}

/// Pairs branches by what tells them best: a tag, a name, what they say, their kind in order.
pub(super) fn pair_branches(old: (&Model, &UnionShape), new: (&Model, &UnionShape)) -> Paired {
    let count = |union: &UnionShape| (0..union.branches.len()).collect();
    let mut paired = Paired { both: Vec::new(), removed: count(old.1), added: count(new.1) };
    let both_tagged = old.1.tag.is_some() && new.1.tag.is_some();
    let mut pair = |fits: &dyn Fn(&Branch, &Branch) -> bool| {
        paired.pair(|one, other| match (old.1.branches.get(one), new.1.branches.get(other)) {
            (Some(one), Some(other)) => fits(one, other),
            _ => false,
        });
    };
    pair(&|one, other| both_tagged && one.tags.iter().any(|tag| other.tags.contains(tag)));
    pair(&|one, other| is_named(&one.variant) && one.variant == other.variant);
    pair(&|one, other| described(old.0, one.ty) == described(new.0, other.ty));
    let kind_of = |model: &Model, branch: &Branch| kind(&model.ty(model.follow(branch.ty)).shape);
    pair(&|one, other| kind_of(old.0, one) == kind_of(new.0, other));
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
fn is_named(variant: &str) -> bool {
    const KINDS: &[&str] = &["Any", "Enum", "Text", "Integer", "Number", "Boolean", "Array", "Object"];
    !variant.is_empty() && !KINDS.contains(&variant.trim_end_matches(|last: char| last.is_ascii_digit()))
}
