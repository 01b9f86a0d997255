//! What a scalar means: the core schema of YAML 1.2 (section 10.3.2), as JSON.
//!
//! It differs in one thing: a number with a needless 0 in front, such as `012` or `007.5`, is a
//! string. YAML 1.1 and 1.2 disagree on which number it is, and mostly it is none, but a code.

use serde_json::{Number, Value};

/// The types that the core schema knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Core {
    Null,
    Bool,
    Int,
    Float,
    Str,
    Seq,
    Map,
}

impl Core {
    /// The type that a tag of the core schema names.
    pub(super) fn named(suffix: &str) -> Option<Self> {
        Some(match suffix {
            "null" => Self::Null,
            "bool" => Self::Bool,
            "int" => Self::Int,
            "float" => Self::Float,
            "str" => Self::Str,
            "seq" => Self::Seq,
            "map" => Self::Map,
            _ => return None,
        })
    }
}

/// Why a scalar has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is not written as its tag says.
    NotOfItsTag,
    /// `.nan` or `.inf`.
    NotFinite,
    /// A number that a `serde_json::Number` cannot hold.
    OutOfRange,
}

/// The value of a scalar without quotes and without a tag.
pub(super) fn plain(text: &str) -> Result<Value, Unfit> {
    if let Some(value) = null(text).or_else(|| boolean(text)) {
        return Ok(value);
    }
    if is_infinite(text) || is_nan(text) {
        return Err(Unfit::NotFinite);
    }
    let is_padded = digits(unsigned(text)).is_some_and(|(whole, _)| whole.len() > 1 && whole.starts_with('0'));
    let json = if is_padded { None } else { integer(text)?.or_else(|| float(text)) };
    json.map_or_else(|| Ok(Value::String(text.to_owned())), |json| number(&json))
}

/// The value of a scalar with a tag of the core schema.
pub(super) fn tagged(text: &str, core: Core) -> Result<Value, Unfit> {
    let value = match core {
        Core::Str => Some(Value::String(text.to_owned())),
        Core::Null => null(text),
        Core::Bool => boolean(text),
        Core::Int => integer(text)?.map(|json| number(&json)).transpose()?,
        Core::Float if is_infinite(text) || is_nan(text) => return Err(Unfit::NotFinite),
        Core::Float => float(text).map(|json| number(&with_point(json))).transpose()?,
        Core::Seq | Core::Map => None,
    };
    value.ok_or(Unfit::NotOfItsTag)
}

fn null(text: &str) -> Option<Value> {
    matches!(text, "" | "~" | "null" | "Null" | "NULL").then_some(Value::Null)
}

fn boolean(text: &str) -> Option<Value> {
    match text {
        "true" | "True" | "TRUE" => Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => Some(Value::Bool(false)),
        _ => None,
    }
}

fn is_nan(text: &str) -> bool {
    matches!(text, ".nan" | ".NaN" | ".NAN")
}

fn is_infinite(text: &str) -> bool {
    matches!(unsigned(text), ".inf" | ".Inf" | ".INF")
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

/// The sign as JSON has it.
fn sign(text: &str) -> &'static str {
    if text.starts_with('-') { "-" } else { "" }
}

/// The decimal digits that a text begins with, and the rest.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|next: char| !next.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end)
}

/// An integer, as JSON writes it.
fn integer(text: &str) -> Result<Option<String>, Unfit> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        let digits = text.strip_prefix(prefix).filter(|digits| !digits.is_empty());
        if let Some(digits) = digits.filter(|digits| digits.chars().all(|digit| digit.is_digit(radix))) {
            let value = u128::from_str_radix(digits, radix).map_err(|_| Unfit::OutOfRange)?;
            return Ok(Some(value.to_string()));
        }
    }
    Ok(match digits(unsigned(text)) {
        Some((whole, "")) if !whole.is_empty() => Some(format!("{}{}", sign(text), unpadded(whole))),
        _ => None,
    })
}

/// A number in decimal, with a fraction and an exponent if it has them, as JSON writes it.
fn float(text: &str) -> Option<String> {
    let (whole, rest) = digits(unsigned(text))?;
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest)?,
        None => ("", rest),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let point = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    let point = if rest.is_empty() && point.is_empty() && text.ends_with('.') { ".0".to_owned() } else { point };
    is_exponent(rest).then(|| format!("{}{}{point}{rest}", sign(text), unpadded(whole)))
}

fn is_exponent(text: &str) -> bool {
    let exponent =
        |text: &str| digits(unsigned(text)).is_some_and(|(digits, rest)| !digits.is_empty() && rest.is_empty());
    text.is_empty() || text.strip_prefix(['e', 'E']).is_some_and(exponent)
}

/// A float that is written as an integer is a float still.
fn with_point(json: String) -> String {
    if json.contains(['.', 'e', 'E']) { json } else { json + ".0" }
}

fn unpadded(digits: &str) -> &str {
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() { "0" } else { significant }
}

/// As `serde_json` reads numbers, so that JSON and YAML give the same.
fn number(json: &str) -> Result<Value, Unfit> {
    json.parse::<Number>().map(Value::Number).map_err(|_| Unfit::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn plain_scalars_are_those_of_the_core_schema() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(plain(text), Ok(Value::Null), "{text}");
        }
        for (text, value) in [("true", true), ("True", true), ("TRUE", true), ("false", false), ("FALSE", false)] {
            assert_eq!(plain(text), Ok(json!(value)), "{text}");
        }
        let strings = "no No on off yes y n nULL tRUE 012 -012 00 +01 007.5 01e3 2001-12-14 \
            2001-12-14t21:59:43.10-05:00 12:30:45 1_000 0b101 0o8 0o 0x 0xg -0x1 +0o7 0X1f . - + e3 .e3 1e 1e+ 1.2.3 \
            3.0.3 nan inf .iNf +.nan --1 = << ١";
        for text in strings.split(' ').chain(["1 2", " 1", "1 "]) {
            assert_eq!(plain(text), Ok(json!(text)), "{text}");
        }
    }

    #[test]
    fn numbers_are_written_as_json_writes_them() {
        let numbers = "0=0 12=12 +12=12 -12=-12 -0=-0 0x1F=31 0o17=15 0o007=7 0x0=0 1.5=1.5 +1.5=1.5 .5=0.5 -.5=-0.5 \
            5.=5.0 5.e3=5e3 1e3=1e3 1E-3=1E-3 1.25e+3=1.25e+3 0.10=0.10 0e0=0e0 1e22=1e22 \
            18446744073709551615=18446744073709551615 -9223372036854775808=-9223372036854775808 \
            123456789012345678901234567890=123456789012345678901234567890 \
            0xffffffffffffffffffffffff=79228162514264337593543950335";
        for (text, json) in numbers.split(' ').filter_map(|pair| pair.split_once('=')) {
            assert_eq!(plain(text), Ok(serde_json::from_str(json).unwrap()), "{text}");
        }
    }

    #[test]
    fn what_json_has_no_number_for_has_no_value() {
        for text in [".nan", ".NaN", ".NAN", ".inf", "-.inf", "+.Inf", ".INF"] {
            assert_eq!(plain(text), Err(Unfit::NotFinite), "{text}");
            assert_eq!(tagged(text, Core::Float), Err(Unfit::NotFinite), "{text}");
            assert_eq!(tagged(text, Core::Str), Ok(json!(text)), "{text}");
        }
        assert_eq!(plain(&format!("0x{}", "f".repeat(33))), Err(Unfit::OutOfRange));
        assert_eq!(plain("1e400"), serde_json::from_str("1e400").map_err(|_| Unfit::OutOfRange));
    }

    #[test]
    fn a_tag_says_what_a_scalar_is() {
        let values = [
            ("5 null", Core::Str, [json!("5"), json!("null")]),
            ("012 0x10", Core::Int, [json!(12), json!(16)]),
            ("5 012.5", Core::Float, [json!(5.0), json!(12.5)]),
            ("True FALSE", Core::Bool, [json!(true), json!(false)]),
            ("~ null", Core::Null, [json!(null), json!(null)]),
        ];
        for (texts, core, values) in values {
            for (text, value) in texts.split(' ').zip(values) {
                assert_eq!(tagged(text, core), Ok(value), "{core:?} {text}");
            }
        }
        let unfit = [(Core::Int, "a 1.5"), (Core::Float, "a 0x1"), (Core::Bool, "yes 1"), (Core::Null, "no 0")];
        for (core, texts) in unfit.into_iter().chain([(Core::Seq, "a ~"), (Core::Map, "a ~")]) {
            for text in texts.split(' ') {
                assert_eq!(tagged(text, core), Err(Unfit::NotOfItsTag), "{core:?} {text}");
            }
        }
    }
}
