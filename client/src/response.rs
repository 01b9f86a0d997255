//! An answer, read to its end or to the limit.

use crate::decode::decode;
use crate::{Body, Error};
use clerk_models::ClerkErrors;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;
use std::time::{Duration, SystemTime};

/// What is kept of an answer.
struct Answer {
    status: StatusCode,
    content_type: Option<String>,
    trace_id: Option<String>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    body: Body,
}

/// The model, or the error that the answer is. The outer error is the connection's.
pub(crate) async fn read<T: DeserializeOwned>(
    response: Response,
    limit: usize,
) -> Result<Result<T, Error>, reqwest::Error> {
    let answer = receive(response, limit).await?;
    Ok(if answer.status.is_success() { model(answer, limit) } else { Err(refusal(answer)) })
}

async fn receive(mut response: Response, limit: usize) -> Result<Answer, reqwest::Error> {
    let headers = response.headers();
    Ok(Answer {
        status: response.status(),
        content_type: text(headers, CONTENT_TYPE.as_str()),
        trace_id: text(headers, "clerk-trace-id"),
        request_id: text(headers, "x-request-id"),
        retry_after: text(headers, RETRY_AFTER.as_str()).and_then(|value| delay(&value, SystemTime::now())),
        body: receive_body(&mut response, limit).await?,
    })
}

async fn receive_body(response: &mut Response, limit: usize) -> Result<Body, reqwest::Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        let room = limit - bytes.len();
        bytes.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
        if chunk.len() > room {
            return Ok(Body::new(bytes, true));
        }
    }
    Ok(Body::new(bytes, false))
}

fn model<T: DeserializeOwned>(answer: Answer, limit: usize) -> Result<T, Error> {
    let Answer { status, trace_id, request_id, body, .. } = answer;
    if body.is_truncated() {
        return Err(Error::BodyTooLarge { status, limit, trace_id, request_id });
    }
    decode(body.bytes()).map_err(|misfit| Error::Decode {
        status,
        path: misfit.path,
        body,
        trace_id,
        request_id,
        source: misfit.source,
    })
}

fn refusal(answer: Answer) -> Error {
    let errors = clerk_errors(&answer);
    let Answer { status, content_type, trace_id, request_id, retry_after, body } = answer;
    match errors {
        Some(errors) => {
            let errors = Box::new(errors);
            let trace_id = errors.clerk_trace_id.clone().or(trace_id);
            Error::Api { status, errors, trace_id, request_id, retry_after }
        }
        None => Error::Status { status, content_type, body, trace_id, request_id, retry_after },
    }
}

fn clerk_errors(answer: &Answer) -> Option<ClerkErrors> {
    let is_json = answer.content_type.as_deref().is_some_and(is_json);
    let complete = answer.status.is_client_error() && is_json && !answer.body.is_truncated();
    if complete { decode(answer.body.bytes()).ok() } else { None }
}

/// `application/json`, with or without parameters.
fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// `Retry-After`: seconds, or an HTTP date (RFC 9110, section 10.2.3). A date that is past is now.
fn delay(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{delay, is_json};
    use std::time::{Duration, SystemTime};

    #[test]
    fn retry_after_in_both_forms() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        let cases = [
            ("0", Some(0)),
            (" 120 ", Some(120)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:51:37 GMT", Some(120)),
            ("Sunday, 06-Nov-94 08:51:37 GMT", Some(120)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("-1", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
        ];
        for (value, seconds) in cases {
            assert_eq!(delay(value, now), seconds.map(Duration::from_secs), "{value:?}");
        }
    }

    #[test]
    fn json_is_told_by_the_essence_of_the_content_type() {
        for json in ["application/json", "Application/JSON ; charset=utf-8", "application/json;charset=utf-8"] {
            assert!(is_json(json), "{json}");
        }
        for other in ["", "text/html", "application/jsonp", "text/plain; a=application/json"] {
            assert!(!is_json(other), "{other}");
        }
    }
}
