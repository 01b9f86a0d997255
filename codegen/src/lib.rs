//! Rust types from JSON Schemas written in OpenAPI 3.0's dialect.
//!
//! Plain generators ignore `nullable`, `discriminator` and open enums
//! (`x-speakeasy-unknown-values`) in silence. This one reads what the dialect means, lets
//! [typify](https://docs.rs/typify) make the types, and puts what typify cannot carry into the code
//! afterwards. What no Rust type holds is checked, and what is not checked is said.
//!
//! ```text
//! bytes -load-> Document -schema-> letter -model-> meaning -project-> plain schema + Plan -types-> syntax tree -refine-> syntax tree -print-> text -sync-> file
//! ```
//!
//! * [`generate`] makes a module of a schema; [`generate_file`] does so from file to file, for build scripts,
//!   and [`generate_folder`] writes a folder with a file for each component.
//! * [`Leaf`] makes the sources of a whole crate from a folder of schemas, and checks them.
//! * [`init`] writes a crate of one's own around that: driver, leaf, tests and workflow.
//! * [`diff`] says what an update of a schema breaks: for programs that read, and for code that compiles.
//! * [`explain`] says what becomes of each keyword.
//! * [`Reading`] says how much is read: what a server may send, or the letter of the schema.

mod api;
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

pub use diagnostic::{Code, Diagnostic, OtherText, Related, Report, Severity};
pub use diff::{ApiChange, Bump, Change, Diff, DiffFormat, DiffOptions, Readers, Verdict, diff};
pub use explain::{ExplainFormat, Explained, Explanation, explain};
pub use generate::{Generated, GeneratedFolder, generate, generate_file, generate_folder, strict_twin, twin};
pub use init::{InitOptions, Initialized, init};
pub use leaf::{Leaf, Synced};
pub use load::{Document, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES, Sources};
pub use options::{Numbers, Options, Untyped};
pub use plan::{Reading, Strings};
pub use print::HEADER_MARK;
pub use sync::Changes;
