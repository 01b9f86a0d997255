//! Creates a phone number for a user, reads it back, updates it and deletes it.
//!
//! ```sh
//! CLERK_SECRET_KEY=sk_test_... cargo run -p clerk-client --example phone_numbers -- user_1 +15551234567
//! ```
//!
//! `CLERK_BASE_URL` overrides where the requests go. Exit code 0 when all went well, 1 with a message
//! on standard error when not.

use clerk_client::models::{CreatePhoneNumberRequest, PhoneNumber, UpdatePhoneNumberRequest};
use clerk_client::{ClerkClient, DEFAULT_BASE_URL, RetryPolicy};
use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let user_id = arguments.next().unwrap_or_else(|| "user_1".to_owned());
    let phone_number = arguments.next().unwrap_or_else(|| "+15551234567".to_owned());
    let numbers = client()?.phone_numbers();

    let request =
        CreatePhoneNumberRequest { verified: true.into(), ..CreatePhoneNumberRequest::new(user_id, phone_number) };
    let created = numbers.create(&request).await?;
    print("created", &created)?;
    let id = created.id.ok_or("the answer has no id")?;

    print("read", &numbers.get(&id).timeout(Duration::from_secs(2)).await?)?;

    let request = UpdatePhoneNumberRequest { reserved_for_second_factor: true.into(), ..Default::default() };
    print("updated", &numbers.update(&id, &request).await?)?;

    let gone = numbers.delete(&id).await?;
    writeln!(io::stdout(), "deleted  {} {} (deleted: {})", gone.object, id, gone.deleted)?;
    Ok(())
}

fn client() -> Result<ClerkClient, Box<dyn Error>> {
    let key = env::var("CLERK_SECRET_KEY").map_err(|_| "CLERK_SECRET_KEY is not set")?;
    let base_url = env::var("CLERK_BASE_URL").unwrap_or_else(|_| DEFAULT_BASE_URL.to_owned());
    let patience = RetryPolicy::default().max_elapsed(Duration::from_secs(10));
    Ok(ClerkClient::builder(key).base_url(base_url).retry(patience).build()?)
}

fn print(what: &str, number: &PhoneNumber) -> io::Result<()> {
    let id = number.id.as_deref().unwrap_or("(no id)");
    let said = if number.verification.is_some() { "has a verification" } else { "has no verification" };
    writeln!(io::stdout(), "{what:8} {id} {} ({said}, updated at {} ms)", number.phone_number, number.updated_at)
}
