//! Whether a reader's object reads all that a writer's may be.

use super::covers::Covers;
use super::fits::covers_conditions;
use crate::diff::kind::{Kind, Members, Unlisted, kind, says_anything, unlisted};
use crate::model::{PatternMembers, Rest, TyId};

impl Covers<'_> {
    /// `known` is a member that is looked at elsewhere.
    pub(super) fn covers_objects(&mut self, sent: Members<'_>, read: Members<'_>, known: Option<&str>) -> bool {
        let mut required = read.fields.iter().filter(|field| field.is_required);
        let beside = unlisted(self.writer, sent.rest);
        required.all(|field| sent.requires(&field.name))
            && covers_conditions(sent, read)
            && sent.fields.iter().all(|field| match read.field(&field.name) {
                Some(_) if known == Some(field.name.as_str()) => true,
                Some(other) if other.is_lenient => self.covers_but_null(field.ty, other.ty),
                Some(other) => self.covers(field.ty, other.ty),
                None => match read.matching(&field.name) {
                    Some(theirs) => theirs.value.is_none_or(|value| self.covers(field.ty, value)),
                    None => self.keeps(read, Some(field.ty)),
                },
            })
            && read.fields.iter().filter(|field| sent.field(&field.name).is_none()).all(|other| {
                match sent.matching(&other.name).map_or(beside, |own| own.unlisted(self.writer)) {
                    Unlisted::Closed => true,
                    Unlisted::Any => !says_anything(self.reader, self.reader.follow(other.ty)),
                    Unlisted::Typed(value) => self.covers(value, other.ty),
                }
            })
            && self.covers_patterns(sent, read, beside)
            && match beside {
                Unlisted::Closed => true,
                Unlisted::Any => self.keeps(read, None),
                Unlisted::Typed(value) => self.keeps(read, Some(value)),
            }
    }

    /// Members by pattern: nothing is known of whether names that match one pattern match another as well.
    fn covers_patterns(&mut self, sent: Members<'_>, read: Members<'_>, beside: Unlisted) -> bool {
        let mut new = read.patterns.iter().filter(|theirs| sent.by_pattern(&theirs.pattern).is_none());
        new.all(|theirs| self.covers_matching(beside, theirs))
            && sent.patterns.iter().all(|own| {
                let value = own.unlisted(self.writer);
                match (read.by_pattern(&own.pattern), value) {
                    (Some(theirs), value) => self.covers_matching(value, theirs),
                    (None, Unlisted::Typed(value)) => {
                        self.keeps(read, Some(value))
                            && read.patterns.iter().all(|theirs| self.covers_matching(Unlisted::Typed(value), theirs))
                    }
                    (None, _) => read.patterns.is_empty() && self.keeps(read, None),
                }
            })
    }

    /// Whether what is sent of names that a pattern of the reader may match is read.
    fn covers_matching(&mut self, sent: Unlisted, theirs: &PatternMembers) -> bool {
        let Some(value) = theirs.value else { return true };
        match sent {
            Unlisted::Closed => true,
            Unlisted::Any => !says_anything(self.reader, self.reader.follow(value)),
            Unlisted::Typed(sent) => self.covers(sent, value),
        }
    }

    /// Whether a member that the reader does not list is read; nothing is known of one that may be anything.
    fn keeps(&mut self, read: Members<'_>, sent: Option<TyId>) -> bool {
        if read.rest == Rest::Ignored {
            return true;
        }
        match (unlisted(self.reader, read.rest), sent) {
            (Unlisted::Any, _) => true,
            (Unlisted::Typed(value), Some(sent)) => self.covers(sent, value),
            (Unlisted::Closed, Some(sent)) => kind(&self.writer.ty(self.writer.follow(sent)).shape) == Kind::Never,
            (Unlisted::Closed | Unlisted::Typed(_), None) => false,
        }
    }
}
