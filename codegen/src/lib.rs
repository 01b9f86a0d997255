//! Rust types from JSON Schemas written in OpenAPI 3.0's dialect.
//!
//! Plain generators ignore `nullable`, `discriminator` and open enums
//! (`x-speakeasy-unknown-values`) in silence. This one reads what the dialect means, lets
//! [typify](https://docs.rs/typify) make the types, and puts what typify cannot carry into the code
//! afterwards. What no Rust type holds is checked, and what is not checked is said.
//!
//! # As a command
//!
//! ```sh
//! cargo install clerk-codegen
//! clerk-codegen generate pet.json --out src/pet.rs
//! ```
//!
//! Then `pub mod pet;` in `src/lib.rs`. The module is self-contained: it needs serde and, where it uses them, serde_json
//! and regress. `clerk-codegen --help` says the rest: an OpenAPI document to a folder of types (`generate`), what becomes
//! of each keyword (`explain`), what an update breaks (`diff`), a crate of one's own (`init`).
//!
//! # From a build script
//!
//! ```sh
//! cargo add --build clerk-codegen --no-default-features
//! ```
//!
//! The one feature, `command`, is what the command alone needs. This is a whole `build.rs`:
//!
//! ```no_run
//! use clerk_codegen::{Options, generate_file};
//! use std::path::Path;
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let out = Path::new(&std::env::var("OUT_DIR")?).join("pet.rs");
//!     let module = generate_file(Path::new("schema/pet.json"), &Options::default(), &out)?;
//!     for file in &module.files {
//!         println!("cargo::rerun-if-changed={}", file.display());
//!     }
//!     for line in module.report.to_string().lines() {
//!         println!("cargo::warning={line}");
//!     }
//!     Ok(())
//! }
//! ```
//!
//! and `pub mod pet { include!(concat!(env!("OUT_DIR"), "/pet.rs")); }` takes it into the crate.
//!
//! # What comes out
//!
//! ```
//! use clerk_codegen::{Document, Options, Reading, generate};
//!
//! let text = r#"{
//!     "title": "Pet",
//!     "type": "object",
//!     "required": ["name"],
//!     "properties": {
//!         "name": {"type": "string", "maxLength": 20},
//!         "tag": {"type": "string", "nullable": true}
//!     }
//! }"#;
//! let document = Document::parse("pet.json", text)?;
//! let tolerant = generate(&document, &Options::default())?;
//! assert!(tolerant.code.contains("pub struct Pet {\n    pub name: String,\n    pub tag: OptionalNullable<String>,\n"));
//!
//! let mut options = Options::default();
//! options.reading = Reading::Strict;
//! let strict = generate(&document, &options)?;
//! assert!(strict.code.contains("pub name: PetName,"), "a newtype that checks the length");
//!
//! // What is wrong has its place, its JSON pointer, and what to do about it.
//! let report = Document::parse("pet.json", "{\"title\": \"Pet\",}").unwrap_err();
//! assert!(report.to_string().contains("pet.json:1:17"), "{report}");
//! # Ok::<(), clerk_codegen::Report>(())
//! ```
//!
//! # What is here
//!
//! * [`generate`] makes a module of a schema; [`generate_file`] does so from file to file, for build scripts,
//!   and [`generate_folder`] writes a folder with a file for each component.
//! * [`Leaf`] makes the sources of a whole crate from a folder of schemas, and checks them.
//! * [`init`] writes a crate of one's own around that: driver, leaf, tests and workflow.
//! * [`diff`] says what an update of a schema breaks: for programs that read, and for code that compiles.
//! * [`diff_folders`] compares the schemas and documents of two folders.
//! * [`explain`] says what becomes of each keyword.
//! * [`Reading`] says how much is read: what a server may send, or the letter of the schema.
//! * [`Report`] is what was found, for people or for programs; [`twin`] and [`strict_twin`] judge types by any validator.
//!
//! The way of the data:
//!
//! ```text
//! bytes -load-> Document -schema-> letter -model-> meaning -project-> plain schema + Plan -types-> syntax tree -refine-> syntax tree -print-> text -sync-> file
//! ```

mod api;
mod custom;
mod diagnostic;
mod diff;
mod explain;
mod generate;
mod graph;
mod init;
mod leaf;
mod load;
mod model;
mod names;
mod openapi;
mod options;
mod plan;
mod pointer;
mod print;
mod project;
mod refine;
#[cfg(test)]
mod rules;
mod schema;
#[cfg(test)]
mod stages;
mod sync;
mod types;

pub use custom::Customisation;
pub use diagnostic::{Code, Diagnostic, OtherText, Related, Report, Severity};
pub use diff::{
    ApiChange, Bump, Change, Counts, Diff, DiffFormat, DiffOptions, Direction, FileChange, FolderDiff, PartChange,
    Readers, Verdict, diff, diff_folders,
};
pub use explain::{ExplainFormat, Explained, Explanation, explain};
pub use generate::{Generated, GeneratedFolder, generate, generate_file, generate_folder, strict_twin, twin};
pub use init::{InitOptions, Initialized, init};
pub use leaf::{Leaf, Synced};
pub use load::{Document, Folder, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES, Sources};
pub use options::{Numbers, Options, Untyped};
pub use plan::{Reading, Strings};
pub use print::HEADER_MARK;
pub use sync::Changes;
