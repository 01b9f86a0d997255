//! One operation: an attempt, and those that follow it.

use crate::{Error, RetryPolicy};
use backon::Retryable;
use std::future::Future;
use tokio::time::Instant;

/// Attempts, counted from 1, until one succeeds or the policy ends it.
pub(crate) async fn run<T, F, Fut>(policy: RetryPolicy, creates: bool, mut attempt: F) -> Result<T, Error>
where
    F: FnMut(usize) -> Fut,
    Fut: Future<Output = Result<T, Error>>,
{
    let begin = Instant::now();
    let mut count = 0;
    let next = || {
        count += 1;
        attempt(count)
    };
    next.retry(policy.pauses())
        .when(|error| policy.allows(error, creates))
        .adjust(|error, backoff| policy.pause(error, backoff, begin.elapsed()))
        .notify(|error, pause| {
            tracing::warn!(delay_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX), %error, "trying again");
        })
        .await
}

#[cfg(test)]
#[path = "attempts_tests.rs"]
mod tests;
