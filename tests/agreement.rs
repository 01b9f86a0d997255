//! The types of `schema/` agree with their schemas.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod judge;

use clerk_models_driver::strict;
use std::path::Path;

/// How many instances of a schema are judged when nobody asks for more.
const INSTANCES: u32 = 20_000;

macro_rules! schemas {
    ($($test:ident: $file:literal, $root:ident;)*) => {
        $(
            #[test]
            fn $test() {
                let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join($file);
                judge::judge::<strict::$root, clerk_models_driver::$root>(&schema, INSTANCES);
            }
        )*

        #[test]
        fn every_schema_is_judged() {
            let judged = [$($file),*];
            let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema")).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let missing: Vec<String> =
                names.filter(|name| name.ends_with(".json") && !judged.contains(&name.as_str())).collect();
            assert!(missing.is_empty(), "add these schemas to the list above: {missing:?}");
        }
    };
}

schemas! {
    clerk_errors: "clerk-clerkerrors-schema.json", ClerkErrors;
    create_phone_number_request: "clerk-createphonenumberrequest-schema.json", CreatePhoneNumberRequest;
    deleted_object: "clerk-deletedobject-schema.json", DeletedObject;
    phone_number: "clerk-phonenumber-schema.json", PhoneNumber;
    update_phone_number_request: "clerk-updatephonenumberrequest-schema.json", UpdatePhoneNumberRequest;
}
