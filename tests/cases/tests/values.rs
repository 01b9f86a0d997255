//! The support code for enums of JSON values, used as the generated code does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "in generated code these items can be named")]

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use support::{Constant, UnknownInteger, UnknownJson, UnlistedJson};

#[path = "../../../codegen/support"]
mod support {
    pub(crate) mod boolean_enum;
    pub(crate) mod integer_enum;
    pub(crate) mod integers;
    pub(crate) mod json;
    pub(crate) mod open_integer_enum;
    pub(crate) mod open_value_enum;
    pub(crate) mod unknown_integer;
    pub(crate) mod unknown_json;
    pub(crate) mod unlisted_json;
    pub(crate) mod value_enum;

    pub(crate) use boolean_enum::boolean_enum;
    pub(crate) use integer_enum::integer_enum;
    pub(crate) use integers::{FromInteger, integer_traits, read_integer};
    pub(crate) use json::{Constant, value_traits};
    pub(crate) use open_integer_enum::open_integer_enum;
    pub(crate) use open_value_enum::open_value_enum;
    pub(crate) use unknown_integer::UnknownInteger;
    pub(crate) use unknown_json::UnknownJson;
    pub(crate) use unlisted_json::UnlistedJson;
    pub(crate) use value_enum::value_enum;
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Size {
    V1,
    Minus2,
}

support::integer_enum!(Size, whole: true, { V1 = 1, Minus2 = -2 });

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Plain {
    V1,
}

support::integer_enum!(Plain, whole: false, { V1 = 1 });

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Level {
    V1,
    Least,
    Unknown(UnknownInteger<Level>),
}

support::open_integer_enum!(Level, whole: true, { V1 = 1, Least = -9_223_372_036_854_775_808 }, else Unknown);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Always {
    True,
}

support::boolean_enum!(Always { True = true });

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Mixed {
    Null,
    Half,
    One,
    Max,
    Text,
    Array,
    Object,
}

support::value_enum!(Mixed {
    Null = support::Constant::Null,
    Half = support::Constant::Float(0.5),
    One = support::Constant::Float(1.0),
    Max = support::Constant::Unsigned(18_446_744_073_709_551_615),
    Text = support::Constant::Text("a"),
    Array = support::Constant::Array(&[support::Constant::Signed(1), support::Constant::Boolean(true)]),
    Object = support::Constant::Object(&[("b", support::Constant::Signed(1)), ("a", support::Constant::Array(&[]))]),
});

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Open {
    V1,
    A,
    Unknown(UnknownJson<Open>),
}

support::open_value_enum!(Open { V1 = support::Constant::Signed(1), A = support::Constant::Text("a") }, else Unknown);

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

fn refused<T: DeserializeOwned + Debug>(text: &str) -> String {
    let (from_text, from_value) = (serde_json::from_str::<T>(text), serde_json::from_value::<T>(read(text)));
    assert!(from_value.is_err());
    from_text.unwrap_err().to_string()
}

#[test]
fn all_that_are_listed_can_be_walked_over() {
    assert_eq!(Size::ALL, [Size::V1, Size::Minus2]);
    assert_eq!(Plain::ALL, [Plain::V1]);
    assert_eq!(Level::ALL, [Level::V1, Level::Least]);
    assert_eq!(Always::ALL, [Always::True]);
}

#[test]
fn integers_are_read_by_their_value() {
    for text in ["1", "1.0", "10e-1"] {
        assert_eq!(read::<Size>(text), Size::V1);
    }
    assert_eq!(read::<Size>("-2.0"), Size::Minus2);
    assert_eq!(serde_json::from_value::<Size>(json!(1.0)).unwrap(), Size::V1);
    assert_eq!(serde_json::to_string(&Size::Minus2).unwrap(), "-2");
    assert_eq!(Size::LISTED, [1, -2]);
    assert_eq!((Size::try_from(1), i64::from(Size::Minus2), Size::V1.to_string()), (Ok(Size::V1), -2, "1".to_owned()));
}

#[test]
fn other_integers_are_refused() {
    assert_eq!(refused::<Size>("3"), "invalid value: `3` is none of `1`, `-2` at line 1 column 1");
    assert_eq!(refused::<Size>("3.0"), "invalid value: `3` is none of `1`, `-2` at line 1 column 3");
    assert!(refused::<Size>("1.5").starts_with("invalid type: floating point `1.5`, expected an integer (Size)"));
    assert!(refused::<Size>("\"1\"").starts_with("invalid type: string \"1\", expected an integer (Size)"));
    assert!(refused::<Size>("18446744073709551615").starts_with("invalid value: "));
    assert!(refused::<Size>("1e30").starts_with("invalid value: "));
    assert!(refused::<Size>("9223372036854775808.0").starts_with("invalid value: "));
    assert!(refused::<Size>("[1]").starts_with("invalid type: sequence"));
    assert!(refused::<Plain>("1.0").starts_with("invalid type: floating point `1.0`, expected an integer (Plain)"));
    assert_eq!(read::<Plain>("1"), Plain::V1);
}

#[test]
fn an_open_enum_keeps_integers_that_are_not_listed() {
    let level: Level = read("7");
    assert!(matches!(&level, Level::Unknown(kept) if kept.as_i64() == 7));
    assert_eq!((level.is_listed(), level.as_i64(), level.to_string()), (false, 7, "7".to_owned()));
    assert_eq!((Level::from(1), Level::from(7)), (Level::V1, level));
    assert_eq!(read::<Level>("-9223372036854775808"), Level::Least);
    assert_eq!(read::<Level>("7.0"), Level::from(7));
    assert_eq!(serde_json::to_string(&Level::from(7)).unwrap(), "7");
    assert_eq!(Level::LISTED, [1, i64::MIN]);
    refused::<Level>("7.5");
}

#[test]
fn a_boolean_may_be_the_only_one() {
    assert_eq!(read::<Always>("true"), Always::True);
    assert_eq!(refused::<Always>("false"), "invalid value: `false` is none of `true`");
    assert!(refused::<Always>("1").starts_with("invalid type: integer `1`, expected a boolean"));
    assert_eq!((Always::try_from(true), bool::from(Always::True)), (Ok(Always::True), true));
    assert_eq!(serde_json::to_string(&Always::True).unwrap(), "true");
}

#[test]
fn values_are_read_by_their_value() {
    let texts = ["null", "0.5", "1.0", "18446744073709551615", "\"a\"", "[1,true]", "{\"b\":1,\"a\":[]}"];
    for (listed, text) in Mixed::LISTED.iter().zip(texts) {
        assert_eq!(read::<Mixed>(text), *listed);
        assert_eq!(serde_json::to_string(listed).unwrap(), text, "written as it is listed");
        assert_eq!(listed.to_value(), read::<Value>(text));
        assert_eq!(Mixed::try_from(listed.to_value()).as_ref(), Ok(listed));
    }
    assert_eq!(read::<Mixed>("1"), Mixed::One);
    assert_eq!(read::<Mixed>("[1.0, true]"), Mixed::Array);
    assert_eq!(read::<Mixed>("{\"a\": [], \"b\": 1.0}"), Mixed::Object);
}

#[test]
fn other_values_are_refused() {
    for text in
        ["true", "1.5", "18446744073709551616", "-1", "\"A\"", "[1]", "[true,1]", "{\"b\":1}", "{\"b\":1,\"c\":[]}"]
    {
        assert!(refused::<Mixed>(text).starts_with("invalid value: `"), "{text}");
    }
    assert_eq!(
        Mixed::try_from(json!({"x": "y"})).unwrap_err().to_string().split(" is ").collect::<Vec<_>>(),
        [
            "`{\"x\":\"y\"}`",
            "none of `null`, `0.5`, `1.0`, `18446744073709551615`, `\"a\"`, `[1,true]`, `{\"b\":1,\"a\":[]}`"
        ]
    );
}

#[test]
fn an_open_enum_keeps_values_that_are_not_listed() {
    for text in ["{\"x\":[1,null]}", "2", "null", "\"b\""] {
        let open: Open = read(text);
        assert!(matches!(&open, Open::Unknown(kept) if *kept.as_value() == read::<Value>(text)) && !open.is_listed());
        assert_eq!(serde_json::to_string(&open).unwrap(), text);
        assert_eq!((open.to_string(), Open::from(open.to_value())), (text.to_owned(), open));
    }
    assert_eq!((read::<Open>("1.0"), Open::from(json!("a"))), (Open::V1, Open::A));
    assert_eq!(Value::from(Open::V1), json!(1));
    assert_eq!(Open::LISTED, [Open::V1, Open::A]);
}

#[test]
fn errors_are_of_bounded_length() {
    let listed: Vec<String> = (0..10_000).map(|number| "é".repeat(number)).collect();
    let text = UnlistedJson::new(&"ü".repeat(10_000), &listed).to_string();
    assert!(text.len() < 1_000 && text.ends_with(" more"), "{text}");
    assert!(Constant::Float(1e300).equals(&json!(1e300)) && !Constant::Float(1e300).equals(&json!(1e301)));
    assert!(Constant::Float(-0.0).equals(&json!(0)));
}
