//! All schemas of a folder, one crate: `schema/` to the sources of `generated/`.

mod build;
mod headlines;
mod source;

use crate::custom::Customisation;
use crate::diagnostic::Report;
use crate::generate::{Module, run_stages};
use crate::load::{self, Document, Sources};
use crate::model::Choices;
use crate::plan::{Reading, Strings};
use crate::print::{self, Header};
use crate::project::Subject;
use crate::refine::{self, Pieces, Placement, SchemaText, Style};
use crate::sync::{self, Changes, Output};
use proc_macro2::{Ident, Span};
use source::{Source, same_name};
use std::collections::BTreeSet;
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
    /// Where the files are that the schemas refer to; by default in the folder of the schemas. One that stands in the
    /// folder itself is a schema of its own, with a module; what is only referred to stands in a folder inside.
    pub sources: Sources,
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
            sources: Sources::default(),
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
    /// The files that the schemas refer to; some may be outside of the folder of the schemas.
    pub other_files: Vec<PathBuf>,
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
        Ok(Synced { changes, reports, headlines, other_files: other_files(&sources) })
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
        Ok(Synced { changes, reports, headlines, other_files: other_files(&sources) })
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
        let style = Style { placement: Placement::Crate, schema_text, strings: Strings::Owned, setters: false };
        let header = self.header(&source.name);
        let custom = Customisation::default();
        let subject = Subject { document: &source.document, selection: &source.subject, custom: &custom };
        run_stages(subject, Choices::of(reading), &style, header)
    }

    fn source_output(&self, source: &Source) -> Output {
        let file = refine::source_module(&source.document.json());
        let text = print::print(file, "", self.header(&source.name));
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
            self.printed("tolerant/mod.rs", documented(index.clone(), " The schemas, read as a server sends them.")),
            self.printed("strict/mod.rs", documented(index, " The schemas, read by the letter.")),
            self.printed("source/mod.rs", documented(texts, " The texts of the schemas.")),
        ]
    }

    fn printed(&self, path: &str, file: syn::File) -> Output {
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
        if !failed.is_empty() {
            return Err(failed);
        }
        let documents: Vec<&Document> = sources.iter().map(|source| &source.document).collect();
        Document::refuse_unused_maps(&documents, &self.sources).map_err(|report| vec![report])?;
        Ok(sources)
    }
}

fn other_files(sources: &[Source]) -> Vec<PathBuf> {
    let all = sources.iter().flat_map(|source| source.document.other_files().map(ToOwned::to_owned));
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

fn folder_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn documented(mut file: syn::File, text: &str) -> syn::File {
    file.attrs.push(parse_quote!(#![doc = #text]));
    file
}
