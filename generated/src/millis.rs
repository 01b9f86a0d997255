//! Clerk's timestamps as those of `jiff`, `time` and `chrono`.
//!
//! `created_at`, `updated_at` and `expire_at` are integers: **milliseconds** since
//! 1970-01-01T00:00:00Z, although the schema only says "Unix timestamp". Each function stands
//! behind the feature of its crate's name, and gives nothing for a time that the crate cannot hold.

/// Milliseconds since the Unix epoch as a [`jiff::Timestamp`].
///
/// ```
/// let at = clerk_models::millis::to_jiff(1_716_883_200_000);
/// assert_eq!(at.map(|at| at.to_string()).as_deref(), Some("2024-05-28T08:00:00Z"));
/// ```
#[cfg(feature = "jiff")]
#[must_use]
pub fn to_jiff(millis: i64) -> Option<jiff::Timestamp> {
    jiff::Timestamp::from_millisecond(millis).ok()
}

/// Milliseconds since the Unix epoch as a [`time::UtcDateTime`].
///
/// ```
/// let at = clerk_models::millis::to_time(1_716_883_200_000);
/// assert_eq!(at.map(|at| (at.year(), at.ordinal(), at.hour())), Some((2024, 149, 8)));
/// ```
#[cfg(feature = "time")]
#[must_use]
pub fn to_time(millis: i64) -> Option<time::UtcDateTime> {
    time::UtcDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000).ok()
}

/// Milliseconds since the Unix epoch as a [`chrono::DateTime`] in UTC.
///
/// ```
/// let at = clerk_models::millis::to_chrono(1_716_883_200_000);
/// assert_eq!(at.map(|at| at.to_rfc3339()).as_deref(), Some("2024-05-28T08:00:00+00:00"));
/// ```
#[cfg(feature = "chrono")]
#[must_use]
pub fn to_chrono(millis: i64) -> Option<chrono::DateTime<chrono::Utc>> {
    chrono::DateTime::from_timestamp_millis(millis)
}
