//! The ways from a definition to the types that a walk compares.

use crate::diff::place::Step;
use crate::model::TyId;
use std::collections::BTreeMap;

/// For each two types the ways to them, the first of which the walk went on.
#[derive(Default)]
pub(super) struct Ways(BTreeMap<(TyId, TyId), Vec<Vec<Step>>>);

/// How many ways are known of one place: samples are made on each.
const MOST: usize = 4;

impl Ways {
    pub(super) fn note(&mut self, types: (TyId, TyId), trail: &[Step]) {
        let ways = self.0.entry(types).or_default();
        if ways.len() < MOST {
            ways.push(trail.to_vec());
        }
    }

    /// Other ways to where one leads: what lies on it may be reached otherwise.
    pub(super) fn others(&self, trail: &[Step]) -> Vec<Vec<Step>> {
        let mut others = Vec::new();
        for ways in self.0.values() {
            let Some((first, more)) = ways.split_first() else { continue };
            if let Some(rest) = trail.strip_prefix(first.as_slice()) {
                others.extend(more.iter().map(|way| way.iter().chain(rest).cloned().collect()));
            }
        }
        others.truncate(MOST);
        others
    }
}
