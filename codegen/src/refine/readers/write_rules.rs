//! Writes the rules that types have, as data.

mod name_statics;
mod print;

use crate::plan::RuleId;
use crate::refine::module::Module;
use name_statics::name_statics;
use print::Printer;
use std::collections::{BTreeMap, BTreeSet};
use syn::Ident;

/// The rules that are statics of their own, by name.
type Statics = BTreeMap<RuleId, Ident>;

/// Writes the rules that types have behind the types, as statics.
///
/// Applies to all types with a rule, and to unions that tell their branches by rules. A rule that is named once stands
/// where it is named; one that is named more often, or by itself, is a static of its own, behind the first type that
/// comes to it.
pub(in crate::refine) fn write_rules(module: &mut Module<'_>) {
    let statics = name_statics(module.plan);
    let mut written = BTreeSet::new();
    for code in &mut module.types {
        code.rule = code.plan.rule.and_then(|id| statics.get(&id).cloned());
        let letters = code.plan.shape.letters();
        code.letters = letters.filter_map(|(_, id)| statics.get(&id).cloned()).collect();
        if code.rule.is_some() {
            module.pieces.need(if code.is_seen() { "seen_members" } else { "ruled" });
        }
        let mut open: Vec<RuleId> = code.plan.rules().collect();
        open.reverse();
        while let Some(id) = open.pop() {
            let Some(name) = statics.get(&id).filter(|_| written.insert(id)) else { continue };
            let mut printer = Printer::new(&module.plan.rules, &statics, &mut module.pieces);
            code.code.push(printer.static_rule(name, id));
            open.extend(printer.named.into_iter().rev());
        }
    }
}
