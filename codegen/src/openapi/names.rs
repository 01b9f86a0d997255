//! What the types of the schemas that stand in place are called.

use crate::names::type_ident;

/// The words that name an operation: its `operationId`, else its method and path.
///
/// `get /users/{id}` is `get users by id`.
pub(super) fn operation_words(id: Option<&str>, method: &str, path: &str) -> String {
    let has_name = |words: &&str| type_ident(words).is_some();
    if let Some(id) = id.filter(has_name) {
        return id.to_owned();
    }
    let path = path.replace('{', " by ").replace(['}', '/'], " ");
    format!("{} {path}", method.to_lowercase())
}

/// The name of a type, made of words.
pub(super) fn name(words: &[&str]) -> String {
    type_ident(&words.join(" ")).unwrap_or_else(|| "Api".to_owned())
}

/// The words of a component, and what it is unless its own name says so.
pub(super) fn component_words(own: &str, kind: &str) -> String {
    let says_so = own.to_lowercase().ends_with(&kind.to_lowercase());
    if says_so { own.to_owned() } else { format!("{own} {kind}") }
}
