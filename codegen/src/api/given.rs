//! The public items that come from the support code.

use super::ItemKind;

/// What the support code's macros give to a type beside what stands in the module.
pub(super) const GIVEN: &[(&str, &[Given])] = &[
    ("object", SERDE),
    ("branch", SERDE),
    ("tagged_union", SERDE),
    ("untagged_union", SERDE),
    ("newtype", SERDE),
    (
        "closed_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [& 'static str]"),
            (ItemKind::Constant, "ALL", "& 'static [Self]"),
            (ItemKind::Function, "as_str", "const fn as_str (& self) -> & 'static str"),
            (ItemKind::Trait, "std :: str :: FromStr", ""),
            (ItemKind::Trait, "TryFrom < & str >", ""),
            (ItemKind::Trait, "AsRef < str >", ""),
            (ItemKind::Trait, "PartialEq < str >", ""),
            (ItemKind::Trait, "PartialEq < & str >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "open_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [& 'static str]"),
            (ItemKind::Constant, "ALL", "& 'static [Self]"),
            (ItemKind::Function, "as_str", "fn as_str (& self) -> & str"),
            (ItemKind::Function, "is_listed", "fn is_listed (& self) -> bool"),
            (ItemKind::Trait, "std :: str :: FromStr", ""),
            (ItemKind::Trait, "From < & str >", ""),
            (ItemKind::Trait, "From < String >", ""),
            (ItemKind::Trait, "AsRef < str >", ""),
            (ItemKind::Trait, "PartialEq < str >", ""),
            (ItemKind::Trait, "PartialEq < & str >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "integer_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [i64]"),
            (ItemKind::Constant, "ALL", "& 'static [Self]"),
            (ItemKind::Function, "as_i64", "const fn as_i64 (& self) -> i64"),
            (ItemKind::Trait, "TryFrom < i64 >", ""),
            (ItemKind::Trait, "Into < i64 >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "open_integer_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [i64]"),
            (ItemKind::Constant, "ALL", "& 'static [Self]"),
            (ItemKind::Function, "as_i64", "const fn as_i64 (& self) -> i64"),
            (ItemKind::Function, "is_listed", "const fn is_listed (& self) -> bool"),
            (ItemKind::Trait, "From < i64 >", ""),
            (ItemKind::Trait, "Into < i64 >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "boolean_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [bool]"),
            (ItemKind::Constant, "ALL", "& 'static [Self]"),
            (ItemKind::Function, "as_bool", "const fn as_bool (& self) -> bool"),
            (ItemKind::Trait, "TryFrom < bool >", ""),
            (ItemKind::Trait, "Into < bool >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "value_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [Self]"),
            (ItemKind::Function, "to_value", "fn to_value (& self) -> serde_json :: Value"),
            (ItemKind::Trait, "TryFrom < serde_json :: Value >", ""),
            (ItemKind::Trait, "Into < serde_json :: Value >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "open_value_enum",
        &[
            (ItemKind::Constant, "LISTED", "& 'static [Self]"),
            (ItemKind::Function, "to_value", "fn to_value (& self) -> serde_json :: Value"),
            (ItemKind::Function, "is_listed", "const fn is_listed (& self) -> bool"),
            (ItemKind::Trait, "From < serde_json :: Value >", ""),
            (ItemKind::Trait, "Into < serde_json :: Value >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
    (
        "checked",
        &[
            (ItemKind::Function, "as_inner", "fn as_inner (& self) -> & $inner"),
            (ItemKind::Function, "into_inner", "fn into_inner (self) -> $inner"),
            (ItemKind::Trait, "TryFrom < $inner >", ""),
            (ItemKind::Trait, "Into < $inner >", ""),
            (ItemKind::Trait, "std :: ops :: Deref", ""),
            (ItemKind::Trait, "serde :: Serialize", ""),
            (ItemKind::Trait, "serde :: Deserialize", ""),
        ],
    ),
    (
        "checked_number",
        &[(ItemKind::Trait, "std :: str :: FromStr", ""), (ItemKind::Trait, "std :: fmt :: Display", "")],
    ),
    (
        "text",
        &[
            (ItemKind::Function, "as_str", "fn as_str (& self) -> & str"),
            (ItemKind::Trait, "TryFrom < & str >", ""),
            (ItemKind::Trait, "TryFrom < String >", ""),
            (ItemKind::Trait, "Into < String >", ""),
            (ItemKind::Trait, "std :: str :: FromStr", ""),
            (ItemKind::Trait, "AsRef < str >", ""),
            (ItemKind::Trait, "PartialEq < str >", ""),
            (ItemKind::Trait, "PartialEq < & str >", ""),
            (ItemKind::Trait, "std :: fmt :: Display", ""),
        ],
    ),
];

/// Stands for the type that a macro wraps.
pub(super) const INNER: &str = "$inner";

/// What a type with a rule has.
pub(super) const CHECK: Given =
    (ItemKind::Function, "check", "fn check (& self) -> Result < () , support :: InvalidValue >");

/// An item: its kind, its name, its signature.
pub(super) type Given = (ItemKind, &'static str, &'static str);

const SERDE: &[Given] = &[(ItemKind::Trait, "serde :: Serialize", ""), (ItemKind::Trait, "serde :: Deserialize", "")];
