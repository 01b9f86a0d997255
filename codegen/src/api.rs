//! The public items of a generated module, as a program that uses it sees them.

mod branches;
mod given;

use crate::plan::{Plan, Shape, TypePlan};
use crate::pointer;
use given::{CHECK, GIVEN, INNER};
use quote::{ToTokens, quote};
use syn::{Fields, FnArg, ImplItem, Item, ItemImpl, Visibility};

/// A public type and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiType {
    pub(crate) name: String,
    /// `struct` or `enum`.
    pub(crate) form: &'static str,
    /// JSON pointer of the schema it is made from.
    pub(crate) pointer: String,
    /// Whether it is `#[non_exhaustive]`.
    pub(crate) grows: bool,
    pub(crate) items: Vec<ApiItem>,
}

/// Something public that belongs to a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiItem {
    pub(crate) kind: ItemKind,
    pub(crate) name: String,
    /// Its type, as tokens with a space between any two.
    pub(crate) signature: String,
    /// JSON pointer of what it is made from.
    pub(crate) pointer: String,
}

/// What kind of item it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Field,
    Variant,
    Function,
    /// A parameter of the function `new`.
    Parameter,
    Constant,
    Trait,
}

/// The public types of a module, with what stands in it and what its macros give them.
pub(crate) fn public_items(file: &syn::File, plan: &Plan) -> Vec<ApiType> {
    let mut types: Vec<ApiType> = Vec::new();
    for item in &file.items {
        match item {
            Item::Struct(_) | Item::Enum(_) => types.extend(public_type(item, plan)),
            Item::Impl(block) => add(&mut types, &tokens(&block.self_ty), |ty| of_impl(block, ty, plan)),
            Item::Macro(call) => {
                let name = call.mac.tokens.clone().into_iter().next().map(|token| token.to_string());
                let piece = call.mac.path.segments.last().map(|segment| segment.ident.to_string());
                let given = of_macro(&piece.unwrap_or_default(), &call.mac.tokens);
                add(&mut types, &name.unwrap_or_default(), |ty| given.iter().map(|given| item_of(given, ty)).collect());
            }
            _ => {}
        }
    }
    types
}

fn add(types: &mut [ApiType], name: &str, items: impl FnOnce(&ApiType) -> Vec<ApiItem>) {
    if let Some(ty) = types.iter_mut().find(|ty| ty.name == name) {
        let items = items(ty);
        ty.items.extend(items);
    }
}

fn tokens(of: &impl ToTokens) -> String {
    of.to_token_stream().to_string()
}

fn public_type(item: &Item, plan: &Plan) -> Option<ApiType> {
    let (ident, attrs, form, visibility) = match item {
        Item::Struct(item) => (&item.ident, &item.attrs, "struct", &item.vis),
        Item::Enum(item) => (&item.ident, &item.attrs, "enum", &item.vis),
        _ => return None,
    };
    let name = ident.to_string();
    let planned = plan.types.iter().find(|planned| planned.name == name)?;
    let mut items = derived(attrs, &planned.pointer);
    match item {
        Item::Struct(item) => items.extend(fields(&item.fields, planned)),
        Item::Enum(item) => items.extend(item.variants.iter().map(|variant| {
            let (fields, pointer) = (&variant.fields, planned.pointer.clone());
            ApiItem { kind: ItemKind::Variant, name: variant.ident.to_string(), signature: tokens(fields), pointer }
        })),
        _ => {}
    }
    let grows = attrs.iter().any(|attr| attr.path().is_ident("non_exhaustive"));
    let public = matches!(visibility, Visibility::Public(_));
    public.then_some(ApiType { name, form, pointer: planned.pointer.clone(), grows, items })
}

fn derived(attrs: &[syn::Attribute], pointer: &str) -> Vec<ApiItem> {
    let mut items = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
        let _ = attr.parse_nested_meta(|meta| {
            items.push(implements(&tokens(&meta.path), pointer));
            Ok(())
        });
    }
    items
}

fn implements(name: &str, pointer: &str) -> ApiItem {
    let (name, pointer) = (name.to_owned(), pointer.to_owned());
    ApiItem { kind: ItemKind::Trait, name, signature: String::new(), pointer }
}

fn fields(fields: &Fields, planned: &TypePlan) -> Vec<ApiItem> {
    let public = fields.iter().enumerate().filter(|(_, field)| matches!(field.vis, Visibility::Public(_)));
    let item = |(index, field): (usize, &syn::Field)| {
        let name = field.ident.as_ref().map_or_else(|| index.to_string(), ToString::to_string);
        let pointer = field_pointer(planned, &name);
        ApiItem { kind: ItemKind::Field, name, signature: tokens(&field.ty), pointer }
    };
    public.map(item).collect()
}

/// Where a field comes from: its property, else the schema that all of the type comes from.
fn field_pointer(planned: &TypePlan, ident: &str) -> String {
    let wire = match &planned.shape {
        Shape::Object(plan) => plan.fields.iter().find(|field| field.ident == ident).map(|field| &field.wire),
        _ => None,
    };
    wire.map_or(planned.pointer.clone(), |wire| pointer::join(&pointer::join(&planned.pointer, "properties"), wire))
}

fn of_impl(block: &ItemImpl, ty: &ApiType, plan: &Plan) -> Vec<ApiItem> {
    if let Some((path, _)) = &block.trait_ {
        return vec![implements(&tokens(path), &ty.pointer)];
    }
    let functions = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(function) if matches!(function.vis, Visibility::Public(_)) => Some(&function.sig),
        _ => None,
    });
    functions.flat_map(|signature| of_function(signature, ty, plan)).collect()
}

/// A function; each parameter of `new` is an item of its own, made from the field of its name.
fn of_function(signature: &syn::Signature, ty: &ApiType, plan: &Plan) -> Vec<ApiItem> {
    let name = signature.ident.to_string();
    let item = |kind, name: &str, signature, pointer| ApiItem { kind, name: name.to_owned(), signature, pointer };
    if name != "new" {
        return vec![item(ItemKind::Function, &name, tokens(signature), ty.pointer.clone())];
    }
    let planned = plan.types.iter().find(|planned| planned.name == ty.name);
    let parameters = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some((tokens(&typed.pat), tokens(&typed.ty))),
        FnArg::Receiver(_) => None,
    });
    let parameters = parameters.map(|(name, signature)| {
        let pointer = planned.map_or(ty.pointer.clone(), |planned| field_pointer(planned, &name));
        item(ItemKind::Parameter, &name, signature, pointer)
    });
    let new = item(ItemKind::Function, "new", String::new(), ty.pointer.clone());
    std::iter::once(new).chain(parameters).collect()
}

/// What a macro gives, with the type that it wraps where it names one.
fn of_macro(piece: &str, tokens: &impl ToTokens) -> Vec<(ItemKind, String, String)> {
    let tokens = tokens.to_token_stream();
    match piece {
        "branches" => return branches::of_branches(tokens),
        "shared" => return branches::of_shared(tokens),
        _ => {}
    }
    let inner = tokens.clone().into_iter().find(|token| token.to_string().starts_with('(')).map(|group| {
        let text = group.to_string();
        text.trim_start_matches('(').trim_end_matches(')').trim().to_owned()
    });
    let inner = inner.unwrap_or_default();
    let given = GIVEN.iter().find(|(name, _)| *name == piece).map_or(&[][..], |(_, given)| given);
    // A `by` names the rule that a value is checked by after it was changed.
    let is_ruled = piece == "seen" || (piece != "checked" && tokens.into_iter().any(|token| token.to_string() == "by"));
    let given = given.iter().chain(is_ruled.then_some(&CHECK));
    given
        .map(|(kind, name, signature)| (*kind, name.replace(INNER, &inner), signature.replace(INNER, &inner)))
        .collect()
}

fn item_of((kind, name, signature): &(ItemKind, String, String), ty: &ApiType) -> ApiItem {
    ApiItem { kind: *kind, name: name.clone(), signature: signature.clone(), pointer: ty.pointer.clone() }
}

/// A type as a user writes it.
pub(crate) fn written(signature: &str) -> String {
    let ty = syn::parse_str::<syn::Type>(signature).map(|ty| quote!(#ty).to_string());
    let text = ty.unwrap_or_else(|_| signature.to_owned());
    let tight =
        [(" :: ", "::"), (" <", "<"), ("< ", "<"), (" >", ">"), (" ,", ","), ("& ", "&"), ("( ", "("), (" )", ")")];
    tight.iter().fold(text, |text, (loose, tight)| text.replace(loose, tight))
}
