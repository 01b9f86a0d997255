//! The greatest number of elements (JSON Schema 2020-12 validation, section 6.4.1).

use super::InvalidValue;

pub(crate) fn check<T>(items: &[T], greatest: usize) -> Result<(), InvalidValue> {
    if items.len() > greatest {
        return Err(InvalidValue::new(format_args!("has more than {greatest} elements")));
    }
    Ok(())
}
