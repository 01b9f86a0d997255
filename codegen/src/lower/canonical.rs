//! The form in which two schemas are compared: one way to write each thing, branches told.

use super::draft::{self, Draft};
use super::{
    BRANCHES_TOLD, CANONICAL, Subject, collapse_unions, notes, own_passes, run, spell_out, tell_branches, tolerate,
};
use crate::diagnostic::Diagnostic;
use crate::load::Document;
use crate::plan::Reading;
use serde_json::Value;

/// A JSON object that is a schema.
pub(crate) type Schema = draft::Schema;

/// The keyword under which each subschema keeps the JSON pointer it came from.
pub(crate) const SOURCE: &str = draft::SOURCE;
/// The keyword that says what means each branch: an object `{variant, tags}` for each.
pub(crate) const TOLD: &str = tell_branches::TOLD;
/// The keyword that lists lists of properties, of one of which all must be present.
pub(crate) const CONDITIONS: &str = collapse_unions::ANY_OF_REQUIRED;
/// The keyword that holds what is said in the documentation alone.
pub(crate) const NOTES: &str = notes::NOTES;

/// Present where null is read as absence.
pub(crate) const LENIENT: &str = tolerate::LENIENT;
/// Present where members that the schema forbids are ignored.
pub(crate) const IGNORE_UNLISTED: &str = tolerate::IGNORE_UNLISTED;
/// Present where a union keeps what it does not know.
pub(crate) const KEEP_UNKNOWN: &str = tolerate::KEEP_UNKNOWN;

/// A document that is a schema; nothing is named in this form.
static UNNAMED: Subject = Subject::Document(String::new());

/// A schema in the form in which two are compared.
///
/// Definitions are named by JSON pointer, the root's is empty, and a `$ref` holds such a name.
#[derive(Clone)]
pub(crate) struct Canonical<'a> {
    pub(crate) document: &'a Document,
    pub(crate) definitions: Schema,
}

impl<'a> Canonical<'a> {
    /// Brings a document into this form.
    pub(crate) fn of(document: &'a Document) -> Result<Self, Vec<Diagnostic>> {
        let draft = run(document, &UNNAMED, &[CANONICAL, BRANCHES_TOLD])?;
        Ok(Self { document, definitions: draft.definitions })
    }

    /// Adds what a reading allows beyond the letter.
    pub(crate) fn read_as(&self, reading: Reading) -> Read<'a> {
        let mut draft = Draft {
            document: self.document,
            subject: &UNNAMED,
            definitions: self.definitions.clone(),
            diagnostics: Vec::new(),
        };
        for pass in own_passes(reading) {
            pass(&mut draft);
        }
        Read(draft)
    }
}

/// A schema in canonical form, read in one way.
pub(crate) struct Read<'a>(Draft<'a>);

impl Read<'_> {
    pub(crate) fn definitions(&self) -> &Schema {
        &self.0.definitions
    }

    /// A draft-04 schema that accepts what the types of this reading accept for a definition.
    pub(crate) fn into_twin(mut self, key: &str) -> Value {
        spell_out::spell_out(&mut self.0);
        self.0.into_twin(Some(key))
    }
}
