//! The customisation of all schemas of a leaf.

use super::Leaf;
use crate::custom::Customisation;
use crate::diagnostic::{Code, Diagnostic, Report};

/// The file beside the schemas that says what their types are to be otherwise.
pub(crate) const CONFIG: &str = "clerk-codegen.toml";

impl Leaf {
    /// What the folder of the schemas says; without the file, nothing.
    pub(super) fn customisation(&self) -> Result<Customisation, Report> {
        let path = self.schemas.join(CONFIG);
        if path.exists() { Customisation::read(&path) } else { Ok(Customisation::default()) }
    }
}

/// The types of a leaf are for its users.
pub(super) fn refuse_visibility(custom: &Customisation) -> Result<(), Report> {
    match &custom.looks.visibility {
        Some((entry, text)) if text != "pub" => {
            let message = format!("the types of a crate cannot be `{text}`: its users could not name them");
            let help = "remove the entry; it is for a module of one's own";
            Err(custom.report(vec![entry.error(Code::BadCustomisation, message, help)]))
        }
        _ => Ok(()),
    }
}

/// What is said of the entries that matched nothing in any module.
pub(super) fn matching_nowhere(modules: &[Vec<Diagnostic>]) -> Vec<Diagnostic> {
    let is_everywhere =
        |found: &&Diagnostic| modules.iter().all(|module| module.iter().any(|other| other.span == found.span));
    modules.first().into_iter().flatten().filter(is_everywhere).cloned().collect()
}
