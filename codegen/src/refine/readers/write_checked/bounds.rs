//! Demands on numbers, as comparisons in the type that holds them.

use crate::plan::NumberDemand;

/// How a demand is checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Check {
    /// All values of the type meet it.
    Never,
    /// By this check, with a bound that the type can hold.
    Whole(&'static str, i128),
    Float(&'static str, f64),
    /// By decimal digits.
    Exact,
}

/// The least and the greatest value of a type of integers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    least: i128,
    greatest: i128,
}

impl Range {
    pub(super) fn of(name: &str) -> Option<Self> {
        let (least, greatest) = match name {
            "i8" => (i8::MIN.into(), i8::MAX.into()),
            "i16" => (i16::MIN.into(), i16::MAX.into()),
            "i32" => (i32::MIN.into(), i32::MAX.into()),
            "i64" => (i64::MIN.into(), i64::MAX.into()),
            "u8" => (0, u8::MAX.into()),
            "u16" => (0, u16::MAX.into()),
            "u32" => (0, u32::MAX.into()),
            "u64" => (0, u64::MAX.into()),
            _ => return None,
        };
        Some(Self { least, greatest })
    }
}

/// A bound between two integers is that of its neighbour; one that no integer of the type is beyond is no bound.
pub(super) fn of_integer(demand: &NumberDemand, range: Range) -> Check {
    let Some(bound) = Bound::parse(text(demand)) else { return Check::Exact };
    if matches!(demand, NumberDemand::MultipleOf(_)) {
        return multiple(&bound, range).unwrap_or(Check::Exact);
    }
    let Some((floor, is_whole)) = bound.floor() else { return Check::Exact };
    let (kind, bound) = match demand {
        NumberDemand::Minimum(_) | NumberDemand::ExclusiveMinimum(_) if !is_whole => ("minimum", floor + 1),
        NumberDemand::Maximum(_) | NumberDemand::ExclusiveMaximum(_) if !is_whole => ("maximum", floor),
        demand => (kind(demand), floor),
    };
    let met_by_all = match kind {
        "minimum" => bound <= range.least,
        "maximum" => bound >= range.greatest,
        "exclusive_minimum" => bound < range.least,
        _ => bound > range.greatest,
    };
    match (met_by_all, (range.least..=range.greatest).contains(&bound)) {
        (true, _) => Check::Never,
        (false, true) => Check::Whole(kind, bound),
        (false, false) => Check::Exact,
    }
}

/// A float is compared as one; whether it is a multiple, only its digits tell.
pub(super) fn of_float(demand: &NumberDemand) -> Check {
    match text(demand).parse::<f64>() {
        Ok(bound) if bound.is_finite() && !matches!(demand, NumberDemand::MultipleOf(_)) => {
            Check::Float(kind(demand), bound)
        }
        _ => Check::Exact,
    }
}

fn kind(demand: &NumberDemand) -> &'static str {
    match demand {
        NumberDemand::Minimum(_) => "minimum",
        NumberDemand::Maximum(_) => "maximum",
        NumberDemand::ExclusiveMinimum(_) => "exclusive_minimum",
        NumberDemand::ExclusiveMaximum(_) => "exclusive_maximum",
        NumberDemand::MultipleOf(_) => "multiple_of",
    }
}

fn text(demand: &NumberDemand) -> &str {
    let (NumberDemand::Minimum(text)
    | NumberDemand::Maximum(text)
    | NumberDemand::ExclusiveMinimum(text)
    | NumberDemand::ExclusiveMaximum(text)
    | NumberDemand::MultipleOf(text)) = demand;
    text
}

/// The integers that are multiples of a fraction are those of what its numerator has beyond its denominator.
fn multiple(divisor: &Bound, range: Range) -> Option<Check> {
    let (whole, power) = (divisor.digits, 10_i128.checked_pow(divisor.exponent.unsigned_abs())?);
    if whole <= 0 {
        return None;
    }
    let divisor = if divisor.exponent < 0 { whole / common(whole, power) } else { whole.checked_mul(power)? };
    match divisor {
        1 => Some(Check::Never),
        divisor => (divisor <= range.greatest).then_some(Check::Whole("multiple_of", divisor)),
    }
}

/// The greatest common divisor (Euclid).
fn common(one: i128, other: i128) -> i128 {
    if other == 0 { one } else { common(other, one % other) }
}

/// A number: its digits, and the power of ten they are multiplied with.
struct Bound {
    digits: i128,
    exponent: i32,
}

impl Bound {
    fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: i128 = [whole, fraction].concat().parse().ok()?;
        let exponent: i32 = exponent.parse().ok()?;
        Some(Self { digits, exponent: exponent.checked_sub(fraction.len().try_into().ok()?)? })
    }

    /// The greatest integer that is not greater, and whether it is equal.
    fn floor(&self) -> Option<(i128, bool)> {
        let power = 10_i128.checked_pow(self.exponent.unsigned_abs())?;
        if self.exponent < 0 {
            return Some((self.digits.div_euclid(power), self.digits.rem_euclid(power) == 0));
        }
        Some((self.digits.checked_mul(power)?, true))
    }
}

#[cfg(test)]
mod tests {
    use super::{Check, NumberDemand, Range, of_float, of_integer};

    fn minimum(text: &str) -> Check {
        of_integer(&NumberDemand::Minimum(text.to_owned()), Range::of("i64").unwrap())
    }

    fn multiple(text: &str) -> Check {
        of_integer(&NumberDemand::MultipleOf(text.to_owned()), Range::of("i32").unwrap())
    }

    #[test]
    fn a_bound_is_one_that_the_type_can_hold() {
        assert_eq!(minimum("10"), Check::Whole("minimum", 10));
        assert_eq!(minimum("1.0e1"), Check::Whole("minimum", 10));
        assert_eq!(minimum("0.5"), Check::Whole("minimum", 1));
        assert_eq!(minimum("-0.5"), Check::Whole("minimum", 0));
        assert_eq!(minimum("-1e30"), Check::Never);
        assert_eq!(minimum("-9223372036854775808"), Check::Never);
        assert_eq!(minimum("1e30"), Check::Exact);
        assert_eq!(minimum("1e300"), Check::Exact);
        let exclusive = NumberDemand::ExclusiveMaximum("2.5".to_owned());
        assert_eq!(of_integer(&exclusive, Range::of("u8").unwrap()), Check::Whole("maximum", 2));
        let unsigned = NumberDemand::Minimum("0".to_owned());
        assert_eq!(of_integer(&unsigned, Range::of("u8").unwrap()), Check::Never);
    }

    #[test]
    fn a_divisor_of_integers_is_an_integer() {
        assert_eq!(multiple("3"), Check::Whole("multiple_of", 3));
        assert_eq!(multiple("2.5"), Check::Whole("multiple_of", 5));
        assert_eq!(multiple("0.01"), Check::Never);
        assert_eq!(multiple("1e10"), Check::Exact);
        assert_eq!(multiple("0"), Check::Exact);
    }

    #[test]
    fn a_float_is_compared_as_one() {
        assert_eq!(of_float(&NumberDemand::Maximum("0.5".to_owned())), Check::Float("maximum", 0.5));
        assert_eq!(of_float(&NumberDemand::Maximum("1e999".to_owned())), Check::Exact);
        assert_eq!(of_float(&NumberDemand::MultipleOf("0.5".to_owned())), Check::Exact);
    }
}
