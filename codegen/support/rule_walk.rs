//! Walks a rule over a value.

use super::rule_down::{keep_in_array, keep_in_object};
use super::rule_key::write_key;
use super::{Demand, Evaluated, Failure, Held, Rule, View, equal_elements, is_equal};

pub(crate) type Kept<'v> = Result<(), Failure<'v>>;

/// How many rules may stand in each other: a rule that refers to itself without going down would have no end.
const DEEPEST: usize = 1000;

/// What a rule evaluates counts only if it is kept.
pub(super) fn walk<'v>(rule: &'static Rule, value: &'v Held<'v>, depth: usize, seen: &mut Evaluated<'v>) -> Kept<'v> {
    if depth == DEEPEST {
        return Err(Failure::new(None, value));
    }
    let mut own = seen.none_of(rule.0.iter().any(Demand::is_on_the_rest));
    for is_on_the_rest in [false, true] {
        for demand in rule.0.iter().filter(|demand| demand.is_on_the_rest() == is_on_the_rest) {
            keep(demand, value, depth + 1, &mut own)?;
        }
    }
    seen.note_all(own);
    Ok(())
}

/// Whether a value keeps a rule that it need not keep.
pub(super) fn fits<'v>(
    rule: &'static Rule,
    value: &'v Held<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Result<bool, Failure<'v>> {
    match walk(rule, value, depth, seen) {
        Ok(()) => Ok(true),
        Err(failure) if failure.is_too_deep() => Err(failure),
        Err(_) => Ok(false),
    }
}

fn keep<'v>(demand: &'static Demand, value: &'v Held<'v>, depth: usize, seen: &mut Evaluated<'v>) -> Kept<'v> {
    let view = value.view();
    let is_met = match (demand, &view) {
        (Demand::Same(rule), _) => return walk(rule, value, depth, seen),
        (Demand::AllOf(rules), _) => return rules.iter().try_for_each(|rule| walk(rule, value, depth, seen)),
        (Demand::AnyOf(rules), _) => fits_any(rules, value, depth, seen)?,
        (Demand::OneOf(rules), _) => fits_one(rules, value, depth, seen)?,
        (Demand::Not(rule), _) => !fits(rule, value, depth, &mut Evaluated::default())?,
        (Demand::If { condition, then, otherwise }, _) => {
            let rule = if fits(condition, value, depth, seen)? { then } else { otherwise };
            return rule.map_or(Ok(()), |rule| walk(rule, value, depth, seen));
        }
        (Demand::DependentSchemas(rules), View::Object(members)) => {
            let mut asked = rules.iter().filter(|(name, _)| members.has(name));
            return asked.try_for_each(|(_, rule)| walk(rule, value, depth, seen));
        }
        (demand, View::Array(items)) => keep_in_array(demand, items, depth, seen)? && is_met(demand, &view),
        (demand, View::Object(members)) => keep_in_object(demand, members, depth, seen)? && is_met(demand, &view),
        _ => is_met(demand, &view),
    };
    if is_met { Ok(()) } else { Err(Failure::new(Some(demand), value)) }
}

/// Whether a demand is met that needs no other rules.
fn is_met(demand: &Demand, value: &View<'_>) -> bool {
    match (demand, value) {
        (Demand::Never, _) => false,
        (Demand::Types(types), _) => types.iter().any(|ty| ty.is_of(value)),
        (Demand::Values(values), _) => values.iter().any(|listed| is_equal(listed, value)),
        (Demand::Number(demand), View::Number(number)) => demand.is_met(number),
        (Demand::MinLength(least), View::String(text)) => number(text.chars().count()) >= *least,
        (Demand::MaxLength(most), View::String(text)) => number(text.chars().count()) <= *most,
        (Demand::Pattern(pattern), View::String(text)) => (pattern.is_in)(text),
        (Demand::MinItems(least), View::Array(items)) => number(items.len()) >= *least,
        (Demand::MaxItems(most), View::Array(items)) => number(items.len()) <= *most,
        (Demand::UniqueItems, View::Array(items)) => equal_elements(items, write_key).is_none(),
        (Demand::MinProperties(least), View::Object(members)) => number(members.0.len()) >= *least,
        (Demand::MaxProperties(most), View::Object(members)) => number(members.0.len()) <= *most,
        (Demand::Required(names), View::Object(members)) => names.iter().all(|name| members.has(name)),
        (Demand::DependentRequired(needs), View::Object(members)) => {
            let mut asked = needs.iter().filter(|(name, _)| members.has(name));
            asked.all(|(_, names)| names.iter().all(|name| members.has(name)))
        }
        _ => true,
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Goes on behind the first rule that fits only where someone asks what all of them evaluate.
fn fits_any<'v>(
    rules: &[&'static Rule],
    value: &'v Held<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Result<bool, Failure<'v>> {
    let mut found = false;
    for rule in rules {
        found |= fits(rule, value, depth, seen)?;
        if found && !seen.is_asked() {
            break;
        }
    }
    Ok(found)
}

fn fits_one<'v>(
    rules: &[&'static Rule],
    value: &'v Held<'v>,
    depth: usize,
    seen: &mut Evaluated<'v>,
) -> Result<bool, Failure<'v>> {
    let mut found = false;
    for rule in rules {
        if fits(rule, value, depth, seen)? && std::mem::replace(&mut found, true) {
            return Ok(false);
        }
    }
    Ok(found)
}
