//! The bytes: phone numbers as Clerk sends them, made the same way each time.

use std::sync::LazyLock;

/// Compact JSON: one number, or an array of many.
#[derive(Debug)]
pub struct Payload {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// How many numbers it has; one that is not in an array is a number by itself.
    pub objects: u32,
    pub is_page: bool,
    pub has_null: bool,
    pub is_wrong: bool,
}

impl Payload {
    /// The bytes as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("payloads are made of strings")
    }

    pub fn bytes_per_object(&self) -> usize {
        self.bytes.len() / self.objects as usize
    }

    fn one(name: &'static str, number: String) -> Self {
        Self { name, bytes: number.into_bytes(), objects: 1, is_page: false, has_null: false, is_wrong: false }
    }

    fn page(name: &'static str, numbers: &[String]) -> Self {
        let bytes = format!("[{}]", numbers.join(",")).into_bytes();
        Self { name, bytes, objects: PAGE, is_page: true, has_null: true, is_wrong: false }
    }
}

const PAGE: u32 = 1000;

static OTP: LazyLock<Payload> = LazyLock::new(|| Payload::one("one OTP number", number(13, Tag::First)));
static ADMIN: LazyLock<Payload> = LazyLock::new(|| Payload::one("one admin number", number(28, Tag::First)));
static TAG_FIRST: LazyLock<Payload> = LazyLock::new(|| Payload::page("1 000 numbers", &numbers(Tag::First)));
static TAG_LAST: LazyLock<Payload> = LazyLock::new(|| Payload::page("1 000 numbers, tag last", &numbers(Tag::Last)));
static WRONG: LazyLock<Payload> = LazyLock::new(|| {
    let mut numbers = numbers(Tag::First);
    numbers.pop();
    numbers.push(number(13, Tag::First).replace(r#""attempts":4"#, r#""attempts":"four""#));
    Payload { is_wrong: true, ..Payload::page("1 000 numbers, the last one wrong", &numbers) }
});

pub fn otp() -> &'static Payload {
    &OTP
}

pub fn admin() -> &'static Payload {
    &ADMIN
}

pub fn page() -> &'static Payload {
    &TAG_FIRST
}

pub fn tag_last() -> &'static Payload {
    &TAG_LAST
}

pub fn wrong() -> &'static Payload {
    &WRONG
}

/// Every payload.
pub fn all() -> [&'static Payload; 5] {
    [otp(), admin(), page(), tag_last(), wrong()]
}

/// Where the verification's tag stands among its members.
#[derive(Clone, Copy)]
enum Tag {
    First,
    Last,
}

fn numbers(tag: Tag) -> Vec<String> {
    (0..PAGE).map(|index| number(index, tag)).collect()
}

/// The number of this index: the index alone says what is in it.
fn number(index: u32, tag: Tag) -> String {
    let created = 1_716_883_200_000 + u64::from(index) * 86_413;
    let mut members = vec![
        format!(r#""id":"{}""#, id("idn_", index)),
        r#""object":"phone_number""#.to_owned(),
        format!(r#""phone_number":"+1555{:07}""#, index * 7919 % 10_000_000),
        format!(r#""reserved_for_second_factor":{}"#, index.is_multiple_of(6)),
        format!(r#""default_second_factor":{}"#, index.is_multiple_of(12)),
        r#""reserved":false"#.to_owned(),
        format!(r#""verification":{}"#, verification(index, tag)),
        format!(r#""linked_to":[{}]"#, linked_to(index).join(",")),
        format!(r#""created_at":{created}"#),
        format!(r#""updated_at":{}"#, created + 1234),
    ];
    if let Some(codes) = backup_codes(index) {
        members.insert(8, format!(r#""backup_codes":{codes}"#));
    }
    if index % 16 == 5 {
        members.rotate_left(3);
    }
    format!("{{{}}}", members.join(","))
}

/// Of ten numbers seven have a code sent, two are verified by an administrator, one is not verified.
fn verification(index: u32, tag: Tag) -> String {
    let (object, status, strategy) = match (index % 10, index % 4) {
        (9, _) => return "null".to_owned(),
        (7 | 8, _) => ("verification_admin", "verified", "admin"),
        (_, 3) => ("verification_otp", "unverified", "phone_code"),
        _ => ("verification_otp", "verified", "phone_code"),
    };
    let (attempts, expire_at) = match index % 5 {
        4 => ("null".to_owned(), "null".to_owned()),
        attempts => ((1 + attempts).to_string(), (1_716_883_800_000 + u64::from(index) * 86_413).to_string()),
    };
    let mut members = vec![
        format!(r#""object":"{object}""#),
        format!(r#""status":"{status}""#),
        format!(r#""strategy":"{strategy}""#),
        format!(r#""attempts":{attempts}"#),
        format!(r#""expire_at":{expire_at}"#),
    ];
    match index % 3 {
        0 => members.push(r#""verified_at_client":null"#.to_owned()),
        1 => members.push(format!(r#""verified_at_client":"{}""#, id("client_", index + 7))),
        _ => {}
    }
    if matches!(tag, Tag::Last) {
        members.rotate_left(1);
    }
    format!("{{{}}}", members.join(","))
}

fn linked_to(index: u32) -> Vec<String> {
    const PROVIDERS: [&str; 3] = ["oauth_google", "oauth_github", "oauth_apple"];
    let linked = PROVIDERS.iter().take((index / 3 % 3) as usize);
    linked.zip(1..).map(|(kind, n)| format!(r#"{{"type":"{kind}","id":"{}"}}"#, id("idn_", index + n))).collect()
}

fn backup_codes(index: u32) -> Option<String> {
    let codes = || (0..10).map(|n| format!(r#""{}""#, letters(index * 10 + n, 8, b"0123456789abcdefghjkmnpqrstvwxyz")));
    match index % 10 {
        0 | 3 | 6 => Some(format!("[{}]", codes().collect::<Vec<_>>().join(","))),
        1 | 4 => Some("null".to_owned()),
        _ => None,
    }
}

fn id(prefix: &str, index: u32) -> String {
    let rest = letters(index, 27, b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    format!("{prefix}{rest}")
}

/// Letters that look random, by the multiplier of PCG.
fn letters(seed: u32, count: usize, alphabet: &[u8]) -> String {
    let mut state = u64::from(seed) + 1;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        alphabet.get((state >> 33) as usize % alphabet.len()).copied().map_or('0', char::from)
    };
    (0..count).map(|_| letter()).collect()
}
