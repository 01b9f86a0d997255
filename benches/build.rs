//! Generates the types that borrow their strings, which `clerk-models` has not.

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
    Ok(())
}
