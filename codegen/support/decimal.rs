//! Numbers by their decimal digits: a float has no exact 0.01, but its shortest text has.

use std::borrow::Cow;

/// A number as its digits, without zeros at either end, behind a point that is moved: zero has none.
#[derive(PartialEq, Eq)]
pub(crate) struct Decimal<'t> {
    pub(crate) negative: bool,
    pub(crate) digits: Cow<'t, str>,
    pub(crate) point: i64,
}

impl<'t> Decimal<'t> {
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = if fraction.is_empty() { Cow::Borrowed(whole) } else { [whole, fraction].concat().into() };
        if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let trimmed = digits.trim_start_matches('0');
        let zeros = i64::try_from(digits.len() - trimmed.len()).ok()?;
        let point = exponent_of(exponent)?.saturating_add(i64::try_from(whole.len()).ok()?).saturating_sub(zeros);
        let digits = match &digits {
            Cow::Borrowed(digits) => Cow::Borrowed(digits.trim_matches('0')),
            Cow::Owned(digits) => Cow::Owned(digits.trim_matches('0').to_owned()),
        };
        let is_zero = digits.is_empty();
        Some(Self { negative: negative && !is_zero, digits, point: if is_zero { 0 } else { point } })
    }
}

/// An exponent; one that is out of all bounds is as good as the greatest.
fn exponent_of(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let greatest = if text.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
    is_number.then(|| text.parse().map_or(greatest, |exponent: i64| exponent.clamp(i64::MIN / 2, i64::MAX / 2)))
}
