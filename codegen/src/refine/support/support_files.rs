//! The support code as text: in a module, or as the files of a crate.

use super::{Piece, Pieces};

/// The support code as a module at the end of a self-contained one.
pub(crate) fn inline_support(pieces: &Pieces) -> String {
    if pieces.0.is_empty() {
        return String::new();
    }
    let modules = pieces.in_order().map(|piece| {
        let gate = gate_of(piece, &Pieces::default());
        let (docs, body) = split_docs(piece.text);
        let docs = docs.replace("//! ", "/// ").replace("//!", "///");
        format!("{docs}{gate}pub(crate) mod {} {{\n{}}}\n", piece.name, indented(body))
    });
    let modules = modules.collect::<Vec<_>>().join("\n");
    let exports: String =
        pieces.in_order().flat_map(|piece| exports(piece, gate_of(piece, &Pieces::default()))).collect();
    format!(
        "/// What the types share: how they are read and written.\nmod support {{\n{}}}\n",
        indented(&format!("{exports}\n{modules}"))
    )
}

/// The support code as files of a crate, by path: pieces that only `gated` code needs stand
/// behind the feature `strict`.
pub(crate) fn support_files(pieces: &Pieces, gated: &Pieces) -> Vec<(String, String)> {
    let mut all = pieces.clone();
    all.add(gated);
    let only_gated = Pieces(gated.0.difference(&pieces.0).copied().collect());
    let declared: String = all
        .in_order()
        .map(|piece| [gate_of(piece, &only_gated), "pub(crate) mod ", piece.name, ";\n"].concat())
        .collect();
    let exports: String = all.in_order().flat_map(|piece| exports(piece, gate_of(piece, &only_gated))).collect();
    let index = format!("//! What the types share: how they are read and written.\n\n{declared}\n{exports}");
    let files = all.in_order().map(|piece| (format!("support/{}.rs", piece.name), piece.text.to_owned()));
    std::iter::once(("support/mod.rs".to_owned(), index)).chain(files).collect()
}

fn exports(piece: &Piece, gate: &str) -> Vec<String> {
    let line = |visibility: &str, names: &[&str]| match names {
        [] => String::new(),
        [name] => format!("{gate}{visibility} use {}::{name};\n", piece.name),
        names => format!("{gate}{visibility} use {}::{{{}}};\n", piece.name, names.join(", ")),
    };
    vec![line("pub", piece.public), line("pub(crate)", piece.private)]
}

fn gate_of(piece: &Piece, gated: &Pieces) -> &'static str {
    match (piece.name, gated.has(piece.name)) {
        ("source_schema", _) => "#[cfg(feature = \"schemars\")]\n",
        (_, true) => "#[cfg(feature = \"strict\")]\n",
        (_, false) => "",
    }
}

/// The documentation at the top of a file, and the rest.
fn split_docs(text: &str) -> (String, &str) {
    let length = text.split_inclusive('\n').take_while(|line| line.starts_with("//!")).map(str::len).sum();
    let (docs, body) = text.split_at_checked(length).unwrap_or((text, ""));
    (docs.to_owned(), body.trim_start())
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.trim().is_empty() { line.to_owned() } else { format!("    {line}") };
    text.split_inclusive('\n').map(line).collect()
}
