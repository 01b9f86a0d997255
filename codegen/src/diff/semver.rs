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
    let by_name = self::by_name(new);
    for one in old {
        match comparing.partners.get(&one.name).and_then(|name| by_name.get(name.as_str())) {
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
    let by_name = by_name(old);
    let moved = new.iter().filter(|other| {
        let Some(one) = by_name.get(other.name.as_str()) else { return false };
        let (before, after) = (parameters(one), parameters(other));
        let sorted = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
        before != after && sorted(&before) == sorted(&after)
    });
    moved.map(|other| other.name.clone()).collect()
}

/// The new name of each old type that is still there: that of its own name, else the first that the same schema gives.
fn partners(old: &[ApiType], new: &[ApiType], pairs: &BTreeSet<(String, String)>) -> BTreeMap<String, String> {
    let by_name = by_name(new);
    let same_name = |one: &ApiType| by_name.contains_key(one.name.as_str()).then(|| one.name.clone());
    let mut partners: BTreeMap<String, String> =
        old.iter().filter_map(|one| Some((one.name.clone(), same_name(one)?))).collect();
    let mut by_place: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (index, other) in new.iter().enumerate().filter(|(_, other)| !partners.contains_key(&other.name)) {
        by_place.entry(&other.pointer).or_default().push((index, &other.name));
    }
    for one in old {
        if partners.contains_key(&one.name) {
            continue;
        }
        let from = pairs.range((one.pointer.clone(), String::new())..);
        let places = from.take_while(|(place, _)| *place == one.pointer).map(|(_, place)| place.as_str());
        let first = places.filter_map(|place| Some((*by_place.get(place)?.first()?, place))).min();
        if let Some(((_, name), place)) = first {
            partners.insert(one.name.clone(), name.to_owned());
            by_place.entry(place).or_default().remove(0);
        }
    }
    partners
}

/// The types by their names; no two of a module have one.
fn by_name(types: &[ApiType]) -> BTreeMap<&str, &ApiType> {
    types.iter().map(|ty| (ty.name.as_str(), ty)).collect()
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
