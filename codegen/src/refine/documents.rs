//! Documents every type, field and variant.

use super::module::{Module, TypeCode, code_span, doc};
use crate::plan::{Shape, Unlisted};
use crate::pointer;
use syn::{Attribute, Item, parse_quote};

/// Documents every type, field and variant with what the schema says about it.
///
/// Applies to all types. Each says where in the schema it comes from. A field of which the schema says nothing says
/// its name in JSON, where that is another than its own. Users whose crate warns of missing documentation are not to
/// be warned of the others: a struct allows it, as one attribute is less to read than one a field, and a whole module
/// could not, as what `include!` takes in has no attributes of its own.
pub(super) fn write_docs(module: &mut Module<'_>) {
    for code in &mut module.types {
        let mut paragraphs: Vec<String> = code.plan.docs.iter().map(|text| escape(text)).collect();
        paragraphs.push(format!("Schema: `{}`", pointer::reference(&code.plan.pointer)));
        if let Some(attrs) = code.attrs_mut() {
            attrs.extend(lines(&paragraphs));
        }
        document_parts(code);
    }
}

fn document_parts(code: &mut TypeCode<'_>) {
    let (Shape::Object(plan), Item::Struct(item)) = (&code.plan.shape, &mut code.item) else { return };
    let listed = plan.fields.iter().map(|field| {
        let docs: Vec<String> = field.docs.iter().map(|text| escape(text)).collect();
        let says_name = docs.is_empty() && field.wire != field.ident;
        if says_name { vec![code_span(&field.wire)] } else { docs }
    });
    let by_pattern = plan.patterns.iter().map(|field| {
        vec![format!("Members whose names match {}, and that no other field holds.", code_span(&field.pattern.text))]
    });
    let rest = match &plan.unlisted {
        Unlisted::Keep(_) => vec![vec!["Members that the schema does not list.".to_owned()]],
        Unlisted::Refuse | Unlisted::Ignore => Vec::new(),
    };
    for (field, docs) in item.fields.iter_mut().zip(listed.chain(by_pattern).chain(rest)) {
        field.attrs.extend(lines(&docs));
    }
    if item.fields.iter().any(|field| field.attrs.is_empty()) {
        item.attrs.push(parse_quote!(#[allow(missing_docs)]));
    }
}

/// The lines of paragraphs, with an empty one between two.
pub(super) fn lines(paragraphs: &[String]) -> Vec<Attribute> {
    name_code_blocks(&paragraphs.join("\n\n")).map(doc).collect()
}

/// The lines of a text, whose code blocks name a language: rustdoc takes those that do not for Rust, and runs them.
fn name_code_blocks(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().map(move |line| {
        let is_fence = line.starts_with("```");
        inside ^= is_fence;
        if is_fence && inside && line.trim_end() == "```" { "```text" } else { line }
    })
}

/// Text that rustdoc shows as its author meant it: addresses become links, and neither brackets
/// nor angles become markup. What stands between backticks is left alone.
pub(super) fn escape(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let balanced = parts.len() % 2 == 1;
    let escaped = parts
        .iter()
        .enumerate()
        .map(|(index, part)| if balanced && index % 2 == 1 { (*part).to_owned() } else { escape_prose(part) });
    escaped.collect::<Vec<_>>().join(if balanced { "`" } else { "\\`" })
}

fn escape_prose(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if bare.starts_with("http://") || bare.starts_with("https://") {
            let address = bare.trim_end_matches(['.', ',', ')', ';', ':']);
            escaped.push_str(&word.replacen(address, &format!("<{address}>"), 1));
            continue;
        }
        for letter in word.chars() {
            if matches!(letter, '[' | ']' | '<' | '>') {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape, name_code_blocks};

    #[test]
    fn a_code_block_is_not_taken_for_rust() {
        let named = |text| name_code_blocks(text).collect::<Vec<_>>().join("\n");
        assert_eq!(named("a\n```\ncurl x\n```\nb"), "a\n```text\ncurl x\n```\nb");
        assert_eq!(named("```json\n{}\n```"), "```json\n{}\n```");
    }

    #[test]
    fn markup_is_text_and_addresses_are_links() {
        assert_eq!(escape("see https://clerk.com/docs."), "see <https://clerk.com/docs>.");
        assert_eq!(escape("a [b] of Vec<T>"), "a \\[b\\] of Vec\\<T\\>");
        assert_eq!(escape("code `Vec<T>` stays"), "code `Vec<T>` stays");
        assert_eq!(escape("a lone ` and <b>"), "a lone \\` and \\<b\\>");
    }
}
