//! Patterns that need no engine: sequences of character classes.

use crate::plan::{ClassSequence, Step};
use std::iter::Peekable;
use std::str::Chars;

/// The steps of a pattern of ECMA-262 under the flag `u` that begins with `^` and goes on with
/// characters and classes, each repeated or not: `^oauth_[a-z]+$`. Nothing for any other pattern,
/// and where a repetition could take what the next step needs: there an engine has to go back.
pub(crate) fn class_sequence(pattern: &str) -> Option<ClassSequence> {
    let mut rest = pattern.strip_prefix('^')?.chars().peekable();
    let mut runs = Vec::new();
    let mut to_end = false;
    while let Some(first) = rest.next() {
        if first == '$' {
            to_end = true;
            break;
        }
        let ranges = match first {
            '[' => class(&mut rest)?,
            '.' => complement(&[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]),
            '\\' => escape(rest.next()?)?,
            literal if is_syntax(literal) => return None,
            literal => vec![(literal, literal)],
        };
        let (least, most) = quantifier(&mut rest)?;
        runs.push(Run { ranges, least, most });
    }
    let is_whole = rest.next().is_none() && !runs.is_empty();
    let is_sure = (0..runs.len()).all(|at| runs.split_at_checked(at).is_some_and(|(_, from)| never_goes_back(from)));
    (is_whole && is_sure).then(|| ClassSequence { steps: steps(runs), to_end })
}

struct Run {
    ranges: Vec<(char, char)>,
    least: u32,
    most: Option<u32>,
}

/// ECMA-262, "SyntaxCharacter": what stands for itself only behind a backslash.
fn is_syntax(c: char) -> bool {
    "^$\\.*+?()[]{}|".contains(c)
}

/// Whether the first run can take all it gets: nothing that may follow it begins with the same.
fn never_goes_back(runs: &[Run]) -> bool {
    let Some((first, later)) = runs.split_first() else { return true };
    if Some(first.least) == first.most {
        return true;
    }
    let needed = later.iter().position(|run| run.least > 0).map_or(later.len(), |at| at + 1);
    later.iter().take(needed).all(|next| have_none_in_common(&first.ranges, &next.ranges))
}

pub(super) fn have_none_in_common(one: &[(char, char)], other: &[(char, char)]) -> bool {
    one.iter().all(|(low, high)| other.iter().all(|(from, to)| high < from || to < low))
}

/// The class after its opening bracket.
fn class(rest: &mut Peekable<Chars<'_>>) -> Option<Vec<(char, char)>> {
    let is_negated = rest.next_if_eq(&'^').is_some();
    let mut ranges = Vec::new();
    loop {
        let low = match rest.next()? {
            ']' => break,
            '\\' => escape(rest.next()?)?,
            '[' => return None,
            literal => vec![(literal, literal)],
        };
        if rest.peek() != Some(&'-') {
            ranges.extend(low);
            continue;
        }
        rest.next();
        let high = match rest.next()? {
            ']' => {
                ranges.extend(low);
                ranges.push(('-', '-'));
                break;
            }
            '\\' => escape(rest.next()?)?,
            literal => vec![(literal, literal)],
        };
        ranges.push(range(&low, &high)?);
    }
    let ranges = if is_negated { complement(&united(ranges)) } else { united(ranges) };
    (!ranges.is_empty()).then_some(ranges)
}

fn range(low: &[(char, char)], high: &[(char, char)]) -> Option<(char, char)> {
    match (low, high) {
        ([(low, first)], [(high, last)]) if low == first && high == last && low <= high => Some((*low, *high)),
        _ => None,
    }
}

/// What a backslash and this character mean (ECMA-262, "CharacterClassEscape", "IdentityEscape").
fn escape(c: char) -> Option<Vec<(char, char)>> {
    match c {
        'd' => Some(vec![('0', '9')]),
        'w' => Some(vec![('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
        '-' | '/' => Some(vec![(c, c)]),
        c if is_syntax(c) => Some(vec![(c, c)]),
        _ => None,
    }
}

/// How often (ECMA-262, "Quantifier"); once where nothing is said.
fn quantifier(rest: &mut Peekable<Chars<'_>>) -> Option<(u32, Option<u32>)> {
    let often = match rest.peek() {
        Some('*') => (0, None),
        Some('+') => (1, None),
        Some('?') => (0, Some(1)),
        Some('{') => return braces(rest),
        _ => return Some((1, Some(1))),
    };
    rest.next();
    (rest.peek() != Some(&'?')).then_some(often)
}

fn braces(rest: &mut Peekable<Chars<'_>>) -> Option<(u32, Option<u32>)> {
    rest.next();
    let inside: String = std::iter::from_fn(|| rest.next_if(|c| *c != '}')).collect();
    rest.next()?;
    let often = match inside.split_once(',') {
        None => (inside.parse().ok()?, Some(inside.parse().ok()?)),
        Some((least, "")) => (least.parse().ok()?, None),
        Some((least, most)) => (least.parse().ok()?, Some(most.parse().ok()?)),
    };
    (rest.peek() != Some(&'?')).then_some(often)
}

/// The same characters, in order and without overlap.
fn united(mut ranges: Vec<(char, char)>) -> Vec<(char, char)> {
    ranges.sort_unstable();
    let mut united: Vec<(char, char)> = Vec::new();
    for (low, high) in ranges {
        match united.last_mut() {
            Some((_, last)) if low <= *last || after(*last) == Some(low) => *last = high.max(*last),
            _ => united.push((low, high)),
        }
    }
    united
}

/// All other characters.
fn complement(ranges: &[(char, char)]) -> Vec<(char, char)> {
    let mut others = Vec::new();
    let mut next = Some(char::MIN);
    for (low, high) in ranges {
        if let (Some(from), Some(to)) = (next, before(*low))
            && from <= to
        {
            others.push((from, to));
        }
        next = after(*high);
    }
    others.extend(next.map(|from| (from, char::MAX)));
    others
}

fn after(c: char) -> Option<char> {
    (c..=char::MAX).nth(1)
}

fn before(c: char) -> Option<char> {
    (char::MIN..=c).nth_back(1)
}

/// Single characters that follow each other become one text.
fn steps(runs: Vec<Run>) -> Vec<Step> {
    let mut steps = Vec::new();
    for Run { ranges, least, most } in runs {
        match (ranges.as_slice(), least, most, steps.last_mut()) {
            ([(low, high)], 1, Some(1), Some(Step::Text(text))) if low == high => text.push(*low),
            ([(low, high)], 1, Some(1), _) if low == high => steps.push(Step::Text(low.to_string())),
            _ => steps.push(Step::Run { ranges, least, most }),
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a step-by-step match is what an engine finds, for every text of these letters.
    fn agrees(pattern: &str, letters: &str) {
        let sequence = class_sequence(pattern).unwrap_or_else(|| panic!("{pattern} needs an engine"));
        let engine = regress::Regex::with_flags(pattern, "u").unwrap();
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts = texts.iter().flat_map(|text| letters.chars().map(move |c| format!("{text}{c}"))).collect();
            for text in &texts {
                assert_eq!(fits(&sequence, text), engine.find(text).is_some(), "{pattern} in {text:?}");
            }
        }
    }

    fn fits(sequence: &ClassSequence, text: &str) -> bool {
        let mut rest = text;
        for step in &sequence.steps {
            let length = match step {
                Step::Text(text) if rest.starts_with(text.as_str()) => text.len(),
                Step::Text(_) => return false,
                Step::Run { ranges, least, most } => {
                    let most = most.map_or(usize::MAX, |most| most as usize);
                    let is_in = |c: &char| ranges.iter().any(|(low, high)| (low..=high).contains(&c));
                    let run: String = rest.chars().take_while(is_in).take(most).collect();
                    if run.chars().count() < *least as usize {
                        return false;
                    }
                    run.len()
                }
            };
            rest = &rest[length..];
        }
        rest.is_empty() || !sequence.to_end
    }

    #[test]
    fn steps_find_what_an_engine_finds() {
        agrees("^a[b-d]+$", "abd_");
        agrees("^a?b*c{1,2}$", "abc");
        agrees("^[^a\\d]\\w{0,}-?$", "a0-_ü");
        agrees("^.[\\]-]", "a\n]-\u{2028}");
        agrees("^[a-]*\\.x$", "a-.x");
        agrees("^[+--]{2}", "+,-.");
    }

    #[test]
    fn an_engine_is_needed() {
        let patterns =
            ["a", "^", "^a*a", "^a|b$", "^(a)$", "^a+?$", "^a{2}{3}", "^\\s$", "^\\b", "^a?b?a", "^[a-\\d]", "^a$b"];
        for pattern in patterns {
            assert_eq!(class_sequence(pattern), None, "{pattern}");
        }
    }
}
