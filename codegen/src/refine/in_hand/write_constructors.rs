//! Gives each object a function that makes it of its required members.

use crate::plan::{EnumPlan, FieldPlan, Plan, Presence, Shape, TypePlan, ValuesPlan};
use crate::refine::lints::allow_complex::is_complex;
use crate::refine::module::{Module, TypeCode, ident, last_name};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;
use syn::{Field, Item, Type, parse_quote};

/// Gives each object with required members a function `new` that takes them.
///
/// Applies to all structs. Optional members are absent, and are set by struct update or on the
/// value; an identity has but one value and is no parameter. A struct without required members
/// has `Default` instead.
pub(in crate::refine) fn write_constructors(module: &mut Module<'_>) {
    let identities = identities(module.plan);
    for code in &mut module.types {
        let (Shape::Object(plan), Item::Struct(item)) = (&code.plan.shape, &code.item) else { continue };
        if plan.fields.iter().all(|field| field.presence != Presence::Required) {
            continue;
        }
        let members: Vec<Member> = plan
            .fields
            .iter()
            .zip(&item.fields)
            .map(|(planned, field)| Member::of(planned, field, &identities))
            .collect();
        let others: TokenStream = item.fields.iter().skip(plan.fields.len()).map(no_others).collect();
        let is_complex = item.fields.iter().any(|field| is_complex(&field.ty));
        let constructor = constructor(code, &others, &members, is_complex);
        code.code.push(constructor);
    }
}

/// How a member gets its value.
struct Member {
    parameter: Option<TokenStream>,
    value: TokenStream,
}

impl Member {
    fn of(planned: &FieldPlan, field: &Field, identities: &Identities<'_>) -> Self {
        let (name, ty) = (ident(&planned.ident), &field.ty);
        let given = |parameter, value| Self { parameter: Some(parameter), value };
        match planned.presence {
            Presence::Optional | Presence::Lenient => Self { parameter: None, value: quote!(#name: None) },
            Presence::OptionalNullable => Self { parameter: None, value: quote!(#name: OptionalNullable::Absent) },
            Presence::Required => match only_value(ty, identities) {
                Some(value) => Self { parameter: None, value: quote!(#name: #value) },
                None if is_text(ty) => given(quote!(#name: impl Into<#ty>), quote!(#name: #name.into())),
                None => given(quote!(#name: #ty), quote!(#name)),
            },
        }
    }
}

/// Whether it is `String` or `Cow<'a, str>`.
fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.len() == 1)
        && matches!(last_name(ty).as_deref(), Some("String" | "Cow"))
}

/// The enums that have but one value, each with its variant.
pub(super) type Identities<'p> = BTreeMap<&'p str, &'p str>;

pub(super) fn identities(plan: &Plan) -> Identities<'_> {
    plan.types.iter().filter_map(|planned| Some((planned.name.as_str(), only_variant(planned)?))).collect()
}

fn only_variant(planned: &TypePlan) -> Option<&str> {
    match &planned.shape {
        Shape::Enum(EnumPlan { variants, unknown: None }) if variants.len() == 1 => Some(&variants.first()?.ident),
        Shape::Values(ValuesPlan { variants, unknown: None }) if variants.len() == 1 => Some(&variants.first()?.ident),
        _ => None,
    }
}

/// The value of an identity.
pub(super) fn only_value(ty: &Type, identities: &Identities<'_>) -> Option<TokenStream> {
    let Type::Path(path) = ty else { return None };
    let variant = ident(identities.get(path.path.get_ident()?.to_string().as_str())?);
    Some(quote!(#ty::#variant))
}

/// A field that keeps members by pattern, or that the schema does not list, with none in it.
fn no_others(field: &Field) -> TokenStream {
    let (name, mut ty) = (&field.ident, field.ty.clone());
    if let Type::Path(path) = &mut ty
        && let Some(last) = path.path.segments.last_mut()
    {
        last.arguments = syn::PathArguments::None;
    }
    quote!(#name: #ty::new(),)
}

fn constructor(code: &TypeCode<'_>, others: &TokenStream, members: &[Member], is_complex: bool) -> Item {
    let parameters: Vec<&TokenStream> = members.iter().filter_map(|member| member.parameter.as_ref()).collect();
    let names_lifetime = parameters.iter().any(|parameter| parameter.to_string().contains("'a"));
    let lifetime = code.lifetime().filter(|_| names_lifetime);
    let (ident, elided) = (code.ident(), code.borrows.then(|| quote!(<'_>)));
    let name = lifetime.as_ref().map_or_else(|| quote!(#ident #elided), |lifetime| quote!(#ident #lifetime));
    let values = members.iter().map(|member| &member.value);
    let body = quote!(Self { #(#values,)* #others });
    if parameters.is_empty() {
        return parse_quote!(impl #lifetime Default for #name { fn default() -> Self { #body } });
    }
    let many = (parameters.len() > MOST_PARAMETERS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let complex = is_complex.then(|| quote!(#[allow(clippy::type_complexity)]));
    parse_quote! {
        impl #lifetime #name {
            /// An object of its required members; the others are absent.
            #[must_use]
            #many
            #complex
            pub fn new(#(#parameters),*) -> Self {
                #body
            }
        }
    }
}

/// How many parameters clippy takes for granted.
const MOST_PARAMETERS: usize = 7;
