//! The least number of elements (JSON Schema 2020-12 validation, section 6.4.2).

use super::InvalidValue;

pub(crate) fn check<T>(items: &[T], least: usize) -> Result<(), InvalidValue> {
    if items.len() < least {
        return Err(InvalidValue::new(format_args!("has fewer than {least} elements")));
    }
    Ok(())
}
