//! Strings that fit a pattern, and patterns that fit all that another fits.

use super::least::LONGEST;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

/// Whether a pattern is another one, but for wider classes, wider repetitions and more alternatives.
///
/// `false` proves nothing.
pub(super) fn covers(read: &str, sent: &str) -> bool {
    match (regex_syntax::parse(read), regex_syntax::parse(sent)) {
        (Ok(read), Ok(sent)) => covers_hir(&read, &sent),
        _ => read == sent,
    }
}

fn covers_hir(read: &Hir, sent: &Hir) -> bool {
    match (read.kind(), sent.kind()) {
        (one, other) if one == other => true,
        (HirKind::Capture(read), _) => covers_hir(&read.sub, sent),
        (_, HirKind::Capture(sent)) => covers_hir(read, &sent.sub),
        (_, HirKind::Alternation(sent)) => sent.iter().all(|part| covers_hir(read, part)),
        (HirKind::Alternation(read), _) => read.iter().any(|part| covers_hir(part, sent)),
        (HirKind::Class(Class::Unicode(read)), HirKind::Class(Class::Unicode(sent))) => {
            let mut both = read.clone();
            both.intersect(sent);
            both == *sent
        }
        (HirKind::Repetition(read), HirKind::Repetition(sent)) => {
            let most = |most: Option<u32>| most.unwrap_or(u32::MAX);
            read.min <= sent.min && most(read.max) >= most(sent.max) && covers_hir(&read.sub, &sent.sub)
        }
        (HirKind::Repetition(read), _) => read.min <= 1 && read.max != Some(0) && covers_hir(&read.sub, sent),
        (HirKind::Concat(read), HirKind::Concat(sent)) => {
            read.len() == sent.len() && read.iter().zip(sent).all(|(read, sent)| covers_hir(read, sent))
        }
        _ => false,
    }
}

/// A string that fits a pattern, its open repetitions repeated so often.
pub(super) fn of_pattern(pattern: &str, repeated: usize) -> Option<String> {
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
