//! From names in JSON to Rust identifiers.

use heck::{ToSnakeCase, ToUpperCamelCase};
use regress::Regex;
use std::sync::LazyLock;

mod taken;
mod value_idents;

pub(crate) use taken::Taken;
pub(crate) use value_idents::value_idents;

/// Names that generated code uses for something else, besides Rust's own `Self`.
const TAKEN_TYPES: &[&str] = &[
    "Self",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "BTreeMap",
    "Cow",
    "OptionalNullable",
    "UnknownInteger",
    "UnknownJson",
    "UnknownObject",
    "UnknownValue",
    "UnlistedJson",
    "UnlistedValue",
    "InvalidText",
    "InvalidValue",
];

/// The traits of the prelude of Rust 2024, which generated code and its macros name as they are: a type of that name
/// would stand before them.
const TAKEN_TRAITS: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Sized",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
];

/// The name of a type (Rust API guidelines, C-CASE); nothing when the text has no letter or digit.
pub(crate) fn type_ident(name: &str) -> Option<String> {
    let ident = variant_ident(name)?;
    Some(if TAKEN_TRAITS.contains(&ident.as_str()) { format!("{ident}Type") } else { ident })
}

/// How long a name by the way to a type may be before it is named by the place of its schema alone.
pub(crate) const LONGEST_HINT: usize = 200;

/// The name of a place inside a type.
pub(crate) fn below(name: &str, part: &str) -> String {
    type_ident(&format!("{name} {}", variant_ident(part).unwrap_or_else(|| "X".to_owned()))).unwrap_or_default()
}

/// The name of a variant, or a part of a longer name: it stands in nobody's way.
pub(crate) fn variant_ident(name: &str) -> Option<String> {
    let camel = stable_camel(&name.replace(|c| !is_part(c), " "));
    let ident = match camel.chars().next()? {
        first if is_start(first) => camel,
        _ => format!("X{camel}"),
    };
    Some(if TAKEN_TYPES.contains(&ident.as_str()) { format!("{ident}Type") } else { ident })
}

/// heck finds other words in some of its own results; the names that typify leaves alone are those it does not.
fn stable_camel(text: &str) -> String {
    let camel = text.to_upper_camel_case();
    if camel == text { camel } else { stable_camel(&camel) }
}

/// A field name (Rust API guidelines, C-CASE); a keyword gets an underscore.
pub(crate) fn field_ident(name: &str) -> String {
    let snake = name.replace(|c| !is_part(c), " ").to_snake_case();
    match snake.chars().next() {
        None => "x".to_owned(),
        Some(first) if !is_start(first) => format!("x{snake}"),
        Some(_) if is_keyword(&snake) => format!("{snake}_"),
        Some(_) => snake,
    }
}

/// What stands behind `as_` and `into_` in the names of functions; what other functions are called gets an underscore.
pub(crate) fn method_part(variant: &str) -> String {
    const TAKEN: &[&str] = &["iter", "mut", "owned", "ref"];
    let snake = variant.to_snake_case();
    if TAKEN.contains(&snake.as_str()) { format!("{snake}_") } else { snake }
}

/// Whether a name may begin with it (The Rust Reference, "Identifiers").
fn is_start(first: char) -> bool {
    static START: LazyLock<Result<Regex, regress::Error>> = LazyLock::new(|| Regex::with_flags(r"\p{XID_Start}", "u"));
    first.is_alphabetic() && has(&START, first)
}

/// Whether it may stand in a name: some letters and digits, such as `²`, may not.
fn is_part(c: char) -> bool {
    static PART: LazyLock<Result<Regex, regress::Error>> =
        LazyLock::new(|| Regex::with_flags(r"\p{XID_Continue}", "u"));
    c.is_alphanumeric() && has(&PART, c)
}

fn has(class: &Result<Regex, regress::Error>, c: char) -> bool {
    c.is_ascii() || class.as_ref().is_ok_and(|class| class.find(c.encode_utf8(&mut [0; 4])).is_some())
}

/// The strict and reserved keywords of Rust 2024 (The Rust Reference, "Keywords") in lower case.
fn is_keyword(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
        "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
        "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
        "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_camel_case_and_keep_clear_of_the_prelude() {
        assert_eq!(type_ident("OTP").as_deref(), Some("Otp"));
        assert_eq!(type_ident("FromOAuth").as_deref(), Some("FromOAuth"));
        assert_eq!(type_ident("Clerk PhoneNumber").as_deref(), Some("ClerkPhoneNumber"));
        assert_eq!(type_ident("2fa").as_deref(), Some("X2fa"));
        assert_eq!(type_ident("string").as_deref(), Some("StringType"));
        assert_eq!(type_ident("clk2._domainkey").as_deref(), Some("Clk2Domainkey"));
        assert_eq!(type_ident("--"), None);
        assert_eq!(type_ident("from").as_deref(), Some("FromType"));
        assert_eq!(variant_ident("from").as_deref(), Some("From"));
        assert_eq!(type_ident("a²"), Some("A".to_owned()));
        assert_eq!(type_ident("ﷺ²"), None);
    }

    #[test]
    fn fields_are_snake_case_and_keep_clear_of_keywords() {
        assert_eq!(field_ident("createdAt"), "created_at");
        assert_eq!(field_ident("type"), "type_");
        assert_eq!(field_ident("$id"), "id");
        assert_eq!(field_ident("1st"), "x1st");
        assert_eq!(field_ident(""), "x");
    }

    #[test]
    fn parts_of_methods_may_be_keywords_but_no_method_that_is_there() {
        assert_eq!(method_part("VerificationOtp"), "verification_otp");
        assert_eq!(method_part("Type"), "type");
        assert_eq!(method_part("Ref"), "ref_");
        assert_eq!(method_part("Owned"), "owned_");
    }

    #[test]
    fn a_name_is_a_fixed_point() {
        for name in ["OTP", "FromOAuth", "a1B", "XMLHttp2Request", "日本", "x_y-z", "2fa", "Option", "into"] {
            let once = type_ident(name);
            assert_eq!(once.as_deref().and_then(type_ident), once, "{name}");
        }
    }
}
