//! A module as a folder: a file for each component of the schema, so that a difference is read by component.

use super::keep_going::{joined, keep};
use super::{Module, deny, file_name, portable, read_document, refuse_customisation, run_stages};
use crate::diagnostic::Report;
use crate::options::Options;
use crate::print::{self, Header};
use crate::project::{Selection, Subject};
use crate::refine::{self, Pieces, Placement, SchemaText, Style};
use crate::sync::{self, Changes, Output};
use std::path::{Path, PathBuf};

/// A generated module that is a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GeneratedFolder {
    /// The files, each by its path in the folder, and its Rust code; `mod.rs` exports the types of all.
    pub files: Vec<(PathBuf, String)>,
    /// The Rust name of the root type; nothing when all schemas of an OpenAPI document were asked for.
    pub root: Option<String>,
    /// What is worth knowing although the types could be made; without errors, but for those of schemas that were left
    /// out by [`Options::keep_going`].
    pub report: Report,
    /// The schemas that were read: the one that was given, and those that it refers to.
    pub sources: Vec<PathBuf>,
    /// What was written, and what was removed because nothing gives it any longer.
    pub changes: Changes,
}

/// Reads a schema file and writes its module as a folder, one file for each component and each group of operations.
///
/// A component is what has a name: under `components` of an OpenAPI document, or under `$defs` or `definitions`; the rest
/// of a schema is one too. Types that stand inside a component are in its file. Those that stand in operations are in
/// `pets_api.rs` for operations whose first tag is `pets`; without a tag, the path says it by its first part that is
/// neither a parameter nor a version, and webhooks are in `webhooks_api.rs`. `mod.rs` exports every type,
/// so that paths are those of the module that [`generate`](crate::generate()) makes; what the types share is in
/// `support/`. Files are written only when they differ. Those in the folder and in its `support/` that nothing gives
/// any longer are removed if they begin with [`HEADER_MARK`](crate::HEADER_MARK); other folders are left alone.
///
/// # Errors
///
/// A [`Report`] when the schema cannot be read or carried into Rust types, or a file not written: also when one is
/// there that was not generated, unless [`Options::force`] is set. Then nothing is written. With [`Options::check`]
/// nothing is written at all, and files that differ or that nothing gives any longer are an error.
pub fn generate_folder(schema: &Path, options: &Options, folder: &Path) -> Result<GeneratedFolder, Report> {
    let document = read_document(schema, options)?;
    let (kept, excused) = keep(&document, options)?;
    let selection = Selection::of(&kept, &options.wanted()).map_err(|found| document.report(vec![found]))?;
    let custom = options.customisation.of_main_file(&file_name(&document));
    let subject = Subject { document: &kept, selection: &selection, custom: &custom };
    let schema_text = options.schemars.then_some(SchemaText::Beside);
    let style = Style { placement: Placement::Folder, schema_text, strings: options.strings, setters: options.setters };
    let header = Header { command: &options.command, source: &portable(document.name()) };
    let module = run_stages(subject, options.choices(), &style, header)?;
    refuse_customisation(&custom, &module.unmatched)?;
    deny(&module.report, &options.deny)?;
    let mut files: Vec<(PathBuf, String)> =
        module.parts.iter().map(|(name, text)| (format!("{name}.rs").into(), text.clone())).collect();
    files.extend(shared_files(&module, options.schemars.then(|| document.json()), header));
    // What exports the others comes last: until then the module is what it was.
    files.push(("mod.rs".into(), module.code));
    let outputs: Vec<Output> =
        files.iter().map(|(path, text)| Output { path: folder.join(path), text: text.clone() }).collect();
    let changes = sync::compare_flat(&[folder, &folder.join("support")], &outputs);
    if options.check {
        changes.refuse()?;
    } else {
        sync::bring_up_to_date(&changes, &outputs, options.force)?;
    }
    let (report, sources) = (joined(excused, module.report), document.all_files());
    Ok(GeneratedFolder { files, root: module.root, report, sources, changes })
}

/// The support code, and the text of the schema if types give back their part of it.
fn shared_files(module: &Module, schema: Option<String>, header: Header<'_>) -> Vec<(PathBuf, String)> {
    let source = schema.map(|text| ("source.rs".into(), print::print(refine::source_module(&text), "", header)));
    let Module { pieces, plan, .. } = module;
    let support =
        if *pieces == Pieces::default() { Vec::new() } else { refine::support_files(pieces, &Pieces::default()) };
    let support = support
        .into_iter()
        .map(|(path, text)| (path.into(), print::print_text(&refine::with_map(&text, plan.map()), header)));
    source.into_iter().chain(support).collect()
}
