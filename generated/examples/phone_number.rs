//! Reads a phone number as JSON from standard input and prints what it is.
//!
//! ```sh
//! echo '{"object": "phone_number", "phone_number": "+15551234567", "reserved": false,
//!        "verification": {"object": "verification_otp", "status": "verified", "strategy": "phone_code",
//!                         "attempts": 1, "expire_at": 1716883200000},
//!        "linked_to": [{"type": "oauth_google", "id": "idn_2"}],
//!        "created_at": 1716883200000, "updated_at": 1716883200000}' |
//!     cargo run -p clerk-models --example phone_number
//! ```
//!
//! Exit code 0 when it was read, 1 with a message on standard error when not.

use clerk_models::PhoneNumber;
use clerk_models::phone_number::PhoneNumberVerification;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let number: PhoneNumber = match serde_json::from_reader(io::stdin().lock()) {
        Ok(number) => number,
        Err(error) => return fail("this is no phone number", &error),
    };
    match print(&number, &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail("cannot print it", &error),
    }
}

fn fail(what: &str, error: &dyn std::error::Error) -> ExitCode {
    eprintln!("{what}: {error}");
    ExitCode::FAILURE
}

fn print(number: &PhoneNumber, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "number: {}", number.phone_number)?;
    writeln!(out, "verification: {}", verification(number.verification.as_ref()))?;
    if number.linked_to.is_empty() {
        writeln!(out, "linked accounts: none")?;
    }
    for account in &number.linked_to {
        writeln!(out, "linked account: {} ({})", account.type_, account.id)?;
    }
    Ok(())
}

fn verification(verification: Option<&PhoneNumberVerification>) -> String {
    match verification {
        None => "none".to_owned(),
        Some(PhoneNumberVerification::Otp(otp)) => {
            let news = if otp.status.is_listed() { "" } else { " (a status that is newer than this program)" };
            format!("{}{news}, by {}", otp.status, otp.strategy)
        }
        Some(PhoneNumberVerification::Admin(admin)) => format!("{}, by an administrator", admin.status),
        Some(PhoneNumberVerification::Unknown(object)) => format!("of the unknown kind {}", object.tag()),
        Some(_) => "of a kind that is newer than this program".to_owned(),
    }
}
