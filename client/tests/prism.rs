//! The client against Prism, a mock server that judges each request by `openapi.yaml`.
//!
//! Prism is looked for in the environment variable `PRISM`, then in `tests/prism/node_modules`, where
//! `npm ci` in `tests/prism` puts it. Where there is none, the tests say so and pass.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use clerk_client::reqwest::header::{HeaderName, HeaderValue};
use clerk_client::{Error, PhoneNumbers, reqwest};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::builder;

struct Prism {
    child: Child,
    uri: String,
}

impl Drop for Prism {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn tests_directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn program() -> Option<PathBuf> {
    let installed = tests_directory().join("prism/node_modules/.bin/prism");
    let found = std::env::var_os("PRISM").map(PathBuf::from).or_else(|| installed.exists().then_some(installed));
    if found.is_none() {
        // Past the harness, which hides what a passing test prints.
        let message = b"SKIPPED: Prism is not installed, nothing was tested against it; see client/README.md\n";
        std::io::stderr().write_all(message).unwrap();
    }
    found
}

/// Prism on a free port, once it listens.
fn start(options: &[&str]) -> Option<Prism> {
    let program = program()?;
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let child = Command::new(&program)
        .args(["mock", "--host", "127.0.0.1", "--errors", "--port", &port.to_string()])
        .args(options)
        .arg(tests_directory().join("openapi.yaml"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    // Prism serves the paths of the document without those of its `servers`.
    let mut prism = Prism { child, uri: format!("http://127.0.0.1:{port}") };
    let mut lines = BufReader::new(prism.child.stdout.take().unwrap()).lines();
    let listens = lines.by_ref().map(Result::unwrap).any(|line| line.contains("Prism is listening"));
    assert!(listens, "Prism ended before it listened");
    std::thread::spawn(move || lines.for_each(drop));
    Some(prism)
}

fn numbers(prism: &Prism, headers: &[(&'static str, &'static str)]) -> PhoneNumbers {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let headers = headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
    let http = reqwest::Client::builder().default_headers(headers.collect()).build().unwrap();
    builder(&prism.uri).http_client(http).timeout(Duration::from_secs(30)).build().unwrap().phone_numbers()
}

async fn all_four(numbers: &PhoneNumbers) -> Result<(), Error> {
    let mut create = support::creation();
    create.verified = true.into();
    create.primary = clerk_client::models::OptionalNullable::Null;
    numbers.create(&create).await?;
    numbers.get("idn_1").await?;
    numbers.get("a/b c?x=1#e").await?;
    numbers.update("idn_1", &support::change()).await?;
    numbers.delete("idn_1").await?;
    Ok(())
}

#[tokio::test]
async fn all_operations_in_static_mode() {
    let Some(prism) = start(&[]) else { return };
    let numbers = numbers(&prism, &[]);
    all_four(&numbers).await.unwrap();
    let got = numbers.get("idn_1").await.unwrap();
    assert_eq!((got.phone_number.as_str(), got.updated_at), ("+15551234567", 1_716_883_260_000));
    assert!(numbers.delete("idn_1").await.unwrap().deleted);
}

#[tokio::test]
async fn all_operations_in_dynamic_mode() {
    let Some(prism) = start(&["--dynamic"]) else { return };
    let numbers = numbers(&prism, &[]);
    for _ in 0..25 {
        all_four(&numbers).await.unwrap();
    }
}

#[tokio::test]
async fn the_documented_errors_in_static_mode() {
    let Some(prism) = start(&[]) else { return };
    for (prefer, code) in [("code=400", 400), ("code=401", 401), ("code=403", 403), ("code=404", 404)] {
        let error = numbers(&prism, &[("prefer", prefer)]).get("idn_1").await.unwrap_err();
        let Error::Api { status, trace_id, .. } = &error else { panic!("{error:?}") };
        assert_eq!((status.as_u16(), trace_id.as_deref()), (code, Some("trace_1")));
    }
    let error = numbers(&prism, &[("prefer", "code=422")]).create(&support::creation()).await.unwrap_err();
    assert!(matches!(&error, Error::Api { status, .. } if status.as_u16() == 422), "{error:?}");
}

#[tokio::test]
async fn prism_does_judge() {
    let Some(prism) = start(&[]) else { return };
    let http = reqwest::Client::builder().build();
    let mut create = support::creation();
    create.phone_number = "no number".to_owned();
    let error = numbers(&prism, &[]).create(&create).await.unwrap_err();
    assert!(error.status().is_some_and(|status| status.as_u16() == 422 || status.as_u16() == 400), "{error:?}");
    let answer = http.unwrap().get(format!("{}/phone_numbers/idn_1", prism.uri)).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 401, "a request without a key is refused");
}
