//! Schemas in several files: what is read, what is not, and what is said of it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[allow(dead_code, reason = "other tests use the rest")]
mod command;

use clerk_codegen::{
    Code, Document, Leaf, MAX_FILE_BYTES, MAX_FILES, Options, Report, Severity, Sources, explain, generate,
    generate_file, generate_folder,
};
use command::{command, pin, refuse, stderr};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn code(path: &Path, sources: &Sources) -> Result<String, Report> {
    generate(&Document::read_with(path, sources)?, &Options::default()).map(|module| module.code)
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|found| found.code.as_str()).collect()
}

#[test]
fn files_that_refer_to_one_another_are_one_module() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/library.yaml");
    let document = Document::read(&path).unwrap();
    let names: Vec<String> =
        document.other_files().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["book.yaml", "people.json"], "each once, in the order of the first references");
    let code = generate(&document, &Options::default()).unwrap().code;
    let types: Vec<&str> =
        code.lines().filter(|line| line.starts_with("pub struct") || line.starts_with("pub enum")).collect();
    assert_eq!(
        types,
        [
            "pub struct Library {",
            "pub struct Book {",
            "pub struct Person {",
            "pub struct PersonAddress {",
            "pub enum Language {"
        ]
    );
    for place in ["#", "schemas/book.yaml#", "schemas/people.json#/$defs/Person", "schemas/people.json#/$defs/Language"]
    {
        assert!(code.contains(&format!("/// Schema: `{place}`")), "{place}: {code}");
    }
    assert!(code.contains("pub sequel: Option<Box<Book>>") && code.contains("pub library: Option<Library>"));
    let explained = explain(&document, &Options::default()).unwrap();
    let keyword = explained.keywords.iter().find(|one| one.pointer == "/$defs/Person/required").unwrap();
    assert!(keyword.file.as_deref().unwrap().ends_with("schemas/people.json"), "{keyword:?}");
}

#[test]
fn parts_of_other_files_are_found_by_schemars() {
    let folder = folder(&[
        (
            "pet.json",
            r#"{"title": "Pet", "type": "object", "properties": {"toy": {"$ref": "toy.json"}, "bed": {"type": "object"}}}"#,
        ),
        ("toy.json", r#"{"title": "Toy", "type": "object", "properties": {"of": {"$ref": "pet.json"}}}"#),
    ]);
    let mut options = Options::default();
    options.schemars = true;
    let document = Document::read(&folder.path().join("pet.json")).unwrap();
    let code = generate(&document, &options).unwrap().code;
    let targets = code.split("source_targets!(").nth(1).unwrap().split(");").next().unwrap();
    assert_eq!(targets.trim(), r#""" => Pet, "/$defs/toy.json" => Toy"#);
}

#[test]
fn a_warning_about_another_file_shows_its_text() {
    let other =
        r#"{"title": "A title that is longer than all of the main file, which has no such line", "minimum": 1}"#;
    let folder = folder(&[("main.json", r#"{"type": "array", "items": {"$ref": "b.json"}}"#), ("b.json", other)]);
    let document = Document::read(&folder.path().join("main.json")).unwrap();
    for keep_going in [false, true] {
        let mut options = Options::default();
        options.keep_going = keep_going;
        let text = generate(&document, &options).unwrap().report.render(false);
        assert!(text.contains("A title that is longer"), "{text}");
    }
}

#[test]
fn what_is_wrong_in_another_file_is_said_there() {
    let schema = r#"{"type": "object", "properties": {
  "missing": {"$ref": "nope.yaml"},
  "outside": {"$ref": "../secret.yaml"},
  "encoded": {"$ref": "%2e%2e/secret.yaml"},
  "absolute": {"$ref": "/etc/hostname"},
  "url": {"$ref": "https://example.com/s/pet.json#/a"},
  "folder": {"$ref": "b"},
  "no-yaml": {"$ref": "b/broken.yaml"},
  "nowhere": {"$ref": "b/defs.yaml#/$defs/Gone"},
  "no-anchor": {"$ref": "b/defs.yaml#gone"},
  "no-schema": {"$ref": "b/defs.yaml#/title"},
  "wrong": {"$ref": "b/defs.yaml#/$defs/Wrong"},
  "no-text": {"$ref": "%ff.yaml"}
}}"#;
    let defs = "title: A\n$defs:\n  Wrong:\n    type: object\n    properties:\n      a: {type: objekt}\n";
    let folder = folder(&[
        ("a/main.json", schema),
        ("a/b/broken.yaml", "a: [1,\nb: }"),
        ("a/b/defs.yaml", defs),
        ("secret.yaml", "{}"),
    ]);
    pin("other-files", &refuse(&folder.path().join("a"), Path::new("main.json")));
}

#[test]
fn an_endless_chain_through_files_names_them() {
    let folder = folder(&[
        ("a.yaml", "properties:\n  x: {$ref: \"b.yaml#/$defs/X\"}\n$defs:\n  Y: {$ref: \"b.yaml#/$defs/X\"}\n"),
        ("b.yaml", "$defs:\n  X: {$ref: \"a.yaml#/$defs/Y\"}\n"),
    ]);
    let report = code(&folder.path().join("a.yaml"), &Sources::default()).unwrap_err();
    assert_eq!(codes(&report), ["ref-cycle"]);
    let message = &report.diagnostics[0].message;
    assert!(message.contains("`#/$defs/Y`") && message.contains("`b.yaml#/$defs/X`"), "{message}");
}

#[test]
fn a_root_folder_may_be_wider() {
    let folder = folder(&[
        ("a/main.json", r#"{"properties": {"x": {"$ref": "../b/x.yaml"}}}"#),
        ("b/x.yaml", "{type: object, properties: {y: {type: string}}}"),
    ]);
    let main = folder.path().join("a/main.json");
    assert_eq!(codes(&code(&main, &Sources::default()).unwrap_err()), ["outside-folder"]);
    let mut sources = Sources::default();
    sources.root_folder = Some(folder.path().to_owned());
    assert!(code(&main, &sources).unwrap().contains("/// Schema: `../b/x.yaml#`"));
    sources.root_folder = Some(folder.path().join("gone"));
    assert_eq!(codes(&code(&main, &sources).unwrap_err()), ["unreadable-file"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_where_it_leads() {
    use std::os::unix::fs::symlink;
    let schema = r#"{"properties": {"in": {"$ref": "in.yaml"}, "same": {"$ref": "real.yaml"}}}"#;
    let folder = folder(&[
        ("a/main.json", schema),
        ("a/real.yaml", "{type: object, properties: {y: {type: string}}}"),
        ("secret.yaml", "type: string"),
        ("far/x.yaml", "{}"),
    ]);
    let inside = folder.path().join("a");
    symlink("real.yaml", inside.join("in.yaml")).unwrap();
    symlink("../secret.yaml", inside.join("out.yaml")).unwrap();
    symlink("../far", inside.join("way")).unwrap();
    let document = Document::read(&inside.join("main.json")).unwrap();
    assert_eq!(document.other_files().count(), 1, "a file and a link to it are one");
    assert!(generate(&document, &Options::default()).unwrap().code.contains("pub struct Real {"));
    for text in ["out.yaml", "way/x.yaml", "way/../secret.yaml"] {
        fs::write(inside.join("main.json"), format!(r#"{{"properties": {{"x": {{"$ref": "{text}"}}}}}}"#)).unwrap();
        let report = code(&inside.join("main.json"), &Sources::default()).unwrap_err();
        assert!(["outside-folder", "unreadable-file"].contains(&codes(&report)[0]), "{text}: {report}");
        assert!(report.others.is_empty());
    }
}

#[test]
fn a_url_is_an_embedded_schema_then_a_map_then_a_file() {
    let main = r#"{"$id": "https://example.com/s/main.json", "properties": {
  "embedded": {"$ref": "own.json"}, "mapped": {"$ref": "pet.json#/$defs/Pet"}, "beside": {"$ref": "beside.json"},
  "other": {"$ref": "https://example.org/lib/deep/x.json"}
}, "$defs": {"Own": {"$id": "own.json", "type": "object", "properties": {"o": {"type": "string"}}}}}"#;
    let object = |name: &str| format!(r#"{{"type": "object", "properties": {{"{name}": {{"type": "string"}}}}}}"#);
    let pet = format!(r#"{{"$defs": {{"Pet": {}}}}}"#, object("from_map"));
    let folder = folder(&[
        ("a/main.json", main),
        ("a/own.json", "no JSON"),
        ("a/pet.json", "no JSON"),
        ("a/beside.json", &object("from_file")),
        ("vendor/pet.json", &pet),
        (
            "vendor/lib/deep/x.json",
            r#"{"title": "X", "type": "object", "properties": {"next": {"$ref": "../y.json"}}}"#,
        ),
        ("vendor/lib/y.json", &object("from_folder")),
    ]);
    let main = folder.path().join("a/main.json");
    let mut sources = Sources::default();
    sources.maps = vec![
        ("https://example.com/s/pet.json".to_owned(), folder.path().join("vendor/pet.json")),
        ("https://example.org/lib/".to_owned(), folder.path().join("vendor/lib")),
    ];
    let made = code(&main, &sources).unwrap();
    for field in ["pub o: ", "pub from_map: ", "pub from_file: ", "pub from_folder: "] {
        assert!(made.contains(field), "{field}: {made}");
    }
    assert!(made.contains("/// Schema: `https://example.com/s/pet.json#/$defs/Pet`"), "{made}");
    let report = code(&main, &Sources::default()).unwrap_err();
    let urls: Vec<&str> = report
        .diagnostics
        .iter()
        .filter(|found| found.code == Code::ExternalRef)
        .map(|found| found.help.as_str())
        .collect();
    assert_eq!(urls.len(), 1, "{report}");
    assert!(urls[0].contains("--map 'https://example.org/lib/deep/x.json=x.json'"), "{urls:?}");
}

#[test]
fn limits_are_named() {
    let folder = folder(&[("large.json", r#"{"properties": {"x": {"$ref": "x.json"}}}"#)]);
    fs::File::create(folder.path().join("x.json")).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
    let report = code(&folder.path().join("large.json"), &Sources::default()).unwrap_err();
    assert_eq!(codes(&report), ["file-too-large"]);
    let files = 0..=MAX_FILES;
    for index in files.clone() {
        fs::write(folder.path().join(format!("{index}.json")), "true").unwrap();
    }
    let references: Vec<String> = files.map(|index| format!(r#"{{"$ref": "{index}.json"}}"#)).collect();
    let many = format!(r#"{{"anyOf": [{}]}}"#, references.join(", "));
    fs::write(folder.path().join("many.json"), many).unwrap();
    let report = code(&folder.path().join("many.json"), &Sources::default()).unwrap_err();
    let errors: Vec<_> = report.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1, "the one file too many");
    assert!(errors[0].code == Code::TooManyFiles && errors[0].message.contains(&MAX_FILES.to_string()));
}

#[test]
fn a_map_without_use_is_an_error() {
    let folder = folder(&[("main.json", r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#)]);
    let arguments = ["generate", "main.json", "--map", "https://example.com/a.json=a.json", "--out", "out.rs"];
    let output = command(folder.path()).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output, folder.path()).contains("error[unused-map]: nothing refers to `https://example.com/a.json`")
    );
    assert!(!folder.path().join("out.rs").exists());
    for wrong in ["a.json", "https://example.com/a.json#/b=a.json"] {
        let output = command(folder.path()).args(["generate", "main.json", "--map", wrong]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn standard_input_is_in_the_current_folder() {
    let folder = folder(&[
        ("x.yaml", "{type: object, properties: {y: {type: string}}}"),
        ("in/x.yaml", "{type: object, properties: {z: {type: string}}}"),
    ]);
    for (more, field) in [(&[][..], "pub y: "), (&["--root-folder", "in"], "pub z: ")] {
        let mut command = command(folder.path());
        command.args(["generate", "-"]).args(more).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(br#"{"properties": {"a": {"$ref": "x.yaml"}}}"#).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().contains(field));
    }
}

const API: &[(&str, &str)] = &[
    (
        "api.yaml",
        "openapi: 3.0.3\npaths:\n  /pets/{id}: {$ref: paths/pets.yaml}\ncomponents:\n  schemas:\n    Pet: {$ref: schemas/Pet.yaml}\n    \
         Animal:\n      oneOf: [{$ref: schemas/Pet.yaml}, {$ref: \"schemas/all.yaml#/Dog\"}]\n      \
         discriminator: {propertyName: kind, mapping: {p: ./schemas/Pet.yaml, d: \"schemas/all.yaml#/Dog\"}}\n",
    ),
    (
        "paths/pets.yaml",
        "put:\n  operationId: updatePet\n  parameters: [{$ref: \"../common.yaml#/parameters/Limit\"}]\n  requestBody:\n    content:\n      \
         application/json: {schema: {type: object, properties: {pet: {$ref: ../schemas/Pet.yaml}}}}\n  responses:\n    \
         \"200\": {content: {application/json: {schema: {$ref: \"../api.yaml#/components/schemas/Animal\"}}}}\n    \
         \"404\": {$ref: \"../common.yaml#/responses/NotFound\"}\n",
    ),
    (
        "common.yaml",
        "parameters:\n  Limit: {name: limit, in: query, schema: {type: integer, enum: [10, 20]}}\nresponses:\n  NotFound:\n    \
         content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}\n",
    ),
    (
        "schemas/Pet.yaml",
        "type: object\nrequired: [kind]\nproperties: {kind: {type: string}, friend: {$ref: \"all.yaml#/Dog\"}}\n",
    ),
    (
        "schemas/all.yaml",
        "Dog: {type: object, required: [kind], properties: {kind: {type: string}, owner: {$ref: Pet.yaml}}}\n",
    ),
];

#[test]
fn an_api_in_several_files_is_read_whole() {
    let folder = folder(API);
    let path = folder.path().join("api.yaml");
    let made = code(&path, &Sources::default()).unwrap();
    for item in [
        "struct Pet {",
        "struct Dog {",
        "enum Animal {",
        "struct UpdatePetParams {",
        "struct UpdatePetRequest {",
        "struct NotFoundResponse {",
    ] {
        assert!(made.contains(&format!("pub {item}")), "{item}: {made}");
    }
    assert!(!made.contains("Pet2") && made.contains("P(Pet),") && made.contains("D(Dog),"), "{made}");
    let mut options = Options::default();
    options.operations = vec!["updatePet".to_owned()];
    let part = generate(&Document::read(&path).unwrap(), &options).unwrap().code;
    assert!(part.contains("pub struct Dog {") && part.contains("pub enum Animal {"), "{part}");
    let written = generate_folder(&path, &Options::default(), &folder.path().join("out")).unwrap();
    assert_eq!(written.sources.len(), 5);
    assert!(folder.path().join("out/pet.rs").exists() && folder.path().join("out/dog.rs").exists());
}

#[test]
fn what_an_operation_sends_from_another_file_has_a_type() {
    let folder = folder(&[
        (
            "api.yaml",
            "openapi: 3.1.0\npaths:\n  /pets:\n    get:\n      operationId: getPet\n      responses:\n        '200':\n          \
             content: {application/json: {schema: {$ref: schemas/pet.yaml}}}\n        default:\n          content: \
             {application/json: {schema: {$ref: 'schemas/other.yaml#/errors'}}}\ncomponents:\n  schemas:\n    Animal: \
             {$ref: schemas/pet.yaml}\n",
        ),
        ("schemas/pet.yaml", "{type: object, properties: {id: {type: string}}}"),
        ("schemas/other.yaml", "errors: {type: array, items: {type: string}}"),
    ]);
    let made = code(&folder.path().join("api.yaml"), &Sources::default()).unwrap();
    assert!(made.contains("pub struct Animal {") && made.contains("pub struct Errors("), "{made}");
    assert_eq!(made.matches("\npub struct ").count(), 2, "{made}");
}

#[test]
fn a_build_script_knows_the_files() {
    let folder = folder(&[
        ("main.json", r#"{"properties": {"a": {"$ref": "parts/x.yaml"}}}"#),
        ("parts/x.yaml", "{type: object, properties: {y: {type: string}}}"),
    ]);
    let main = folder.path().join("main.json");
    let made = generate_file(&main, &Options::default(), &folder.path().join("out.rs")).unwrap();
    assert_eq!(made.files, [main, folder.path().join("parts/x.yaml")]);
}

#[test]
fn a_leaf_has_modules_of_its_folder_alone() {
    let folder = folder(&[
        ("schema/main.json", r#"{"properties": {"a": {"$ref": "parts/x.yaml"}}}"#),
        ("schema/parts/x.yaml", "{type: object, properties: {y: {type: string}}}"),
    ]);
    let mut leaf = Leaf::default();
    leaf.schemas = folder.path().join("schema");
    leaf.out = folder.path().join("src");
    let synced = leaf.sync().unwrap();
    assert_eq!(synced.other_files, [folder.path().join("schema/parts/x.yaml")]);
    assert!(!folder.path().join("src/tolerant/x.rs").exists());
    let source = fs::read_to_string(folder.path().join("src/source/main.rs")).unwrap();
    assert!(source.contains("#/$defs/parts~1x.yaml"), "{source}");
    fs::write(
        folder.path().join("schema/parts/x.yaml"),
        "{type: object, required: [y], properties: {y: {type: string}}}",
    )
    .unwrap();
    assert_eq!(leaf.sync().unwrap().headlines.len(), 1, "what changed in another file is told");
}

#[test]
fn a_comparison_follows_files_also_in_revisions() {
    let folder = folder(&[
        ("s/main.json", r#"{"properties": {"a": {"$ref": "x.yaml"}}}"#),
        ("s/x.yaml", "type: object\nproperties:\n  y: {type: string}\n"),
    ]);
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        assert!(
            Command::new("git")
                .current_dir(folder.path())
                .args(identity)
                .args(arguments)
                .output()
                .unwrap()
                .status
                .success()
        );
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "one"]);
    fs::write(folder.path().join("s/x.yaml"), "type: object\nrequired: [y]\nproperties:\n  y: {type: string}\n")
        .unwrap();
    let output =
        command(folder.path()).args(["diff", "--git", "HEAD", "s/main.json", "--format", "json"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains(r#""file": "s/x.yaml""#) && text.contains(r#""line": 4"#), "{text}");
}
