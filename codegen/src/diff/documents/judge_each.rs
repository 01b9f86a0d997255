//! Judges the differences of each schema on models of it alone.

use super::examples::Examples;
use crate::diff::found::Found;
use crate::diff::judge::{Judge, Models};
use crate::diff::place::Which;
use crate::diff::verdict::Readers;
use crate::diff::walk::Walked;
use std::collections::{BTreeMap, BTreeSet};

/// How old readers read what the new document allows, and new ones what the old allowed.
type BothReaders = [Readers; 2];

/// The verdicts on each difference, in their order.
pub(super) fn judge_each(models: (&Models, &Models), walked: &Walked, pairs: &[(String, String)]) -> Vec<BothReaders> {
    let found = walked.found.as_slice();
    let examples = Examples::of(models, pairs);
    let mut groups: BTreeMap<&(String, String), Vec<usize>> = BTreeMap::new();
    for (index, one) in found.iter().enumerate() {
        groups.entry(&one.entry).or_default().push(index);
    }
    let changed: BTreeSet<&str> = groups.keys().map(|(_, new)| new.as_str()).collect();
    let mut judged: BTreeMap<usize, BothReaders> = BTreeMap::new();
    for (entry, indices) in &groups {
        let (old, new) = *entry;
        let own: Vec<Found> = indices.iter().filter_map(|index| found.get(*index)).cloned().collect();
        let [of_old, of_new] = examples.beside(models, entry, walked.entered.get(*entry));
        let portions = (models.0.portion(old, &of_old), models.1.portion(new, &of_new));
        let inside = portions.1.strict.definitions.iter().map(|(at, _)| at.as_str());
        let differs_elsewhere = inside.into_iter().any(|at| at != new && changed.contains(at));
        let mut judge = Judge::new((&portions.0, &portions.1), &own).differing_elsewhere(differs_elsewhere);
        for (place, index) in indices.iter().enumerate() {
            judged.insert(*index, [judge.readers(place, Which::New), judge.readers(place, Which::Old)]);
        }
    }
    judged.into_values().collect()
}
