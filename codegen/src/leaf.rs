//! All schemas of a folder, one crate: `schema/` to the sources of `generated/`.

mod build;
mod headlines;

use crate::custom::Customisation;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::generate::{Module, run_stages};
use crate::load::{self, Document};
use crate::model::Choices;
use crate::names::field_ident;
use crate::plan::{Reading, Strings};
use crate::print::{self, Header};
use crate::project::{Selection, Subject, Wanted, stem};
use crate::refine::{self, Pieces, Placement, SchemaText, Style};
use crate::sync::{self, Changes, Output};
use proc_macro2::{Ident, Span};
use std::path::{Path, PathBuf};
use syn::parse_quote;

/// The generated part of a crate of models: where it comes from and where it goes.
///
/// For each schema there is a module of its tolerant types, `tolerant/NAME.rs`, and one of its
/// strict types, `strict/NAME.rs`; what they share is in `support.rs`, and the schemas' texts are
/// in `source/`. The root type of each schema is exported; an OpenAPI document has none, and its
/// module is named by its file. The default is this repository's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leaf {
    /// The folder of the schemas: every `*.json`, `*.yaml` and `*.yml` in it.
    pub schemas: PathBuf,
    /// The folder of the sources.
    pub out: PathBuf,
    /// What the titles of all schemas begin with, and the types do not.
    pub title_prefix: String,
    /// The command that the headers name.
    pub command: String,
}

impl Default for Leaf {
    fn default() -> Self {
        Self {
            schemas: "schema".into(),
            out: "generated/src".into(),
            title_prefix: "Clerk ".to_owned(),
            command: "cargo build".to_owned(),
        }
    }
}

/// What was generated, and what was found on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Synced {
    /// What differs, or differed.
    pub changes: Changes,
    /// What is worth knowing, one report per schema that has any.
    pub reports: Vec<Report>,
    /// What the update breaks, in one line for each schema that changed or is gone.
    pub headlines: Vec<String>,
}

impl Leaf {
    /// Brings the sources up to date; writes nothing unless every schema can be carried.
    ///
    /// # Errors
    ///
    /// A [`Report`] for each schema that cannot be carried, or for the file that cannot be written.
    pub fn sync(&self) -> Result<Synced, Vec<Report>> {
        let sources = self.sources()?;
        let (outputs, reports) = self.outputs(&sources)?;
        let changes = sync::compare(&self.out, &outputs);
        let headlines = self.headlines(&sources, &changes);
        // Its folder is its own: there a file without header is one that lost it, in a merge for instance.
        sync::bring_up_to_date(&changes, &outputs, true).map_err(|report| vec![report])?;
        Ok(Synced { changes, reports, headlines })
    }

    /// Compares the sources with what the schemas give; writes nothing.
    ///
    /// # Errors
    ///
    /// A [`Report`] for each schema that cannot be carried.
    pub fn check(&self) -> Result<Synced, Vec<Report>> {
        let sources = self.sources()?;
        let (outputs, reports) = self.outputs(&sources)?;
        let changes = sync::compare(&self.out, &outputs);
        let headlines = self.headlines(&sources, &changes);
        Ok(Synced { changes, reports, headlines })
    }

    fn outputs(&self, sources: &[Source]) -> Result<(Vec<Output>, Vec<Report>), Vec<Report>> {
        let mut outputs = Vec::new();
        let mut pieces = [Pieces::default(), Pieces::default()];
        let mut reports = Vec::new();
        let mut failed = Vec::new();
        for source in sources {
            for (reading, pieces) in [Reading::Tolerant, Reading::Strict].into_iter().zip(&mut pieces) {
                match self.module(source, reading) {
                    Ok(module) => {
                        pieces.add(&module.pieces);
                        outputs.push(self.output(&format!("{}/{}.rs", reading.as_str(), source.module), module.code));
                        reports.push(module.report);
                    }
                    Err(report) => failed.push(report),
                }
            }
            outputs.push(self.source_output(source));
        }
        if !failed.is_empty() {
            failed.dedup_by(|one, other| one.diagnostics == other.diagnostics);
            return Err(failed);
        }
        outputs.extend(self.index_outputs(sources));
        let [tolerant, strict] = pieces;
        let folder = folder_name(&self.schemas);
        let support = refine::support_files(&tolerant, &strict).into_iter();
        outputs.extend(support.map(|(path, text)| self.output(&path, print::print_text(&text, self.header(&folder)))));
        reports.dedup_by(|one, other| one.diagnostics == other.diagnostics);
        reports.retain(|report| !report.diagnostics.is_empty());
        Ok((outputs, reports))
    }

    fn module(&self, source: &Source, reading: Reading) -> Result<Module, Report> {
        let schema_text = Some(SchemaText::Crate(source.module.clone()));
        let style = Style { placement: Placement::Crate, schema_text, strings: Strings::Owned };
        let header = self.header(&source.name);
        let custom = Customisation::default();
        let subject = Subject { document: &source.document, selection: &source.subject, custom: &custom };
        run_stages(subject, Choices::of(reading), &style, header)
    }

    fn source_output(&self, source: &Source) -> Output {
        let file = refine::source_module(&source.document.json());
        let text = print::print(&file, "", self.header(&source.name));
        self.output(&format!("source/{}.rs", source.module), text)
    }

    fn index_outputs(&self, sources: &[Source]) -> Vec<Output> {
        let ident = |name: &str| Ident::new(name, Span::call_site());
        let modules: Vec<Ident> = sources.iter().map(|source| ident(&source.module)).collect();
        let roots = sources.iter().filter_map(|source| Some((ident(&source.module), ident(source.root()?))));
        let (holders, roots): (Vec<Ident>, Vec<Ident>) = roots.unzip();
        let docs: Vec<String> = sources.iter().map(|source| format!(" The types of `{}`.", source.name)).collect();
        let index: syn::File = parse_quote! {
            #(#[doc = #docs] pub mod #modules;)*
            #(pub use #holders::#roots;)*
        };
        let texts: syn::File = parse_quote!(#(pub(crate) mod #modules;)*);
        vec![
            self.printed("tolerant/mod.rs", &documented(index.clone(), " The schemas, read as a server sends them.")),
            self.printed("strict/mod.rs", &documented(index, " The schemas, read by the letter.")),
            self.printed("source/mod.rs", &documented(texts, " The texts of the schemas.")),
        ]
    }

    fn printed(&self, path: &str, file: &syn::File) -> Output {
        self.output(path, print::print(file, "", self.header(&folder_name(&self.schemas))))
    }

    fn header<'a>(&'a self, source: &'a str) -> Header<'a> {
        Header { command: &self.command, source }
    }

    fn output(&self, path: &str, text: String) -> Output {
        Output { path: self.out.join(path), text }
    }

    /// The schemas, by file name.
    fn sources(&self) -> Result<Vec<Source>, Vec<Report>> {
        self.sources_of(load::schema_files(&self.schemas)?)
    }

    fn sources_of(&self, paths: Vec<PathBuf>) -> Result<Vec<Source>, Vec<Report>> {
        let (mut sources, mut failed): (Vec<Source>, Vec<Report>) = (Vec::new(), Vec::new());
        for path in paths {
            match Source::read(&path, self) {
                Ok(source) => match sources.iter().find(|other| other.module == source.module) {
                    Some(other) => failed.push(same_name(&source, other)),
                    None => sources.push(source),
                },
                Err(report) => failed.push(report),
            }
        }
        if failed.is_empty() { Ok(sources) } else { Err(failed) }
    }
}

/// A schema file, and what its module is called.
struct Source {
    document: Document,
    /// Its path from the folder above `schemas`, the same on every machine.
    name: String,
    module: String,
    subject: Selection,
}

impl Source {
    fn read(path: &Path, leaf: &Leaf) -> Result<Self, Report> {
        let document = Document::read(path)?;
        let wanted = Wanted { title_prefix: &leaf.title_prefix, ..Wanted::default() };
        let subject = Selection::of(&document, &wanted).map_err(|found| document.report(vec![found]))?;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{}/{file}", folder_name(&leaf.schemas));
        let module = match &subject {
            Selection::Document(root) => field_ident(root),
            Selection::Api(_) => field_ident(stem(&document).unwrap_or_default()),
        };
        Ok(Self { document, name, module, subject })
    }

    /// The Rust name of the root type, which an OpenAPI document has not.
    fn root(&self) -> Option<&str> {
        match &self.subject {
            Selection::Document(root) => Some(root),
            Selection::Api(_) => None,
        }
    }
}

fn folder_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn same_name(source: &Source, other: &Source) -> Report {
    let (at, help) = match source.root() {
        Some(_) => ("/title", "give one of the two schemas another title"),
        None => ("/openapi", "rename the file: the module of an OpenAPI document is named by it"),
    };
    let found = Diagnostic::error(
        Code::NameCollision,
        at,
        format!("`{}` and `{}` would both be the module `{}`", source.name, other.name, source.module),
        help,
    );
    source.document.report(vec![found])
}

fn documented(mut file: syn::File, text: &str) -> syn::File {
    file.attrs.push(parse_quote!(#![doc = #text]));
    file
}
