//! The names of members that a type does not list are kept.

use super::Unlisted;
use serde::de::Error;
use std::collections::BTreeMap;

impl<T> Unlisted for BTreeMap<String, T> {
    type Name = String;

    fn name<E: Error>(name: &str, _: &'static [&'static str]) -> Result<String, E> {
        Ok(name.to_owned())
    }
}
