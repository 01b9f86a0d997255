//! Bad input: what the command says, where, and that nothing is written.
//!
//! Each case runs the real command twice, for people and for programs; both answers are pinned.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod command;

use clerk_codegen::{Code, Leaf, Options, generate_file};
use command::{command, listing, pin, refuse, stderr};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Schemas that cannot be carried, each in a file of its name.
const REFUSED: &[(&str, &str)] = &[
    ("empty-file", ""),
    ("not-json", "{\n  \"type\": \"object\",\n  \"properties\": {,}\n}"),
    ("byte-order-mark", "\u{feff}{\"type\": \"object\"}"),
    ("trailing-comma", "{\"type\": \"object\",}"),
    ("control-character", "{\"type\": \"obj\nect\"}"),
    ("member-twice", "{\n  \"type\": \"object\",\n  \"type\": \"string\"\n}"),
    ("a-number", "5"),
    ("an-array", "[]"),
    ("a-string", "\"object\""),
    ("wrong-kinds", r#"{"type": "objekt", "properties": [], "required": "a", "items": 3, "minLength": -1}"#),
    (
        "unknown-refs",
        r##"{"properties": {
  "a": {"$ref": "#/$defs/Gone"},
  "b": {"type": "array", "items": {"$ref": "#/properties"}},
  "c": {"$ref": "#anchor"}
}, "$defs": {"Here": {"type": "string"}}}"##,
    ),
    ("external-ref", r#"{"properties": {"a": {"$ref": "other.json#/$defs/A"}}}"#),
    (
        "ref-cycle",
        r##"{"properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {
  "A": {"$ref": "#/$defs/B"},
  "B": {"allOf": [{"$ref": "#/$defs/A"}]},
  "C": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/C"}]}
}}"##,
    ),
    (
        "unanswered-tag",
        r##"{"oneOf": [
  {"type": "object", "x-speakeasy-name-override": "A", "properties": {"kind": {"enum": ["a"]}}},
  {"type": "object", "x-speakeasy-name-override": "B", "properties": {"kind": {"enum": ["b"]}}}
], "discriminator": {"propertyName": "kind", "mapping": {
  "a": "#/components/schemas/a",
  "c": "#/components/schemas/c"
}}}"##,
    ),
    ("swagger", r#"{"swagger": "1.2", "models": {"Pet": {"type": "object"}}}"#),
    ("swagger-words", SWAGGER_WORDS),
    ("openapi-refs-in-place", OPENAPI_REFS_IN_PLACE),
    (
        "openapi-dialect",
        r##"{"openapi": "3.1.0", "jsonSchemaDialect": "https://example.com/d", "components": {"schemas": {"A": {"$ref": "#/gone"}}}}"##,
    ),
    ("openapi-of-another-version", r#"{"openapi": "4.0.0", "components": {"schemas": {"Pet": {"type": "object"}}}}"#),
    ("openapi-without-schemas", r#"{"openapi": "3.1.0", "paths": {}, "components": {"schemas": {}}}"#),
    (
        "openapi-refs",
        r##"{"openapi": "3.0.3", "components": {"schemas": {
  "Pet": {"type": "object", "properties": {
    "a": {"$ref": "#/components/responses/Pets"},
    "b": {"$ref": "#/components/schemas/Gone"},
    "c": {"$ref": "pets.json#/Pet"}
  }},
  "Number": 5
}, "responses": {"Pets": {"description": "All."}}}}"##,
    ),
    // What has the wrong kind is refused once, and nothing is said about what stands beside it.
    ("ref-of-wrong-kind", r#"{"allOf": [{"$ref": {}}, {"required": ["a"]}]}"#),
];

#[test]
fn what_cannot_be_carried_is_refused() {
    for (name, text) in REFUSED {
        let folder = TempDir::new().unwrap();
        let schema = folder.path().join(format!("{name}.json"));
        fs::write(&schema, text).unwrap();
        pin(name, &refuse(folder.path(), &schema));
    }
}

/// Schemas that once were refused, or made the generator panic, overflow its stack or run without end.
const CARRIED: &[&str] = &[
    "true",
    r##"{"$ref": "#/$defs/A", "$defs": {
  "A": {"type": "object", "properties": {"b": {"$ref": "#/$defs/B"}}, "required": ["b"]},
  "B": {"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}, "required": ["a"]}
}}"##,
    r#"{"oneOf": [
  {"type": "object", "x-speakeasy-name-override": "A", "properties": {"kind": {"enum": ["a", "b"]}}},
  {"type": "object", "x-speakeasy-name-override": "B", "properties": {"kind": {"enum": ["b"]}}}
], "discriminator": {"propertyName": "kind"}}"#,
    r#"{"oneOf": [
  {"type": "string"},
  {"type": "object", "properties": {"kind": {"type": "string"}}}
], "discriminator": {"propertyName": "kind"}}"#,
    r#"{"properties": {"a": {"oneOf": []}, "b": {"anyOf": []}}}"#,
    r#"{"type": "object", "$defs": {
  "a_thing": {"type": "object", "properties": {"x": {"type": "string"}}},
  "AThing": {"type": "object", "properties": {"y": {"type": "string"}}}
}}"#,
    r#"{"properties": {
  "a": {"x-speakeasy-name-override": "Same", "enum": ["x", "y"]},
  "b": {"x-speakeasy-name-override": "Same", "enum": ["x", "z"]}
}}"#,
    r#"{"properties": {"fooBar": {"type": "string"}, "foo_bar": {"type": "string"}}}"#,
    r#"{"properties": {"a": {"enum": ["asc", "ASC"]}}}"#,
    r#"{"type": "object", "patternProperties": {"^x": {}}, "properties": {
  "a": {"type": "array", "prefixItems": [{"type": "string"}]}
}, "unevaluatedProperties": false}"#,
    r#"{"properties": {"a": {"type": "string", "pattern": "("}}}"#,
    r#"{"properties": {"a": {"type": "null"}}}"#,
    r#"{"oneOf": [{"oneOf": [{"type": "null"}, {"const": null}]}]}"#,
    r#"{"properties": {
  "a": {"type": "integer", "enum": ["1"]},
  "b": {"const": "x", "enum": ["y", "z"]},
  "c": {"enum": []}
}}"#,
    r#"{"type": "object", "oneOf": [{"type": "string"}]}"#,
    r#"{"minLength": 3, "oneOf": [{"type": "string"}, {"type": "integer"}]}"#,
    r##"{"type": "object", "properties": {
  "a": {"allOf": [{"$ref": "#"}, {"properties": {"b": {"type": "string"}}}]}
}}"##,
    r#"{"properties": {"a": {"allOf": [{"pattern": "("}, {"minLength": 1}]}}}"#,
    r#"{"allOf": [
  {"type": "object", "properties": {"a": {"type": "string"}}},
  {"type": "object", "properties": {"a": {"type": "integer"}}}
]}"#,
    r#"{"enum": ["²", "ﷺ", "x"]}"#,
    r#"{"properties": {"a²": {"enum": ["½"]}, "ﷺ": {"type": "string"}}}"#,
    r#"{"type": ["integer", "boolean"], "format": "int32"}"#,
    r#"{"enum": ["a"], "minLength": 18446744073709551615}"#,
    r#"{"anyOf": [{"oneOf": [{"enum": ["a"]}, {}]}]}"#,
    r##"{"$ref": "#/$defs/A", "$defs": {
        "A": {"type": "array", "items": {"type": "object", "properties": {"inner": {"$ref": "#/$defs/A"}}}}
    }}"##,
    r##"{"additionalProperties": {"type": "string", "properties": {"a": {"$ref": "#/additionalProperties"}}}}"##,
    r#"{"x-lower-branches": 5, "x-lower-notes": 5, "properties": {"a": {"x-lower-source": 5}}}"#,
];

#[test]
fn odd_schemas_are_carried() {
    let twice = |of: fn(&str) -> String| {
        let levels = (0..40).map(|level| format!("\"L{level}\": {}", of(&format!("#/$defs/L{}", level + 1))));
        let levels = levels.collect::<Vec<_>>().join(", ");
        format!(r##"{{"$ref": "#/$defs/L0", "$defs": {{{levels}, "L40": {{"type": "object"}}}}}}"##)
    };
    let parts = twice(|next| format!(r#"{{"allOf": [{{"$ref": "{next}"}}, {{"$ref": "{next}"}}]}}"#));
    let members = twice(|next| {
        format!(r#"{{"items": {{"properties": {{"a": {{"$ref": "{next}"}}, "b": {{"$ref": "{next}"}}}}}}}}"#)
    });
    for schema in CARRIED.iter().copied().chain([parts.as_str(), &members]) {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("schema.json"), schema).unwrap();
        for reading in ["strict", "tolerant"] {
            let output =
                command(folder.path()).args(["generate", "schema.json", "--reading", reading]).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{schema}: {}", stderr(&output, folder.path()));
            assert!(output.stdout.starts_with(b"// @generated by "), "{schema}");
        }
    }
}

/// A document whose first definition leads to a second, that to a third, and so on to an object.
fn chain(length: usize, link: fn(&str) -> String) -> String {
    let links: Vec<String> =
        (0..length).map(|at| format!("\"L{at}\": {}, ", link(&format!("#/$defs/L{}", at + 1)))).collect();
    let end = r#"{"type": "object", "nullable": true, "properties": {"end": {"type": "number"}}}"#;
    let (links, reference) = (links.concat(), r##"{"$ref": "#/$defs/L0"}"##);
    format!(r#"{{"properties": {{"a": {reference}}}, "$defs": {{{links}"L{length}": {end}}}}}"#)
}

/// Each link is a member and a choice of two that lead on: written out, they would double at each.
#[test]
fn chains_of_choices_do_not_double() {
    let choice = |to: &str| {
        let part = |name: &str| {
            let name = format!("{name}_{}", to.rsplit('/').next().unwrap_or_default());
            format!(r#"{{"type": "object", "properties": {{"{name}": {{"type": "string"}}}}}}"#)
        };
        let branch = |name: &str| format!(r#"{{"allOf": [{{"$ref": "{to}"}}, {}]}}"#, part(name));
        format!(r#"{{"allOf": [{}, {{"anyOf": [{}, {}]}}]}}"#, part("own"), branch("first"), branch("second"))
    };
    let folder = TempDir::new().unwrap();
    let lines = |length: usize| {
        fs::write(folder.path().join("chain.json"), chain(length, choice)).unwrap();
        let output = command(folder.path()).args(["generate", "chain.json"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output, folder.path()));
        String::from_utf8(output.stdout).unwrap().lines().count()
    };
    let (short, long) = (lines(20), lines(40));
    assert!(long < 3 * short, "{short} lines, and {long} of a chain of twice the length");
}

#[test]
fn long_chains_are_carried_or_refused() {
    let reference = |to: &str| format!(r#"{{"$ref": "{to}"}}"#);
    let documented = |to: &str| format!(r#"{{"allOf": [{{"$ref": "{to}"}}], "description": "A link."}}"#);
    let object = |to: &str| format!(r#"{{"properties": {{"next": {{"$ref": "{to}"}}}}, "required": ["next"]}}"#);
    let array = |to: &str| format!(r#"{{"items": {{"$ref": "{to}"}}}}"#);
    let merged =
        |to: &str| format!(r#"{{"properties": {{"next": {{"allOf": [{{"$ref": "{to}"}}, {{"required": ["a"]}}]}}}}}}"#);
    let folder = TempDir::new().unwrap();
    for (text, refused) in [
        (chain(10_000, reference), None),
        (chain(10_000, documented), None),
        (chain(1_000, object), None),
        (chain(60, array), None),
        (chain(4_000, array), None),
        (chain(1_000, merged), None),
        (chain(10_000, reference).replace("#/$defs/L10000", "#/$defs/L0"), Some("this refers to itself")),
    ] {
        fs::write(folder.path().join("chain.json"), text).unwrap();
        let output = command(folder.path()).args(["generate", "chain.json"]).output().unwrap();
        let said = stderr(&output, folder.path());
        assert_eq!(output.status.code(), Some(i32::from(refused.is_some())), "{said}");
        assert!(said.contains(refused.unwrap_or_default()) && said.len() < 30_000, "{said}");
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    pin("no-such-file", &refuse(folder.path(), &path("no-such-file.json")));
    fs::create_dir(path("folder.json")).unwrap();
    pin("a-folder", &refuse(folder.path(), &path("folder.json")));
    fs::write(path("latin-1.json"), b"{\"title\": \"caf\xe9\"}").unwrap();
    pin("not-utf8", &refuse(folder.path(), &path("latin-1.json")));
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    fs::write(path("deep.json"), format!("{{\"default\":\n{deep}}}")).unwrap();
    let [_, json] = refuse(folder.path(), &path("deep.json"));
    assert!(json.contains(r#""code":"nested-too-deep""#) && json.contains(r#""line":2"#), "{json}");
    let large = format!("{{\"description\": \"{}\"}}", "x".repeat(50 * 1024 * 1024));
    fs::write(path("large.json"), large).unwrap();
    pin("file-too-large", &refuse(folder.path(), &path("large.json")));
}

#[test]
fn places_are_those_of_the_text() {
    let folder = TempDir::new().unwrap();
    let schema = folder.path().join("schema.json");
    fs::write(&schema, "{\n  \"title\": \"é\", \"properties\": {\n    \"é\": {\"$ref\": \"#/x\"}\n  }\n}").unwrap();
    let [text, json] = refuse(folder.path(), &schema);
    assert!(text.contains("[folder]/schema.json:3:11"), "{text}");
    assert!(json.contains(r#""line":3,"column":11,"pointer":"/properties/é/$ref""#), "{json}");
}

#[test]
fn an_output_that_cannot_be_written() {
    let folder = TempDir::new().unwrap();
    let schema = folder.path().join("schema.json");
    fs::write(&schema, "{}").unwrap();
    // A file stands where a folder would have to be: that holds for every user.
    let out = folder.path().join("schema.json/out.rs");
    let output = command(folder.path()).args(["generate", "schema.json", "--out"]).arg(&out).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output, folder.path());
    assert!(said.starts_with("error[unwritable]: cannot write this file"), "{said}");
    assert!(said.contains("--> [folder]/schema.json/out.rs"), "{said}");
    let output = command(folder.path()).args(["generate", "schema.json", "--out", "."]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output, folder.path()).contains("what is there is a folder"), "{output:?}");
    assert_eq!(listing(folder.path()), [schema]);
}

#[test]
fn an_output_that_was_not_generated_is_replaced_by_force_alone() {
    let folder = TempDir::new().unwrap();
    let (schema, out) = (folder.path().join("schema.json"), folder.path().join("out.rs"));
    fs::write(&schema, r#"{"title": "Pet", "type": "string", "minLength": 1}"#).unwrap();
    let run = |out: &Path, more: &[&str]| {
        let output = command(folder.path()).args(["generate", "schema.json", "--out"]).arg(out).args(more).output();
        let output = output.unwrap();
        (output.status.code(), stderr(&output, folder.path()))
    };
    for (path, text) in [(&out, "//! By hand.\n"), (&out, ""), (&schema, &fs::read_to_string(&schema).unwrap())] {
        fs::write(path, text).unwrap();
        let (status, said) = run(path, &[]);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.starts_with("error[occupied]: this file was not generated") && said.contains("--force"), "{said}");
        assert_eq!(fs::read_to_string(path).unwrap(), text);
    }
    assert_eq!(listing(folder.path()), [out.clone(), schema.clone()], "nothing is left beside it");
    assert_eq!(run(&out, &["--force"]).0, Some(0));
    // What was generated gives way to what is generated, by other options too.
    assert_eq!(run(&out, &["--reading", "strict"]).0, Some(0));
    assert!(fs::read_to_string(&out).unwrap().contains("--reading strict"));
    let mut options = Options::default();
    generate_file(&schema, &options, &out).unwrap();
    fs::write(&out, "//! By hand.\n").unwrap();
    assert_eq!(generate_file(&schema, &options, &out).unwrap_err().diagnostics[0].code, Code::Occupied);
    options.force = true;
    generate_file(&schema, &options, &out).unwrap();
}

#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_is_written_to() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("schema.json"), "{}").unwrap();
    let output = command(folder.path()).args(["generate", "schema.json", "--out", "/dev/stdout"]).output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"// @generated"), "{output:?}");
}

#[test]
fn what_is_assumed_or_limited_is_a_warning_that_can_be_denied() {
    let folder = TempDir::new().unwrap();
    let schema = r#"{"title": "T", "properties": {"a": {"type": "integer", "minimum": -1}, "b": {"x-own": 1}}}"#;
    fs::write(folder.path().join("schema.json"), schema).unwrap();
    let run = |more: &[&str]| {
        let arguments = ["generate", "schema.json", "--out", "out.rs", "--diagnostics", "json"];
        let output = command(folder.path()).args(arguments).args(more).output().unwrap();
        (output.status.code(), stderr(&output, folder.path()))
    };
    let (status, said) = run(&[]);
    assert_eq!(status, Some(0), "{said}");
    let found = |said: &str, severity: &str, code: &str| {
        let both = [format!(r#""severity":"{severity}""#), format!(r#""code":"{code}""#)];
        said.lines().any(|line| both.iter().all(|part| line.contains(part)))
    };
    assert!(found(&said, "warning", "assumed-type") && found(&said, "warning", "limited-number"), "{said}");
    assert!(found(&said, "note", "dropped-annotation"), "{said}");
    assert!(fs::read_to_string(folder.path().join("out.rs")).unwrap().contains("Not checked: `minimum` `-1`."));
    fs::remove_file(folder.path().join("out.rs")).unwrap();
    let (status, said) = run(&["--deny", "assumed,limited"]);
    assert_eq!(status, Some(1));
    assert!(found(&said, "error", "assumed-type") && !folder.path().join("out.rs").exists(), "{said}");
    let (status, said) = run(&["--untyped", "exact", "--numbers", "exact", "--deny", "assumed,limited,not-enforced"]);
    assert_eq!(status, Some(0), "{said}");
}

#[test]
fn each_keyword_is_explained() {
    let folder = TempDir::new().unwrap();
    let schema = r#"{"title": "T", "type": "object", "properties": {"a": {"not": {"const": 1}, "type": "string"}}}"#;
    fs::write(folder.path().join("schema.json"), schema).unwrap();
    let output = command(folder.path()).args(["explain", "schema.json"]).output().unwrap();
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(said.contains("#/properties/a/not: checked (Ta)") && said.contains("#/title: annotation"), "{said}");
    assert!(said.contains("#/properties/a/type: carried (Ta)"), "{said}");
}

#[test]
fn what_turns_text_is_spelled_out() {
    let folder = TempDir::new().unwrap();
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/names.json");
    assert!(fs::read_to_string(&case).unwrap().contains('\u{202e}'));
    fs::copy(case, folder.path().join("names.json")).unwrap();
    let output = command(folder.path()).args(["generate", "names.json", "--schemars"]).output().unwrap();
    let code = String::from_utf8(output.stdout).unwrap();
    assert!(code.contains("/// Text \\u{2066}turned.") && code.contains(r#""a\u{202e}b""#), "{code}");
    assert!(!code.contains(['\u{202e}', '\u{2066}']));
}

#[test]
fn the_root_type_has_the_name_that_was_asked_for() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("my-pet.json"), r#"{"type": "object"}"#).unwrap();
    let code = |arguments: &[&str]| {
        let output = command(folder.path()).args(["generate", "my-pet.json"]).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout.clone()).unwrap(), stderr(&output, folder.path()))
    };
    assert!(code(&[]).1.contains("pub struct MyPet("));
    assert!(code(&["--root", "Dog"]).1.contains("pub struct Dog("));
    let (status, out, said) = code(&["--root", "my dog"]);
    assert_eq!((status, out.as_str()), (Some(1), ""));
    assert!(said.contains("help: name the root type `MyDog`"), "{said}");
}

/// `nullable` and `discriminator` are not what OpenAPI 3.0 has of these names.
const SWAGGER_WORDS: &str = r#"{"swagger": "2.0", "definitions": {
  "Pet": {"type": "object", "discriminator": "kind", "properties": {"kind": {"type": "string", "nullable": true}}},
  "Bad": {"type": "objekt"}
}}"#;

const OPENAPI_REFS_IN_PLACE: &str = r##"{"openapi": "3.0.3", "paths": {"/pets": {
  "parameters": [{"$ref": "#/components/parameters/Gone"}],
  "get": {"responses": {"200": {"$ref": "other.yaml#/Pets"}, "404": {"$ref": "#/components/responses/Round"}}}
}}, "components": {
  "responses": {"Round": {"$ref": "#/components/responses/Trip"}, "Trip": {"$ref": "#/components/responses/Round"}},
  "schemas": {"Pet": {"type": "object"}}
}}"##;

const OPENAPI: &str = r##"{"openapi": "3.0.3", "paths": {"/pets": {}}, "components": {"schemas": {
  "pet": {"type": "object", "properties": {"owner": {"$ref": "#/components/schemas/Owner"}}},
  "Owner": {"type": "object", "x-speakeasy-name-override": "Keeper", "properties": {"name": {"type": "string"}}},
  "Bad": {"type": "objekt", "properties": {}}
}}}"##;

#[test]
fn one_type_is_taken_out_of_a_document_of_which_others_cannot_be_carried() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("pets.json"), OPENAPI).unwrap();
    let run = |arguments: &[&str]| {
        let output = command(folder.path()).args(["generate", "pets.json"]).args(arguments).output().unwrap();
        let code = String::from_utf8(output.stdout.clone()).unwrap();
        let types: Vec<String> =
            code.lines().filter(|line| line.starts_with("pub struct")).map(str::to_owned).collect();
        (types, stderr(&output, folder.path()))
    };
    let (types, said) = run(&[]);
    assert!(types.is_empty() && said.contains("error[not-a-schema]"), "{said}");
    for name in ["pet", "Pet"] {
        let (types, said) = run(&["--root", name]);
        assert_eq!(types, ["pub struct Pet {", "pub struct Keeper {"]);
        assert_eq!(said, "");
    }
    for name in ["Owner", "Keeper"] {
        assert_eq!(run(&["--root", name]).0, ["pub struct Keeper {"]);
    }
    let (types, said) = run(&["--root", "Owners"]);
    assert!(types.is_empty() && said.contains("error[unknown-root]: no schema is called `Owners`"), "{said}");
    assert!(said.contains("it has `Owner`, "), "{said}");
}

#[test]
fn wrong_usage_has_a_code_of_its_own() {
    let folder = TempDir::new().unwrap();
    for arguments in [&["generate"][..], &["generate", "a.json", "--reading", "lax"], &["invent"], &[]] {
        let output = command(folder.path()).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

/// A folder with a schema and the sources it gives.
fn leaf(folder: &Path) -> Leaf {
    fs::create_dir_all(folder.join("schema")).unwrap();
    fs::write(
        folder.join("schema/pet.json"),
        r#"{"title": "Pet", "type": "object", "properties": {"a": {"type": "string"}}}"#,
    )
    .unwrap();
    let mut leaf = Leaf::default();
    leaf.schemas = folder.join("schema");
    leaf.out = folder.join("generated/src");
    leaf
}

fn check(folder: &Path) -> (Option<i32>, String) {
    let output = command(folder).arg("check").output().unwrap();
    (output.status.code(), stderr(&output, folder))
}

#[test]
fn check_names_what_differs_and_writes_nothing() {
    let folder = TempDir::new().unwrap();
    let leaf = leaf(folder.path());
    assert_eq!(check(folder.path()).0, Some(1), "nothing is there yet");
    leaf.sync().unwrap();
    assert_eq!(check(folder.path()), (Some(0), String::new()));

    let file = folder.path().join("generated/src/tolerant/pet.rs");
    fs::write(&file, fs::read_to_string(&file).unwrap() + "// edited\n").unwrap();
    let orphan = folder.path().join("generated/src/strict/gone.rs");
    fs::write(&orphan, "// @generated by `cargo build` from schema/gone.json; do not edit.\n").unwrap();
    let own = folder.path().join("generated/src/lib.rs");
    fs::write(&own, "//! Written by hand.\n").unwrap();
    let (status, said) = check(folder.path());
    assert_eq!(status, Some(1));
    assert!(said.contains("error[drift]: this file is not what the schemas give\n--> generated/src/tolerant/pet.rs"));
    assert!(said.contains("error[drift]: no schema gives this file any longer\n--> generated/src/strict/gone.rs"));
    assert!(!said.contains("lib.rs"), "{said}");
    assert!(fs::read_to_string(&file).unwrap().ends_with("// edited\n") && orphan.exists());

    leaf.sync().unwrap();
    assert_eq!(check(folder.path()), (Some(0), String::new()));
    assert!(!orphan.exists() && own.exists());
}

#[test]
fn check_names_what_is_missing_in_json_too() {
    let folder = TempDir::new().unwrap();
    leaf(folder.path()).sync().unwrap();
    let missing = folder.path().join("generated/src/strict/pet.rs");
    fs::remove_file(&missing).unwrap();
    let output = command(folder.path()).args(["check", "--diagnostics", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output, folder.path());
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(r#""severity":"error","code":"drift","file":"generated/src/strict/pet.rs""#), "{said}");
    assert!(!missing.exists());
}

#[test]
fn the_module_of_an_openapi_document_is_named_by_its_file() {
    let folder = TempDir::new().unwrap();
    let leaf = leaf(folder.path());
    let document = OPENAPI.replace("objekt", "object");
    fs::write(folder.path().join("schema/pet-store.json"), &document).unwrap();
    leaf.sync().unwrap();
    let index = fs::read_to_string(folder.path().join("generated/src/tolerant/mod.rs")).unwrap();
    assert!(index.contains("pub mod pet_store;") && !index.contains("pub use pet_store"), "{index}");
    assert!(index.contains("pub use pet::Pet;"), "{index}");
    fs::rename(folder.path().join("schema/pet-store.json"), folder.path().join("schema/pet_.json")).unwrap();
    let reports = leaf.sync().unwrap_err();
    assert!(reports.iter().any(|report| report.to_string().contains("rename the file")), "{reports:?}");
}

#[test]
fn a_folder_with_one_bad_schema_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let leaf = leaf(folder.path());
    leaf.sync().unwrap();
    fs::write(folder.path().join("schema/bad.json"), r##"{"$ref": "#/gone"}"##).unwrap();
    fs::write(folder.path().join("schema/twin.json"), r#"{"title": "Pet"}"#).unwrap();
    let before = listing(&folder.path().join("generated/src/tolerant"));
    let reports = leaf.sync().unwrap_err();
    assert!(reports.iter().any(|report| report.to_string().contains("would both be the module `pet`")), "{reports:?}");
    assert_eq!(listing(&folder.path().join("generated/src/tolerant")), before);
    fs::remove_file(folder.path().join("schema/twin.json")).unwrap();
    let reports = leaf.sync().unwrap_err();
    assert!(reports.iter().any(|report| report.to_string().contains("error[unknown-ref]")), "{reports:?}");
    assert_eq!(listing(&folder.path().join("generated/src/tolerant")), before);
}
