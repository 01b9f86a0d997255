//! Lays out the tables that the generated code hands to macros: prettyplease leaves their tokens as they fall.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Macro;

/// The widest line.
const WIDTH: usize = 100;

/// A macro call as a statement of its own, one line for each entry of a table that is too wide for one.
pub(super) fn print_call(call: &Macro) -> String {
    let path = flat(call.path.to_token_stream());
    let one_line = format!("{path}!({});", flat(call.tokens.clone()).trim_end_matches(','));
    if one_line.len() <= WIDTH {
        return one_line;
    }
    format!("{path}!({});", broken(call.tokens.clone(), 0))
}

/// Tokens on one line.
fn flat(tokens: TokenStream) -> String {
    let mut line = Line::default();
    for token in tokens {
        match token {
            TokenTree::Group(group) => line.push_group(&group, &flat(group.stream())),
            token => line.push(&token),
        }
    }
    line.text
}

/// Tokens with the outermost braces broken into lines.
fn broken(tokens: TokenStream, depth: usize) -> String {
    let mut line = Line::default();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let indent = "    ".repeat(depth + 1);
                let entries = entries(group.stream()).into_iter().map(|entry| format!("{indent}{},\n", flat(entry)));
                let entries: String = entries.collect();
                line.space();
                line.text += &["{\n", &entries, &"    ".repeat(depth), "}"].concat();
            }
            TokenTree::Group(group) => line.push_group(&group, &flat(group.stream())),
            token => line.push(&token),
        }
    }
    line.text
}

/// What stands between commas.
fn entries(tokens: TokenStream) -> Vec<TokenStream> {
    let mut entries = vec![TokenStream::new()];
    for token in tokens {
        match (&token, entries.last_mut()) {
            (TokenTree::Punct(comma), _) if comma.as_char() == ',' => entries.push(TokenStream::new()),
            (_, Some(last)) => last.extend([token]),
            (_, None) => {}
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}

#[derive(Default)]
struct Line {
    text: String,
    /// Whether the next token follows without a space.
    tight: bool,
    /// Whether parentheses that follow are those of a call.
    callable: bool,
}

impl Line {
    fn space(&mut self) {
        if !self.tight && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.tight = false;
    }

    fn push(&mut self, token: &TokenTree) {
        let TokenTree::Punct(punct) = token else {
            self.space();
            self.text.push_str(&token.to_string());
            self.callable = matches!(token, TokenTree::Ident(_));
            return;
        };
        self.callable = false;
        let joins_left = matches!(punct.as_char(), ',' | ';' | ':' | '<' | '>' | '.') && !self.text.ends_with('=');
        let end_of_range = punct.as_char() == '=' && self.text.ends_with("..");
        let second_colon = punct.as_char() == ':' && self.text.ends_with(':');
        let second_of_arrow = self.text.ends_with('=') && punct.as_char() == '>';
        if !(joins_left || second_of_arrow || end_of_range) {
            self.space();
        }
        self.text.push(punct.as_char());
        let first_colon = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
        self.tight = second_colon
            || first_colon
            || matches!(punct.as_char(), '<' | '.' | '\'' | '&' | '-')
            || self.text.ends_with("..=");
    }

    fn push_group(&mut self, group: &Group, inner: &str) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        self.tight |= self.callable && group.delimiter() == Delimiter::Parenthesis;
        self.callable = false;
        self.space();
        let inner = inner.trim_end_matches(',');
        if inner.is_empty() {
            self.text += &[open.trim_end(), close.trim_start()].concat();
        } else {
            self.text += &[open, inner, close].concat();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::print_call;
    use syn::parse_quote;

    #[test]
    fn what_fits_stays_on_one_line() {
        let call = parse_quote!(support::closed_enum!(Kind { A = "a", B = "b", }));
        assert_eq!(print_call(&call), r#"support::closed_enum!(Kind { A = "a", B = "b" });"#);
    }

    #[test]
    fn calls_references_and_signs_stand_close() {
        let call = parse_quote!(value_enum!(Kind { A = Json::Array(&[Json::Float(-1.5), -2]), b: ("c") }));
        assert_eq!(print_call(&call), r#"value_enum!(Kind { A = Json::Array(&[Json::Float(-1.5), -2]), b: ("c") });"#);
    }

    #[test]
    fn a_wide_table_has_a_line_for_each_entry() {
        let call = parse_quote!(support::object!(AThing, unlisted: std::collections::BTreeMap<String, i64>, in rest, {
            "first_member" => first_member: required, "second_member" => second_member: optional_nullable,
        }));
        assert_eq!(
            print_call(&call),
            "support::object!(AThing, unlisted: std::collections::BTreeMap<String, i64>, in rest, {\n    \
             \"first_member\" => first_member: required,\n    \
             \"second_member\" => second_member: optional_nullable,\n});"
        );
    }
}
