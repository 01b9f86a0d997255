//! Generates the types of every case and of every version of the histories in both readings, those of the cases also
//! with borrowed strings, into `OUT_DIR`.

use clerk_codegen::{Customisation, Numbers, Options, Reading, Strings, generate_file, generate_folder};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

const OWNED: &[Strings] = &[Strings::Owned];
const BOTH: &[Strings] = &[Strings::Owned, Strings::Borrowed];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut index = String::new();
    for (folder, forms) in [("../../codegen/tests/cases", BOTH), ("../../codegen/tests/history", OWNED)] {
        println!("cargo::rerun-if-changed={folder}");
        for path in schemas(Path::new(folder))? {
            let is_yaml = path.extension().is_some_and(|extension| extension == "yaml");
            let is_openapi = is_yaml || fs::read_to_string(&path)?.contains("\"openapi\":");
            for strings in forms {
                for reading in [Reading::Tolerant, Reading::Strict] {
                    // The descriptions of APIs in YAML have no schema of that name.
                    index += &module(&path, reading, *strings, Some("Root"), &out)?;
                    if is_openapi {
                        index += &module(&path, reading, *strings, None, &out)?;
                    }
                }
            }
        }
    }
    let folders =
        ["folder/shared.yaml", "../../codegen/tests/files/library.yaml", "../../codegen/tests/cases/letter.json"];
    println!("cargo::rerun-if-changed=folder");
    println!("cargo::rerun-if-changed=../../codegen/tests/files");
    for path in folders.map(Path::new) {
        index += &folder_module(path, Reading::Tolerant, Strings::Owned, &out)?;
        index += &folder_module(path, Reading::Strict, Strings::Owned, &out)?;
        index += &folder_module(path, Reading::Strict, Strings::Borrowed, &out)?;
    }
    let (mut split, mut exact) = (Options::default(), Options::default());
    split.split_read_write = true;
    exact.numbers = Numbers::Exact;
    index += &chosen(Path::new("../../codegen/tests/split/accounts.yaml"), split, "split", &out)?;
    index += &chosen(Path::new("../../codegen/tests/exact/amounts.json"), exact, "exact", &out)?;
    index += &customised(Path::new("../../codegen/tests/customised"), &out)?;
    fs::write(out.join("cases.rs"), index)?;
    Ok(())
}

/// Writes a module, and gives its line of the index; nothing where the schema is refused.
fn module(
    path: &Path,
    reading: Reading,
    strings: Strings,
    root: Option<&str>,
    out: &Path,
) -> Result<String, Box<dyn Error>> {
    let mut options = Options::default();
    options.reading = reading;
    options.strings = strings;
    options.setters = reading == Reading::Strict;
    options.root = root.map(str::to_owned);
    let name = path.file_stem().unwrap_or_default().to_string_lossy().replace(['-', '.'], "_");
    let borrowed = if strings == Strings::Borrowed { "_borrowed" } else { "" };
    let whole = if root.is_none() { "_whole" } else { "" };
    let module = format!("{name}_{}{whole}{borrowed}", reading.as_str());
    let file = out.join(&module).with_extension("rs");
    let mut line = String::new();
    if generate_file(path, &options, &file).is_ok() {
        writeln!(line, "/// `{}`.\n#[path = r\"{}\"]\npub mod {module};", path.display(), file.display())?;
    }
    Ok(line)
}

/// Writes a module as a folder, and gives its line of the index.
fn folder_module(path: &Path, reading: Reading, strings: Strings, out: &Path) -> Result<String, Box<dyn Error>> {
    let mut options = Options::default();
    options.reading = reading;
    options.strings = strings;
    options.schemars = true;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
    let borrowed = if strings == Strings::Borrowed { "_borrowed" } else { "" };
    let module = format!("{name}_{}{borrowed}_folder", reading.as_str());
    let folder = out.join(&module);
    generate_folder(path, &options, &folder)?;
    let index = folder.join("mod.rs");
    Ok(format!("/// `{}`.\n#[path = r\"{}\"]\npub mod {module};\n", path.display(), index.display()))
}

/// Writes modules of both readings by choices, of which the last word of the names tells, and gives their lines of the index.
fn chosen(path: &Path, mut options: Options, word: &str, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut index = String::new();
    for reading in [Reading::Tolerant, Reading::Strict] {
        options.reading = reading;
        let module = format!("{name}_{}_{word}", reading.as_str());
        let file = out.join(&module).with_extension("rs");
        generate_file(path, &options, &file)?;
        writeln!(index, "/// `{}`.\n#[path = r\"{}\"]\npub mod {module};", path.display(), file.display())?;
    }
    Ok(index)
}

/// Writes modules by a customisation, and gives their lines of the index.
fn customised(folder: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let schema = folder.join("shop.yaml");
    let mut options = Options::default();
    options.customisation = Customisation::read(&folder.join("clerk-codegen.toml"))?;
    let mut index = String::new();
    let forms = [
        ("shop_tolerant", Reading::Tolerant, Strings::Owned),
        ("shop_strict", Reading::Strict, Strings::Owned),
        ("shop_strict_borrowed", Reading::Strict, Strings::Borrowed),
    ];
    for (module, reading, strings) in forms {
        (options.reading, options.strings) = (reading, strings);
        let file = out.join(module).with_extension("rs");
        generate_file(&schema, &options, &file)?;
        writeln!(
            index,
            "#[allow(dead_code, unused_imports, unreachable_pub)]\n#[path = r\"{}\"]\nmod {module};",
            file.display()
        )?;
    }
    (options.reading, options.strings) = (Reading::Tolerant, Strings::Owned);
    let folder = out.join("shop_tolerant_folder");
    generate_folder(&schema, &options, &folder)?;
    let file = folder.join("mod.rs");
    writeln!(
        index,
        "#[allow(dead_code, unused_imports, unreachable_pub)]\n#[path = r\"{}\"]\nmod shop_tolerant_folder;",
        file.display()
    )?;
    Ok(index)
}

fn schemas(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json" || extension == "yaml"));
    paths.sort();
    Ok(paths)
}
