//! Both readings choose the same branch of a union for each value that the strict one reads.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use serde_json::{Value, json};
use std::fmt::Debug;

/// The name of the variant of a member that was read.
fn branch(member: Option<&impl Debug>) -> String {
    let shown = format!("{:?}", member.unwrap());
    shown.split('(').next().unwrap().to_owned()
}

/// For each member values, the branch that both readings choose, and whether the strict one reads them.
macro_rules! chosen {
    ($($name:ident: $strict:ident, $tolerant:ident { $($member:ident: [$($value:expr => $branch:literal $(, $tolerated:ident)?;)*])* })*) => {$(
        #[test]
        fn $name() {
            use clerk_codegen_cases::{$strict, $tolerant};
            $($({
                let whole = json!({stringify!($member): $value});
                let text = whole.to_string();
                let tolerant: $tolerant::Root = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
                assert_eq!(branch(tolerant.$member.as_ref()), $branch, "tolerant: {text}");
                assert_eq!(serde_json::to_value(&tolerant).unwrap(), whole);
                let strict = serde_json::from_str::<$strict::Root>(&text);
                let is_tolerated: &[&str] = &[$(stringify!($tolerated))?];
                assert_eq!(strict.is_err(), !is_tolerated.is_empty(), "{text}");
                if let Ok(strict) = strict {
                    assert_eq!(branch(strict.$member.as_ref()), $branch, "strict: {text}");
                }
            })*)*
        }
    )*};
}

fn of(id: &str) -> Value {
    json!({"ids": [{"id": id}]})
}

macro_rules! letter {
    ($name:ident: $strict:ident, $tolerant:ident) => {
        chosen! { $name: $strict, $tolerant {
            by_pattern: ["ac" => "Text"; "bb" => "Text2"; "c\"b" => "Text2"; "ab" => "Text", tolerated; "xx" => "Text", tolerated;]
            by_pattern_any: ["ab" => "Text"; "x" => "Text2"; "bcde" => "Text3"; "abcd" => "Text"; "y" => "Text", tolerated;]
            by_pattern_object: [
                json!({"id": "u_1"}) => "Object"; json!({"id": "o_1"}) => "Object2"; json!({"id": "1"}) => "Object", tolerated;
            ]
            by_pattern_deep: [
                of("u_1") => "Users"; of("v_1") => "Users"; of("o_1") => "Others"; of("1") => "Users", tolerated;
                json!({"ids": []}) => "Users"; json!({"ids": [{"id": "o_1"}, {"id": "u_1"}]}) => "Users", tolerated;
            ]
            by_length: ["abc" => "Text"; "ab" => "Text2"; "äö" => "Text2"; "" => "Text2";]
            by_bound: [5 => "Integer"; 6 => "Integer2"; -9 => "Integer";]
            by_count: [json!([1, 2]) => "Array"; json!([1]) => "Array2"; json!([]) => "Array2";]
            by_member: [
                json!({"a": "x", "b": "x"}) => "Object2"; json!({"a": "a"}) => "Object"; json!({"b": "x"}) => "Object2";
                json!({"a": "x"}) => "Object", tolerated;
            ]
            told: [json!({"id": "o_1", "kind": "gold"}) => "Object2"; json!({"id": "x", "kind": "gold"}) => "Object2", tolerated;]
        } }
    };
}

letter!(the_letter: letter_strict, letter_tolerant);
letter!(the_letter_borrowed: letter_strict_borrowed, letter_tolerant_borrowed);

chosen! {
    the_dialect: branches_strict, branches_tolerant {
        by_open_value: [
            json!({"kind": "gold", "more": "x"}) => "Metal"; json!({"kind": "square", "more": "x"}) => "Shape";
            json!({"kind": "x", "more": "x"}) => "Metal", tolerated; json!({"kind": "x", "more": "a"}) => "Metal", tolerated;
        ]
        untold: [
            json!({"id": "u_1"}) => "One"; json!({"id": "o_1"}) => "Gold"; json!({"kind": "gold"}) => "Gold";
            json!({"id": "x"}) => "One", tolerated;
        ]
        inner: ["a" => "Words"; "e" => "Words"; "xy" => "Text"; "o" => "Words", tolerated;]
    }
}
