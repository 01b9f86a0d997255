//! An object without members: what is held of an object that is read from its start.

use serde::de::{DeserializeSeed, Error, MapAccess};
use std::marker::PhantomData;

pub(crate) struct NoMembers<E>(pub(crate) PhantomData<E>);

impl<'de, E: Error> MapAccess<'de> for NoMembers<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, E> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, _: V) -> Result<V::Value, E> {
        Err(E::custom("a value without a name"))
    }
}
