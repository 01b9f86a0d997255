//! The operations on phone numbers.

use crate::call::{Asked, Call};
use crate::{ClerkClient, Error, path};
use clerk_models::{CreatePhoneNumberRequest, DeletedObject, PhoneNumber, UpdatePhoneNumberRequest};
use reqwest::Method;
use serde::Serialize;

const COLLECTION: &str = "/phone_numbers";

/// The operations on phone numbers, from [`ClerkClient::phone_numbers`].
///
/// Each makes a [`Call`]: await it, or set its options first. All errors come when it is awaited.
#[derive(Clone, Debug)]
pub struct PhoneNumbers {
    client: ClerkClient,
}

impl PhoneNumbers {
    pub(crate) fn new(client: ClerkClient) -> Self {
        Self { client }
    }

    /// Gives a user a phone number: `POST /phone_numbers`.
    ///
    /// Clerk's own errors are 400, 401, 403, 404 and 422. Tried again only where it was surely not
    /// processed: see [`RetryPolicy`](crate::RetryPolicy).
    ///
    /// ```no_run
    /// # async fn run(client: clerk_client::ClerkClient) -> Result<(), clerk_client::Error> {
    /// use clerk_client::models::CreatePhoneNumberRequest;
    ///
    /// let request = CreatePhoneNumberRequest {
    ///     verified: true.into(),
    ///     ..CreatePhoneNumberRequest::new("user_1", "+15551234567")
    /// };
    /// let number = client.phone_numbers().create(&request).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create(&self, request: &CreatePhoneNumberRequest) -> Call<PhoneNumber> {
        self.call(json(request).map(|body| Asked {
            creates: true,
            body: Some(body),
            ..Asked::new(Method::POST, COLLECTION.to_owned())
        }))
    }

    /// Reads a phone number: `GET /phone_numbers/{id}`.
    ///
    /// Clerk's own errors are 400, 401, 403 and 404. An id that is blank, `.` or `..` is an
    /// [`Error::InvalidRequest`]; any other is sent as one segment of the path.
    ///
    /// ```no_run
    /// # async fn run(client: clerk_client::ClerkClient) -> Result<(), clerk_client::Error> {
    /// use clerk_client::RetryPolicy;
    /// use std::time::Duration;
    ///
    /// let number = client
    ///     .phone_numbers()
    ///     .get("idn_1")
    ///     .retry(RetryPolicy::never())
    ///     .timeout(Duration::from_secs(1))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self, id: &str) -> Call<PhoneNumber> {
        self.call(path::phone_number(id).map(|path| Asked::new(Method::GET, path)))
    }

    /// Changes a phone number: `PATCH /phone_numbers/{id}`.
    ///
    /// A member that is absent from the request is left as it is. Clerk's own errors are 400, 401,
    /// 403 and 404. Ids are treated as in [`get`](Self::get).
    ///
    /// ```no_run
    /// # async fn run(client: clerk_client::ClerkClient) -> Result<(), clerk_client::Error> {
    /// use clerk_client::models::{OptionalNullable, UpdatePhoneNumberRequest};
    ///
    /// let request = UpdatePhoneNumberRequest {
    ///     primary: OptionalNullable::Value(true),
    ///     verified: OptionalNullable::Null,
    ///     ..Default::default()
    /// };
    /// let number = client.phone_numbers().update("idn_1", &request).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self, id: &str, request: &UpdatePhoneNumberRequest) -> Call<PhoneNumber> {
        let asked = path::phone_number(id).and_then(|path| {
            let body = Some(json(request)?);
            Ok(Asked { body, ..Asked::new(Method::PATCH, path) })
        });
        self.call(asked)
    }

    /// Deletes a phone number: `DELETE /phone_numbers/{id}`.
    ///
    /// Clerk's own errors are 400, 401, 403 and 404. Ids are treated as in [`get`](Self::get).
    ///
    /// ```no_run
    /// # async fn run(client: clerk_client::ClerkClient) -> Result<(), clerk_client::Error> {
    /// assert!(client.phone_numbers().delete("idn_1").await?.deleted);
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete(&self, id: &str) -> Call<DeletedObject> {
        self.call(path::phone_number(id).map(|path| Asked::new(Method::DELETE, path)))
    }

    fn call<T>(&self, asked: Result<Asked, Error>) -> Call<T> {
        Call::new(self.client.clone(), asked)
    }
}

fn json(request: &impl Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(request).map_err(|source| Error::invalid("the request is no JSON").caused_by(source))
}
