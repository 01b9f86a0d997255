//! Gives each object a function that makes it of its required members.

use super::module::{Module, TypeCode, ident};
use crate::plan::{EnumPlan, FieldPlan, Plan, Presence, Shape};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Item, Type, parse_quote};

/// Gives each object with required members a function `new` that takes them.
///
/// Applies to all structs. Optional members are absent, and are set by struct update or on the
/// value; an identity has but one value and is no parameter. A struct without required members
/// has `Default` instead.
pub(super) fn write_constructors(module: &mut Module<'_>) {
    for code in &mut module.types {
        let (Shape::Object(plan), Item::Struct(item)) = (&code.plan.shape, &code.item) else { continue };
        if plan.fields.iter().all(|field| field.presence != Presence::Required) {
            continue;
        }
        let members: Vec<Member> = plan
            .fields
            .iter()
            .zip(&item.fields)
            .map(|(planned, field)| Member::of(planned, field, module.plan))
            .collect();
        let rest = item.fields.iter().nth(plan.fields.len()).map(no_others);
        let constructor = constructor(code, rest.as_ref(), &members);
        code.code.push(constructor);
    }
}

/// How a member gets its value.
struct Member {
    parameter: Option<TokenStream>,
    value: TokenStream,
}

impl Member {
    fn of(planned: &FieldPlan, field: &Field, plan: &Plan) -> Self {
        let (name, ty) = (ident(&planned.ident), &field.ty);
        let given = |parameter, value| Self { parameter: Some(parameter), value };
        match planned.presence {
            Presence::Optional | Presence::Lenient => Self { parameter: None, value: quote!(#name: None) },
            Presence::OptionalNullable => Self { parameter: None, value: quote!(#name: OptionalNullable::Absent) },
            Presence::Required => match only_value(ty, plan) {
                Some(value) => Self { parameter: None, value: quote!(#name: #value) },
                None if *ty == parse_quote!(String) || *ty == parse_quote!(Cow<'a, str>) => {
                    given(quote!(#name: impl Into<#ty>), quote!(#name: #name.into()))
                }
                None => given(quote!(#name: #ty), quote!(#name)),
            },
        }
    }
}

/// The value of an identity: an enum that has no other.
fn only_value(ty: &Type, plan: &Plan) -> Option<TokenStream> {
    let name = quote!(#ty).to_string();
    let planned = plan.types.iter().find(|planned| planned.name == name)?;
    match &planned.shape {
        Shape::Enum(EnumPlan { variants, unknown: None }) => match variants.as_slice() {
            [only] => {
                let only = ident(&only.ident);
                Some(quote!(#ty::#only))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The field that keeps members the schema does not list, with none in it.
fn no_others(field: &Field) -> TokenStream {
    let (name, mut ty) = (&field.ident, field.ty.clone());
    if let Type::Path(path) = &mut ty
        && let Some(last) = path.path.segments.last_mut()
    {
        last.arguments = syn::PathArguments::None;
    }
    quote!(#name: #ty::new(),)
}

fn constructor(code: &TypeCode<'_>, rest: Option<&TokenStream>, members: &[Member]) -> Item {
    let (name, lifetime) = (code.path(), code.lifetime());
    let parameters: Vec<&TokenStream> = members.iter().filter_map(|member| member.parameter.as_ref()).collect();
    let values = members.iter().map(|member| &member.value);
    let body = quote!(Self { #(#values,)* #rest });
    if parameters.is_empty() {
        return parse_quote!(impl #lifetime Default for #name { fn default() -> Self { #body } });
    }
    let many = (parameters.len() > MOST_PARAMETERS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    parse_quote! {
        impl #lifetime #name {
            /// An object of its required members; the others are absent.
            #[must_use]
            #many
            pub fn new(#(#parameters),*) -> Self {
                #body
            }
        }
    }
}

/// How many parameters clippy takes for granted.
const MOST_PARAMETERS: usize = 7;
