//! What of a value the demands of a rule speak of (JSON Schema 2020-12 core, section 11).

use std::collections::BTreeSet;

/// The elements and members that were evaluated; they are noted only where a demand asks for them.
#[derive(Default)]
pub(crate) struct Evaluated<'v> {
    asked: bool,
    items: BTreeSet<usize>,
    members: BTreeSet<&'v str>,
}

impl<'v> Evaluated<'v> {
    /// Nothing yet, for a rule that may ask itself.
    pub(crate) fn none_of(&self, asks: bool) -> Self {
        Self { asked: self.asked || asks, ..Self::default() }
    }

    pub(crate) fn is_asked(&self) -> bool {
        self.asked
    }

    pub(crate) fn note_item(&mut self, index: usize) {
        if self.asked {
            self.items.insert(index);
        }
    }

    pub(crate) fn note_member(&mut self, name: &'v str) {
        if self.asked {
            self.members.insert(name);
        }
    }

    /// Takes over what a rule that is kept has evaluated.
    pub(crate) fn note_all(&mut self, other: Self) {
        if self.asked {
            self.items.extend(other.items);
            self.members.extend(other.members);
        }
    }

    pub(crate) fn has_item(&self, index: usize) -> bool {
        self.items.contains(&index)
    }

    pub(crate) fn has_member(&self, name: &str) -> bool {
        self.members.contains(name)
    }
}
