//! What an operation sends and what it answers.

/// A body, a header of a response, or all parameters of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) part: SitePart,
    /// The JSON pointer of its schema, where it has one that is read.
    pub(crate) at: Option<String>,
    /// Whether it must be sent.
    pub(crate) is_required: bool,
}

/// Which part of an operation it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SitePart {
    Parameters,
    Request,
    /// The response of a status.
    Response(String),
    /// A header of the response of a status.
    Header(String, String),
}

impl SitePart {
    /// Whether who calls the operation sends it.
    pub(crate) fn is_sent_by_caller(&self) -> bool {
        matches!(self, Self::Parameters | Self::Request)
    }

    /// In words.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Parameters => "parameters".to_owned(),
            Self::Request => "request body".to_owned(),
            Self::Response(status) => format!("response {status}"),
            Self::Header(status, name) => format!("header `{name}` of response {status}"),
        }
    }
}
