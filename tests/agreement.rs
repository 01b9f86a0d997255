//! The types of `schema/` agree with their schemas.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod judge;

use clerk_models_driver::{PhoneNumber, strict};
use std::path::Path;

/// How many instances are judged when nobody asks for more.
const INSTANCES: u32 = 20_000;

#[test]
fn phone_number() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/clerk-phonenumber-schema.json");
    judge::judge::<strict::PhoneNumber, PhoneNumber>(&schema, INSTANCES);
}
