//! A program of somebody who depends on the packaged crate.

use clerk_models::PhoneNumber;
use clerk_models::phone_number::{OtpStatus, PhoneNumberVerification};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let number: PhoneNumber = serde_json::from_reader(std::io::stdin())?;
    let said = match &number.verification {
        None => "not verified".to_owned(),
        Some(PhoneNumberVerification::Otp(otp)) => match &otp.status {
            OtpStatus::Verified => format!("verified by {}", otp.strategy),
            OtpStatus::Unverified | OtpStatus::Failed | OtpStatus::Expired => "not verified yet".to_owned(),
            other => format!("in the new state {other}"),
        },
        Some(PhoneNumberVerification::Admin(admin)) => format!("verified by {}", admin.strategy),
        Some(PhoneNumberVerification::Unknown(object)) => format!("verified in the new way {}", object.tag()),
        Some(_) => "something newer".to_owned(),
    };
    println!("{} is {said}", number.phone_number);
    Ok(())
}
