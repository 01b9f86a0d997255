//! The sources that the schemas give.

use super::custom::{matching_nowhere, one_name, refuse_visibility};
use super::{Leaf, Source, folder_name};
use crate::custom::Customisation;
use crate::diagnostic::{Diagnostic, Report};
use crate::generate::{Module, run_stages};
use crate::model::Choices;
use crate::plan::{Reading, Strings};
use crate::print::{self, Header};
use crate::project::Subject;
use crate::refine::{self, Pieces, Placement, SchemaText, Style};
use crate::sync::Output;
use proc_macro2::{Ident, Span};
use syn::parse_quote;

/// What all schemas give.
#[derive(Default)]
struct Made {
    outputs: Vec<Output>,
    /// The support code of the tolerant types, and of the strict ones.
    pieces: [Pieces; 2],
    /// The modules that have a root type, each with its name.
    roots: Vec<(String, String)>,
    /// Of each module, what is said of the entries of the customisation that matched nothing in it.
    unmatched: Vec<Vec<Diagnostic>>,
    reports: Vec<Report>,
}

impl Leaf {
    /// The sources, and what was found.
    pub(super) fn outputs(
        &self,
        sources: &[Source],
        custom: &Customisation,
    ) -> Result<(Vec<Output>, Vec<Report>), Vec<Report>> {
        refuse_visibility(custom).map_err(|report| vec![report])?;
        let mut made = Made::default();
        let mut failed: Vec<Report> = sources.iter().flat_map(|source| self.make(source, custom, &mut made)).collect();
        if failed.is_empty() {
            let unmatched = matching_nowhere(&made.unmatched);
            failed.extend((!unmatched.is_empty()).then(|| custom.report(unmatched)));
            failed.extend(one_name(&made.roots).map(|found| custom.report(vec![found])));
        }
        if !failed.is_empty() {
            failed.dedup_by(|one, other| one.diagnostics == other.diagnostics);
            return Err(failed);
        }
        let Made { mut outputs, pieces: [tolerant, strict], roots, mut reports, .. } = made;
        outputs.extend(self.index_outputs(sources, &roots));
        let folder = folder_name(&self.schemas);
        let support = refine::support_files(&tolerant, &strict).into_iter().map(|(path, text)| {
            let text = refine::with_map(&text, custom.map());
            self.output(&path, print::print_text(&text, self.header(&folder)))
        });
        outputs.extend(support);
        reports.dedup_by(|one, other| one.diagnostics == other.diagnostics);
        reports.retain(|report| !report.diagnostics.is_empty());
        Ok((outputs, reports))
    }

    /// Makes the modules of a schema, and gives what prevents that.
    fn make(&self, source: &Source, custom: &Customisation, made: &mut Made) -> Vec<Report> {
        let custom = custom.of_main_file(&source.file);
        let mut failed = Vec::new();
        for (index, reading) in [Reading::Tolerant, Reading::Strict].into_iter().enumerate() {
            match self.module(source, reading, &custom) {
                Ok(module) => {
                    if let Some(pieces) = made.pieces.get_mut(index) {
                        pieces.add(&module.pieces);
                    }
                    made.outputs.push(self.output(&format!("{}/{}.rs", reading.as_str(), source.module), module.code));
                    made.reports.push(module.report);
                    made.unmatched.push(module.unmatched);
                    made.roots.extend(module.root.map(|root| (source.module.clone(), root)));
                }
                Err(report) => failed.push(report),
            }
        }
        made.roots.dedup();
        made.outputs.push(self.source_output(source));
        failed
    }

    fn module(&self, source: &Source, reading: Reading, custom: &Customisation) -> Result<Module, Report> {
        let schema_text = Some(SchemaText::Crate(source.module.clone()));
        let style = Style { placement: Placement::Crate, schema_text, strings: Strings::Owned, setters: false };
        let header = self.header(&source.name);
        let subject = Subject { document: &source.document, selection: &source.subject, custom };
        run_stages(subject, Choices::of(reading), &style, header)
    }

    fn source_output(&self, source: &Source) -> Output {
        let file = refine::source_module(&source.document.json());
        let text = print::print(file, "", self.header(&source.name));
        self.output(&format!("source/{}.rs", source.module), text)
    }

    fn index_outputs(&self, sources: &[Source], roots: &[(String, String)]) -> Vec<Output> {
        let ident = |name: &str| Ident::new(name, Span::call_site());
        let modules: Vec<Ident> = sources.iter().map(|source| ident(&source.module)).collect();
        let roots = roots.iter().map(|(holder, root)| (ident(holder), ident(root)));
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
}

fn documented(mut file: syn::File, text: &str) -> syn::File {
    file.attrs.push(parse_quote!(#![doc = #text]));
    file
}
