//! The kinds of things that may be wrong.

/// What kind of thing is wrong; the name is stable, so a program may match on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    /// A file cannot be read.
    UnreadableFile,
    /// A file is larger than the limit.
    FileTooLarge,
    /// A schema leads to more files than the limit, or to more bytes in them.
    TooManyFiles,
    /// A file is not UTF-8.
    NotUtf8,
    /// A file is not JSON.
    NotJson,
    /// A file is not YAML.
    NotYaml,
    /// A customisation is not TOML.
    NotToml,
    /// A customisation says what cannot be.
    BadCustomisation,
    /// An entry of a customisation matches nothing.
    NothingMatches,
    /// YAML says what JSON cannot.
    BeyondJson,
    /// The aliases of YAML stand for more than the limit.
    TooManyAliases,
    /// JSON or YAML is nested deeper than the limit.
    NestedTooDeep,
    /// An object, or a mapping of YAML, has two members of one name.
    DuplicateMember,
    /// A JSON value is no schema, or a keyword has a value of the wrong kind.
    NotASchema,
    /// An API's description is written in a version that is not read.
    UnsupportedVersion,
    /// An OpenAPI or Swagger document has no schemas, neither with names nor in place.
    NoSchemas,
    /// The user asked for a schema, an operation or a tag that is not there.
    UnknownRoot,
    /// A `$ref` points at nothing.
    UnknownRef,
    /// A `$ref` leads to a URL that is not mapped, or out of a document that has no folder.
    ExternalRef,
    /// A `$ref` leads out of the folder in which files are read.
    OutsideFolder,
    /// A URL is mapped to a file, and nothing refers to it.
    UnusedMap,
    /// A chain of `$ref`s comes back to itself without a type in between.
    RefCycle,
    /// The ways to dynamic references make more schemas than the limit.
    TooManyScopes,
    /// A type contains itself in a way that no finite value can end.
    EndlessType,
    /// A union has no branch.
    EmptyUnion,
    /// A discriminator's mapping has a key that no branch answers to.
    UnansweredTag,
    /// Two branches of a union answer to one tag.
    SharedTag,
    /// A branch of a discriminated union cannot be told by its tag.
    UntaggedBranch,
    /// Two things would get one Rust name.
    NameCollision,
    /// A keyword cannot be carried into the types.
    UnsupportedKeyword,
    /// A keyword only narrows what is allowed, and the types do not check it.
    UncheckedKeyword,
    /// An annotation has no place in the types.
    DroppedAnnotation,
    /// A keyword is unknown, and near a known one.
    UnknownKeyword,
    /// A type that the schema does not name was assumed from its keywords.
    Assumed,
    /// A Rust type holds less than the schema allows.
    Limited,
    /// A keyword is not enforced.
    NotEnforced,
    /// No value is allowed.
    NoValue,
    /// A pattern is not a regular expression of ECMA-262.
    InvalidPattern,
    /// Output cannot be written.
    Unwritable,
    /// What was not generated stands where output belongs.
    Occupied,
    /// The generated files are not what the schemas give.
    Drift,
    /// The generator itself is at fault.
    Internal,
}

impl Code {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnreadableFile => "unreadable-file",
            Self::FileTooLarge => "file-too-large",
            Self::TooManyFiles => "too-many-files",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson => "not-json",
            Self::NotYaml => "not-yaml",
            Self::NotToml => "not-toml",
            Self::BadCustomisation => "bad-customisation",
            Self::NothingMatches => "nothing-matches",
            Self::BeyondJson => "beyond-json",
            Self::TooManyAliases => "too-many-aliases",
            Self::NestedTooDeep => "nested-too-deep",
            Self::DuplicateMember => "duplicate-member",
            Self::NotASchema => "not-a-schema",
            Self::UnsupportedVersion => "unsupported-version",
            Self::NoSchemas => "no-schemas",
            Self::UnknownRoot => "unknown-root",
            Self::UnknownRef => "unknown-ref",
            Self::ExternalRef => "external-ref",
            Self::OutsideFolder => "outside-folder",
            Self::UnusedMap => "unused-map",
            Self::RefCycle => "ref-cycle",
            Self::TooManyScopes => "too-many-scopes",
            Self::EndlessType => "endless-type",
            Self::EmptyUnion => "empty-union",
            Self::UnansweredTag => "unanswered-tag",
            Self::SharedTag => "shared-tag",
            Self::UntaggedBranch => "untagged-branch",
            Self::NameCollision => "name-collision",
            Self::UnsupportedKeyword => "unsupported-keyword",
            Self::UncheckedKeyword => "unchecked-keyword",
            Self::DroppedAnnotation => "dropped-annotation",
            Self::UnknownKeyword => "unknown-keyword",
            Self::Assumed => "assumed-type",
            Self::Limited => "limited-number",
            Self::NotEnforced => "not-enforced",
            Self::NoValue => "no-value",
            Self::InvalidPattern => "invalid-pattern",
            Self::Unwritable => "unwritable",
            Self::Occupied => "occupied",
            Self::Drift => "drift",
            Self::Internal => "internal",
        }
    }
}
