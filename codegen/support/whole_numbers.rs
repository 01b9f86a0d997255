//! Integers in all their spellings: `1.0` and `1e3` are integers too, since draft-06 (JSON Schema 2020-12 core,
//! section 4.2.3; validation, section 6.1.1).

use super::Lent;
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::any::type_name;
use std::fmt;
use std::marker::PhantomData;

struct WholeVisitor<T>(PhantomData<T>);

impl<T: TryFrom<i64> + TryFrom<u64>> Visitor<'_> for WholeVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(type_name::<T>())
    }

    #[inline]
    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        if number.fract() != 0.0 {
            return Err(E::invalid_type(Unexpected::Float(number), &self));
        }
        whole(number).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }
}

/// A number without a fraction, if the type has it.
///
/// Not `-2^63`: an integer below the least that there is comes rounded to it.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "there is no fraction, and the number is in the range"
)]
fn whole<T: TryFrom<i64> + TryFrom<u64>>(number: f64) -> Option<T> {
    const SIGNED: f64 = 9_223_372_036_854_775_808.0;
    const UNSIGNED: f64 = 18_446_744_073_709_551_616.0;
    if (0.0..UNSIGNED).contains(&number) {
        T::try_from(number as u64).ok()
    } else if -SIGNED < number && number < 0.0 {
        T::try_from(number as i64).ok()
    } else {
        None
    }
}

macro_rules! whole_numbers {
    ($($integer:ident: $deserialize:ident,)*) => {$(
        impl<'de> Lent<'de> for $integer {
            #[inline]
            fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$deserialize(WholeVisitor(PhantomData))
            }
        }
    )*};
}

whole_numbers! {
    i8: deserialize_i8,
    i16: deserialize_i16,
    i32: deserialize_i32,
    i64: deserialize_i64,
    u8: deserialize_u8,
    u16: deserialize_u16,
    u32: deserialize_u32,
    u64: deserialize_u64,
}
