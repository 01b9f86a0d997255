//! A comparison of folders: the summary, what is new and gone, then file by file.

use super::{DiffFormat, clean, github, json, markdown, text};
use crate::diff::folders::{FileChange, FolderDiff};
use crate::diff::report::Diff;
use serde_json::{Value, json};

impl FolderDiff {
    /// The comparison as text of a format.
    #[must_use]
    pub fn render(&self, format: DiffFormat) -> String {
        match format {
            DiffFormat::Text { colour } => self.pages(&format!("{} -> {}\n", self.old, self.new), "", |name, diff| {
                format!("\n{}\n{}", clean(name), text::render(diff, colour))
            }),
            DiffFormat::Markdown => {
                let title = format!("### {} → {}\n\n", markdown::code(&self.old), markdown::code(&self.new));
                self.pages(&title, "**", |_, diff| format!("\n{}", markdown::render(diff)))
            }
            DiffFormat::Json => format!("{:#}\n", self.document()),
            DiffFormat::GitHub => self.annotations(),
        }
    }

    fn pages(&self, title: &str, strong: &str, page: impl Fn(&str, &Diff) -> String) -> String {
        let mut parts = vec![format!("{title}{strong}{}{strong}\n", self.headline())];
        let whole = self.files.iter().filter_map(|(name, change)| Some((clean(name), word(change)?)));
        let whole: Vec<String> = whole.map(|(name, word)| format!("- {name}: {word}\n")).collect();
        parts.extend((!whole.is_empty()).then(|| format!("\n{}", whole.concat())));
        parts.extend(self.changed().map(|(name, diff)| page(name, diff)));
        parts.concat()
    }

    fn changed(&self) -> impl Iterator<Item = (&str, &Diff)> {
        self.files.iter().filter_map(|(name, change)| match change {
            FileChange::Changed(diff) => Some((name.as_str(), diff.as_ref())),
            FileChange::Added | FileChange::Removed | FileChange::NoSchema => None,
        })
    }

    fn document(&self) -> Value {
        let file = |(name, change): &(String, FileChange)| match change {
            FileChange::Changed(diff) => json!({"file": name, "change": "changed", "diff": json::document(diff)}),
            FileChange::Added => json!({"file": name, "change": "added"}),
            FileChange::Removed => json!({"file": name, "change": "removed"}),
            FileChange::NoSchema => json!({"file": name, "change": "no-schema"}),
        };
        json!({
            "format": 1,
            "old": self.old,
            "new": self.new,
            "headline": self.headline(),
            "breaking": self.is_breaking(),
            "bump": self.bump().map(|bump| bump.to_string()),
            "files": self.files.iter().map(file).collect::<Vec<_>>(),
        })
    }

    fn annotations(&self) -> String {
        let line = |(name, change): &(String, FileChange)| match change {
            FileChange::Changed(diff) => github::render(diff),
            FileChange::Added => github::command("notice", name, 1, "a schema file is new", &self.headline()),
            FileChange::NoSchema => {
                github::command("notice", name, 1, "a file without a schema changed", &self.headline())
            }
            FileChange::Removed => github::command("error", name, 1, "a schema file is removed", &self.headline()),
        };
        self.files.iter().map(line).collect()
    }
}

fn word(change: &FileChange) -> Option<&'static str> {
    match change {
        FileChange::Added => Some("the file is new"),
        FileChange::Removed => Some("the file is removed, and with it its types"),
        FileChange::NoSchema => Some("the file changed, and has no schema in it"),
        FileChange::Changed(_) => None,
    }
}
