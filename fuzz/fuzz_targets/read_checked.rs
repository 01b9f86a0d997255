//! Whatever bytes are read as a checked type: a value that keeps its rules and is read again, or an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;

macro_rules! cases {
    ($($case:ident),*) => {$(
        #[allow(dead_code, missing_docs, unused_imports)]
        mod $case {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($case), ".rs"));
        }
    )*};
}

cases!(checks, unions, shapes, strings);

fn read<T: DeserializeOwned + Serialize>(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice::<T>(bytes) else { return };
    let written = serde_json::to_vec(&value).expect("what was read can be written");
    assert!(serde_json::from_slice::<T>(&written).is_ok(), "what was written is read again");
}

fuzz_target!(|bytes: &[u8]| {
    read::<checks::Root>(bytes);
    read::<unions::Root>(bytes);
    read::<shapes::Root>(bytes);
    read::<strings::Root>(bytes);
});
