//! When an operation is tried again, and how long is waited before.

use crate::Error;
use reqwest::StatusCode;
use std::time::Duration;

/// When an operation is tried again, and how long is waited before.
///
/// The default is the one of Clerk's SDKs: before retry n, counted from 0, a pause of
/// `500 ms * 1.5^n` and up to 1 s at random, at most 60 s, until 1 h has passed since the first attempt.
///
/// What is tried again, if the operation does the same when done twice (get, update, delete):
///
/// * any status 5XX,
/// * no answer, or not all of it: [`Error::Transport`], a timeout among them,
/// * 429 with a `Retry-After` header; without one it is not, as in Clerk's Python SDK.
///
/// **create** does not do the same when done twice, and Clerk has no idempotency key. It is tried again only
/// where it was surely not processed: the connection was never made, or the status is 429 or 503 with a
/// `Retry-After` header. [`repeat_creates`](Self::repeat_creates) lifts that.
///
/// A `Retry-After`, in seconds or as an HTTP date, takes the place of the pause, `0` and dates that are past
/// means at once. If a pause would end after the time that is allowed, it is not begun: the last error is returned.
///
/// A delete that was done, but whose answer was lost, is answered by 404 when it is tried again.
///
/// ```
/// use clerk_client::RetryPolicy;
/// use std::time::Duration;
///
/// let patient = RetryPolicy::default().max_retries(5).max_elapsed(Duration::from_secs(30));
/// let like_the_sdk = RetryPolicy::default().repeat_creates(true);
/// let once = RetryPolicy::never();
/// # let _ = (patient, like_the_sdk, once);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RetryPolicy {
    initial_interval: Duration,
    exponent: f64,
    jitter: Duration,
    max_interval: Duration,
    max_elapsed: Duration,
    max_retries: Option<usize>,
    repeat_creates: bool,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            initial_interval: Duration::from_millis(500),
            exponent: 1.5,
            jitter: Duration::from_secs(1),
            max_interval: Duration::from_secs(60),
            max_elapsed: Duration::from_secs(60 * 60),
            max_retries: None,
            repeat_creates: false,
        }
    }
}

impl RetryPolicy {
    /// One attempt, whatever comes of it.
    #[must_use]
    pub fn never() -> Self {
        Self::default().max_retries(0)
    }

    /// The pause before the first retry, without jitter. Default: 500 ms.
    #[must_use]
    pub fn initial_interval(self, initial_interval: Duration) -> Self {
        Self { initial_interval, ..self }
    }

    /// By what each pause is longer than the one before. Default: 1.5.
    #[must_use]
    pub fn exponent(self, exponent: f64) -> Self {
        Self { exponent, ..self }
    }

    /// The most that is added to a pause at random. Default: 1 s.
    #[must_use]
    pub fn jitter(self, jitter: Duration) -> Self {
        Self { jitter, ..self }
    }

    /// The longest pause, jitter included; a `Retry-After` may be longer. Default: 60 s.
    #[must_use]
    pub fn max_interval(self, max_interval: Duration) -> Self {
        Self { max_interval, ..self }
    }

    /// No pause ends later than this after the first attempt began. Default: 1 h.
    #[must_use]
    pub fn max_elapsed(self, max_elapsed: Duration) -> Self {
        Self { max_elapsed, ..self }
    }

    /// How many attempts may follow the first. Default: as many as the time allows.
    #[must_use]
    pub fn max_retries(self, max_retries: usize) -> Self {
        Self { max_retries: Some(max_retries), ..self }
    }

    /// Whether create is tried again like the other operations, as Clerk's SDKs do. Default: no.
    ///
    /// With `true` a create that was done, but answered by 5XX or not at all, is sent again: the
    /// second one fails with 422, or makes a second number.
    #[must_use]
    pub fn repeat_creates(self, repeat_creates: bool) -> Self {
        Self { repeat_creates, ..self }
    }

    pub(crate) fn allows(&self, error: &Error, creates: bool) -> bool {
        if creates && !self.repeat_creates { surely_not_processed(error) } else { may_pass(error) }
    }

    /// The pause that may be made `elapsed` after the first attempt began.
    pub(crate) fn pause(&self, error: &Error, backoff: Option<Duration>, elapsed: Duration) -> Option<Duration> {
        let pause = error.retry_after().or(backoff)?;
        let end = elapsed.checked_add(pause)?;
        (backoff.is_some() && end <= self.max_elapsed).then_some(pause)
    }

    /// The pauses, one for each retry.
    pub(crate) fn pauses(&self) -> impl Iterator<Item = Duration> + Send + Sync + Unpin + use<> {
        let policy = self.clone();
        (0..self.max_retries.unwrap_or(usize::MAX)).map(move |n| policy.interval(n, fastrand::f64()))
    }

    /// The pause before retry n; `chance` is from 0 to 1.
    fn interval(&self, n: usize, chance: f64) -> Duration {
        let exponent = self.exponent.powi(i32::try_from(n).unwrap_or(i32::MAX));
        let seconds = self.initial_interval.as_secs_f64() * exponent + self.jitter.as_secs_f64() * chance;
        Duration::try_from_secs_f64(seconds).map_or(self.max_interval, |pause| pause.min(self.max_interval))
    }
}

fn may_pass(error: &Error) -> bool {
    match error {
        Error::Transport { source, .. } => !source.is_builder() && !source.is_redirect(),
        _ => error.status().is_some_and(|status| status.is_server_error()) || is_put_off(error),
    }
}

fn surely_not_processed(error: &Error) -> bool {
    match error {
        Error::Transport { source, .. } => source.is_connect(),
        _ => is_put_off(error),
    }
}

/// Refused for now, with a time to come back.
fn is_put_off(error: &Error) -> bool {
    let put_off = [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE];
    error.retry_after().is_some() && error.status().is_some_and(|status| put_off.contains(&status))
}

#[cfg(test)]
#[path = "retry_tests.rs"]
mod tests;
