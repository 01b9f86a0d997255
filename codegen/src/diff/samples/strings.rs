//! Strings that checks allow, and some at their edges.

use crate::plan::Demand;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

/// Samples are to be read by people.
const LONGEST: usize = 512;

/// Strings that these demands allow, the shortest that fits first, and some that they do not.
pub(super) fn strings(demands: &[Demand]) -> Vec<String> {
    let length = |length: u64| usize::try_from(length).ok();
    let least = demands
        .iter()
        .filter_map(|demand| if let Demand::MinLength(least) = demand { length(*least) } else { None })
        .max();
    let most = demands
        .iter()
        .filter_map(|demand| if let Demand::MaxLength(most) = demand { length(*most) } else { None })
        .min();
    let pattern =
        demands.iter().find_map(|demand| if let Demand::Pattern(plan) = demand { Some(&plan.text) } else { None });
    if let Some(pattern) = pattern {
        let lengths = [0, 1, 2, 3, least.unwrap_or_default(), most.unwrap_or_default()];
        return lengths.into_iter().filter_map(|repeated| of_pattern(pattern, repeated.min(LONGEST))).collect();
    }
    let edges = [least, least.and_then(|least| least.checked_sub(1)), most, most.map(|most| most.saturating_add(1))];
    let mut lengths: Vec<usize> = edges.into_iter().flatten().filter(|length| *length <= LONGEST).collect();
    lengths.push(0);
    lengths.sort_by_key(|length| (least.is_some_and(|least| *length < least), *length));
    lengths.into_iter().map(|length| "a".repeat(length)).collect()
}

/// A name that matches a pattern, its open repetitions taken as seldom as possible.
pub(super) fn name_by_pattern(pattern: &str) -> Option<String> {
    (0..2).filter_map(|repeated| of_pattern(pattern, repeated)).find(|name| !name.is_empty())
}

/// A string that fits a pattern, its open repetitions repeated so often.
fn of_pattern(pattern: &str, repeated: usize) -> Option<String> {
    let mut text = String::new();
    write_hir(&regex_syntax::parse(pattern).ok()?, repeated, &mut text)?;
    Some(text)
}

fn write_hir(hir: &Hir, repeated: usize, text: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(()),
        HirKind::Literal(literal) => {
            text.push_str(std::str::from_utf8(&literal.0).ok()?);
            Some(())
        }
        HirKind::Class(Class::Unicode(class)) => {
            text.push(letter(class, repeated)?);
            Some(())
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Repetition(repetition) => {
            let (least, most) = (repetition.min as usize, repetition.max.map_or(usize::MAX, |most| most as usize));
            let count = repeated.clamp(least, most.max(least)).min(LONGEST);
            (0..count).try_for_each(|_| write_hir(&repetition.sub, repeated, text))
        }
        HirKind::Capture(capture) => write_hir(&capture.sub, repeated, text),
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write_hir(part, repeated, text)),
        HirKind::Alternation(parts) => {
            let part = parts.get(repeated.min(parts.len().saturating_sub(1)))?;
            write_hir(part, repeated, text)
        }
    }
}

/// A letter of a class that can be read; which one differs, so that classes that differ are told apart.
fn letter(class: &ClassUnicode, which: usize) -> Option<char> {
    let readable: Vec<char> = class.iter().filter_map(|range| in_range(*range, ' ')).collect();
    let usual = class.iter().any(|range| in_range(*range, 'a') == Some('a')).then_some('a');
    let other = readable.get((which / 2) % readable.len().max(1)).copied();
    let first = if which.is_multiple_of(2) { usual.or(other) } else { other };
    first.or_else(|| class.iter().next().map(ClassUnicodeRange::start))
}

/// The first letter of a range that is not before another.
fn in_range(range: ClassUnicodeRange, least: char) -> Option<char> {
    Some(range.start().max(least)).filter(|letter| *letter <= range.end())
}
