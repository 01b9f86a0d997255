//! Generates the types of every case in both readings, with owned and borrowed strings, into `OUT_DIR`.

use clerk_codegen::{Options, Reading, Strings, generate_file};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FORMS: [(Reading, Strings); 4] = [
    (Reading::Tolerant, Strings::Owned),
    (Reading::Tolerant, Strings::Borrowed),
    (Reading::Strict, Strings::Owned),
    (Reading::Strict, Strings::Borrowed),
];

fn main() -> Result<(), Box<dyn Error>> {
    let cases = Path::new("../../codegen/tests/cases");
    println!("cargo::rerun-if-changed={}", cases.display());
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut index = String::new();
    for path in schemas(cases)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
        for (reading, strings) in FORMS {
            let mut options = Options::default();
            options.reading = reading;
            options.strings = strings;
            options.root = Some("Root".to_owned());
            let borrowed = if strings == Strings::Borrowed { "_borrowed" } else { "" };
            let module = format!("{name}_{}{borrowed}", reading.as_str());
            let file = out.join(&module).with_extension("rs");
            if generate_file(&path, &options, &file).is_ok() {
                writeln!(index, "/// `{}`.\n#[path = r\"{}\"]\npub mod {module};", path.display(), file.display())?;
            }
        }
    }
    fs::write(out.join("cases.rs"), index)?;
    Ok(())
}

fn schemas(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}
