//! The schemas that stand in place in requests, responses and headers.

use super::api::{Lister, is_reference};
use super::names::name;
use super::resolve::Part;
use super::root::Kind;
use super::site::{Site, SitePart};
use crate::load::Document;
use serde_json::Value;

impl<'d> Lister<'d> {
    /// The schemas of a request body, and what they are called by these words.
    pub(super) fn request(&mut self, body: Part<'d>, words: &str, used: &mut Vec<Part<'d>>) {
        let Some(body) = self.resolve(body) else { return };
        let schemas = self.contents(&body);
        // OpenAPI 3.0.3, "Request Body Object": it is optional unless it says otherwise.
        let is_required = body.value.get("required") == Some(&Value::Bool(true));
        self.note_sites(&SitePart::Request, &schemas, is_required);
        let words = body.words("Request", words);
        for schema in schemas {
            if body.is_in_place() {
                self.add(&schema, name(&[&words]), Kind::Body);
            }
            used.push(schema);
        }
    }

    /// The responses of an operation: the first of those that succeed is `Response`, the first of the others `Error`,
    /// and those that differ from it say their status.
    pub(super) fn responses(&mut self, responses: &Part<'d>, words: &str, used: &mut Vec<Part<'d>>) {
        let succeeds = |status: &str| ["1", "2", "3"].iter().any(|class| status.starts_with(class));
        let some_succeeds = responses.members().any(|(status, _)| succeeds(status));
        let mut firsts: [Option<&Value>; 2] = [None, None];
        for (status, response) in responses.members() {
            let Some(response) = self.resolve(response) else { continue };
            // OpenAPI 3.0.3, "Responses Object": `default` is what is not said of other statuses.
            let is_answer = succeeds(status) || (status == "default" && !some_succeeds);
            let kind = if is_answer { "response" } else { "error" };
            let schemas = self.contents(&response);
            self.note_sites(&SitePart::Response(status.to_owned()), &schemas, true);
            let [answer, error] = &mut firsts;
            let first = if is_answer { answer } else { error };
            let is_first = schemas.iter().all(|schema| *first.get_or_insert(schema.value) == schema.value);
            let own = if is_first { format!("{words} {kind}") } else { format!("{words} {kind} {status}") };
            let own = response.words("Response", &own);
            for schema in schemas {
                if response.is_in_place() {
                    self.add(&schema, name(&[&own]), Kind::Body);
                }
                used.push(schema);
            }
            let first_header = self.sites.len();
            self.headers(&response, &own, used);
            for site in self.sites.iter_mut().skip(first_header) {
                if let SitePart::Header(of, _) = &mut site.part {
                    status.clone_into(of);
                }
            }
        }
    }

    /// Notes what stands at a part of the operation; of a body that is no JSON, only that it is there.
    fn note_sites(&mut self, part: &SitePart, schemas: &[Part<'_>], is_required: bool) {
        let site = |at| Site { part: part.clone(), at, is_required };
        if schemas.is_empty() {
            self.sites.push(site(None));
        }
        self.sites.extend(schemas.iter().map(|schema| site(Some(meant(self.document, schema)))));
    }

    /// The headers of a response (OpenAPI 3.0.3, "Header Object").
    pub(super) fn headers(&mut self, response: &Part<'d>, words: &str, used: &mut Vec<Part<'d>>) {
        let Some(headers) = response.member("headers") else { return };
        for (header, part) in headers.entries() {
            let Some(part) = self.resolve(part) else { continue };
            let is_in_place = part.is_elsewhere() || (!part.is_referred && response.is_in_place());
            let is_required = part.value.get("required") == Some(&Value::Bool(true));
            let words = part.words("Header", &[words, header, "header"].join(" "));
            for schema in self.value_schemas(&part) {
                let site = SitePart::Header(String::new(), header.to_owned());
                self.sites.push(Site { part: site, at: Some(meant(self.document, &schema)), is_required });
                if is_in_place {
                    self.add(&schema, name(&[&words]), Kind::Value);
                }
                used.push(schema);
            }
        }
    }

    /// The schema of a header or a parameter: its own, or that of its content.
    pub(super) fn value_schemas(&mut self, part: &Part<'d>) -> Vec<Part<'d>> {
        if self.is_swagger {
            return self.swagger_value(part).into_iter().collect();
        }
        part.member("schema").map_or_else(|| self.contents(part), |schema| vec![schema])
    }
}

/// Where what a schema means stands: there itself, or where it only refers to.
fn meant(document: &Document, schema: &Part<'_>) -> String {
    let target = || document.target(&schema.at, schema.text("$ref")?).ok().flatten();
    if is_reference(schema.value) { target().unwrap_or_else(|| schema.at.clone()) } else { schema.at.clone() }
}
