//! The table, as Markdown.

use super::Cells;
use super::rounds::Times;
use clerk_models_benches::{COLUMNS, subjects};

pub(crate) fn print(times: Option<&Times>, instructions: Option<&Cells>, allocations: &Cells) {
    let subjects = subjects();
    println!("| | instructions, ratio | per object | time, ratio | ns per object | allocations per object |");
    println!("|---|--:|--:|--:|--:|--:|");
    for (index, column) in COLUMNS.iter().enumerate() {
        println!("| **{}** ({} bytes per object) | | | | | |", column.title, column.payload().bytes_per_object());
        for (subject, measured) in subjects.iter().enumerate() {
            let of = |cells: Option<&Cells>| cells?.get(index)?.get(subject).copied().flatten();
            let Some(count) = of(Some(allocations)) else { continue };
            let instruction_ratio = of(instructions).zip(first(instructions, index)).map(|(own, first)| own / first);
            println!(
                "| {} | {} | {} | {} | {} | {count:.1} |",
                measured.name,
                text(instruction_ratio, 2),
                text(of(instructions), 0),
                text(of(times.map(|times| &times.ratios)), 2),
                text(of(times.map(|times| &times.nanoseconds)), 0),
            );
        }
    }
}

fn first(cells: Option<&Cells>, column: usize) -> Option<f64> {
    cells?.get(column)?.first().copied().flatten()
}

fn text(number: Option<f64>, digits: usize) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format!("{number:.digits$}"))
}
