//! Strings, numbers and booleans.

use super::builder::{Builder, Making};
use super::leave::Left;
use super::pattern::pattern_plan;
use super::says::bounds;
use super::ty::{IntegerShape, NumberShape, Shape, TextShape};
use crate::plan::{Demand, JsonType, NumberDemand};
use crate::schema::{Node, TypeSet};

impl Builder<'_> {
    /// JSON Schema 2020-12 validation, section 6.3.
    pub(super) fn text(&mut self, making: &mut Making) -> Shape {
        let mut shape = TextShape::default();
        for part in making.parts.clone() {
            let node = self.node(&part);
            self.leave(making, &part, Left::General);
            shape.min_length = shape.min_length.max(node.text.min_length);
            shape.max_length = [shape.max_length, node.text.max_length].into_iter().flatten().min();
            let Some(pattern) = &node.text.pattern else { continue };
            match (pattern_plan(pattern), &shape.pattern) {
                (None, _) => self.ledger.not_enforced(node, "pattern", super::letter::NO_REGEX),
                (Some(_), None) => shape.pattern = Some(pattern.clone()),
                (Some(_), Some(other)) if other == pattern => {}
                (Some(plan), Some(_)) => making.rule.push(Demand::Pattern(plan)),
            }
        }
        if !making.rule.is_empty() {
            making.rule.extend(std::mem::take(&mut shape).demands());
        }
        Shape::Text(if self.is_tolerant() { TextShape::default() } else { shape })
    }

    /// JSON Schema 2020-12 validation, section 6.2; widths by OpenAPI's formats, and by bounds that are those of a width.
    pub(super) fn integer(&mut self, making: &mut Making) -> Shape {
        let bounds = self.number_bounds(making);
        let formats: Vec<&str> = making.parts.iter().filter_map(|part| format_of(self.node(part))).collect();
        if self.choices.exact_numbers {
            if !self.is_tolerant() {
                let integer = if self.schema.has_whole_numbers() { JsonType::Integer } else { JsonType::PlainInteger };
                making.rule.push(Demand::Types(vec![integer]));
                making.rule.extend(bounds.into_iter().map(Demand::Number));
            }
            return Shape::Number(NumberShape { is_exact: true, bounds: Vec::new() });
        }
        let by_format = formats.iter().find_map(|format| Width::of_format(format));
        let is_asked_for = by_format.is_some();
        let width = by_format.or_else(|| Width::of_bounds(&bounds)).unwrap_or(Width::DEFAULT);
        if !is_asked_for && !is_inside(&bounds, &width) {
            self.limit(making, "an integer is read as `i64` or `u64`: values beyond are refused");
        }
        let bounds: Vec<NumberDemand> = bounds.into_iter().filter(|bound| !width.implies(bound)).collect();
        let bounds = if self.is_tolerant() { Vec::new() } else { bounds };
        Shape::Integer(IntegerShape { format: width.format, bounds })
    }

    pub(super) fn number(&mut self, making: &mut Making) -> Shape {
        let bounds = self.number_bounds(making);
        self.leave_integers_out(making);
        let bounds = if self.is_tolerant() { Vec::new() } else { bounds };
        if !self.choices.exact_numbers {
            self.limit(making, "a number is read as `f64`: digits beyond its precision are lost");
        }
        Shape::Number(NumberShape { is_exact: self.choices.exact_numbers, bounds })
    }

    /// Of numbers, those that are no integers: no type holds only these.
    pub(super) fn leave_integers_out(&mut self, making: &mut Making) {
        if making.types.and(TypeSet::NUMBER) != TypeSet::FRACTION || self.is_tolerant() {
            return;
        }
        let integer = super::letter::json_types(TypeSet::INTEGER, self.schema.has_whole_numbers());
        let at = making.parts.first().map(|part| self.node(part).at.clone()).unwrap_or_default();
        let rule = self.new_rule(&at, vec![Demand::Types(integer)]);
        making.rule.push(Demand::Not(rule));
    }

    fn number_bounds(&mut self, making: &mut Making) -> Vec<NumberDemand> {
        let mut all: Vec<NumberDemand> = Vec::new();
        for part in making.parts.clone() {
            self.leave(making, &part, Left::General);
            for (_, bound) in bounds(&self.node(&part).number) {
                if !all.contains(&bound) {
                    all.push(bound);
                }
            }
        }
        all
    }

    pub(super) fn boolean(&mut self, making: &mut Making) -> Shape {
        for part in making.parts.clone() {
            self.leave(making, &part, Left::General);
        }
        Shape::Boolean
    }

    /// In OpenAPI's dialect the ranges are what its formats say; elsewhere JSON Schema has none.
    fn limit(&mut self, making: &Making, why: &'static str) {
        let says_type = making.parts.iter().find(|part| self.node(part).types.is_some()).or(making.parts.first());
        if let (Some(part), false) = (says_type, self.schema.is_dialect) {
            self.ledger.limited(self.schema.node(part.id), why);
        }
    }
}

/// A width of integers.
struct Width {
    format: Option<&'static str>,
    least: i128,
    most: i128,
}

const WIDTHS: &[(&str, i128, i128)] = &[
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
];

impl Width {
    const DEFAULT: Self = Self { format: None, least: i64::MIN as i128, most: i64::MAX as i128 };

    fn of(width: &(&'static str, i128, i128)) -> Self {
        Self { format: Some(width.0), least: width.1, most: width.2 }
    }

    fn of_format(format: &str) -> Option<Self> {
        WIDTHS.iter().find(|(name, ..)| *name == format).map(Self::of)
    }

    /// A width whose range the bounds are; with no greatest value and none below zero, the widest without a sign.
    fn of_bounds(bounds: &[NumberDemand]) -> Option<Self> {
        let (least, most) = range(bounds);
        let exact = WIDTHS.iter().find(|(_, low, high)| least == Some(*low) && most == Some(*high));
        let unsigned = || {
            WIDTHS.last().filter(|(_, _, high)| {
                least.is_some_and(|least| least >= 0)
                    && most.is_none_or(|most| most > i128::from(i64::MAX) && most <= *high)
            })
        };
        exact.or_else(unsigned).map(Self::of)
    }

    fn implies(&self, bound: &NumberDemand) -> bool {
        match bound {
            NumberDemand::Minimum(text) => text.parse::<i128>().is_ok_and(|least| least <= self.least),
            NumberDemand::Maximum(text) => text.parse::<i128>().is_ok_and(|most| most >= self.most),
            _ => false,
        }
    }
}

/// The least and the greatest integer of a width.
pub(crate) fn range_of(format: Option<&str>) -> (serde_json::Number, serde_json::Number) {
    let width = format.and_then(Width::of_format).unwrap_or(Width::DEFAULT);
    let least = i64::try_from(width.least).map_or_else(|_| 0.into(), serde_json::Number::from);
    let most = u64::try_from(width.most).map_or_else(|_| 0.into(), serde_json::Number::from);
    (least, most)
}

fn range(bounds: &[NumberDemand]) -> (Option<i128>, Option<i128>) {
    let whole = |text: &str| text.parse::<i128>().ok().or_else(|| text.strip_suffix(".0")?.parse().ok());
    let least = bounds.iter().filter_map(|bound| match bound {
        NumberDemand::Minimum(text) => whole(text),
        NumberDemand::ExclusiveMinimum(text) => whole(text)?.checked_add(1),
        _ => None,
    });
    let most = bounds.iter().filter_map(|bound| match bound {
        NumberDemand::Maximum(text) => whole(text),
        NumberDemand::ExclusiveMaximum(text) => whole(text)?.checked_sub(1),
        _ => None,
    });
    (least.max(), most.min())
}

fn is_inside(bounds: &[NumberDemand], width: &Width) -> bool {
    let (least, most) = range(bounds);
    least.is_some_and(|least| least >= width.least) && most.is_some_and(|most| most <= width.most)
}

/// What a schema says in `format`.
pub(super) fn format_of(node: &Node) -> Option<&str> {
    node.annotations.iter().find(|(name, _)| *name == "format").and_then(|(_, value)| value.as_str())
}

/// Whether a format is the width of an integer (OpenAPI 3.0.3, "Data Types", and its registry of formats).
pub(super) fn decides_a_width(node: &Node) -> bool {
    let is_integer = node.types.is_some_and(|types| types.has(TypeSet::INTEGER) && !types.has(TypeSet::NUMBER));
    is_integer && format_of(node).is_some_and(|format| Width::of_format(format).is_some())
}
