//! The support code: what the generated types share, in pieces, of which a module gets those it needs.

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
}

/// A piece of the support code: one file.
struct Piece {
    name: &'static str,
    text: &'static str,
    /// What users of the types can name.
    public: &'static [&'static str],
    /// What the generated code and other pieces name as `support::…`.
    private: &'static [&'static str],
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
    "object_as": public [], private ["Object", "ReadUnlisted", "Unlisted", "expect_empty", "members", "object_as", "read_object"], needs ["about", "no_members"];
    "object": public [], private ["object"], needs ["object_as"];
    "branch": public [], private ["branch"], needs ["object_as"];
    "refuse": public [], private ["Refuse"], needs ["object_as"];
    "ignore": public [], private ["Ignore"], needs ["object_as"];
    "keep": public [], private [], needs ["object_as"];
    "keep_any": public [], private [], needs ["object_as"];
    "error_if_absent": public [], private [], needs [];
    "required": public [], private [], needs ["error_if_absent"];
    "none_if_absent": public [], private [], needs [];
    "optional": public [], private [], needs ["none_if_absent"];
    "lenient": public [], private [], needs ["none_if_absent"];
    "three_states": public ["OptionalNullable"], private [], needs [];
    "optional_nullable": public [], private [], needs ["three_states"];
    "borrowing": public [], private ["Borrowing"], needs ["lent"];
    "lent": public [], private ["Lent"], needs ["borrowing"];
    "lent_map": public [], private [], needs ["lent"];
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
    "text": public ["InvalidText"], private ["text"], needs ["string_traits"];
    "min_length": public [], private ["min_length"], needs ["text"];
    "max_length": public [], private ["max_length"], needs ["text"];
    "pattern": public [], private ["pattern"], needs ["text"];
    "classes": public [], private ["classes", "class_step", "take_run"], needs ["text"];
    "newtype": public [], private ["newtype"], needs [];
    "newtype_lent": public [], private ["newtype_lent"], needs ["lent"];
    "into_owned": public [], private ["IntoOwned", "into_owned"], needs [];
    "into_owned_unknown": public [], private [], needs ["into_owned", "unknown_value_lent"];
    "into_owned_three_states": public [], private [], needs ["into_owned", "three_states"];
    "listed": public [], private ["Listed", "listed"], needs [];
    "listed_three_states": public [], private [], needs ["listed", "three_states"];
    "listed_lent": public [], private [], needs ["listed"];
    "candidates": public [], private ["Candidate", "fits"], needs [];
    "first": public [], private ["first"], needs ["candidates", "listed"];
    "exactly_one": public [], private ["exactly_one"], needs ["candidates", "listed"];
    "held": public [], private ["Held", "Hold"], needs [];
    "held_members": public [], private ["Members", "Tagged"], needs ["about", "held", "object_as"];
    "other": public [], private [], needs ["held_members"];
    "unknown_object": public ["UnknownObject"], private [], needs ["held_members"];
    "tagged_union": public [], private ["TaggedUnion", "read_union", "tagged_union"], needs ["held_members"];
    "untagged_union": public [], private ["untagged_union"], needs [];
    "source_schema": public [], private ["source_part", "source_schema", "source_targets"], needs [];
};

fn find(name: &str) -> Option<&'static Piece> {
    PIECES.iter().find(|piece| piece.name == name)
}

/// The pieces that some code needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pieces(BTreeSet<&'static str>);

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

    fn in_order(&self) -> impl Iterator<Item = &'static Piece> {
        PIECES.iter().filter(|piece| self.has(piece.name))
    }
}

/// What a module imports to have the support code, where that is.
pub(super) fn imports(pieces: &Pieces, placement: Placement) -> Vec<Item> {
    let public: Vec<&str> = pieces.in_order().flat_map(|piece| piece.public).copied().collect();
    let fields: Vec<Ident> = public.iter().filter(|name| IN_FIELDS.contains(name)).map(|name| ident(name)).collect();
    let public: Vec<Ident> = public.iter().map(|name| ident(name)).collect();
    match placement {
        Placement::Inside if public.is_empty() => Vec::new(),
        Placement::Inside => vec![parse_quote!(pub use support::{#(#public),*};)],
        Placement::Crate if fields.is_empty() => vec![parse_quote!(
            use crate::support;
        )],
        Placement::Crate => vec![parse_quote!(use crate::support::{self, #(#fields),*};)],
    }
}

/// The public names that the fields of generated types mention.
const IN_FIELDS: &[&str] = &["OptionalNullable", "UnknownObject", "UnknownValue"];

/// The support code as a module at the end of a self-contained one.
pub(crate) fn inline_support(pieces: &Pieces) -> String {
    if pieces.0.is_empty() {
        return String::new();
    }
    let modules = pieces.in_order().map(|piece| {
        let gate = gate_of(piece, &Pieces::default());
        let (docs, body) = split_docs(piece.text);
        let docs = docs.replace("//! ", "/// ").replace("//!", "///");
        format!("{docs}{gate}pub(crate) mod {} {{\n{}}}\n", piece.name, indented(body))
    });
    let modules = modules.collect::<Vec<_>>().join("\n");
    let exports: String =
        pieces.in_order().flat_map(|piece| exports(piece, gate_of(piece, &Pieces::default()))).collect();
    format!(
        "/// What the types share: how they are read and written.\nmod support {{\n{}}}\n",
        indented(&format!("{exports}\n{modules}"))
    )
}

/// The support code as files of a crate, by path: pieces that only `gated` code needs stand
/// behind the feature `strict`.
pub(crate) fn support_files(pieces: &Pieces, gated: &Pieces) -> Vec<(String, String)> {
    let mut all = pieces.clone();
    all.add(gated);
    let only_gated = Pieces(gated.0.difference(&pieces.0).copied().collect());
    let declared: String = all
        .in_order()
        .map(|piece| [gate_of(piece, &only_gated), "pub(crate) mod ", piece.name, ";\n"].concat())
        .collect();
    let exports: String = all.in_order().flat_map(|piece| exports(piece, gate_of(piece, &only_gated))).collect();
    let index = format!("//! What the types share: how they are read and written.\n\n{declared}\n{exports}");
    let files = all.in_order().map(|piece| (format!("support/{}.rs", piece.name), piece.text.to_owned()));
    std::iter::once(("support/mod.rs".to_owned(), index)).chain(files).collect()
}

fn exports(piece: &Piece, gate: &str) -> Vec<String> {
    let line = |visibility: &str, names: &[&str]| match names {
        [] => String::new(),
        [name] => format!("{gate}{visibility} use {}::{name};\n", piece.name),
        names => format!("{gate}{visibility} use {}::{{{}}};\n", piece.name, names.join(", ")),
    };
    vec![line("pub", piece.public), line("pub(crate)", piece.private)]
}

fn gate_of(piece: &Piece, gated: &Pieces) -> &'static str {
    match (piece.name, gated.has(piece.name)) {
        ("source_schema", _) => "#[cfg(feature = \"schemars\")]\n",
        (_, true) => "#[cfg(feature = \"strict\")]\n",
        (_, false) => "",
    }
}

/// The documentation at the top of a file, and the rest.
fn split_docs(text: &str) -> (String, &str) {
    let length = text.split_inclusive('\n').take_while(|line| line.starts_with("//!")).map(str::len).sum();
    let (docs, body) = text.split_at_checked(length).unwrap_or((text, ""));
    (docs.to_owned(), body.trim_start())
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.trim().is_empty() { line.to_owned() } else { format!("    {line}") };
    text.split_inclusive('\n').map(line).collect()
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
