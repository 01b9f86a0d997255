//! The command `clerk-codegen diff`: exit codes, revisions of git, and what is no schema.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const OLD: &str = r#"{"title": "Pet", "type": "object", "properties": {"name": {"type": "string"}}}"#;
const NULL: &str =
    r#"{"title": "Pet", "type": "object", "properties": {"name": {"type": "string", "nullable": true}}}"#;
const DOCS: &str =
    r#"{"title": "Pet", "type": "object", "properties": {"name": {"type": "string", "description": "A."}}}"#;

/// Runs `diff` in a folder: the exit code, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clerk-codegen"));
    let output = command.current_dir(folder).env("NO_COLOR", "1").arg("diff").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn the_exit_code_is_that_of_fail_on() {
    let folder = folder(&[("old.json", OLD), ("null.json", NULL), ("docs.json", DOCS)]);
    let code = |new: &str, more: &[&str]| run(folder.path(), &[&["old.json", new], more].concat()).0;
    for (new, plain, breaking, any) in [("old.json", 0, 0, 0), ("docs.json", 0, 0, 1), ("null.json", 0, 1, 1)] {
        assert_eq!(code(new, &[]), Some(plain), "{new}");
        assert_eq!(code(new, &["--fail-on", "breaking"]), Some(breaking), "{new}");
        assert_eq!(code(new, &["--fail-on", "any"]), Some(any), "{new}");
    }
    assert_eq!(code("docs.json", &["--fail-on", "some"]), Some(2));
    assert_eq!(run(folder.path(), &["old.json"]).0, Some(2));
    assert_eq!(run(folder.path(), &["old.json", "docs.json", "--git", "HEAD"]).0, Some(2));
}

/// What holds no schema, and what is said about it.
const UNREADABLE: &[(&str, &str)] = &[
    ("", "error[not-json]"),
    ("not a schema", "error[not-json]"),
    ("null", "error[not-a-schema]"),
    ("[]", "error[not-a-schema]"),
    ("{}", "there is no schema here"),
    (r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Pet"}"#, "there is no schema here"),
    (r#"{"title": "Pet", "$defs": {}}"#, "there is no schema here"),
    (r#"{"openapi": "3.0.3", "components": {"schemas": {"Pet": {"type": "object"}}}}"#, "of a whole API"),
    (r#"{"$ref": "other.json"}"#, "error[unreadable-file]: there is no file `other.json`"),
    (r##"{"$ref": "#/$defs/Pet"}"##, "error[unknown-ref]"),
];

#[test]
fn what_is_no_schema_is_said_to_be_none() {
    for (text, said) in UNREADABLE {
        let folder = folder(&[("good.json", OLD), ("bad.json", text)]);
        for order in [["good.json", "bad.json"], ["bad.json", "good.json"]] {
            let (code, out, err) = run(folder.path(), &order);
            assert_eq!((code, out.as_str()), (Some(1), ""), "{text}: {err}");
            assert!(err.contains(said) && err.contains("bad.json") && err.contains("help: "), "{text}: {err}");
        }
    }
    let folder = folder(&[("good.json", OLD)]);
    let (code, out, err) = run(folder.path(), &["good.json", "gone.json"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("error[unreadable-file]"), "{err}");
    let (_, _, err) = run(folder.path(), &["gone.json", "other.json", "--diagnostics", "json"]);
    assert_eq!(err.lines().filter(|line| line.starts_with(r#"{"severity":"error""#)).count(), 2, "{err}");
}

fn git(folder: &Path, arguments: &[&str]) {
    let own = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").arg("-C").arg(folder).args(own).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository with two revisions of `schema/pet.json`, and a third in the working tree.
fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("schema/pet.json");
    fs::create_dir(folder.path().join("schema")).unwrap();
    git(folder.path(), &["init", "--quiet"]);
    for (tag, text) in [("one", OLD), ("two", DOCS)] {
        fs::write(&path, text).unwrap();
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "--quiet", "--message", tag]);
        git(folder.path(), &["tag", tag]);
    }
    fs::write(&path, NULL).unwrap();
    folder
}

#[test]
fn revisions_of_a_file_are_compared() {
    let folder = repository();
    let kinds = |at: &Path, arguments: &[&str]| {
        let (code, out, err) = run(at, &[arguments, &["--format", "json"]].concat());
        assert_eq!(code, Some(0), "{err}");
        let kinds = out.lines().filter_map(|line| line.trim().strip_prefix(r#""kind": "#));
        kinds.map(|kind| kind.trim_matches([',', '"']).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(folder.path(), &["--git", "one", "schema/pet.json"]), ["null-allowed"]);
    assert_eq!(kinds(folder.path(), &["--git", "one..two", "schema/pet.json"]), ["documentation-changed"]);
    assert_eq!(kinds(folder.path(), &["--git", "one..", "schema/pet.json"]), ["documentation-changed"]);
    assert_eq!(kinds(folder.path(), &["--git", "two..two", "schema/pet.json"]), [""; 0]);
    assert_eq!(kinds(&folder.path().join("schema"), &["--git", "one", "pet.json"]), ["null-allowed"]);
    let absolute = folder.path().join("schema/pet.json");
    assert_eq!(kinds(Path::new("/"), &["--git", "one", absolute.to_str().unwrap()]), ["null-allowed"]);
}

#[test]
fn what_git_does_not_have_is_said() {
    let folder = repository();
    let refused = |at: &Path, arguments: &[&str], said: &str| {
        let (code, out, err) = run(at, arguments);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
        assert!(err.contains(said), "{err}");
    };
    refused(folder.path(), &["--git", "three", "schema/pet.json"], "`three` is no commit of this git repository");
    refused(folder.path(), &["--git=--output=x", "schema/pet.json"], "`--output=x` is no commit");
    refused(folder.path(), &["--git", "one", "schema/dog.json"], "the file is not in the revision `one`");
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("pet.json"), OLD).unwrap();
    refused(outside.path(), &["--git", "HEAD", "pet.json"], "is in no git repository");
}

#[test]
fn annotations_are_escaped() {
    let old = r#"{"title": "Pet", "properties": {"a": {}}}"#;
    let new = "{\"title\": \"Pet\", \"properties\": {\"a\": {},\n  \"50%,:\\n::error::\": {\"type\": \"string\"}}}";
    let folder = folder(&[("old.json", old), ("new,1.json", new)]);
    let (_, out, err) = run(folder.path(), &["old.json", "new,1.json", "--format", "github"]);
    let begin = "::error file=new%2C1.json,line=2,title=property added at /properties/50%25%2C%3A";
    assert!(out.starts_with(begin), "{out}{err}");
    assert!(out.lines().all(|line| line.starts_with("::error file=")), "{out}");
}

#[test]
fn a_file_without_a_schema_keeps_no_folder_from_being_compared() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for (name, text) in [("old/pet.json", OLD), ("new/pet.json", NULL)] {
        write(name, text);
    }
    write("old/settings.json", r#"{"retries": 1}"#);
    write("new/settings.json", r#"{"retries": 2}"#);
    let (code, out, err) = run(folder.path(), &["old", "new"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("1 of 2 files changed, 1 changed without a schema in it"), "{out}");
    assert!(out.contains("- settings.json: the file changed, and has no schema in it\n"), "{out}");
    let (_, json, _) = run(folder.path(), &["old", "new", "--format", "json"]);
    assert!(json.contains(r#""change": "no-schema""#), "{json}");
    write("new/pet.json", r#"{"retries": 1}"#);
    let (code, out, err) = run(folder.path(), &["old", "new"]);
    assert_eq!((code, out.as_str()), (Some(1), ""), "what was a schema, and is none, is an error");
    assert!(err.contains("new/pet.json"), "{err}");
}
