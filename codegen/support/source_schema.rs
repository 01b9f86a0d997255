//! The part of the source schema that a type is made from.

use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

/// The definition that a reference in the source schema leads to, if it is a type of the module.
pub(crate) type Targets = fn(&str, &mut SchemaGenerator) -> Option<Schema>;

/// The part of a schema's text at a JSON pointer, its references made to lead to the generator's definitions.
pub(crate) fn source_part(text: &str, pointer: &str, targets: Targets, generator: &mut SchemaGenerator) -> Schema {
    let whole: Value = serde_json::from_str(text).unwrap_or_default();
    let mut part = whole.pointer(pointer).cloned().unwrap_or_default();
    if let Some(members) = part.as_object_mut() {
        members.remove("$defs");
        members.remove("definitions");
    }
    redirect(&mut part, &whole, targets, generator);
    Schema::try_from(part).unwrap_or_default()
}

/// A reference to what is no type of its own gives way to what it refers to.
fn redirect(part: &mut Value, whole: &Value, targets: Targets, generator: &mut SchemaGenerator) {
    match part {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
            if let Some(pointer) = reference.map(str::to_owned) {
                members.remove("$ref");
                let found = targets(&pointer, generator).map(Value::from);
                let found = found.or_else(|| {
                    let mut inner = whole.pointer(&pointer).cloned()?;
                    redirect(&mut inner, whole, targets, generator);
                    Some(inner)
                });
                if let Some(Value::Object(found)) = found {
                    members.extend(found);
                }
                return;
            }
            for member in members.values_mut() {
                redirect(member, whole, targets, generator);
            }
        }
        Value::Array(elements) => {
            for element in elements {
                redirect(element, whole, targets, generator);
            }
        }
        _ => {}
    }
}

/// Says which references in the source schema lead to which types.
macro_rules! source_targets {
    ($($pointer:literal => $type:ident),* $(,)?) => {
        fn source_target(_pointer: &str, _generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
            $(if _pointer == $pointer {
                return Some(_generator.subschema_for::<$type>());
            })*
            None
        }
    };
}
pub(crate) use source_targets;

/// Describes a type by its part of the source schema.
macro_rules! source_schema {
    ($name:ident $(<$life:lifetime>)?, $pointer:literal) => {
        impl $(<$life>)? schemars::JsonSchema for $name $(<$life>)? {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                support::source_part(SCHEMA, $pointer, source_target, generator)
            }
        }
    };
}
pub(crate) use source_schema;
