//! Held members as a `serde_json::Map` has them.

use super::{Held, Members, Nested};
use serde_json::{Map, Value};
use std::mem;
use std::sync::OnceLock;

impl Held<'_> {
    /// Of members of one name the last counts, and all stand in the order of such a map.
    pub(crate) fn settle(&mut self) {
        let Self::Nested(nested) = self else { return };
        match &mut **nested {
            Nested::Array(elements) => elements.iter_mut().for_each(Held::settle),
            Nested::Object(members) => {
                members.settle();
                members.0.iter_mut().for_each(|member| member.value.settle());
            }
            Nested::Number(_) => {}
        }
    }
}

impl Members<'_> {
    fn settle(&mut self) {
        if self.0.is_sorted_by(|one, next| one.name < next.name) {
            return;
        }
        if !sorts_names() {
            return self.settle_in_order();
        }
        self.0.sort_by(|one, next| one.name.cmp(&next.name));
        self.0.dedup_by(|later, kept| {
            let is_twin = later.name == kept.name;
            if is_twin {
                mem::swap(later, kept);
            }
            is_twin
        });
    }

    /// The map itself says which place is the last of a name, and in which order the names stand.
    fn settle_in_order(&mut self) {
        let places = self.0.iter().enumerate().map(|(place, member)| (member.name.to_string(), place.into()));
        let places: Map<String, Value> = places.collect();
        let mut members: Vec<Option<_>> = mem::take(&mut self.0).into_iter().map(Some).collect();
        let places = places.values().filter_map(|place| usize::try_from(place.as_u64()?).ok());
        self.0 = places.filter_map(|place| members.get_mut(place)?.take()).collect();
    }
}

/// Whether such a map has its members in the order of their names: so it is without a feature of serde_json.
pub(super) fn sorts_names() -> bool {
    static SORTS: OnceLock<bool> = OnceLock::new();
    *SORTS.get_or_init(|| {
        let names: Map<String, Value> = ["b", "a"].into_iter().map(|name| (name.to_owned(), Value::Null)).collect();
        names.keys().is_sorted()
    })
}
