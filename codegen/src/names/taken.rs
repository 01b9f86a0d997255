//! Names that stand side by side, no two alike.

use std::collections::{BTreeMap, BTreeSet};

/// The names that are taken, and from which number on `name2`, `name3` are free.
#[derive(Default)]
pub(crate) struct Taken {
    names: BTreeSet<String>,
    next: BTreeMap<String, u64>,
    separator: &'static str,
}

impl Taken {
    /// Numbers stand behind the names with a text between.
    pub(crate) fn separated_by(separator: &'static str) -> Self {
        Self { separator, ..Self::default() }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Takes the name, or the first of `name2`, `name3` that is free.
    ///
    /// No name is ever given back, so the search goes on where it ended the last time.
    pub(crate) fn take(&mut self, wanted: String) -> String {
        if self.names.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let name = format!("{wanted}{}{next}", self.separator);
            *next += 1;
            if self.names.insert(name.clone()) {
                return name;
            }
        }
    }
}
