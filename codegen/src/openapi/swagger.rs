//! What Swagger 2.0 writes in another way than OpenAPI 3.0.

use super::api::Lister;
use super::resolve::Part;

impl<'d> Lister<'d> {
    /// The schema of a body: it stands in the parameter or the response itself.
    pub(super) fn swagger_body(&mut self, holder: &Part<'d>) -> Option<Part<'d>> {
        let schema = holder.member("schema")?;
        let is_sent = holder.text("in").is_some();
        let is_json = if is_sent { self.media.consumes } else { self.media.produces };
        if is_json && schema.text("type") != Some("file") {
            return Some(schema);
        }
        self.api.unread.push(schema.at);
        None
    }

    /// The schema that a header or a parameter itself is; a form is no JSON.
    pub(super) fn swagger_value(&mut self, part: &Part<'d>) -> Option<Part<'d>> {
        if part.text("in") == Some("formData") || part.text("type") == Some("file") {
            self.api.unread.push(part.at.clone());
            return None;
        }
        let is_value = part.text("in") != Some("body");
        is_value.then(|| Part { is_inline: true, ..part.clone() })
    }
}
