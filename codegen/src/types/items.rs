//! The structs and enums that typify found, as syntax trees: none of its text is parsed but the types of fields.

use proc_macro2::Span;
use schemars::schema::{Schema, SchemaObject, SingleOrVec};
use std::collections::{BTreeMap, BTreeSet};
use syn::punctuated::Punctuated;
use syn::{Field, FieldModifiers, Fields, FieldsNamed, FieldsUnnamed, Generics, Ident, Item, ItemEnum, ItemStruct};
use syn::{Token, Type, TypeTuple, Variant, Visibility, token};
use typify::{TypeDetails, TypeEnumVariant, TypeId, TypeSpace};

/// Why an item cannot be written.
type Error = Box<dyn std::error::Error>;

/// Describes each property by its name: that is where typify keeps it, beside a name of its own.
pub(super) fn describe_properties(definition: &mut Schema) {
    let Schema::Object(SchemaObject { object: Some(object), .. }) = definition else { return };
    for (name, property) in &mut object.properties {
        if let Schema::Object(property) = property {
            property.metadata().description = Some(name.clone());
        }
    }
}

/// The branches that are tuples: by the name of the union, and where they stand in it.
pub(super) fn tuple_branches(definitions: &[(String, Schema)]) -> BTreeSet<(String, usize)> {
    let mut found = BTreeSet::new();
    for (name, definition) in definitions {
        let Schema::Object(SchemaObject { subschemas: Some(parts), .. }) = definition else { continue };
        let branches = parts.one_of.iter().flatten().enumerate();
        found.extend(branches.filter(|(_, branch)| is_tuple(branch)).map(|(place, _)| (name.clone(), place)));
    }
    found
}

fn is_tuple(schema: &Schema) -> bool {
    let Schema::Object(SchemaObject { array: Some(array), .. }) = schema else { return false };
    matches!(array.items, Some(SingleOrVec::Vec(_)))
}

/// Writes the items of a space, in typify's order.
pub(super) struct Items<'s> {
    space: &'s TypeSpace,
    tuple_branches: BTreeSet<(String, usize)>,
    /// The types of fields so far: most are used more than once.
    types: BTreeMap<TypeId, Type>,
}

impl<'s> Items<'s> {
    pub(super) fn of(space: &'s TypeSpace, tuple_branches: BTreeSet<(String, usize)>) -> Result<Vec<Item>, Error> {
        let mut writer = Self { space, tuple_branches, types: BTreeMap::new() };
        space.iter_types().filter_map(|ty| writer.item(&ty.name(), &ty.details()).transpose()).collect()
    }

    /// The item of a type that has a name of its own.
    fn item(&mut self, name: &str, details: &TypeDetails<'_>) -> Result<Option<Item>, Error> {
        Ok(match details {
            TypeDetails::Struct(found) => {
                let properties = found.properties_info().map(|property| (property.description, property.type_id));
                Some(structure(name, self.named(properties)?))
            }
            TypeDetails::Newtype(found) => Some(structure(name, unnamed(public(), self.ty(&found.inner())?))),
            TypeDetails::Enum(found) => {
                let variants = found.variants().enumerate();
                let variants = variants.map(|(place, (variant, held))| {
                    let is_tuple = self.tuple_branches.contains(&(name.to_owned(), place));
                    Ok(with_fields(variant, self.held(&held, is_tuple)?))
                });
                Some(enumeration(name, variants.collect::<Result<_, Error>>()?))
            }
            _ => None,
        })
    }

    /// The fields of a struct by the names of their properties; that of all other members has none, and is the last.
    fn named<'n>(&mut self, fields: impl Iterator<Item = (Option<&'n str>, TypeId)>) -> Result<Fields, Error> {
        let fields = fields.map(|(name, id)| {
            let name = name.unwrap_or("extra");
            let (ident, colon_token) = (Some(ident(name)), Some(<Token![:]>::default()));
            Ok(Field { ident, colon_token, ..field(public(), self.ty(&id)?) })
        });
        let named = fields.collect::<Result<_, Error>>()?;
        Ok(Fields::Named(FieldsNamed { brace_token: token::Brace::default(), named }))
    }

    /// What a variant holds: nothing or one value, which may be a tuple.
    fn held(&mut self, held: &TypeEnumVariant<'_>, is_tuple: bool) -> Result<Fields, Error> {
        Ok(match held {
            TypeEnumVariant::Simple => Fields::Unit,
            TypeEnumVariant::Tuple(ids) => {
                let types = ids.iter().map(|id| self.ty(id));
                let mut types: Punctuated<Type, Token![,]> = types.collect::<Result<_, Error>>()?;
                let only = if is_tuple { None } else { types.pop() };
                let ty = only.unwrap_or_else(|| Type::Tuple(tuple(types)));
                unnamed(Visibility::Inherited, ty)
            }
            TypeEnumVariant::Struct(_) => return Err("a branch stands in place that has members".into()),
        })
    }

    fn ty(&mut self, id: &TypeId) -> Result<Type, Error> {
        if let Some(ty) = self.types.get(id) {
            return Ok(ty.clone());
        }
        let ty: Type = syn::parse2(self.space.get_type(id)?.ident())?;
        self.types.insert(id.clone(), ty.clone());
        Ok(ty)
    }
}

fn structure(name: &str, fields: Fields) -> Item {
    Item::Struct(ItemStruct {
        attrs: Vec::new(),
        vis: public(),
        struct_token: <Token![struct]>::default(),
        ident: ident(name),
        generics: Generics::default(),
        semi_token: matches!(fields, Fields::Unnamed(_)).then(<Token![;]>::default),
        fields,
    })
}

fn enumeration(name: &str, variants: Punctuated<Variant, Token![,]>) -> Item {
    Item::Enum(ItemEnum {
        attrs: Vec::new(),
        vis: public(),
        enum_token: <Token![enum]>::default(),
        ident: ident(name),
        generics: Generics::default(),
        brace_token: token::Brace::default(),
        variants,
    })
}

fn with_fields(name: &str, fields: Fields) -> Variant {
    Variant { attrs: Vec::new(), ident: ident(name), fields, discriminant: None }
}

fn unnamed(vis: Visibility, ty: Type) -> Fields {
    let unnamed = std::iter::once(field(vis, ty)).collect();
    Fields::Unnamed(FieldsUnnamed { paren_token: token::Paren::default(), unnamed })
}

fn tuple(elems: Punctuated<Type, Token![,]>) -> TypeTuple {
    TypeTuple { attrs: Vec::new(), paren_token: token::Paren::default(), elems }
}

fn field(vis: Visibility, ty: Type) -> Field {
    let modifiers = FieldModifiers::default();
    Field { attrs: Vec::new(), vis, modifiers, ident: None, colon_token: None, ty, default: None }
}

fn public() -> Visibility {
    Visibility::Public(<Token![pub]>::default())
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
