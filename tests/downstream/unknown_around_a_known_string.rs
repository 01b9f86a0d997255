//! Must not compile: an open enum cannot be built around a string of one's own.

fn main() {
    let _ = clerk_models::phone_number::OtpStrategy::Unknown(clerk_models::UnknownValue::new("phone_code"));
}
