//! What a rule is shown of an object besides the names of its members: the values of some.

use super::{InvalidValue, SeenMembers};
use serde::ser::Serialize;

impl SeenMembers<'_> {
    pub(crate) fn look_into(&mut self, name: &str, value: &impl Serialize) -> Result<(), InvalidValue> {
        if let Some((_, seen)) = self.0.iter_mut().rev().find(|(seen, _)| *seen == name) {
            *seen = serde_json::to_value(value).map_err(InvalidValue::new)?;
        }
        Ok(())
    }
}
