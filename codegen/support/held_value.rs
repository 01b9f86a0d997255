//! Values that are held, as a tree.

use super::{Held, Members, Nested};
use serde_json::{Map, Value};

impl From<&Held<'_>> for Value {
    fn from(held: &Held<'_>) -> Self {
        match held {
            Held::Null => Self::Null,
            Held::False => false.into(),
            Held::True => true.into(),
            Held::Unsigned(value) => (*value).into(),
            Held::Signed(value) => (*value).into(),
            Held::Float(value) => (*value).into(),
            Held::Text(value) => (*value).into(),
            Held::Owned(value) => (&**value).into(),
            Held::Nested(nested) => match &**nested {
                Nested::Array(elements) => elements.iter().map(Self::from).collect(),
                Nested::Object(members) => Self::Object(members.into()),
                Nested::Number(value) => value.clone().into(),
            },
        }
    }
}

impl From<&Members<'_>> for Map<String, Value> {
    fn from(members: &Members<'_>) -> Self {
        // Collecting sorts first, and the code of that is made anew in each crate.
        let mut map = Self::new();
        for member in &members.0 {
            map.insert(member.name.to_string(), (&member.value).into());
        }
        map
    }
}
