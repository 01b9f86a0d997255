//! Demands on numbers, by their decimal digits (JSON Schema 2020-12 validation, section 6.2).

use super::Decimal;
use std::cmp::Ordering;

/// A demand on a number, with a number as it is written.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "a schema makes some of them")]
pub(crate) enum NumberDemand {
    Minimum(&'static str),
    Maximum(&'static str),
    ExclusiveMinimum(&'static str),
    ExclusiveMaximum(&'static str),
    MultipleOf(&'static str),
}

impl NumberDemand {
    /// Whether a number as it is written meets it; what is no number, such as `NaN`, does not.
    pub(crate) fn is_met_by_text(self, text: &str) -> bool {
        let (Some(number), Some(bound)) = (Decimal::parse(text), Decimal::parse(self.text())) else { return false };
        match self {
            Self::MultipleOf(_) => number.is_multiple_of(&bound),
            _ => self.allows(number.compare(&bound)),
        }
    }

    pub(super) fn allows(self, order: Ordering) -> bool {
        match self {
            Self::Minimum(_) => order.is_ge(),
            Self::Maximum(_) => order.is_le(),
            Self::ExclusiveMinimum(_) => order.is_gt(),
            Self::ExclusiveMaximum(_) => order.is_lt(),
            Self::MultipleOf(_) => order.is_eq(),
        }
    }

    pub(super) fn text(self) -> &'static str {
        let (Self::Minimum(text)
        | Self::Maximum(text)
        | Self::ExclusiveMinimum(text)
        | Self::ExclusiveMaximum(text)
        | Self::MultipleOf(text)) = self;
        text
    }

    /// Why a number does not meet it.
    pub(crate) fn reason(self) -> String {
        let words = match self {
            Self::Minimum(_) => "is less than the minimum",
            Self::Maximum(_) => "is greater than the maximum",
            Self::ExclusiveMinimum(_) => "is not greater than",
            Self::ExclusiveMaximum(_) => "is not less than",
            Self::MultipleOf(_) => "is not a multiple of",
        };
        [words, self.text()].join(" ")
    }
}

impl Decimal<'_> {
    fn compare(&self, other: &Self) -> Ordering {
        let size = |number: &Self| (!number.digits.is_empty()).then_some(number.point);
        let magnitude = size(self).cmp(&size(other)).then_with(|| self.digits.cmp(&other.digits));
        match (self.negative, other.negative) {
            (false, false) => magnitude,
            (true, true) => magnitude.reverse(),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }

    /// The power of ten that its digits are to be multiplied with.
    pub(super) fn exponent(&self) -> i64 {
        self.point.saturating_sub(i64::try_from(self.digits.len()).unwrap_or(i64::MAX))
    }

    /// The digits end in no zero, so that a divisor with a higher power of ten goes into none. Of the powers of ten
    /// beyond, a divisor takes no more than it has factors 2 or 5: less than four for each of its digits.
    fn is_multiple_of(&self, divisor: &Self) -> bool {
        let zeros = self.exponent().saturating_sub(divisor.exponent());
        if self.digits.is_empty() || divisor.digits.is_empty() || zeros < 0 {
            return self.digits.is_empty() && !divisor.digits.is_empty();
        }
        let zeros = usize::try_from(zeros).unwrap_or(usize::MAX).min(4 * divisor.digits.len());
        let digits = self.digits.bytes().chain(std::iter::repeat_n(b'0', zeros));
        match divisor.digits.parse::<u64>() {
            Ok(divisor) if divisor < u64::MAX / 16 => {
                digits.fold(0, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % divisor) == 0
            }
            _ => rest_of_division(digits, divisor.digits.as_bytes()).is_empty(),
        }
    }
}

/// Division as it is done on paper; the rest has no leading zeros.
fn rest_of_division(digits: impl Iterator<Item = u8>, divisor: &[u8]) -> Vec<u8> {
    let mut rest: Vec<u8> = Vec::new();
    for digit in digits {
        rest.push(digit);
        while (rest.len(), rest.as_slice()) >= (divisor.len(), divisor) {
            subtract(&mut rest, divisor);
        }
        let zeros = rest.iter().take_while(|digit| **digit == b'0').count();
        rest.drain(..zeros);
    }
    rest
}

/// Subtracts a number that is not greater.
fn subtract(from: &mut Vec<u8>, number: &[u8]) {
    let mut borrow = 0;
    for (digit, other) in from.iter_mut().rev().zip(number.iter().rev().copied().chain(std::iter::repeat(b'0'))) {
        let taken = other - b'0' + borrow;
        borrow = u8::from(*digit - b'0' < taken);
        *digit = *digit + 10 * borrow - taken;
    }
    let zeros = from.iter().take_while(|digit| **digit == b'0').count();
    from.drain(..zeros);
}
