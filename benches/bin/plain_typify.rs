//! What typify makes of a schema, printed by prettyplease: `plain-typify SCHEMA [--spell-out-nullable] > MODULE`.

use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use typify::{TypeSpace, TypeSpaceSettings};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(args.next().ok_or("which schema?")?)?)?;
    if args.any(|arg| arg == "--spell-out-nullable") {
        spell_out_nullable(&mut schema);
    }
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    space.add_root_schema(serde_json::from_value(schema)?)?;
    print!("{}", prettyplease::unparse(&syn::parse2(space.to_stream())?));
    Ok(())
}

/// JSON Schema knows no `nullable`, nor does typify: as it is, the schema's types refuse each null that Clerk sends.
fn spell_out_nullable(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(spell_out_nullable),
        Value::Object(keywords) => {
            let nullable = keywords.remove("nullable") == Some(Value::Bool(true));
            keywords.values_mut().for_each(spell_out_nullable);
            if nullable {
                *schema = json!({"oneOf": [schema.take(), {"type": "null"}]});
            }
        }
        _ => {}
    }
}
