//! YAML: it gives what the same document in JSON gives, and what is wrong with it is said in its places.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod command;

use clerk_codegen::{Document, Leaf, Options, Reading, generate, generate_file};
use command::{command, listing, pin, refuse, stderr};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Documents that are no YAML, or say what no JSON does, each in a file of its name.
const REFUSED: &[(&str, &str)] = &[
    ("yaml-empty", "# Nothing but a comment.\n"),
    ("yaml-empty-document", "---\n...\n"),
    ("yaml-syntax", "type: object\nproperties:\n  é: {type: string\n  b: {type: string}\n"),
    ("yaml-colon", "title: Pets\ndescription: one: two\n"),
    ("yaml-tab", "properties:\n\ta:\n\t\ttype: string\n"),
    ("yaml-quote", "title: \"Pets\ntype: object\n"),
    (
        "yaml-key-twice",
        "type: object # é\nproperties:\n  ü: {type: string}\n  \"ü\":\n    type: integer\ntype: string\n",
    ),
    ("yaml-keys", "properties:\n  ? [a, b]\n  : {type: string}\n  ? {a: b}\n  : {}\n  : {}\n"),
    ("yaml-documents", "type: object\n---\ntype: string\n"),
    ("yaml-tags", "title: !name Pets\nproperties: !!set {a: 1}\nrequired: !!map [a]\nmaxProperties: !!int many\n"),
    ("yaml-numbers", "properties:\n  é: {minimum: .nan, maximum: -.inf}\n  b:\n    const: 1e999\n"),
    ("yaml-version-1.1", "%YAML 1.1\n---\ntype: object\n"),
    ("yaml-unknown-alias", "properties:\n  a: *nowhere\n"),
    ("yaml-endless-alias", "properties: &all\n  a:\n    properties: *all\n"),
    ("yaml-merge", "a: &a 5\nb:\n  <<: *a\nc:\n  <<: [{}, []]\n"),
    // What YAML says well, and is no schema all the same: the places are those of the text.
    (
        "yaml-no-schema",
        "# 日本語\ntype: objekt   # é\nproperties:\n  \"日本\": {type: string, minLength: -1} # é\n  é:\n    $ref: '#/gone'\nrequired:\n  - a\n  - 200\n  - >\n    folded\n    text\n  - [a, # é\n     b]\n",
    ),
    ("yaml-alias-places", "$defs:\n  A: &a\n    type: {é: b}\nproperties:\n  b: *a\n  c:\n    <<: *a\n    title: C\n"),
];

#[test]
fn what_no_json_stands_for_is_refused() {
    for (name, text) in REFUSED {
        let folder = TempDir::new().unwrap();
        let schema = folder.path().join(format!("{name}.yaml"));
        fs::write(&schema, text).unwrap();
        pin(name, &refuse(folder.path(), &schema));
    }
}

#[test]
fn what_is_too_much_is_refused() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        refuse(folder.path(), &path)
    };
    let lines =
        (1..10).map(|level| format!("  l{level}: &l{level} [{}]\n", vec![format!("*l{}", level - 1); 9].join(", ")));
    let bomb = format!("$defs:\n  l0: &l0 [é]\n{}", lines.collect::<String>());
    pin("yaml-aliases", &write("bomb.yaml", &bomb));
    let merges = (1..2_000).map(|level| format!("  l{level}: &l{level}\n    <<: *l{}\n    k{level}: 1\n", level - 1));
    let merges = format!("$defs:\n  l0: &l0 {{a: 1}}\n{}", merges.collect::<String>());
    assert!(write("merges.yaml", &merges)[0].contains("error[too-many-aliases]"));
    let long = format!("x: &x {}\ny: [{}]\n", "x".repeat(1_000_000), "*x, ".repeat(1_000));
    assert!(write("long.yaml", &long)[0].contains("error[too-many-aliases]"));
    let chain = (1..200).map(|level| format!("  l{level}: &l{level} [*l{}]\n", level - 1));
    let chain = chain.collect::<Vec<_>>().concat();
    pin("yaml-deep-aliases", &write("chain.yaml", &format!("$defs:\n  l0: &l0 []\n{chain}")));
    for deep in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(100_000), "? ".repeat(100_000)] {
        let [text, json] = write("deep.yaml", &format!("default:\n  {deep}"));
        assert!(text.contains("the YAML is nested deeper than 127 levels"), "{text}");
        assert!(json.contains(r#""code":"nested-too-deep""#) && json.contains(r#""line":2"#), "{json}");
    }
    fs::write(folder.path().join("latin-1.yaml"), b"title: caf\xe9").unwrap();
    pin("yaml-not-utf8", &refuse(folder.path(), &folder.path().join("latin-1.yaml")));
}

#[test]
fn it_is_nested_as_deep_as_json() {
    for (open, close) in [("[", "]"), ("{\"a\": ", "}")] {
        let deep = |levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
        for (levels, is_read) in [(127, true), (128, false)] {
            assert_eq!(Document::parse("a.json", deep(levels)).is_ok(), is_read);
            assert_eq!(Document::parse("a.yaml", deep(levels)).is_ok(), is_read);
        }
    }
}

/// The value that a text stands for.
fn value(text: &str) -> Value {
    Document::parse("a.yaml", text).unwrap_or_else(|report| panic!("{report}")).root().clone()
}

fn assert_reads(yaml: &str, json: &str) {
    assert_eq!(value(yaml).to_string(), serde_json::from_str::<Value>(json).unwrap().to_string(), "{yaml}");
}

#[test]
fn scalars_keys_and_tags() {
    assert_reads(
        "[no, on, 012, 2001-12-14, ~, 1, 1.5, true]",
        r#"["no", "on", "012", "2001-12-14", null, 1, 1.5, true]"#,
    );
    assert_reads(
        "200: a\n4.0: b\ntrue: c\nnull: d\non: e\n0x10: f",
        r#"{"200":"a","4.0":"b","true":"c","null":"d","on":"e","0x10":"f"}"#,
    );
    assert_reads(
        "a: !!str 5\nb: !!int '5'\nc: !!float 5\nd: !!map {}\ne: !!seq []\nf: !!str\ng: ! 5\nh: !!null",
        r#"{"a":"5","b":5,"c":5.0,"d":{},"e":[],"f":"","g":"5","h":null}"#,
    );
    assert_reads("%TAG !y! tag:yaml.org,2002:\n---\n[!y!str 1, !<tag:yaml.org,2002:str> 2]", r#"["1","2"]"#);
    assert_reads(
        "a: |\n  é\n  b\nb: >-\n  c\n  d\nc: \"\\u00e9\\ud83d\\ude00\"\nd: 'it''s'",
        r#"{"a":"é\nb\n","b":"c d","c":"é😀","d":"it's"}"#,
    );
    assert_reads("\u{feff}# c\r\na: 1\r\nb:\r\n- 2\r\n...\r\n", r#"{"a":1,"b":[2]}"#);
    assert_reads("%YAML 1.2\n---\n5", "5");
    assert_reads("b: 1\na:\n  d: 2\n  c: 3", r#"{"b":1,"a":{"d":2,"c":3}}"#);
    assert_reads("\"\": 1\n? |\n  a\n: 2\n? b\n", r#"{"":1,"a\n":2,"b":null}"#);
}

#[test]
fn aliases_and_merges_are_written_out() {
    assert_reads("a: &x {b: [1]}\nc: *x\nd: [*x, *x]", r#"{"a":{"b":[1]},"c":{"b":[1]},"d":[{"b":[1]},{"b":[1]}]}"#);
    assert_reads("a: &x 1\nb: *x\nc: &x 2\nd: *x", r#"{"a":1,"b":1,"c":2,"d":2}"#);
    assert_reads(
        "&k 012: a\n? *k\n: b\n".replace("? *k\n: b\n", "b: {*k : c}\n").as_str(),
        r#"{"012":"a","b":{"012":"c"}}"#,
    );
    assert_reads("a: &a {x: 1, y: 2}\nb: {x: 0, <<: *a, z: 3}", r#"{"a":{"x":1,"y":2},"b":{"x":0,"y":2,"z":3}}"#);
    assert_reads(
        "a: &a {x: 1}\nb: &b {<<: *a, x: 2, y: 2}\nc: {<<: [*a, *b, {z: 3}], w: 4}",
        r#"{"a":{"x":1},"b":{"x":2,"y":2},"c":{"x":1,"y":2,"z":3,"w":4}}"#,
    );
    assert_reads("'<<': 1\nb: {\"<<\": {a: 1}}", r#"{"<<":1,"b":{"<<":{"a":1}}}"#);
}

#[test]
fn places_count_characters_and_not_bytes() {
    let folder = TempDir::new().unwrap();
    let schema = folder.path().join("schema.yml");
    fs::write(&schema, "\u{feff}title: é\nproperties:\n  é: {日本: '語', $ref: '#/x'} # é\n").unwrap();
    let [text, json] = refuse(folder.path(), &schema);
    assert!(text.contains("[folder]/schema.yml:3:16"), "{text}");
    assert!(json.contains(r#""line":3,"column":16,"pointer":"/properties/é/$ref""#), "{json}");
}

/// The same value in YAML, in blocks; every second level and what is empty in flow.
fn yaml(value: &Value, indent: usize, out: &mut String) {
    let margin = " ".repeat(indent);
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                let is_plain = name.chars().all(|next| next.is_ascii_alphanumeric()) && !name.is_empty();
                let name = if is_plain { name.clone() } else { Value::from(name.as_str()).to_string() };
                write!(out, "\n{margin}{name}:").unwrap();
                yaml(value, indent + 2, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let is_flow = !matches!(item, Value::Object(inner) if !inner.is_empty());
                write!(out, "\n{margin}-{}", if is_flow { "" } else { " # é" }).unwrap();
                yaml(item, indent + 2, out);
            }
        }
        Value::String(text) if !text.is_empty() && text.chars().all(|next| next.is_ascii_lowercase()) => {
            let is_special = matches!(text.as_str(), "null" | "true" | "false");
            write!(out, "{}", if is_special { format!(" '{text}'") } else { format!(" {text} # é") }).unwrap();
        }
        other => write!(out, " {other}").unwrap(),
    }
}

#[test]
fn it_gives_what_the_same_in_json_gives() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let paths = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path());
    let mut generated = 0;
    for path in paths.filter(|path| path.extension().is_some_and(|suffix| suffix == "json")) {
        let root: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut text = String::new();
        yaml(&root, 0, &mut text);
        let stem = path.file_stem().unwrap().to_string_lossy();
        let json = Document::parse(format!("{stem}.json"), format!("{root:#}")).unwrap();
        let yaml = Document::parse(format!("{stem}.yaml"), text).unwrap_or_else(|report| panic!("{report}"));
        assert_eq!(yaml.root(), json.root());
        for reading in [Reading::Tolerant, Reading::Strict] {
            let mut options = Options::default();
            options.reading = reading;
            options.schemars = true;
            match (generate(&json, &options), generate(&yaml, &options)) {
                (Ok(json), Ok(yaml)) => {
                    let header = yaml.code.replacen(&format!("{stem}.yaml"), &format!("{stem}.json"), 1);
                    assert_eq!(header, json.code, "{stem}");
                    assert_eq!(places(&yaml.report), places(&json.report), "{stem}");
                    generated += 1;
                }
                (Err(json), Err(yaml)) => assert_eq!(places(&yaml), places(&json), "{stem}"),
                (json, yaml) => panic!("{stem}: {json:?} {yaml:?}"),
            }
        }
    }
    assert!(generated > 15, "{generated}");
}

/// What was found, without the places in the text.
fn places(report: &clerk_codegen::Report) -> Vec<[String; 3]> {
    let found = report.diagnostics.iter();
    found.map(|found| [found.code.as_str().to_owned(), found.pointer.clone(), found.message.clone()]).collect()
}

const PET: &str = "title: Pet\ntype: object\nproperties:\n  name: {type: string}\n";

#[test]
fn the_suffix_tells_else_the_text_does() {
    let is_yaml = |name: &str, text: &str| Document::parse(name, text).is_ok();
    assert!(is_yaml("a.yaml", "{a: 1,}") && is_yaml("a.yml", "{a: 1,}") && is_yaml("HEAD:a.yaml", "{a: 1,}"));
    assert!(!is_yaml("a.json", "a: 1") && !is_yaml("a", "{a: 1,}") && !is_yaml("a.schema", " [a]"));
    assert!(
        is_yaml("a", "a: 1") && is_yaml("a.YAML", "a: 1") && is_yaml("a.schema", "\"a\": 1") && is_yaml("a", "true")
    );
}

#[test]
fn a_file_is_generated_under_its_name() {
    let folder = TempDir::new().unwrap();
    let (schema, out) = (folder.path().join("pet.yaml"), folder.path().join("pet.rs"));
    fs::write(&schema, PET).unwrap();
    let module = generate_file(&schema, &Options::default(), &out).unwrap();
    assert_eq!(module.root.as_deref(), Some("Pet"));
    assert!(fs::read_to_string(&out).unwrap().lines().next().unwrap().ends_with(" from pet.yaml; do not edit."));
    let explained = command(folder.path()).args(["explain", "pet.yaml"]).output().unwrap();
    assert!(String::from_utf8(explained.stdout).unwrap().contains("#/properties/name/type: carried (Pet)"));
}

fn with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = command(folder);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The command may end before it has read all, or anything.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

#[test]
fn a_hyphen_is_standard_input() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str], input: &str| {
        let output = with_input(folder.path(), arguments, input.as_bytes());
        let said = stderr(&output, folder.path());
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), said)
    };
    let json = r#"{"title": "Pet", "type": "object", "properties": {"name": {"type": "string"}}}"#;
    let (status, code, said) = run(&["generate", "-"], PET);
    assert_eq!(status, Some(0), "{said}");
    assert!(code.lines().next().unwrap().ends_with(" from <stdin>; do not edit."), "{code}");
    assert_eq!(run(&["generate", "-"], json).1, code);
    assert!(run(&["generate", "-"], "type: object").1.contains("pub struct Root("));
    assert!(run(&["explain", "-"], PET).1.contains("#/properties/name/type: carried (Pet)"));
    fs::write(folder.path().join("pet.json"), json).unwrap();
    assert_eq!(run(&["diff", "pet.json", "-", "--fail-on", "any"], PET).0, Some(0));
    assert_eq!(run(&["diff", "-", "pet.json", "--fail-on", "any"], "title: Pet\ntype: object\n").0, Some(1));
    assert_eq!(run(&["diff", "-", "-"], PET).0, Some(2));
    assert_eq!(run(&["diff", "--git", "HEAD", "-"], PET).0, Some(2));
    let (status, code, said) = run(&["generate", "-", "--out", "out.rs"], "type: [objekt]\n");
    assert_eq!((status, code.as_str()), (Some(1), ""));
    assert!(said.contains("--> <stdin>:1:1") && !folder.path().join("out.rs").exists(), "{said}");
    assert_eq!(run(&["generate", "-", "--out", "out.rs"], PET).0, Some(0));
    assert!(folder.path().join("out.rs").exists());
    let large = with_input(folder.path(), &["generate", "-"], &vec![b'#'; 17 * 1024 * 1024]);
    assert!(
        stderr(&large, folder.path()).contains("error[file-too-large]: standard input has more than 16777216 bytes")
    );
}

#[test]
fn revisions_are_compared() {
    let folder = TempDir::new().unwrap();
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let output = Command::new("git").current_dir(folder.path()).args(who).args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    fs::write(folder.path().join("pet.yaml"), PET).unwrap();
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "One"]);
    fs::write(folder.path().join("pet.yaml"), PET.replace("string", "integer")).unwrap();
    let output =
        command(folder.path()).args(["diff", "--git", "HEAD", "pet.yaml", "--format", "github"]).output().unwrap();
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(output.status.success() && said.contains("file=pet.yaml,line=4"), "{said} {output:?}");
}

#[test]
fn a_folder_may_hold_both() {
    let folder = TempDir::new().unwrap();
    let mut leaf = Leaf::default();
    leaf.schemas = folder.path().join("schema");
    leaf.out = folder.path().join("src");
    fs::create_dir(&leaf.schemas).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join("schema").join(name), text).unwrap();
    write("pet.yaml", PET);
    write("owner.yml", &PET.replace("Pet", "Owner"));
    write("home.json", r#"{"title": "Home", "type": "object"}"#);
    write("notes.txt", "not: [a schema");
    leaf.sync().unwrap();
    let index = fs::read_to_string(leaf.out.join("strict/mod.rs")).unwrap();
    assert!(["home", "owner", "pet"].iter().all(|module| index.contains(&format!("pub mod {module};"))), "{index}");
    assert!(
        fs::read_to_string(leaf.out.join("strict/pet.rs")).unwrap().contains(" from schema/pet.yaml; do not edit.")
    );
    let source = fs::read_to_string(leaf.out.join("source/pet.rs")).unwrap();
    assert!(source.contains(r#""type": "object""#), "{source}");
    assert_eq!(leaf.sync().unwrap().changes, clerk_codegen::Changes::default());
    write("pet.yaml", &PET.replace("{type: string}", "{type: integer}"));
    let headlines = leaf.sync().unwrap().headlines;
    assert!(headlines.len() == 1 && headlines[0].starts_with("schema/pet.yaml: 1 change"), "{headlines:?}");
    write("pet.json", r#"{"title": "Pet"}"#);
    let before = listing(&leaf.out);
    let reports = leaf.sync().unwrap_err();
    let said = reports
        .iter()
        .map(ToString::to_string)
        .collect::<String>()
        .replace(&folder.path().display().to_string().replace(std::path::MAIN_SEPARATOR, "/"), "[folder]");
    assert!(
        said.contains("error[name-collision]: `pet.json` and `pet.yaml` have one name but for its suffix"),
        "{said}"
    );
    assert!(said.contains("--> [folder]/schema/pet.yaml"), "{said}");
    assert_eq!(listing(&leaf.out), before);
}

/// The name of a description tells nothing of its syntax, so that the header is the same.
#[test]
fn descriptions_of_apis_are_the_same_in_json() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for case in ["swagger-2.0", "openapi-3.0", "openapi-3.1", "openapi-3.2"] {
        let text = fs::read_to_string(folder.join(format!("{case}.yaml"))).unwrap();
        let yaml = Document::parse(case, text).unwrap();
        let json = Document::parse(case, format!("{:#}", yaml.root())).unwrap();
        let [yaml, json] = [yaml, json].map(|document| generate(&document, &Options::default()).unwrap());
        assert_eq!(yaml.code, json.code, "{case}");
        assert!(yaml.code.contains("Response {"), "{case}");
    }
}
