//! Walks rules over what a value is made of.

use super::held_members::Member;
use super::rule_walk::{Kept, fits, walk};
use super::{Demand, Evaluated, Failure, Held, Members, Pattern, Rule};

fn walk_down<'v>(rule: &'static Rule, value: &'v Held<'v>, depth: usize) -> Kept<'v> {
    walk(rule, value, depth, &mut Evaluated::default())
}

/// Keeps what a demand says of elements; whether their number is right.
pub(super) fn keep_in_array<'v>(
    demand: &'static Demand,
    items: &'v [Held<'v>],
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Result<bool, Failure<'v>> {
    match demand {
        Demand::Items { prefix, rest } => keep_items(prefix, *rest, items, depth, seen)?,
        Demand::UnevaluatedItems(rule) => keep_other_items(rule, items, depth, seen)?,
        Demand::Contains { rule, least, most } => {
            let count = count_items(rule, items, depth, seen)?;
            return Ok(count >= *least && most.is_none_or(|most| count <= most));
        }
        _ => {}
    }
    Ok(true)
}

/// Keeps what a demand says of members; whether their names are right.
pub(super) fn keep_in_object<'v>(
    demand: &'static Demand,
    members: &'v Members<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Result<bool, Failure<'v>> {
    match demand {
        Demand::Members { listed, patterns, rest } => {
            keep_listed(listed, members, depth, seen)?;
            keep_members(listed, patterns, *rest, members, depth, seen)?;
        }
        Demand::UnevaluatedProperties(rule) => keep_other_members(rule, members, depth, seen)?,
        Demand::PropertyNames(rule) => return Ok(members.0.iter().all(|member| is_name(rule, &member.name, depth))),
        _ => {}
    }
    Ok(true)
}

fn keep_items<'v>(
    prefix: &[&'static Rule],
    rest: Option<&'static Rule>,
    items: &'v [Held<'v>],
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Kept<'v> {
    let rules = prefix.iter().copied().map(Some).chain(std::iter::repeat(rest));
    for (index, (item, rule)) in items.iter().zip(rules).enumerate() {
        let Some(rule) = rule else { break };
        walk_down(rule, item, depth).map_err(|failure| failure.in_item(index))?;
        seen.note_item(index);
    }
    Ok(())
}

fn keep_other_items<'v>(
    rule: &'static Rule,
    items: &'v [Held<'v>],
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Kept<'v> {
    for (index, item) in items.iter().enumerate() {
        if !seen.has_item(index) {
            walk_down(rule, item, depth).map_err(|failure| failure.in_item(index))?;
            seen.note_item(index);
        }
    }
    Ok(())
}

/// The elements that fit; they count as evaluated (JSON Schema 2020-12 core, section 10.3.1.3).
fn count_items<'v>(
    rule: &'static Rule,
    items: &'v [Held<'v>],
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Result<u64, Failure<'v>> {
    let mut count = 0;
    for (index, item) in items.iter().enumerate() {
        if fits(rule, item, depth, &mut Evaluated::default())? {
            seen.note_item(index);
            count += 1;
        }
    }
    Ok(count)
}

fn keep_listed<'v>(
    listed: &[(&'static str, &'static Rule)],
    members: &'v Members<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Kept<'v> {
    for (name, rule) in listed {
        if let Some(Member { name, value }) = members.find(name) {
            walk_down(rule, value, depth).map_err(|failure| failure.in_member(name))?;
            seen.note_member(name);
        }
    }
    Ok(())
}

/// The members that patterns find, and those that neither they nor a list name.
fn keep_members<'v>(
    listed: &[(&'static str, &'static Rule)],
    patterns: &[(Pattern, &'static Rule)],
    rest: Option<&'static Rule>,
    members: &'v Members<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Kept<'v> {
    if patterns.is_empty() && rest.is_none() {
        return Ok(());
    }
    for Member { name, value } in &members.0 {
        let found = patterns.iter().filter(|(pattern, _)| (pattern.is_in)(name));
        let mut rules: Vec<&'static Rule> = found.map(|(_, rule)| *rule).collect();
        if rules.is_empty() && !listed.iter().any(|(listed, _)| listed == name) {
            rules.extend(rest);
        }
        for rule in rules {
            walk_down(rule, value, depth).map_err(|failure| failure.in_member(name))?;
            seen.note_member(name);
        }
    }
    Ok(())
}

fn keep_other_members<'v>(
    rule: &'static Rule,
    members: &'v Members<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Kept<'v> {
    for Member { name, value } in &members.0 {
        if !seen.has_member(name) {
            walk_down(rule, value, depth).map_err(|failure| failure.in_member(name))?;
            seen.note_member(name);
        }
    }
    Ok(())
}

/// Whether the name of a member keeps a rule, as a string.
pub(super) fn is_name(rule: &'static Rule, name: &str, depth: usize) -> bool {
    walk_down(rule, &Held::Text(name), depth).is_ok()
}
