//! Names the rules that are statics of their own.

use super::Statics;
use crate::names::Taken;
use crate::plan::{Demand, Plan, RuleId, TypePlan};
use crate::refine::module::ident;
use std::collections::BTreeMap;
use syn::Ident;

/// Names the rules of types and of the branches that they tell apart, and those that are named more than once, by the types and by where they stand.
pub(super) fn name_statics(plan: &Plan) -> Statics {
    let mut taken = Taken::separated_by("_");
    let mut statics = Statics::new();
    for planned in &plan.types {
        if let Some(id) = planned.rule {
            statics.entry(id).or_insert_with(|| rule_ident(shouted(&planned.name), &mut taken));
        }
    }
    for planned in &plan.types {
        for (variant, id) in planned.shape.letters() {
            statics.entry(id).or_insert_with(|| rule_ident(shouted(&[&planned.name, variant].concat()), &mut taken));
        }
    }
    for (id, times) in times_named(plan) {
        if times > 1 {
            let pointer = plan.rules.get(id.0).map_or("", |rule| &rule.pointer);
            statics.entry(id).or_insert_with(|| rule_ident(place(pointer), &mut taken));
        }
    }
    statics
}

/// A name that no other static has.
fn rule_ident(name: String, taken: &mut Taken) -> Ident {
    ident(&format!("{}_RULE", taken.take(name)))
}

/// How often each rule is named by those that types come to.
fn times_named(plan: &Plan) -> BTreeMap<RuleId, usize> {
    let mut times = BTreeMap::new();
    let mut open: Vec<RuleId> = plan.types.iter().flat_map(TypePlan::rules).collect();
    while let Some(id) = open.pop() {
        let count = times.entry(id).or_insert(0);
        *count += 1;
        if *count == 1 {
            let demands = plan.rules.get(id.0).map_or(&[][..], |rule| &rule.demands);
            open.extend(demands.iter().flat_map(Demand::rules));
        }
    }
    times
}

/// The name of a type in capitals, with an underscore before each word.
fn shouted(name: &str) -> String {
    let mut text = String::new();
    let mut ends_word = false;
    for letter in name.chars() {
        if letter.is_uppercase() && ends_word {
            text.push('_');
        }
        ends_word = letter.is_lowercase() || letter.is_numeric();
        text.extend(letter.to_uppercase());
    }
    text
}

/// The last name in a pointer that is more than a number, with what stands behind it.
fn place(pointer: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in pointer.rsplit('/').filter(|part| !part.is_empty()) {
        let plain: String =
            part.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
        let is_name = plain.starts_with(|letter: char| letter.is_ascii_alphabetic());
        parts.push(shouted(&plain));
        if is_name {
            parts.reverse();
            return parts.join("_");
        }
    }
    "SHARED".to_owned()
}

#[cfg(test)]
mod tests {
    use super::{place, shouted};

    #[test]
    fn statics_are_named_by_types_and_places() {
        assert_eq!(shouted("PhoneNumber2Fa"), "PHONE_NUMBER2_FA");
        assert_eq!(place("/$defs/treeNode"), "TREE_NODE");
        assert_eq!(place("/properties/a~1b/allOf/0"), "ALL_OF_0");
        assert_eq!(place(""), "SHARED");
    }
}
