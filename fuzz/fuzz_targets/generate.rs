//! Whatever bytes are given: a module or a diagnostic, never a panic.

#![no_main]

use clerk_codegen::{Document, Options, Reading, Strings, Untyped, explain, generate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(document) = Document::parse("schema.json", text) else { return };
    for (reading, strings, untyped) in [
        (Reading::Tolerant, Strings::Owned, Untyped::Assume),
        (Reading::Strict, Strings::Borrowed, Untyped::Exact),
    ] {
        let mut options = Options::default();
        (options.reading, options.strings, options.untyped) = (reading, strings, untyped);
        let _ = generate(&document, &options);
        let _ = explain(&document, &options);
    }
});
