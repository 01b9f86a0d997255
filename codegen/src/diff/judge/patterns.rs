//! Whether one pattern fits all that another fits.

use regex_syntax::hir::{Class, Hir, HirKind};

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
