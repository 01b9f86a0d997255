//! Arrays in which no two elements are equal as JSON (JSON Schema 2020-12 validation, section 6.4.3).

use super::{InvalidValue, equal_elements, twins};
use serde::ser::Serialize;
use serde_json::Value;

pub(crate) fn check<T: Serialize>(items: &[T], unique: bool) -> Result<(), InvalidValue> {
    if !unique {
        return Ok(());
    }
    let values: Result<Vec<Value>, _> = items.iter().map(serde_json::to_value).collect();
    let values = values.map_err(InvalidValue::new)?;
    match equal_elements(&values) {
        None => Ok(()),
        places => Err(InvalidValue::new(twins(places))),
    }
}
