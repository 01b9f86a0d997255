//! Must not compile: a checked string cannot be made without the check.

fn main() {
    let _ = clerk_models::strict::phone_number::PhoneNumberLinkedToItemType("Google".to_owned());
}
