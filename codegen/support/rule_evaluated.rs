//! What of a value the demands of a rule speak of (JSON Schema 2020-12 core, section 11).

use std::collections::BTreeSet;

/// The elements and members that were evaluated; they are noted only where a demand asks for them.
#[derive(Default)]
pub(crate) struct Evaluated<'v>(Option<Box<Places<'v>>>);

#[derive(Default)]
struct Places<'v> {
    items: BTreeSet<usize>,
    members: BTreeSet<&'v str>,
}

impl<'v> Evaluated<'v> {
    /// Nothing yet, for a rule that may ask itself.
    pub(crate) fn none_of(&self, asks: bool) -> Self {
        Self((self.is_asked() || asks).then(Box::default))
    }

    pub(crate) fn is_asked(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn note_item(&mut self, index: usize) {
        if let Some(places) = &mut self.0 {
            places.items.insert(index);
        }
    }

    pub(crate) fn note_member(&mut self, name: &'v str) {
        if let Some(places) = &mut self.0 {
            places.members.insert(name);
        }
    }

    /// Takes over what a rule that is kept has evaluated.
    pub(crate) fn note_all(&mut self, other: Self) {
        if let (Some(places), Some(others)) = (&mut self.0, other.0) {
            places.items.extend(others.items);
            places.members.extend(others.members);
        }
    }

    pub(crate) fn has_item(&self, index: usize) -> bool {
        self.0.as_ref().is_some_and(|places| places.items.contains(&index))
    }

    pub(crate) fn has_member(&self, name: &str) -> bool {
        self.0.as_ref().is_some_and(|places| places.members.contains(name))
    }
}
