//! Regenerates `generated/src` from `schema/`; with `CI` set it only checks.

use clerk_codegen::Leaf;
use std::process::ExitCode;

fn main() -> ExitCode {
    if Leaf::default().build().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
