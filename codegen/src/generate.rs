//! One schema, one module: the stages in their order.

mod folder;
mod keep_going;
mod understand;

use crate::api::{self, ApiType};
use crate::custom::Customisation;
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::load::Document;
use crate::model::{Choices, Model};
use crate::options::Options;
use crate::plan::{Plan, Reading, Strings};
use crate::print::Header;
use crate::project::{self, Projected, Selection, Subject, Wanted};
use crate::refine::{Pieces, Placement, SchemaText, Style};
use crate::sync::Output;
use crate::{print, refine, sync, types};
pub use folder::{GeneratedFolder, generate_folder};
use keep_going::{joined, keep};
use serde_json::Value;
use std::path::{Path, PathBuf};
pub(crate) use understand::{model, model_of, models, understand};

/// A generated module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The Rust code.
    pub code: String,
    /// The Rust name of the root type; nothing where an OpenAPI document was given and no root asked for.
    pub root: Option<String>,
    /// What is worth knowing although the types could be made; without errors, but for those of schemas that were left
    /// out by [`Options::keep_going`].
    pub report: Report,
    /// The files that were read: the schema, unless it has none, and those that it refers to. A build script is to be
    /// run again when one of them changes.
    pub files: Vec<PathBuf>,
}

/// Generates one self-contained module from a schema, or from the schemas of an OpenAPI document.
///
/// A document with a member `openapi` or `swagger` is one of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0: each schema
/// with a name becomes a type, in the order of the text, and then each that stands in place in a request, a response, a
/// header or a parameter. The types of the latter are named by their operation, as `CreatePetRequest`.
/// The module uses `serde` and, where it needs them, `serde_json` and `regress`.
///
/// # Errors
///
/// A [`Report`] with at least one error when the schema cannot be carried into Rust types.
///
/// # Examples
///
/// ```
/// use clerk_codegen::{Document, Options, generate};
///
/// let schema = r#"{"title": "Pet", "type": "object", "properties": {"name": {"type": "string"}}}"#;
/// let document = Document::parse("pet.json", schema)?;
/// let module = generate(&document, &Options::default())?;
/// assert!(module.code.contains("pub struct Pet"));
/// # Ok::<(), clerk_codegen::Report>(())
/// ```
pub fn generate(document: &Document, options: &Options) -> Result<Generated, Report> {
    let (kept, excused) = keep(document, options)?;
    let selection = Selection::of(&kept, &options.wanted()).map_err(|found| document.report(vec![found]))?;
    let custom = options.customisation.of_main_file(&file_name(document));
    let subject = Subject { document: &kept, selection: &selection, custom: &custom };
    let schema_text = options.schemars.then(|| SchemaText::Inside(document.json()));
    let style = Style { placement: Placement::Inside, schema_text, strings: options.strings, setters: options.setters };
    let header = Header { command: &options.command, source: &portable(document.name()) };
    let module = run_stages(subject, options.choices(), &style, header)?;
    refuse_customisation(&custom, &module.unmatched)?;
    deny(&module.report, &options.deny)?;
    let (report, files) = (joined(excused, module.report), document.all_files());
    Ok(Generated { code: module.code, root: module.root, report, files })
}

/// Refuses a customisation of which something is wrong.
pub(crate) fn refuse_customisation(custom: &Customisation, wrong: &[Diagnostic]) -> Result<(), Report> {
    if wrong.is_empty() { Ok(()) } else { Err(custom.report(wrong.to_vec())) }
}

/// Makes errors of the warnings that are denied.
fn deny(report: &Report, codes: &[Code]) -> Result<(), Report> {
    let mut report = report.clone();
    for found in report.diagnostics.iter_mut().filter(|found| codes.contains(&found.code)) {
        found.severity = Severity::Error;
    }
    if report.has_errors() { Err(report) } else { Ok(()) }
}

/// Reads a schema file, generates its module and writes it to `out`, for build scripts.
///
/// The file is written only when it differs, and in one step.
///
/// # Errors
///
/// A [`Report`] when the schema cannot be read or carried into Rust types, or the file not written: also when one
/// is there that was not generated, unless [`Options::force`] is set. With [`Options::check`] nothing is written, and a
/// file that differs is an error.
///
/// # Examples
///
/// In a `build.rs`, with `out` below `OUT_DIR`:
///
/// ```
/// use clerk_codegen::{Options, generate_file};
/// # let folder = std::env::temp_dir().join(format!("clerk-codegen-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let (schema, out) = (folder.join("pet.json"), folder.join("pet.rs"));
/// # std::fs::write(&schema, r#"{"type": "object", "properties": {"name": {"type": "string"}}}"#)?;
///
/// let module = generate_file(&schema, &Options::default(), &out)?;
/// for file in &module.files {
///     println!("cargo::rerun-if-changed={}", file.display());
/// }
/// for line in module.report.to_string().lines() {
///     println!("cargo::warning={line}");
/// }
/// # assert!(std::fs::read_to_string(&out)?.contains("pub struct Pet"));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn generate_file(schema: &Path, options: &Options, out: &Path) -> Result<Generated, Report> {
    let module = generate(&read_document(schema, options)?, options)?;
    let output = Output { path: out.to_owned(), text: module.code.clone() };
    if options.check {
        sync::compare_file(&output).refuse()?;
    } else {
        sync::write(&output, options.force)?;
    }
    Ok(module)
}

/// Reads a schema file with what it refers to; every map is of use.
fn read_document(schema: &Path, options: &Options) -> Result<Document, Report> {
    let document = Document::read_with(schema, &options.sources)?;
    Document::refuse_unused_maps(&[&document], &options.sources)?;
    Ok(document)
}

/// Makes plain JSON Schema of a schema, draft-04 or 2020-12 as its `$schema` says, that accepts what its strict types accept.
///
/// For judging types and schema against each other with any validator. The twin of an OpenAPI
/// document accepts everything: it only has the twins of the schemas, as `#/definitions/read KEY`
/// where the key is a JSON pointer such as `/components/schemas/Pet`, for a `$ref` to one of them.
///
/// # Errors
///
/// A [`Report`] when the document holds no schema that can be read.
pub fn strict_twin(document: &Document) -> Result<Value, Report> {
    twin(document, Reading::Strict)
}

/// Makes plain JSON Schema of a schema, draft-04 or 2020-12 as its `$schema` says, that accepts what the types of a reading accept.
///
/// # Errors
///
/// A [`Report`] when the document holds no schema that can be read.
pub fn twin(document: &Document, reading: Reading) -> Result<Value, Report> {
    let failed = |found| document.report(found);
    let selection = Selection::of(document, &Wanted::default()).map_err(|found| failed(vec![found]))?;
    let model = model(document, reading, &selection).map_err(failed)?;
    Ok(project::twin(&model, &selection))
}

/// What references from other files call a document.
pub(crate) fn file_name(document: &Document) -> String {
    Path::new(document.name()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A path that says nothing about one machine.
fn portable(name: &str) -> String {
    let path = Path::new(name);
    match path.file_name() {
        Some(file) if path.is_absolute() => file.to_string_lossy().into_owned(),
        _ => name.to_owned(),
    }
}

/// A module before it is written.
pub(crate) struct Module {
    pub(crate) code: String,
    /// The files of a folder by name, of which the code is the index.
    pub(crate) parts: Vec<(String, String)>,
    pub(crate) root: Option<String>,
    pub(crate) pieces: Pieces,
    pub(crate) report: Report,
    pub(crate) plan: Plan,
    /// What is said of each entry of the customisation that matched nothing.
    pub(crate) unmatched: Vec<Diagnostic>,
}

/// The stages, in their order.
pub(crate) fn run_stages(
    subject: Subject<'_>,
    choices: Choices,
    style: &Style,
    header: Header<'_>,
) -> Result<Module, Report> {
    let failed = |found| subject.document.report(found);
    let Projected { schema, plan, diagnostics, about_custom, .. } = understand(subject, choices)?;
    if about_custom.iter().any(|found| found.code != Code::NothingMatches) {
        return Err(subject.custom.report(about_custom));
    }
    let types = types::types(schema, &placeholders(&plan)).map_err(failed)?;
    let refined = refine::refine(types, &plan, style).map_err(failed)?;
    let code = print::print(refined.file, &refined.support, header);
    let parts = refined.parts.into_iter().map(|(name, file)| (name, print::print(file, "", header))).collect();
    let report = failed(diagnostics);
    Ok(Module { code, parts, root: plan.root.clone(), pieces: refined.pieces, report, plan, unmatched: about_custom })
}

fn placeholders(plan: &Plan) -> Vec<&str> {
    plan.foreign().iter().map(|foreign| foreign.placeholder.as_str()).collect()
}

/// The public items of the module of a model: the same stages, but for its text.
pub(crate) fn public_items(model: &Model, document: &Document, selection: &Selection) -> Result<Vec<ApiType>, Report> {
    let custom = Customisation::default();
    let failed = |found| document.report(found);
    let style = Style { placement: Placement::Crate, schema_text: None, strings: Strings::Owned, setters: false };
    let projected = project::project(model, Subject { document, selection, custom: &custom });
    let Projected { schema, plan, diagnostics, .. } = projected;
    if diagnostics.iter().any(|found| found.severity == Severity::Error) {
        return Err(failed(diagnostics));
    }
    let types = types::types(schema, &placeholders(&plan)).map_err(failed)?;
    let refined = refine::refine(types, &plan, &style).map_err(failed)?;
    Ok(api::public_items(&refined.file, &plan))
}
