//! The rules that types name.

use super::{Choice, RuleId, Shape, TypePlan, UnionPlan};

impl TypePlan {
    /// The rules that its code names.
    pub(crate) fn rules(&self) -> impl Iterator<Item = RuleId> {
        self.rule.into_iter().chain(self.shape.letters().map(|(_, id)| id))
    }
}

impl Shape {
    /// The rules by which a union tells its branches, each with its variant.
    pub(crate) fn letters(&self) -> impl Iterator<Item = (&str, RuleId)> {
        let union = match self {
            Self::Union(plan) => Some(plan),
            _ => None,
        };
        union.into_iter().flat_map(UnionPlan::letters)
    }
}

impl UnionPlan {
    fn letters(&self) -> impl Iterator<Item = (&str, RuleId)> {
        let rules = match &self.choice {
            Choice::FirstByLetter(rules) => rules.as_slice(),
            Choice::First | Choice::ExactlyOne | Choice::Default(_) => &[],
        };
        self.branches.iter().map(|branch| branch.variant.as_str()).zip(rules.iter().copied())
    }
}
