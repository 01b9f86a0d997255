//! The code of one module while it is being refined.

use super::support::{Pieces, Placement, imports, inline_support};
use super::{Refined, Style};
use crate::plan::{Plan, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Field, File, Item, parse_quote};

pub(super) struct Module<'p> {
    pub(super) plan: &'p Plan,
    pub(super) style: &'p Style,
    pub(super) types: Vec<TypeCode<'p>>,
    /// Items before the types.
    pub(super) head: Vec<Item>,
    pub(super) pieces: Pieces,
}

/// A type, and the code that belongs to it.
pub(super) struct TypeCode<'p> {
    pub(super) plan: &'p TypePlan,
    /// The struct or enum.
    pub(super) item: Item,
    /// What follows it.
    pub(super) code: Vec<Item>,
    /// Whether it borrows strings, for the lifetime `'a`.
    pub(super) borrows: bool,
}

impl TypeCode<'_> {
    pub(super) fn attrs_mut(&mut self) -> Option<&mut Vec<Attribute>> {
        match &mut self.item {
            Item::Struct(item) => Some(&mut item.attrs),
            Item::Enum(item) => Some(&mut item.attrs),
            _ => None,
        }
    }

    pub(super) fn ident(&self) -> syn::Ident {
        ident(&self.plan.name)
    }

    /// The lifetime of what it borrows, in angles.
    pub(super) fn lifetime(&self) -> Option<TokenStream> {
        self.borrows.then(|| quote!(<'a>))
    }

    /// The type, as code names it.
    pub(super) fn path(&self) -> TokenStream {
        let (name, lifetime) = (self.ident(), self.lifetime());
        quote!(#name #lifetime)
    }
}

impl Module<'_> {
    pub(super) fn finish(self) -> Refined {
        let mut items = imports(&self.pieces, self.style.placement);
        items.extend(self.head);
        let types = self.types.into_iter().flat_map(|code| std::iter::once(code.item).chain(code.code));
        items.extend(types);
        let support = match self.style.placement {
            Placement::Inside => inline_support(&self.pieces),
            Placement::Crate => String::new(),
        };
        let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items };
        Refined { file, support, pieces: self.pieces }
    }
}

/// The fields of a struct or of all variants, in their order.
pub(super) fn fields(item: &Item) -> Box<dyn Iterator<Item = &Field> + '_> {
    match item {
        Item::Struct(item) => Box::new(item.fields.iter()),
        Item::Enum(item) => Box::new(item.variants.iter().flat_map(|variant| &variant.fields)),
        _ => Box::new(std::iter::empty()),
    }
}

/// An identifier; the Plan's names are valid ones.
pub(super) fn ident(name: &str) -> syn::Ident {
    syn::Ident::new(name, proc_macro2::Span::call_site())
}

/// A line of documentation.
pub(super) fn doc(line: &str) -> Attribute {
    let text = if line.is_empty() { String::new() } else { format!(" {line}") };
    parse_quote!(#[doc = #text])
}
