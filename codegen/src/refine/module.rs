//! The code of one module while it is being refined.

use super::support::support_files::inline_support;
use super::support::{Pieces, Placement, imports};
use super::{Refined, Style};
use crate::plan::{Plan, Shape, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{AttrStyle, Attribute, Field, File, GenericArgument, Item, ItemMacro, Macro, MacroDelimiter};
use syn::{Meta, MetaNameValue, Path, PathArguments, Token, Type};

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
    /// The name of its rule.
    pub(super) rule: Option<syn::Ident>,
    /// The names of the rules by which it tells its branches.
    pub(super) letters: Vec<syn::Ident>,
    /// Whether a number such as `1.0` is an integer.
    pub(super) whole_numbers: bool,
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

    /// Whether its fields show all that its rule asks for.
    pub(super) fn is_seen(&self) -> bool {
        matches!(&self.plan.shape, Shape::Object(plan) if plan.seen.is_some())
    }

    /// Its rule, as macros are told it that read the JSON first.
    pub(super) fn by_rule(&self) -> Option<TokenStream> {
        self.rule.as_ref().filter(|_| !self.is_seen()).map(|rule| quote!(by #rule))
    }

    /// The rule that each branch is told by, if it is, as macros are told it.
    pub(super) fn by_letters(&self) -> impl Iterator<Item = Option<TokenStream>> {
        self.letters.iter().map(|rule| Some(quote!(if #rule))).chain(std::iter::repeat(None))
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
            Placement::Crate | Placement::Folder => String::new(),
        };
        let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items };
        Refined { file, parts: Vec::new(), support, pieces: self.pieces }
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

/// The name of the innermost type: of `Option<Vec<i64>>` it is `i64`.
pub(super) fn innermost(ty: &Type) -> Option<&syn::Ident> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return Some(&last.ident) };
    match arguments.args.last() {
        Some(GenericArgument::Type(inner)) => innermost(inner),
        _ => None,
    }
}

/// `T` of `Option<T>` or `Box<T>`.
pub(super) fn inside<'t>(name: &str, ty: &'t Type) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}

/// `name<T>` of `T`.
pub(super) fn around(name: &str, ty: Type) -> Type {
    let arguments = syn::AngleBracketedGenericArguments {
        colon2_token: None,
        lt_token: <Token![<]>::default(),
        args: std::iter::once(GenericArgument::Type(ty)).collect(),
        gt_token: <Token![>]>::default(),
    };
    let segment = syn::PathSegment { ident: ident(name), arguments: PathArguments::AngleBracketed(arguments) };
    Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path: segment.into() })
}

/// The name of a type without those around it.
pub(super) fn last_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
}

/// An identifier; the Plan's names are valid ones.
pub(super) fn ident(name: &str) -> syn::Ident {
    syn::Ident::new(name, proc_macro2::Span::call_site())
}

/// A line of documentation. There are so many of them that it counts that none is parsed.
pub(super) fn doc(line: &str) -> Attribute {
    let text = if line.is_empty() { String::new() } else { format!(" {}", visible(line)) };
    let text = syn::LitStr::new(&text, proc_macro2::Span::call_site());
    let value = syn::Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: syn::Lit::Str(text) });
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta: Meta::NameValue(MetaNameValue { path: ident("doc").into(), eq_token: <Token![=]>::default(), value }),
    }
}

/// A call of a macro of the support code: what it is given is Rust's to parse.
pub(super) fn call(name: &str, tokens: TokenStream) -> Item {
    let segments = ["support", name].map(|name| syn::PathSegment::from(ident(name)));
    let mac = Macro {
        path: Path { leading_colon: None, segments: segments.into_iter().collect() },
        bang_token: <Token![!]>::default(),
        delimiter: MacroDelimiter::Paren(syn::token::Paren::default()),
        tokens,
    };
    Item::Macro(ItemMacro { attrs: Vec::new(), ident: None, mac, semi_token: Some(<Token![;]>::default()) })
}

/// A string as code in documentation, whatever is in it.
pub(super) fn code_span(text: &str) -> String {
    if text.is_empty() || text.contains(['`', '\n', '\r']) || text.trim() != text {
        return format!("`{}`", text.escape_debug()).replace("``", "the empty string");
    }
    format!("`{text}`")
}

/// Whether a character changes the direction of the text around it: rustc refuses it in comments and in literals
/// (`text_direction_codepoint_in_comment` and `…_in_literal`), because code would not do what it seems to.
pub(super) fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text with such characters spelled out, and those that do not show: a comment must not hold a bare carriage return.
fn visible(line: &str) -> String {
    let mut text = String::new();
    for letter in line.chars() {
        if turns_text(letter) {
            text.extend(letter.escape_unicode());
        } else if letter.is_control() && letter != '\t' {
            text.extend(letter.escape_debug());
        } else {
            text.push(letter);
        }
    }
    text
}
