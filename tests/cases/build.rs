//! Generates the types of every case in both readings, into `OUT_DIR`.

use clerk_codegen::{Options, Reading, generate_file};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let cases = Path::new("../../codegen/tests/cases");
    println!("cargo::rerun-if-changed={}", cases.display());
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut index = String::new();
    for path in schemas(cases)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
        for reading in [Reading::Tolerant, Reading::Strict] {
            let module = format!("{name}_{}", reading.as_str());
            index += &generated(&path, reading, Some("Root"), &out.join(&module).with_extension("rs"), &module)?;
            if fs::read_to_string(&path)?.contains("\"openapi\":") {
                let module = format!("{module}_whole");
                index += &generated(&path, reading, None, &out.join(&module).with_extension("rs"), &module)?;
            }
        }
    }
    fs::write(out.join("cases.rs"), index)?;
    Ok(())
}

/// Generates a module, and declares it; nothing where the case is one that is refused.
fn generated(
    path: &Path,
    reading: Reading,
    root: Option<&str>,
    file: &Path,
    module: &str,
) -> Result<String, std::fmt::Error> {
    let mut options = Options::default();
    options.reading = reading;
    options.root = root.map(str::to_owned);
    let mut declared = String::new();
    if generate_file(path, &options, file).is_ok() {
        writeln!(declared, "/// `{}`.\n#[path = r\"{}\"]\npub mod {module};", path.display(), file.display())?;
    }
    Ok(declared)
}

fn schemas(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}
