//! Generates the types that `clerk-models` has not: those that borrow their strings, integers with bounds, and types with
//! rules.

use clerk_codegen::{Options, Reading, Strings, generate_file};
use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let schema = Path::new("../schema/clerk-phonenumber-schema.json");
    println!("cargo::rerun-if-changed={}", schema.display());
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for reading in [Reading::Tolerant, Reading::Strict] {
        let mut options = Options::default();
        options.reading = reading;
        options.strings = Strings::Borrowed;
        options.root = Some("PhoneNumber".to_owned());
        generate_file(schema, &options, &out.join(reading.as_str()).with_extension("rs"))?;
    }
    let integers = Path::new("integers.json");
    println!("cargo::rerun-if-changed={}", integers.display());
    let mut options = Options::default();
    options.reading = Reading::Strict;
    generate_file(integers, &options, &out.join("integers.rs"))?;
    let rules = Path::new("rules.json");
    println!("cargo::rerun-if-changed={}", rules.display());
    for reading in [Reading::Tolerant, Reading::Strict] {
        options.reading = reading;
        generate_file(rules, &options, &out.join(format!("rules_{}.rs", reading.as_str())))?;
    }
    Ok(())
}
