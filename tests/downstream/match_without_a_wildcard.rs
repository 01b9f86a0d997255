//! Must not compile: an enum that may grow is matched with a wildcard.

fn main() {
    let status = clerk_models::phone_number::OtpStatus::from("verified");
    match status {
        clerk_models::phone_number::OtpStatus::Unverified
        | clerk_models::phone_number::OtpStatus::Verified
        | clerk_models::phone_number::OtpStatus::Failed
        | clerk_models::phone_number::OtpStatus::Expired
        | clerk_models::phone_number::OtpStatus::Unknown(_) => {}
    }
}
