//! What is measured of each subject.

use crate::payloads::{self, Payload};

/// What is done with a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    FromSlice,
    FromStr,
    FromReader,
    ToVec,
}

/// An operation on a payload.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What the tables call it.
    pub title: &'static str,
    pub operation: Operation,
    payload: fn() -> &'static Payload,
}

impl Column {
    pub fn payload(&self) -> &'static Payload {
        (self.payload)()
    }
}

/// All that is measured of each subject, in the order of the tables.
pub const COLUMNS: &[Column] = &[
    column("read 1 000 mixed numbers, from_slice", Operation::FromSlice, payloads::page),
    column("the same, from_str", Operation::FromStr, payloads::page),
    column("the same, from_reader", Operation::FromReader, payloads::page),
    column("the same with the tag last, from_slice", Operation::FromSlice, payloads::tag_last),
    column("the same with the last number wrong, from_slice", Operation::FromSlice, payloads::wrong),
    column("read one OTP number, from_slice", Operation::FromSlice, payloads::otp),
    column("read one admin number, from_slice", Operation::FromSlice, payloads::admin),
    column("write 1 000 mixed numbers, to_vec", Operation::ToVec, payloads::page),
    column("write one OTP number, to_vec", Operation::ToVec, payloads::otp),
];

const fn column(title: &'static str, operation: Operation, payload: fn() -> &'static Payload) -> Column {
    Column { title, operation, payload }
}
