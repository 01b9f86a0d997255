//! The support code: what the generated types share, in pieces, of which a module gets those it needs.

pub(super) mod support_files;

use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::{Ident, Item, parse_quote};

/// Where the support code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placement {
    /// In the module itself.
    Inside,
    /// In `crate::support`.
    Crate,
    /// In the folder of the module, which has a file for each component.
    Folder,
}

/// A piece of the support code: one file.
pub(super) struct Piece {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
    /// What users of the types can name.
    pub(super) public: &'static [&'static str],
    /// What the generated code and other pieces name as `support::…`.
    pub(super) private: &'static [&'static str],
    needs: &'static [&'static str],
}

macro_rules! pieces {
    ($($name:literal: public $public:expr, private $private:expr, needs $needs:expr;)*) => {
        &[$(Piece {
            name: $name,
            text: include_str!(concat!("../../support/", $name, ".rs")),
            public: &$public,
            private: &$private,
            needs: &$needs,
        },)*]
    };
}

const PIECES: &[Piece] = pieces! {
    "about": public [], private ["about"], needs [];
    "no_members": public [], private ["NoMembers"], needs [];
    "object_as": public [], private ["Object", "Unlisted", "members", "object_as", "read_object"], needs ["no_members", "read_as"];
    "read_unlisted": public [], private ["ReadUnlisted"], needs ["object_as"];
    "expect_empty": public [], private ["expect_empty"], needs [];
    "object": public [], private ["object"], needs ["object_as"];
    "branch": public [], private ["branch"], needs ["object_as"];
    "by_pattern": public [], private ["by_pattern", "is_meant"], needs ["read_unlisted"];
    "refuse": public [], private ["Refuse"], needs ["read_unlisted"];
    "ignore": public [], private ["Ignore"], needs ["read_unlisted"];
    "keep_names": public [], private [], needs ["object_as"];
    "keep": public [], private [], needs ["keep_names", "read_unlisted"];
    "keep_lent": public [], private [], needs ["keep_names", "lent"];
    "keep_any": public [], private [], needs ["read_unlisted"];
    "error_if_absent": public [], private [], needs [];
    "required": public [], private [], needs ["error_if_absent"];
    "none_if_absent": public [], private [], needs [];
    "optional": public [], private [], needs ["none_if_absent"];
    "lenient": public [], private [], needs ["none_if_absent"];
    "three_states": public ["OptionalNullable"], private [], needs [];
    "optional_nullable": public [], private [], needs ["three_states"];
    "borrowing": public [], private ["Borrowing"], needs ["lent"];
    "lent": public [], private ["Lent"], needs ["borrowing"];
    "lent_strings": public [], private [], needs ["lent"];
    "whole_numbers": public [], private [], needs ["lent"];
    "lent_map": public [], private [], needs ["lent"];
    "each_tuple": public [], private ["each_tuple"], needs [];
    "lent_tuples": public [], private [], needs ["each_tuple", "lent"];
    "lent_integers": public [], private [], needs ["lent"];
    "lent_as_it_is": public [], private ["lent_as_it_is"], needs ["lent"];
    "required_lent": public [], private [], needs ["error_if_absent", "lent"];
    "optional_lent": public [], private [], needs ["none_if_absent", "lent"];
    "lenient_lent": public [], private [], needs ["none_if_absent", "lent"];
    "optional_nullable_lent": public [], private [], needs ["three_states", "lent"];
    "strings": public [], private ["FromText", "read_as_text", "read_text"], needs [];
    "string_traits": public [], private ["string_traits"], needs [];
    "converted": public [], private ["converted"], needs ["strings"];
    "converted_lent": public [], private ["converted"], needs [];
    "closed_enum": public ["UnlistedValue"], private ["closed_enum", "unlisted"], needs ["strings", "string_traits"];
    "unknown_value": public ["UnknownValue"], private [], needs ["converted"];
    "unknown_value_lent": public ["UnknownValue"], private [], needs ["converted_lent"];
    "open_enum": public [], private ["open_enum"], needs ["string_traits"];
    "unlisted_json": public ["UnlistedJson"], private [], needs [];
    "integers": public [], private ["FromInteger", "integer_traits", "read_integer"], needs [];
    "integer_enum": public [], private ["integer_enum"], needs ["integers", "unlisted_json"];
    "unknown_integer": public ["UnknownInteger"], private [], needs [];
    "open_integer_enum": public [], private ["open_integer_enum"], needs ["integers", "unknown_integer"];
    "boolean_enum": public [], private ["boolean_enum"], needs ["unlisted_json"];
    "json": public [], private ["Constant", "value_traits"], needs [];
    "value_enum": public [], private ["value_enum"], needs ["json", "unlisted_json"];
    "unknown_json": public ["UnknownJson"], private [], needs [];
    "open_value_enum": public [], private ["open_value_enum"], needs ["json", "unknown_json"];
    "text": public ["InvalidText"], private ["text"], needs ["string_traits"];
    "min_length": public [], private ["min_length"], needs ["text"];
    "max_length": public [], private ["max_length"], needs ["text"];
    "pattern": public [], private ["pattern"], needs ["regex", "text"];
    "classes": public [], private ["classes"], needs ["class_sequence", "text"];
    "regex": public [], private ["passes_regex"], needs [];
    "class_sequence": public [], private ["class_step", "passes_classes"], needs [];
    "class_run": public [], private ["take_run"], needs [];
    "newtype": public [], private ["newtype"], needs [];
    "newtype_lent": public [], private ["newtype_lent"], needs ["lent"];
    "into_owned": public [], private ["IntoOwned", "into_owned"], needs [];
    "into_owned_unknown": public [], private [], needs ["into_owned", "unknown_value_lent"];
    "into_owned_three_states": public [], private [], needs ["into_owned", "three_states"];
    "into_owned_tuples": public [], private [], needs ["each_tuple", "into_owned"];
    "owned_as_it_is": public [], private ["owned_as_it_is"], needs ["into_owned"];
    "listed": public [], private ["Listed", "listed"], needs [];
    "listed_three_states": public [], private [], needs ["listed", "three_states"];
    "listed_lent": public [], private [], needs ["listed"];
    "listed_integers": public [], private [], needs ["listed"];
    "listed_number": public [], private [], needs ["listed"];
    "listed_null": public [], private [], needs ["listed"];
    "listed_tuples": public [], private [], needs ["each_tuple", "listed"];
    "candidates": public [], private ["Candidate", "candidate", "fits"], needs ["held"];
    "first": public [], private ["first"], needs ["candidates", "listed"];
    "by_letter": public [], private [], needs ["first", "rule"];
    "first_by_letter": public [], private ["first_by_letter"], needs ["by_letter"];
    "first_by_letter_untagged": public [], private ["first_by_letter_untagged"], needs ["by_letter"];
    "default_branch": public [], private ["default_branch"], needs ["candidates"];
    "exactly_one": public [], private ["exactly_one"], needs ["candidates", "listed"];
    "held": public [], private ["Held", "Nested"], needs ["held_members", "replay"];
    "replay": public [], private [], needs ["held"];
    "held_members": public [], private ["Members"], needs ["held", "held_name"];
    "held_name": public [], private [], needs [];
    "held_order": public [], private [], needs ["held"];
    "held_value": public [], private [], needs ["held"];
    "tagged": public [], private ["Tagged"], needs ["about", "held", "object_as"];
    "other": public [], private [], needs ["tagged"];
    "other_lent": public [], private [], needs ["lent", "other"];
    "unknown_object": public ["UnknownObject"], private [], needs ["held_value", "tagged"];
    "tagged_union": public [], private ["TaggedUnion", "read_union", "tagged_union"], needs ["candidates", "read_as", "tagged"];
    "untagged_union": public [], private ["UntaggedUnion", "read_by_fit", "untagged_union"], needs ["candidates", "held_order", "read_as"];
    "branches": public [], private ["branches"], needs [];
    "setters": public [], private ["setters"], needs [];
    "shared": public [], private ["shared"], needs [];
    "read_as": public [], private ["read_as"], needs [];
    "invalid_value": public ["InvalidValue"], private [], needs [];
    "seen": public [], private ["seen"], needs ["invalid_value"];
    "seen_members": public [], private ["SeenMembers"], needs ["rule_check", "seen"];
    "seen_values": public [], private [], needs ["seen_members"];
    "checked": public [], private ["checked"], needs ["invalid_value"];
    "checked_number": public [], private ["checked_number"], needs ["checked"];
    "refuse_number": public [], private ["refuse_number"], needs ["invalid_value"];
    "minimum": public [], private [], needs ["refuse_number"];
    "maximum": public [], private [], needs ["refuse_number"];
    "exclusive_minimum": public [], private [], needs ["refuse_number"];
    "exclusive_maximum": public [], private [], needs ["refuse_number"];
    "multiple_of": public [], private [], needs ["refuse_number"];
    "exact": public [], private [], needs ["invalid_value", "number_demand"];
    "min_items": public [], private [], needs ["invalid_value"];
    "max_items": public [], private [], needs ["invalid_value"];
    "unique_items": public [], private [], needs ["invalid_value", "rule_unique"];
    "read_inner": public [], private ["read_inner"], needs [];
    "read_inner_lent": public [], private ["read_inner_lent"], needs ["lent"];
    "read_inner_ruled_lent": public [], private ["read_inner_ruled_lent"], needs ["lent", "ruled"];
    "read_inner_ruled": public [], private ["read_inner_ruled"], needs ["ruled"];
    "ruled": public [], private ["kept", "ruled"], needs ["rule_written"];
    "rule": public [], private ["Demand", "Json", "JsonType", "Pattern", "Rule"], needs ["rule_number", "rule_view", "rule_walk"];
    "decimal": public [], private ["Decimal"], needs [];
    "number_demand": public [], private ["NumberDemand"], needs ["decimal"];
    "rule_number": public [], private ["is_whole"], needs ["number_demand"];
    "rule_equal": public [], private ["is_equal"], needs ["decimal"];
    "rule_unique": public [], private ["equal_elements", "twins"], needs ["decimal"];
    "rule_key": public [], private [], needs ["rule_unique", "rule_view"];
    "rule_view": public [], private ["View"], needs ["held_order"];
    "rule_evaluated": public [], private ["Evaluated"], needs [];
    "rule_failure": public [], private ["Failure"], needs [];
    "rule_check": public [], private ["check_value"], needs ["invalid_value", "rule"];
    "rule_written": public [], private ["check_written"], needs ["rule_check"];
    "rule_walk": public [], private [], needs ["rule_down", "rule_equal", "rule_evaluated", "rule_failure", "rule_key"];
    "rule_down": public [], private [], needs [];
    "source_schema": public [], private ["source_part", "source_schema", "source_targets"], needs [];
};

fn find(name: &str) -> Option<&'static Piece> {
    PIECES.iter().find(|piece| piece.name == name)
}

/// The pieces that some code needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pieces(pub(super) BTreeSet<&'static str>);

impl Pieces {
    /// Adds a piece, and those that it needs itself.
    pub(crate) fn need(&mut self, name: &'static str) {
        if self.0.insert(name) {
            for other in find(name).map_or(&[][..], |piece| piece.needs) {
                self.need(other);
            }
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    pub(crate) fn add(&mut self, others: &Self) {
        self.0.extend(&others.0);
    }

    pub(super) fn in_order(&self) -> impl Iterator<Item = &'static Piece> {
        PIECES.iter().filter(|piece| self.has(piece.name))
    }
}

/// What a module imports to have the support code, where that is.
pub(super) fn imports(pieces: &Pieces, placement: Placement) -> Vec<Item> {
    let public: Vec<&str> = pieces.in_order().flat_map(|piece| piece.public).copied().collect();
    let fields: Vec<Ident> = public.iter().filter(|name| IN_FIELDS.contains(name)).map(|name| ident(name)).collect();
    let public: Vec<Ident> = public.iter().map(|name| ident(name)).collect();
    match placement {
        Placement::Inside | Placement::Folder if public.is_empty() => Vec::new(),
        Placement::Inside | Placement::Folder => vec![parse_quote!(pub use support::{#(#public),*};)],
        Placement::Crate if fields.is_empty() => vec![parse_quote!(
            use crate::support;
        )],
        Placement::Crate => vec![parse_quote!(use crate::support::{self, #(#fields),*};)],
    }
}

/// What a file of a folder imports to have the support code, of which its fields mention some names.
pub(super) fn file_imports(mentioned: &BTreeSet<String>, calls: bool) -> Option<Item> {
    let own = calls.then(|| ident("self"));
    let names = IN_FIELDS.iter().filter(|name| mentioned.contains(**name)).map(|name| ident(name));
    let names: Vec<Ident> = own.into_iter().chain(names).collect();
    match names.as_slice() {
        [] => None,
        [_] if calls => Some(parse_quote!(
            use super::support;
        )),
        names => Some(parse_quote!(use super::support::{#(#names),*};)),
    }
}

/// The public names that the fields of generated types mention.
const IN_FIELDS: &[&str] = &["OptionalNullable", "UnknownInteger", "UnknownJson", "UnknownObject", "UnknownValue"];

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
