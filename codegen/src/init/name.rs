//! Names a crate by its folder.

use crate::diagnostic::{Code, Diagnostic};
use crate::names::field_ident;
use std::path::Path;

/// What a crate is not called: what it depends on, and what rustc has under that name.
const TAKEN: &[&str] =
    &["alloc", "core", "insta", "proc_macro", "regress", "schemars", "serde", "serde_json", "std", "test"];

/// The name of the package in a folder; as a crate it has underscores for hyphens.
///
/// Cargo takes letters, digits, `-` and `_`, and no keyword (The Cargo Book, "The name field").
pub(super) fn package_name(folder: &Path) -> Result<String, Diagnostic> {
    let path = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = field_ident(&file);
    let is_name =
        file.is_ascii() && file.starts_with(|first: char| first.is_ascii_alphabetic()) && !name.ends_with('_');
    if is_name && !TAKEN.contains(&name.as_str()) {
        return Ok(name.replace('_', "-"));
    }
    Err(Diagnostic::error(
        Code::NameCollision,
        "",
        format!("the crate is named by its folder, and no crate can be called `{file}`"),
        "choose a folder whose name begins with a letter from a to z, such as `petstore-models`",
    ))
}

#[cfg(test)]
mod tests {
    use super::package_name;
    use std::path::Path;

    #[test]
    fn a_crate_is_named_by_its_folder() {
        for (folder, name) in [("x/petstore-models", "petstore-models"), ("PetStore", "pet-store"), ("a b.c", "a-b-c")]
        {
            assert_eq!(package_name(Path::new(folder)).unwrap(), name);
        }
        for folder in ["1st", "type", "serde-json", "日本", "/"] {
            assert!(package_name(Path::new(folder)).is_err(), "{folder}");
        }
    }
}
