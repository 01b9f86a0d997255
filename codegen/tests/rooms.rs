//! The rooms of the generator: who may name what, as a test and not as advice.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the generator: its path from `src`, and the names that stand before a `::` in it.
struct Source {
    room: String,
    path: String,
    names: BTreeSet<String>,
    /// The modules of the crate that it names.
    uses: BTreeSet<String>,
}

fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&folder, &mut paths);
    paths.sort();
    let sources: Vec<Source> = paths.iter().map(|path| read(&folder, path)).collect();
    assert!(sources.len() > 30, "the files of the generator are not where this test looks");
    sources
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn read(folder: &Path, path: &Path) -> Source {
    let relative = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    let room = relative.split(['/', '.']).next().unwrap().to_owned();
    let tokens: TokenStream = fs::read_to_string(path).unwrap().parse().unwrap();
    let mut source = Source { room, path: relative, names: BTreeSet::new(), uses: BTreeSet::new() };
    note(tokens, &mut source);
    source
}

/// Notes each identifier that is followed by `::`, and what `crate::` leads to.
fn note(tokens: TokenStream, source: &mut Source) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => note(group.stream(), source),
            TokenTree::Ident(name) if is_path(&tokens, index) => {
                source.names.insert(name.to_string());
                if name == "crate" {
                    source.uses.extend(first_names(tokens.get(index + 3)));
                }
            }
            _ => {}
        }
    }
}

fn is_path(tokens: &[TokenTree], index: usize) -> bool {
    let colon = |offset: usize| matches!(tokens.get(index + offset), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    colon(1) && colon(2)
}

/// The module after `crate::`, or the modules of `crate::{…}`.
fn first_names(token: Option<&TokenTree>) -> Vec<String> {
    match token {
        Some(TokenTree::Ident(name)) => vec![name.to_string()],
        Some(TokenTree::Group(group)) => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let entries = tokens.split(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ','));
            entries.filter_map(|entry| entry.first()).map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
}

/// Asserts that only these rooms name this.
fn only(name: &str, rooms: &[&str]) {
    let mut found = false;
    for source in sources() {
        if source.names.contains(name) {
            found = true;
            assert!(rooms.contains(&source.room.as_str()), "{} names `{name}`; only {rooms:?} may", source.path);
        }
    }
    assert!(found, "nothing names `{name}`: this rule guards nothing");
}

#[test]
fn only_types_knows_typify() {
    only("typify", &["types"]);
    only("schemars", &["types"]);
}

#[test]
fn only_print_knows_prettyplease() {
    only("prettyplease", &["print"]);
}

#[test]
fn syntax_trees_stay_behind_types() {
    only("syn", &["custom", "types", "refine", "print", "leaf", "api"]);
    only("quote", &["refine", "print", "api"]);
    only("proc_macro2", &["types", "refine", "print", "leaf", "api"]);
}

#[test]
fn json_stays_before_refine() {
    only(
        "serde_json",
        &[
            "load",
            "schema",
            "model",
            "openapi",
            "project",
            "types",
            "diagnostic",
            "generate",
            "explain",
            "stages",
            "diff",
            "rules",
        ],
    );
}

#[test]
fn each_library_has_one_room() {
    only("jsonc_parser", &["load"]);
    only("granit_parser", &["load"]);
    only("toml", &["custom"]);
    only("annotate_snippets", &["diagnostic"]);
    only("heck", &["names"]);
    only("regress", &["model", "names", "rules"]);
    only("fluent_uri", &["load"]);
    for library in ["anstream", "clap", "clap_complete", "clap_mangen"] {
        only(library, &["main"]);
    }
    only("tempfile", &["sync"]);
    only("jsonschema", &["diff", "stages"]);
    only("regex_syntax", &["diff"]);
    only("anstyle", &["diff"]);
}

#[test]
fn only_load_runs_programs() {
    only("process", &["load", "main"]);
    for source in sources().iter().filter(|source| source.room != "load") {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&source.path)).unwrap();
        assert!(!text.contains("process::Command"), "{} runs a program", source.path);
    }
}

#[test]
fn only_load_reads_schemas_and_only_sync_writes() {
    only("fs", &["load", "sync", "stages"]);
    for source in sources().iter().filter(|source| source.room != "sync") {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&source.path)).unwrap();
        for writing in ["fs::write", "File::create", "remove_file", "create_dir", "persist("] {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            assert!(code.clone().all(|line| !line.contains(writing)), "{} writes: `{writing}`", source.path);
        }
    }
}

/// The way of the data: what each room may know of the others.
const KNOWS: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("pointer", &[]),
    ("plan", &[]),
    ("load", &["diagnostic", "pointer"]),
    ("custom", &["diagnostic", "load", "names", "pointer"]),
    ("graph", &[]),
    ("names", &["plan"]),
    ("openapi", &["diagnostic", "load", "names", "pointer"]),
    ("schema", &["diagnostic", "load", "pointer"]),
    ("model", &["diagnostic", "names", "plan", "pointer", "schema"]),
    ("project", &["custom", "diagnostic", "graph", "load", "model", "names", "openapi", "plan", "pointer", "schema"]),
    ("types", &["diagnostic"]),
    ("refine", &["diagnostic", "names", "plan", "pointer"]),
    ("print", &[]),
    ("sync", &["diagnostic", "print"]),
    ("init", &["custom", "diagnostic", "leaf", "load", "names", "sync"]),
    ("api", &["plan", "pointer"]),
    ("diff", &["api", "diagnostic", "generate", "load", "model", "openapi", "plan", "pointer", "project", "schema"]),
];

#[test]
fn data_flows_one_way() {
    let sources = sources();
    let rooms: BTreeSet<&str> = sources.iter().map(|source| source.room.as_str()).collect();
    for (room, known) in KNOWS {
        let mut files = sources.iter().filter(|source| source.room == *room).peekable();
        assert!(files.peek().is_some(), "there is no room `{room}`");
        for source in files {
            let others = source.uses.iter().filter(|used| *used != room && rooms.contains(used.as_str()));
            for used in others {
                assert!(known.contains(&used.as_str()), "{} uses `crate::{used}`", source.path);
            }
        }
    }
}

#[test]
fn no_folder_holds_more_than_can_be_seen_at_once() {
    let mut files: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for source in sources() {
        *files.entry(Path::new(&source.path).parent().unwrap().to_owned()).or_default() += 1;
    }
    files.retain(|_, count| *count > 25);
    assert!(files.is_empty(), "too many files in a folder: {files:?}");
}

#[test]
fn files_and_functions_read_at_a_glance() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources() {
        let text = fs::read_to_string(folder.join(&source.path)).unwrap();
        assert!(text.lines().count() <= 250, "{} has {} lines", source.path, text.lines().count());
        for (name, lines) in functions(&text) {
            assert!(lines <= 50, "{}: `{name}` has {lines} lines", source.path);
        }
    }
}

/// The first line of each function, and how many lines it has: up to the brace under its beginning.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_function = |line: &str| line.split(['(', '<']).next().is_some_and(|head| head.contains("fn "));
    let starts = lines.iter().enumerate().filter(|(_, line)| is_function(line) && !line.trim().starts_with("//"));
    let length = |(start, line): (usize, &&'_ str)| {
        let indent = line.len() - line.trim_start().len();
        let close = format!("{}}}", " ".repeat(indent));
        lines[start..].iter().position(|line| *line == close).map_or(1, |end| end + 1)
    };
    starts.map(|(start, line)| (line.trim(), length((start, line)))).collect()
}

/// The module that a file is: `mod.rs` is its folder.
fn module_of(path: &str) -> Vec<String> {
    let mut steps: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    steps.retain(|step| step != "mod");
    steps
}

/// The modules that paths in these tokens lead to, from the module that they stand in.
fn paths(tokens: TokenStream, from: &[String], found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while index < tokens.len() {
        let start = index;
        index += 1;
        let TokenTree::Ident(first) = &tokens[start] else {
            if let TokenTree::Group(group) = &tokens[start] {
                paths(group.stream(), from, found);
            }
            continue;
        };
        let mut base = match first.to_string().as_str() {
            "crate" => Vec::new(),
            "super" => from[..from.len().saturating_sub(1)].to_vec(),
            _ => continue,
        };
        // `pub(super)` leads nowhere.
        if !is_path(&tokens, start) {
            continue;
        }
        let mut at = start;
        while is_path(&tokens, at) {
            at += 3;
            match tokens.get(at) {
                Some(TokenTree::Ident(name)) if name == "super" => drop(base.pop()),
                Some(TokenTree::Ident(name)) => base.push(name.to_string()),
                Some(TokenTree::Group(group)) => {
                    let names = group.stream().into_iter().filter_map(|token| match token {
                        TokenTree::Ident(name) => Some(name.to_string()),
                        _ => None,
                    });
                    found.extend(names.map(|name| base.iter().cloned().chain([name]).collect()));
                }
                _ => break,
            }
        }
        found.push(base);
        index = at + 1;
    }
}

#[test]
fn files_of_a_room_do_not_import_each_other_in_a_circle() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources = sources();
    let modules: BTreeSet<Vec<String>> = sources.iter().map(|source| module_of(&source.path)).collect();
    let mut uses: BTreeMap<Vec<String>, BTreeSet<Vec<String>>> = BTreeMap::new();
    // The list of a room stands on top of its files, and gives its types a name for them.
    for source in sources.iter().filter(|source| !source.path.ends_with("mod.rs")) {
        let own = module_of(&source.path);
        let mut found = Vec::new();
        paths(fs::read_to_string(folder.join(&source.path)).unwrap().parse().unwrap(), &own, &mut found);
        let targets = found.iter().filter_map(|path| {
            let known = (1..=path.len()).rev().map(|length| path[..length].to_vec());
            known.into_iter().find(|path| modules.contains(path))
        });
        let inside = targets.filter(|target| *target != own && target[0] == own[0] && target.len() > 1);
        uses.insert(own.clone(), inside.collect());
    }
    // Files that lead to no other are taken away until none is left, or a circle is.
    while !uses.is_empty() {
        let bottom: Vec<Vec<String>> = uses
            .iter()
            .filter(|(_, targets)| targets.iter().all(|target| !uses.contains_key(target)))
            .map(|(module, _)| module.clone())
            .collect();
        assert!(!bottom.is_empty(), "these import each other in a circle, or use a circle: {:?}", uses.keys());
        for module in &bottom {
            uses.remove(module);
        }
    }
}
