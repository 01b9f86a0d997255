//! Generates the strict types of the cases that `read_checked` reads, into `OUT_DIR`.

use clerk_codegen::{Options, Reading, generate_file};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for case in ["checks", "unions", "shapes", "strings"] {
        let schema = PathBuf::from("../codegen/tests/cases").join(case).with_extension("json");
        println!("cargo::rerun-if-changed={}", schema.display());
        let mut options = Options::default();
        options.reading = Reading::Strict;
        options.root = Some("Root".to_owned());
        generate_file(&schema, &options, &out.join(case).with_extension("rs"))?;
    }
    Ok(())
}
