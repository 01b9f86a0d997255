//! What changes for Rust code, by cargo's rules.
//!
//! The rules are those of <https://doc.rust-lang.org/cargo/reference/semver.html>.

use super::report::{ApiChange, Bump};
use crate::api::{ApiItem, ApiType, ItemKind, written};
use std::collections::{BTreeMap, BTreeSet};

/// A change of an item, and where in the two schemas it comes from.
pub(super) struct Moved {
    pub(super) change: ApiChange,
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
    /// Whether a type only gets another name.
    pub(super) renames: bool,
}

/// What changes from one reading's old items to its new ones.
///
/// Types are the same when the same schema gives them, whatever they are called, else when they
/// are called the same.
pub(super) fn compare(
    old: &[ApiType],
    new: &[ApiType],
    pairs: &BTreeSet<(String, String)>,
    reading: &'static str,
) -> Vec<Moved> {
    let mut comparing = Comparing { partners: partners(old, new, pairs), reading, moved: Vec::new() };
    for one in old {
        match comparing.partners.get(&one.name).and_then(|name| new.iter().find(|other| other.name == *name)) {
            Some(other) => comparing.types(one, other),
            None => comparing.note(
                &one.name,
                format!("the type `{}` is gone", one.name),
                Bump::Major,
                (Some(&one.pointer), None),
            ),
        }
    }
    let known: BTreeSet<String> = comparing.partners.values().cloned().collect();
    for other in new.iter().filter(|other| !known.contains(&other.name)) {
        comparing.note(
            &other.name,
            format!("the type `{}` is new", other.name),
            Bump::Minor,
            (None, Some(&other.pointer)),
        );
    }
    comparing.moved
}

/// Constructors whose parameters only change places, in the new module.
pub(super) fn reordered(old: &[ApiType], new: &[ApiType]) -> Vec<String> {
    let parameters = |ty: &ApiType| -> Vec<String> {
        let own = ty.items.iter().filter(|item| item.kind == ItemKind::Parameter);
        own.map(|item| item.name.clone()).collect()
    };
    let moved = new.iter().filter(|other| {
        let Some(one) = old.iter().find(|one| one.name == other.name) else { return false };
        let (before, after) = (parameters(one), parameters(other));
        let sorted = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
        before != after && sorted(&before) == sorted(&after)
    });
    moved.map(|other| other.name.clone()).collect()
}

/// Whether two types are the same.
type Rule<'r> = &'r dyn Fn(&ApiType, &ApiType) -> bool;

/// The new name of each old type that is still there.
fn partners(old: &[ApiType], new: &[ApiType], pairs: &BTreeSet<(String, String)>) -> BTreeMap<String, String> {
    let mut partners = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let is_pair = |one: &ApiType, other: &ApiType| pairs.contains(&(one.pointer.clone(), other.pointer.clone()));
    let same_name = |one: &ApiType, other: &ApiType| one.name == other.name;
    let rules: [Rule<'_>; 3] = [&|one, other| same_name(one, other) && is_pair(one, other), &same_name, &is_pair];
    for rule in rules {
        for one in old {
            if partners.contains_key(&one.name) {
                continue;
            }
            if let Some(other) = new.iter().find(|other| !taken.contains(&other.name) && rule(one, other)) {
                taken.insert(other.name.clone());
                partners.insert(one.name.clone(), other.name.clone());
            }
        }
    }
    partners
}

struct Comparing {
    partners: BTreeMap<String, String>,
    reading: &'static str,
    moved: Vec<Moved>,
}

impl Comparing {
    fn note(&mut self, item: &str, text: String, bump: Bump, (old, new): (Option<&String>, Option<&String>)) {
        let change = ApiChange { item: item.to_owned(), text, bump, readings: vec![self.reading] };
        self.moved.push(Moved { change, old: old.cloned(), new: new.cloned(), renames: false });
    }

    fn types(&mut self, one: &ApiType, other: &ApiType) {
        let (name, place) = (&other.name, (Some(&one.pointer), Some(&other.pointer)));
        if one.name != *name {
            self.note(name, format!("the type `{}` is now called `{name}`", one.name), Bump::Major, place);
            self.moved.iter_mut().rev().take(1).for_each(|moved| moved.renames = true);
        }
        if one.form != other.form {
            let text = format!(
                "the {} `{}` is now a{} {}",
                one.form,
                one.name,
                if other.form == "enum" { "n" } else { "" },
                other.form
            );
            self.note(name, text, Bump::Major, place);
            return;
        }
        if one.grows != other.grows {
            let (text, bump) = if other.grows { ("is now", Bump::Major) } else { ("is no longer", Bump::Minor) };
            self.note(name, format!("the enum `{name}` {text} `#[non_exhaustive]`"), bump, place);
        }
        let find = |items: &[ApiItem], item: &ApiItem| {
            items.iter().find(|other| other.kind == item.kind && other.name == item.name).cloned()
        };
        let had_new = |ty: &ApiType| ty.items.iter().any(|item| item.kind == ItemKind::Function && item.name == "new");
        let both_new = had_new(one) && had_new(other);
        let counts = |item: &&ApiItem| item.kind != ItemKind::Parameter || both_new;
        for item in one.items.iter().filter(counts) {
            match find(&other.items, item) {
                Some(after) => self.item(name, item, &after),
                None => self.note(
                    &path(name, item),
                    gone(name, item),
                    Bump::Major,
                    (Some(&item.pointer), Some(&other.pointer)),
                ),
            }
        }
        for item in other.items.iter().filter(counts).filter(|item| find(&one.items, item).is_none()) {
            self.note(
                &path(name, item),
                added(name, item),
                bump_of_new(one, item),
                (Some(&one.pointer), Some(&item.pointer)),
            );
        }
    }

    fn item(&mut self, name: &str, before: &ApiItem, after: &ApiItem) {
        let renamed: Vec<&str> =
            before.signature.split(' ').map(|token| self.partners.get(token).map_or(token, String::as_str)).collect();
        if renamed.join(" ") != after.signature {
            let (was, is) = (written(&before.signature), written(&after.signature));
            let text = match after.kind {
                ItemKind::Parameter => format!("`{name}::new` takes `{}: {is}`, was `{was}`", after.name),
                _ => format!("`{}` is `{is}`, was `{was}`", path(name, after)),
            };
            self.note(&path(name, after), text, Bump::Major, (Some(&before.pointer), Some(&after.pointer)));
        }
    }
}

/// A literal of a struct whose fields are all public, and a `match` of an enum that is not marked, name all.
fn bump_of_new(holder: &ApiType, item: &ApiItem) -> Bump {
    match item.kind {
        ItemKind::Field | ItemKind::Variant if !holder.grows => Bump::Major,
        ItemKind::Parameter => Bump::Major,
        _ => Bump::Minor,
    }
}

fn path(ty: &str, item: &ApiItem) -> String {
    match item.kind {
        ItemKind::Field => format!("{ty}.{}", item.name),
        ItemKind::Parameter => format!("{ty}::new({})", item.name),
        ItemKind::Trait => format!("{ty}: {}", trait_name(item)),
        _ => format!("{ty}::{}", item.name),
    }
}

fn trait_name(item: &ApiItem) -> String {
    let name = written(&item.name);
    name.rsplit("::").next().map_or(name.clone(), str::to_owned)
}

fn gone(ty: &str, item: &ApiItem) -> String {
    match item.kind {
        ItemKind::Field => format!("the field `{}` is gone", path(ty, item)),
        ItemKind::Variant => format!("the variant `{}` is gone", path(ty, item)),
        ItemKind::Parameter => format!("`{ty}::new` no longer takes `{}`", item.name),
        ItemKind::Trait => format!("`{ty}` no longer implements `{}`", trait_name(item)),
        ItemKind::Function | ItemKind::Constant => format!("`{}` is gone", path(ty, item)),
    }
}

fn added(ty: &str, item: &ApiItem) -> String {
    match item.kind {
        ItemKind::Field => format!("new public field `{}: {}`", path(ty, item), written(&item.signature)),
        ItemKind::Variant => format!("new variant `{}`", path(ty, item)),
        ItemKind::Parameter => format!("`{ty}::new` now takes `{}: {}`", item.name, written(&item.signature)),
        ItemKind::Trait => format!("`{ty}` implements `{}`", trait_name(item)),
        ItemKind::Function | ItemKind::Constant => format!("`{}` is new", path(ty, item)),
    }
}
