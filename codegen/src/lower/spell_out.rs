//! Says the dialect's rules in the words of JSON Schema draft-04.

use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, Schema, branches, flag, list, text};
use super::tell_branches::TOLD;
use super::tolerate::{IGNORE_UNLISTED, KEEP_UNKNOWN, LENIENT};
use serde_json::{Value, json};

/// Says the dialect's rules in the words of JSON Schema draft-04, the ancestor of OpenAPI 3.0's.
///
/// Applies to all subschemas. Each definition is written twice: as it is read, and with open
/// enums closed (`listed`), by which a union without its tag is told first. In draft-04 and in
/// OpenAPI 3.0.3 ("Data Types") an integer is a number without a fraction part, so `1.0` is none;
/// `int32`, `int64` and plain integers have the bounds of `i32` and `i64`.
pub(super) fn spell_out(draft: &mut Draft<'_>) {
    let mut spelled = Schema::new();
    for (key, definition) in &draft.definitions {
        for form in [Form::Read, Form::Listed] {
            spelled.insert(form.name(key), form.spell(definition));
        }
    }
    draft.definitions = spelled;
}

/// Refers to a definition as it is read.
pub(super) fn reference_to(key: &str) -> Value {
    Form::Read.reference(key)
}

/// Which values of open enums fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// All strings.
    Read,
    /// The listed ones.
    Listed,
}

impl Form {
    fn name(self, key: &str) -> String {
        match self {
            Self::Read => format!("read {key}"),
            Self::Listed => format!("listed {key}"),
        }
    }

    fn reference(self, key: &str) -> Value {
        let token = self.name(key).replace('~', "~0").replace('/', "~1").replace('%', "%25").replace(' ', "%20");
        json!({"$ref": format!("#/definitions/{token}")})
    }

    fn spell(self, value: &Value) -> Value {
        let Some(schema) = value.as_object() else { return value.clone() };
        let spelled = self.spell_without_null(schema);
        let says_type = spelled.as_object().is_some_and(|spelled| !spelled.is_empty());
        if (flag(schema, "nullable") || flag(schema, LENIENT)) && says_type {
            return json!({"anyOf": [spelled, {"type": "null"}]});
        }
        spelled
    }

    fn spell_without_null(self, schema: &Schema) -> Value {
        if let Some(key) = text(schema, "$ref") {
            return self.reference(key);
        }
        if schema.contains_key("enum") {
            return self.spell_enum(schema);
        }
        if let Some((keyword, inner)) = branches(schema) {
            return self.spell_union(schema, keyword, inner);
        }
        match text(schema, "type") {
            Some("object") => self.spell_object(schema),
            Some("array") => json!({"type": "array", "items": self.spell_under(schema, "items")}),
            Some("integer") => spell_integer(schema),
            Some("string") => spell_string(schema),
            Some(other) => json!({"type": other}),
            None => json!({}),
        }
    }

    fn spell_under(self, schema: &Schema, keyword: &str) -> Value {
        schema.get(keyword).map_or_else(|| json!({}), |inner| self.spell(inner))
    }

    fn spell_enum(self, schema: &Schema) -> Value {
        let open = text(schema, "x-speakeasy-unknown-values") == Some("allow");
        if open && self == Self::Read {
            return json!({"type": "string"});
        }
        json!({"enum": list(schema, "enum")})
    }

    fn spell_object(self, schema: &Schema) -> Value {
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        let properties: Schema = properties.map(|(name, property)| (name.clone(), self.spell(property))).collect();
        let additional = match schema.get("additionalProperties") {
            _ if flag(schema, IGNORE_UNLISTED) => Value::Bool(true),
            Some(Value::Bool(allowed)) => Value::Bool(*allowed),
            Some(inner) => self.spell(inner),
            None => Value::Bool(true),
        };
        let mut spelled = Schema::new();
        spelled.insert("type".to_owned(), Value::from("object"));
        spelled.insert("properties".to_owned(), Value::Object(properties));
        spelled.insert("additionalProperties".to_owned(), additional);
        if !list(schema, "required").is_empty() {
            spelled.insert("required".to_owned(), json!(list(schema, "required")));
        }
        let conditions = list(schema, ANY_OF_REQUIRED);
        if !conditions.is_empty() {
            let any_of = conditions.iter().map(|names| json!({"required": names})).collect();
            spelled.insert("anyOf".to_owned(), any_of);
        }
        Value::Object(spelled)
    }

    fn spell_union(self, schema: &Schema, keyword: &str, inner: &[Value]) -> Value {
        let read: Vec<Value> = inner.iter().map(|branch| self.spell(branch)).collect();
        let listed: Vec<Value> = inner.iter().map(|branch| Self::Listed.spell(branch)).collect();
        let keeps = flag(schema, KEEP_UNKNOWN);
        let untold = match (self, keyword) {
            (Self::Read, _) if keeps => json!({"anyOf": read}),
            (Self::Listed, _) => json!({keyword: listed}),
            (Self::Read, "anyOf") => json!({"anyOf": read}),
            (Self::Read, _) => {
                json!({"anyOf": [{"oneOf": listed}, {"not": {"anyOf": listed}, "oneOf": read}]})
            }
        };
        let tag = schema.get("discriminator").and_then(|told| told["propertyName"].as_str());
        let Some(tag) = tag else { return untold };
        let told = read.iter().zip(list(schema, TOLD)).map(|(branch, told)| {
            let is_this = json!({"required": [tag], "properties": {tag: {"enum": told["tags"]}}});
            json!({"allOf": [is_this, branch]})
        });
        let told = told.collect::<Vec<_>>();
        let without = json!({"anyOf": [{"not": {"required": [tag]}}, {"properties": {tag: {"enum": [null]}}}]});
        let mut ways = vec![json!({"anyOf": told}), json!({"allOf": [without, untold]})];
        if keeps {
            ways.push(spell_unknown_tag(tag, list(schema, TOLD)));
        }
        json!({"type": "object", "anyOf": ways})
    }
}

/// An object whose tag is a string that means no branch.
fn spell_unknown_tag(tag: &str, told: &[Value]) -> Value {
    let known: Vec<&Value> = told.iter().filter_map(|told| told["tags"].as_array()).flatten().collect();
    json!({"required": [tag], "properties": {tag: {"type": "string", "not": {"enum": known}}}})
}

fn spell_integer(schema: &Schema) -> Value {
    match text(schema, "format") {
        Some("int32") => json!({"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX}),
        _ => json!({"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX}),
    }
}

fn spell_string(schema: &Schema) -> Value {
    let mut spelled = schema.clone();
    spelled.retain(|keyword, _| ["type", "pattern", "minLength", "maxLength"].contains(&keyword.as_str()));
    Value::Object(spelled)
}
