//! The members of a mapping: no two of one name, and those of merged mappings among them.

use super::graph::{Kind, Member, Node, Spent, target};
use super::refuse;
use crate::diagnostic::Diagnostic;
use crate::pointer;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A key and its value, as they are written.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub(super) member: Member<'t>,
    pub(super) key: Range<usize>,
    /// Whether the key is `<<`, without quotes.
    pub(super) is_merge: bool,
}

/// Refuses what is there twice; the first counts for what follows.
pub(super) fn refuse_duplicates(entries: &mut Vec<Entry<'_>>, parent: &str, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(bool, String), Range<usize>> = BTreeMap::new();
    entries.retain(|entry| {
        let name = (entry.is_merge, entry.member.name.clone().into_owned());
        let twice = first.get(&name).map(|first| {
            let pointer = pointer::join(parent, &name.1);
            refuse::duplicate(&name.1, &pointer, entry.key.clone(), first.clone())
        });
        let is_first = twice.is_none();
        found.extend(twice);
        if is_first {
            first.insert(name, entry.member.at.clone());
        }
        is_first
    });
}

/// The members: what is merged stands where its `<<` does; own ones win, and of merged ones the first.
///
/// # Errors
///
/// The place of a `<<` that merges what is no mapping, or too much.
pub(super) fn members<'t>(
    nodes: &[Node<'t>],
    entries: Vec<Entry<'t>>,
    spent: &mut Spent,
) -> Result<Vec<Member<'t>>, Diagnostic> {
    if !entries.iter().any(|entry| entry.is_merge) {
        return Ok(entries.into_iter().map(|entry| entry.member).collect());
    }
    let own = entries.iter().filter(|entry| !entry.is_merge).map(|entry| entry.member.name.clone().into_owned());
    let mut taken: BTreeSet<String> = own.collect();
    let mut members = Vec::new();
    for entry in entries {
        if !entry.is_merge {
            members.push(entry.member);
            continue;
        }
        for base in bases(nodes, entry.member.value).ok_or_else(|| refuse::no_mapping(entry.member.at.clone()))? {
            for member in base {
                if !spent.value(member.name.len()) {
                    return Err(refuse::too_many_aliases(entry.member.at.clone()));
                }
                if taken.insert(member.name.clone().into_owned()) {
                    members.push(Member { is_merged: true, ..member.clone() });
                }
            }
        }
    }
    Ok(members)
}

/// The mappings that a value of `<<` stands for.
fn bases<'n, 't>(nodes: &'n [Node<'t>], value: usize) -> Option<Vec<&'n Vec<Member<'t>>>> {
    let mapping = |id: usize| match target(nodes, id)? {
        Kind::Mapping(members) => Some(members),
        _ => None,
    };
    match target(nodes, value)? {
        Kind::Sequence(all) => all.iter().map(|id| mapping(*id)).collect(),
        _ => Some(vec![mapping(value)?]),
    }
}
