//! Whether a reader reads all that a writer may send, as far as the two schemas tell.

use super::found::told;
use super::patterns;
use super::spot::{Kind, Unlisted, branches, flag, kind, list, properties, property, requires, tag, text, unlisted};
use crate::lower::{CONDITIONS, IGNORE_UNLISTED, KEEP_UNKNOWN, LENIENT, Schema};
use serde_json::Value;
use std::collections::BTreeSet;

/// The writer's definitions by the letter, and the reader's as it reads them.
///
/// `true` is a proof but for one thing: that a document which fits one branch of a strict union
/// without a tag fits no second one.
pub(super) struct Covers<'d> {
    pub(super) writer: &'d Schema,
    pub(super) reader: &'d Schema,
    assumed: Vec<(&'d str, &'d str)>,
    refuted: BTreeSet<(&'d str, &'d str)>,
}

impl<'d> Covers<'d> {
    pub(super) fn new(writer: &'d Schema, reader: &'d Schema) -> Self {
        Self { writer, reader, assumed: Vec::new(), refuted: BTreeSet::new() }
    }

    pub(super) fn covers(&mut self, sent: &'d Schema, read: &'d Schema) -> bool {
        let null = flag(read, "nullable") || flag(read, LENIENT);
        let pair = text(sent, "$ref").zip(text(read, "$ref"));
        // What is being shown further out is taken for granted further in (coinduction).
        let (before, known) = (self.assumed.len(), pair.is_some_and(|pair| self.assumed.contains(&pair)));
        if pair.is_some_and(|pair| self.refuted.contains(&pair)) {
            return false;
        }
        self.assumed.extend(pair.filter(|_| !known));
        let sent_target = super::spot::follow(self.writer, sent);
        let read_target = super::spot::follow(self.reader, read);
        let of_any_type = kind(read_target) == Kind::Any;
        let reads = of_any_type || known || self.covers_targets(sent_target, read_target);
        if !reads {
            // What was shown on its assumption is not shown; what fails even so, fails.
            self.assumed.truncate(before);
            self.refuted.extend(pair);
        }
        reads && (of_any_type || null || !flag(sent, "nullable"))
    }

    fn covers_targets(&mut self, sent: &'d Schema, read: &'d Schema) -> bool {
        match (kind(sent), kind(read)) {
            (_, Kind::Any) | (Kind::Boolean, Kind::Boolean) | (Kind::Integer | Kind::Number, Kind::Number) => true,
            (Kind::Any, _) => false,
            (Kind::Union, Kind::Union) => self.covers_unions(sent, read),
            (Kind::Union, _) => inner(sent).all(|branch| self.covers(branch, read)),
            (_, Kind::Union) => {
                tag(read).is_none() && may_fit_twice(read) && inner(read).any(|branch| self.covers(sent, branch))
            }
            (Kind::Enum, Kind::Enum) => {
                let listed = |value: &Value| list(read, "enum").contains(value);
                is_open(read) || (!is_open(sent) && list(sent, "enum").iter().all(listed))
            }
            (Kind::String, Kind::Enum) => is_open(read),
            (Kind::Enum, Kind::String) => CHECKS.iter().all(|check| !read.contains_key(*check)),
            (Kind::String, Kind::String) => covers_checks(sent, read),
            (Kind::Integer, Kind::Integer) => {
                text(read, "format") != Some("int32") || text(sent, "format") == Some("int32")
            }
            (Kind::Array, Kind::Array) => match (under(sent, "items"), under(read, "items")) {
                (Some(sent), Some(read)) => self.covers(sent, read),
                (_, read) => read.is_none(),
            },
            (Kind::Object, Kind::Object) => self.covers_objects(sent, read, None),
            _ => false,
        }
    }

    /// A branch without its tag, which is absent: null would be a value of the property.
    fn covers_untagged(&mut self, sent: &'d Schema, read: &'d Schema, tag: Option<&str>) -> bool {
        let (one, other) = (super::spot::follow(self.writer, sent), super::spot::follow(self.reader, read));
        let absent = tag.filter(|tag| property(one, tag).is_some_and(|own| !flag(own, "nullable")));
        match (kind(one), kind(other), absent) {
            (Kind::Object, Kind::Object, Some(_)) => self.covers_objects(one, other, absent),
            _ => self.covers(sent, read),
        }
    }

    /// A branch of which the tag is known: only that one value of it is sent.
    fn covers_tagged(&mut self, sent: &'d Schema, read: &'d Schema, (tag, value): (&str, &str)) -> bool {
        let sent = super::spot::follow(self.writer, sent);
        let read = super::spot::follow(self.reader, read);
        let own = property(read, tag).map(|own| super::spot::follow(self.reader, own));
        let lists = own.is_none_or(|own| match kind(own) {
            Kind::Enum => is_open(own) || list(own, "enum").iter().any(|listed| listed == value),
            Kind::Any => true,
            Kind::String => CHECKS.iter().all(|check| !own.contains_key(*check)),
            _ => false,
        });
        lists && kind(sent) == Kind::Object && kind(read) == Kind::Object && self.covers_objects(sent, read, Some(tag))
    }

    /// `known` is a member that is looked at elsewhere.
    fn covers_objects(&mut self, sent: &'d Schema, read: &'d Schema, known: Option<&str>) -> bool {
        let required = list(read, "required").iter().filter_map(Value::as_str);
        required.into_iter().all(|name| requires(sent, name))
            && covers_conditions(sent, read)
            && properties(sent).all(|(name, inner)| match property(read, name) {
                Some(_) if known == Some(name.as_str()) => true,
                Some(other) => self.covers(inner, other),
                None => self.keeps(read, inner),
            })
            && properties(read).filter(|(name, _)| property(sent, name).is_none()).all(|(_, other)| {
                match unlisted(sent) {
                    Unlisted::Closed => true,
                    Unlisted::Any => kind(super::spot::follow(self.reader, other)) == Kind::Any,
                    Unlisted::Typed(inner) => self.covers(inner, other),
                }
            })
            && match unlisted(sent) {
                Unlisted::Closed => true,
                Unlisted::Any => flag(read, IGNORE_UNLISTED) || unlisted(read) == Unlisted::Any,
                Unlisted::Typed(inner) => self.keeps(read, inner),
            }
    }

    /// Whether a member that the reader does not list is read.
    fn keeps(&mut self, read: &'d Schema, sent: &'d Schema) -> bool {
        match unlisted(read) {
            _ if flag(read, IGNORE_UNLISTED) => true,
            Unlisted::Any => true,
            Unlisted::Closed => false,
            Unlisted::Typed(inner) => self.covers(sent, inner),
        }
    }

    fn covers_unions(&mut self, sent: &'d Schema, read: &'d Schema) -> bool {
        let all: Vec<&Schema> = inner(read).collect();
        if tag(read).is_none() {
            return inner(sent).all(|branch| all.iter().any(|other| self.covers(branch, other)));
        }
        let keeps = flag(read, KEEP_UNKNOWN);
        inner(sent).enumerate().all(|(index, branch)| {
            let target = super::spot::follow(self.writer, branch);
            let Some(sent_tag) = sent_tag(sent, index, target, tag(read).unwrap_or_default()) else { return false };
            let answers = |value: &str| (0..all.len()).find(|at| told(read, *at).1.contains(&value));
            (sent_tag.always || all.iter().any(|other| self.covers_untagged(branch, other, tag(read))))
                && sent_tag.values.iter().all(|value| match answers(value).and_then(|at| all.get(at)) {
                    Some(other) => self.covers_tagged(branch, other, (tag(read).unwrap_or_default(), value)),
                    None => keeps,
                })
        })
    }
}

/// The values that a branch may send in the property that is the reader's tag.
struct SentTag<'s> {
    values: Vec<&'s str>,
    always: bool,
}

/// Nothing where the values are not known.
fn sent_tag<'s>(union: &'s Schema, index: usize, branch: &'s Schema, name: &str) -> Option<SentTag<'s>> {
    // A tag that is null is none.
    let always = requires(branch, name) && property(branch, name).is_some_and(|own| !flag(own, "nullable"));
    if tag(union) == Some(name) {
        let mut values = told(union, index).1;
        let listed = property(branch, name).map(|property| list(property, "enum")).unwrap_or_default();
        values.extend(listed.iter().filter_map(Value::as_str));
        return Some(SentTag { values, always });
    }
    match property(branch, name) {
        Some(property) if property.contains_key("enum") && !is_open(property) => {
            let values = list(property, "enum").iter().filter_map(Value::as_str).collect();
            Some(SentTag { values, always })
        }
        None if unlisted(branch) == Unlisted::Closed => Some(SentTag { values: Vec::new(), always: false }),
        _ => None,
    }
}

const CHECKS: &[&str] = &["pattern", "minLength", "maxLength"];

fn inner(union: &Schema) -> impl Iterator<Item = &Schema> {
    branches(union).into_iter().flat_map(|(_, inner)| inner).filter_map(Value::as_object)
}

fn may_fit_twice(union: &Schema) -> bool {
    flag(union, KEEP_UNKNOWN) || union.contains_key("anyOf")
}

fn is_open(schema: &Schema) -> bool {
    text(schema, "x-speakeasy-unknown-values") == Some("allow")
}

fn under<'s>(schema: &'s Schema, keyword: &str) -> Option<&'s Schema> {
    schema.get(keyword).and_then(Value::as_object)
}

fn covers_checks(sent: &Schema, read: &Schema) -> bool {
    let length = |schema: &Schema, keyword: &str| schema.get(keyword).and_then(Value::as_u64);
    let most = |schema| length(schema, "maxLength").unwrap_or(u64::MAX);
    let patterns = (text(read, "pattern"), text(sent, "pattern"));
    let fits = patterns.0.is_none_or(|wide| patterns.1.is_some_and(|narrow| patterns::covers(wide, narrow)));
    fits && length(read, "minLength").unwrap_or_default() <= length(sent, "minLength").unwrap_or_default()
        && most(read) >= most(sent)
}

/// One of the reader's lists is present wherever one of the writer's is, or is always required.
fn covers_conditions(sent: &Schema, read: &Schema) -> bool {
    let lists = |schema: &Schema| -> Vec<BTreeSet<String>> {
        let lists = list(schema, CONDITIONS).iter().filter_map(Value::as_array);
        lists.map(|names| names.iter().filter_map(Value::as_str).map(str::to_owned).collect()).collect()
    };
    let wanted = lists(read);
    let always: BTreeSet<String> = list(sent, "required").iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let meets = |present: &BTreeSet<String>| wanted.iter().any(|names| names.is_subset(present));
    let sent = lists(sent);
    wanted.is_empty()
        || meets(&always)
        || (!sent.is_empty() && sent.iter().all(|names| meets(&names.union(&always).cloned().collect())))
}
