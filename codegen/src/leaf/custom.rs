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

/// What is said where the root types of two modules, which are exported side by side, are given one name.
pub(super) fn one_name(roots: &[(String, String)]) -> Option<Diagnostic> {
    let other = |at: usize, (_, root): &(String, String)| roots.iter().take(at).find(|(_, earlier)| earlier == root);
    let (module, root, other) =
        roots.iter().enumerate().find_map(|(at, named)| Some((&named.0, &named.1, &other(at, named)?.0)))?;
    let message = format!("the root types of `{other}` and `{module}` would both be called `{root}`");
    let help = "name the file in the key, as in \"pet.json#\", or give one of them another name";
    Some(Diagnostic::error(Code::NameCollision, "/rename", message, help))
}
