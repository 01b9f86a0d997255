//! Who reads the bytes. The first is the one that the others are compared to.
//!
//! `typify.rs` and `typify_nullable.rs` are what typify makes, the latter with `nullable` spelled out for it:
//!
//! ```sh
//! plain_typify="cargo run -p clerk-models-benches --features typify --bin plain-typify schema/clerk-phonenumber-schema.json"
//! $plain_typify > benches/subjects/typify.rs
//! $plain_typify --spell-out-nullable > benches/subjects/typify_nullable.rs
//! ```

pub mod borrowed;
pub mod expert;
pub mod expert_strict;
pub mod ours_borrowed;
#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic, clippy::unwrap_used, missing_docs, reason = "as typify writes it")]
pub mod typify;
#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic, clippy::unwrap_used, missing_docs, reason = "as typify writes it")]
pub mod typify_nullable;

use crate::{Column, Operation, Payload};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::hint::black_box;

/// Does its operation once, and says whether it could.
pub type Job<'a> = Box<dyn Fn() -> bool + 'a>;

/// Types, and what can be done with them.
#[derive(Clone, Copy)]
pub struct Subject {
    pub name: &'static str,
    /// What it reads, it writes back equal.
    pub keeps_all: bool,
    reads_null: bool,
    reads_wrong: bool,
    one: Operations,
    page: Operations,
}

#[derive(Clone, Copy)]
struct Operations {
    from_slice: fn(&[u8]) -> bool,
    from_str: Option<fn(&str) -> bool>,
    from_reader: Option<fn(&[u8]) -> bool>,
    to_vec: Option<ReadToWrite>,
}

/// Reads a value, which can then be written as often as one likes.
type ReadToWrite = fn(&[u8]) -> Option<Writer<'_>>;

type Writer<'a> = Box<dyn Fn() -> Vec<u8> + 'a>;

/// A type, and what can be done with it beside `from_slice` and `from_str`. One that borrows from the input is written
/// `module::PhoneNumber<'_>`, and has no `from_reader`.
macro_rules! subject {
    ($name:literal, $number:ty $(, $operation:ident)*) => {
        Subject {
            name: $name,
            keeps_all: true,
            reads_null: true,
            reads_wrong: false,
            one: operations!($number $(, $operation)*),
            page: operations!(Vec<$number> $(, $operation)*),
        }
    };
}

macro_rules! operations {
    ($type:ty $(, $operation:ident)*) => {{
        #[allow(unused_mut, reason = "not each type can do more")]
        let mut operations = Operations {
            from_slice: |bytes| done(&serde_json::from_slice::<$type>(bytes)),
            from_str: Some(|text| done(&serde_json::from_str::<$type>(text))),
            from_reader: None,
            to_vec: None,
        };
        $(operations!(@$operation operations, $type);)*
        operations
    }};
    (@from_reader $operations:ident, $type:ty) => {
        $operations.from_reader = Some(|bytes| done(&serde_json::from_reader::<_, $type>(bytes)));
    };
    (@to_vec $operations:ident, $type:ty) => {
        $operations.to_vec = Some(|bytes| writer::<$type>(bytes));
    };
}

/// All subjects, in the order of the tables.
pub fn subjects() -> Vec<Subject> {
    vec![
        subject!("expert", expert::PhoneNumber, from_reader, to_vec),
        subject!("expert, strict", expert_strict::PhoneNumber, from_reader, to_vec),
        subject!("expert, borrowed", borrowed::PhoneNumber<'_>, to_vec),
        subject!("clerk-models", clerk_models::PhoneNumber, from_reader, to_vec),
        subject!("clerk-models, strict", clerk_models::strict::PhoneNumber, from_reader, to_vec),
        subject!("clerk-models, borrowed", ours_borrowed::tolerant::PhoneNumber<'_>, to_vec),
        subject!("clerk-models, borrowed, strict", ours_borrowed::strict::PhoneNumber<'_>, to_vec),
        subject!("clerk-models, clerk_models::from_slice", clerk_models::PhoneNumber).by(
            |bytes| done(&clerk_models::from_slice::<clerk_models::PhoneNumber>(bytes)),
            |bytes| done(&clerk_models::from_slice::<Vec<clerk_models::PhoneNumber>>(bytes)),
        ),
        subject!("clerk-models, sonic-rs", clerk_models::PhoneNumber).by(
            |bytes| done(&sonic_rs::from_slice::<clerk_models::PhoneNumber>(bytes)),
            |bytes| done(&sonic_rs::from_slice::<Vec<clerk_models::PhoneNumber>>(bytes)),
        ),
        subject!("clerk-models, simd-json", clerk_models::PhoneNumber).by(
            |bytes| done(&simd_json::serde::from_slice::<clerk_models::PhoneNumber>(&mut bytes.to_vec())),
            |bytes| done(&simd_json::serde::from_slice::<Vec<clerk_models::PhoneNumber>>(&mut bytes.to_vec())),
        ),
        subject!("typify", typify::ClerkPhoneNumber, from_reader, to_vec).refusing_null(),
        subject!("typify, nullable spelled out", typify_nullable::ClerkPhoneNumber, from_reader, to_vec).losing_null(),
        subject!("serde_json::Value", Value, from_reader, to_vec).taking_all(),
        subject!("serde::de::IgnoredAny", serde::de::IgnoredAny, from_reader).taking_all(),
    ]
}

fn done<T, E>(result: &Result<T, E>) -> bool {
    black_box(result).is_ok()
}

fn writer<'a, T: Deserialize<'a> + Serialize + 'a>(bytes: &'a [u8]) -> Option<Writer<'a>> {
    let value: T = serde_json::from_slice(bytes).ok()?;
    Some(Box::new(move || serde_json::to_vec(black_box(&value)).unwrap_or_default()))
}

impl Subject {
    /// It is read by these functions in place of serde_json's, and of bytes alone.
    fn by(mut self, one: fn(&[u8]) -> bool, page: fn(&[u8]) -> bool) -> Self {
        (self.one.from_slice, self.page.from_slice) = (one, page);
        (self.one.from_str, self.page.from_str) = (None, None);
        Self { keeps_all: false, ..self }
    }

    /// It knows no `nullable`, and refuses each null.
    fn refusing_null(self) -> Self {
        Self { reads_null: false, ..self }
    }

    /// An optional member that is null is not written back.
    fn losing_null(self) -> Self {
        Self { keeps_all: false, ..self }
    }

    /// It judges nothing but the syntax, and keeps all or nothing.
    fn taking_all(self) -> Self {
        Self { reads_wrong: true, keeps_all: self.one.to_vec.is_some(), ..self }
    }

    /// Whether it should read this.
    pub fn reads(&self, payload: &Payload) -> bool {
        (self.reads_null || !payload.has_null) && (self.reads_wrong || !payload.is_wrong)
    }

    /// What is measured of it: nothing where it gives up at the first null.
    pub fn measured(&self, column: &Column) -> Option<Job<'static>> {
        let payload = column.payload();
        if payload.has_null && !self.reads_null { None } else { self.job(payload, column.operation) }
    }

    /// The operation on the payload, if it is one of this subject's.
    pub fn job<'a>(&self, payload: &'a Payload, operation: Operation) -> Option<Job<'a>> {
        let Operations { from_slice, from_str, from_reader, .. } = *self.operations(payload);
        let bytes = payload.bytes.as_slice();
        Some(match operation {
            Operation::FromSlice => Box::new(move || from_slice(black_box(bytes))),
            Operation::FromStr => {
                let (from_str, text) = (from_str?, payload.text());
                Box::new(move || from_str(black_box(text)))
            }
            Operation::FromReader => {
                let from_reader = from_reader?;
                Box::new(move || from_reader(black_box(bytes)))
            }
            Operation::ToVec => {
                let write = self.writer(payload)?;
                Box::new(move || !black_box(write()).is_empty())
            }
        })
    }

    /// What is written of what was read.
    pub fn written_back(&self, payload: &Payload) -> Option<Vec<u8>> {
        self.writer(payload).map(|write| write())
    }

    fn writer<'a>(&self, payload: &'a Payload) -> Option<Writer<'a>> {
        self.operations(payload).to_vec.and_then(|writer| writer(&payload.bytes))
    }

    fn operations(&self, payload: &Payload) -> &Operations {
        if payload.is_page { &self.page } else { &self.one }
    }
}
