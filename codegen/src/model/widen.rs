//! What the tolerant reading adds: the schema as if its author had allowed more.
//!
//! A server adds values, members and branches before its schema is published; Clerk's own SDKs
//! read on, and so does this reading. Each step only widens: what the strict types accept, the
//! tolerant ones accept.

use super::Model;
use super::ty::{ObjectShape, Rest, Shape, TyId};

/// Opens listed values, unions and objects, and reads null as absence where a member is optional and not nullable.
///
/// Enums of two or more values are read as if each said `x-speakeasy-unknown-values: allow` (Speakeasy, "Open enums");
/// one value is an identity, not a choice. OpenAPI 3.0.3, "Discriminator Object", leaves open what a reader does with a
/// tag that it does not know. Members that `additionalProperties: false` forbids are ignored (JSON Schema 2020-12 core,
/// section 10.3.2.3).
pub(super) fn widen(model: &mut Model) {
    let lenient: Vec<Vec<bool>> = (0..model.types.len()).map(|index| lenient_fields(model, TyId(index))).collect();
    for (ty, lenient) in model.types.iter_mut().zip(lenient) {
        match &mut ty.shape {
            Shape::Values(shape) => shape.is_open = shape.is_said_open || shape.listed.len() > 1,
            Shape::Union(shape) => shape.keeps_unknown = true,
            Shape::Object(shape) => widen_object(shape, &lenient),
            _ => {}
        }
    }
}

fn widen_object(shape: &mut ObjectShape, lenient: &[bool]) {
    if shape.rest == Rest::Refused {
        shape.rest = Rest::Ignored;
    }
    for (field, is_lenient) in shape.fields.iter_mut().zip(lenient) {
        field.is_lenient = *is_lenient;
    }
}

/// JSON Schema 2020-12 validation, section 6.5.3; a member of any type has null among its values and keeps it.
fn lenient_fields(model: &Model, id: TyId) -> Vec<bool> {
    let Shape::Object(shape) = &model.ty(id).shape else { return Vec::new() };
    let is_lenient = |ty: TyId| {
        let says_what_it_is = !matches!(model.ty(ty).shape, Shape::Any | Shape::Null);
        says_what_it_is && !model.allows_null(ty)
    };
    shape.fields.iter().map(|field| !field.is_required && is_lenient(field.ty)).collect()
}
