//! A crate outside the workspace that depends on the packaged `clerk-models`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const MANIFEST: &str = r#"
[package]
name = "downstream"
version = "0.0.0"
edition = "2021"

[workspace]

[features]
strict = ["clerk-models/strict"]
exact = ["serde_json/arbitrary_precision"]

[dependencies]
clerk-models = { path = "../package/clerk-models-VERSION" }
serde_json = "1"

[[bin]]
name = "downstream"
path = "src/main.rs"
"#;

/// Programs that must not compile, each with the error that says why.
const WRONG: &[(&str, &str)] =
    &[("unknown_around_a_known_string", "E0624"), ("match_without_a_wildcard", "E0004"), ("unchecked_text", "E0603")];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream-target")
}

fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder).args(arguments).env("CARGO_TARGET_DIR", target()).env_remove("RUSTFLAGS");
    command
}

fn succeeded(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Packages the leaf and lays the downstream crate beside it.
fn downstream() -> PathBuf {
    let package = ["package", "--package", "clerk-models", "--allow-dirty", "--quiet"];
    succeeded(&cargo(root(), &package).output().unwrap());
    let leaf = fs::read_to_string(root().join("generated/Cargo.toml")).unwrap();
    let version = leaf.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')).unwrap();
    let folder = target().join("downstream");
    fs::create_dir_all(folder.join("src/bin")).unwrap();
    fs::write(folder.join("Cargo.toml"), MANIFEST.replace("VERSION", version)).unwrap();
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::copy(root().join("tests/downstream/program.rs"), folder.join("src/main.rs")).unwrap();
    for (name, _) in WRONG {
        let file = format!("{name}.rs");
        fs::copy(root().join("tests/downstream").join(&file), folder.join("src/bin").join(&file)).unwrap();
    }
    folder
}

fn run(folder: &Path, features: &str, verification: &str) -> String {
    let payload = format!(
        r#"{{"object": "phone_number", "phone_number": "+1", "reserved": false, "verification": {verification},
            "linked_to": [], "created_at": 0, "updated_at": 0, "tomorrow": 1}}"#
    );
    let mut program = cargo(folder, &["run", "--quiet", "--features", features, "--bin", "downstream"]);
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(payload.as_bytes()).unwrap();
    succeeded(&child.wait_with_output().unwrap()).trim().to_owned()
}

#[test]
fn a_crate_that_depends_on_the_package() {
    let folder = downstream();
    let otp = r#"{"object": "verification_otp", "status": "STATUS", "strategy": "sms", "attempts": 1, "expire_at": 1}"#;
    assert_eq!(run(&folder, "", "null"), "+1 is not verified");
    assert_eq!(run(&folder, "", &otp.replace("STATUS", "verified")), "+1 is verified by sms");
    assert_eq!(run(&folder, "", &otp.replace("STATUS", "locked")), "+1 is in the new state locked");
    assert_eq!(
        run(&folder, "", r#"{"object": "verification_scim"}"#),
        "+1 is verified in the new way verification_scim"
    );
    // There a number is held by its digits, also before the tag that tells what it is.
    let tag_last =
        r#"{"attempts": 1, "expire_at": 1, "status": "verified", "strategy": "sms", "object": "verification_otp"}"#;
    assert_eq!(run(&folder, "exact", tag_last), "+1 is verified by sms");
    compiles_no_generator(&folder);
    for (name, code) in WRONG {
        let check = ["check", "--quiet", "--features", "strict", "--bin", name];
        let output = cargo(&folder, &check).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(&format!("error[{code}]")), "{name}: {said}");
    }
}

/// What a user of the types compiles: serde, `serde_json` and what these two need.
fn compiles_no_generator(folder: &Path) {
    let tree = ["tree", "--features", "strict", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let tree = succeeded(&cargo(folder, &tree).output().unwrap());
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.contains(&"clerk-models"), "{tree}");
    for heavy in ["clerk-codegen", "typify", "syn", "quote", "serde_derive", "regress", "schemars"] {
        assert!(!names.contains(&heavy), "{heavy} is compiled by users of the types");
    }
}
