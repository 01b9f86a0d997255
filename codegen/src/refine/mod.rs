//! Puts the Plan into the code: an ordered list of passes over what typify found.

mod borrow_strings;
mod derive_traits;
mod documents;
mod dress_types;
mod in_hand;
mod keep_types;
mod lints;
mod module;
mod name_own;
mod readers;
mod set_fields;
mod set_tuples;
mod shorten_paths;
mod split;
mod support;

use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, Strings};
use module::Module;
pub(crate) use name_own::with_map;
pub(crate) use support::support_files::support_files;
pub(crate) use support::{Pieces, Placement};

/// What the user chose about the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Where the support code is.
    pub(crate) placement: Placement,
    /// Where the text of the source schema is, if each type is to give back its part of it.
    pub(crate) schema_text: Option<SchemaText>,
    pub(crate) strings: Strings,
    /// Whether objects have a function for each member that sets it.
    pub(crate) setters: bool,
}

/// Where the text of the source schema is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SchemaText {
    /// In the module itself: this text.
    Inside(String),
    /// In this module of `crate::source`.
    Crate(String),
    /// In the file `source.rs` beside the index of a folder.
    Beside,
}

/// The module of `source` that holds the text of a schema.
pub(crate) fn source_module(text: &str) -> syn::File {
    let text = in_hand::describe_types::raw_string(text);
    syn::parse_quote! {
        //! The source schema, as its author wrote it.

        pub(crate) const SCHEMA: &str = #text;
    }
}

/// The code of one module, and what it needs of the support code.
pub(crate) struct Refined {
    pub(crate) file: syn::File,
    /// The files of a folder by name, of which the code of the module is the index.
    pub(crate) parts: Vec<(String, syn::File)>,
    /// The support code that stands in the module itself, as it is.
    pub(crate) support: String,
    pub(crate) pieces: Pieces,
}

type Pass = fn(&mut Module<'_>);

const PASSES: &[Pass] = &[
    shorten_paths::shorten_paths,
    set_tuples::set_tuples,
    set_fields::set_fields,
    borrow_strings::borrow_strings,
    documents::write_docs,
    derive_traits::derive_traits,
    dress_types::dress_types,
    in_hand::write_constructors::write_constructors,
    in_hand::write_setters::write_setters,
    readers::write_rules::write_rules,
    readers::write_readers::write_readers,
    in_hand::write_branches::write_branches,
    in_hand::write_shared::write_shared,
    lints::allow_large_branches::allow_large_branches,
    readers::need_lent::need_lent,
    in_hand::write_into_owned::write_into_owned,
    readers::need_of_tuples::need_of_tuples,
    readers::tell_listed::tell_listed,
    lints::allow_complex::allow_complex,
    in_hand::describe_types::describe_types,
];

/// Refines the types that typify found.
pub(crate) fn refine(types: Vec<syn::Item>, plan: &Plan, style: &Style) -> Result<Refined, Vec<Diagnostic>> {
    let mut module = keep_types::keep_types(types, plan, style)?;
    for pass in PASSES {
        pass(&mut module);
    }
    let refined = match style.placement {
        Placement::Folder => split::split(module),
        Placement::Inside | Placement::Crate => module.finish(),
    };
    Ok(name_own::name_own(refined, plan))
}
