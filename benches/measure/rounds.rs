//! Times, as ratios to the first subject. A machine's speed changes within seconds, so each round measures all subjects
//! close to each other, and what is reported is the median of the rounds' ratios.

use super::{Cells, cells, this_program};
use clerk_models_benches::{COLUMNS, Subject, subjects};
use criterion::{Criterion, SamplingMode};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

/// What the process of a round is told: in which order it takes the subjects. Every other round begins at the end, so
/// that a machine that grows slower favours nobody.
pub(crate) const TASKS: [&str; 2] = ["first to last", "last to first"];

/// Many short rounds: the shorter a round, the closer to each other in time are the two sides of a ratio.
const ROUNDS: usize = 25;

/// Nanoseconds per object, and their ratio to those of the first subject.
pub(crate) struct Times {
    pub(crate) nanoseconds: Cells,
    pub(crate) ratios: Cells,
}

pub(crate) fn run() -> Times {
    let rounds: Vec<Cells> = TASKS.iter().cycle().take(ROUNDS).map(|task| run_round(task)).collect();
    eprintln!();
    let first = |round: &Cells, column: usize| round.get(column)?.first().copied().flatten();
    Times {
        nanoseconds: cells(|column, subject| median(rounds.iter().map(|round| at(round, column, subject)))),
        ratios: cells(|column, subject| {
            median(rounds.iter().map(|round| Some(at(round, column, subject)? / first(round, column)?)))
        }),
    }
}

fn at(cells: &Cells, column: usize, subject: usize) -> Option<f64> {
    cells.get(column)?.get(subject).copied().flatten()
}

fn median(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let mut values: Vec<f64> = values.flatten().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

fn run_round(task: &str) -> Cells {
    eprint!(".");
    // Criterion would compare with what an earlier round left there.
    let _ = fs::remove_dir_all(folder());
    let mut command = Command::new(env::current_exe().expect("this program has a path"));
    this_program(&mut command, task);
    let output = command.output().expect("this program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    cells(|column, subject| {
        let objects = COLUMNS.get(column)?.payload().objects;
        Some(estimate(&folder().join(column.to_string()).join(subject.to_string()))? / f64::from(objects))
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion")
}

/// Criterion's median, in nanoseconds.
fn estimate(folder: &Path) -> Option<f64> {
    let text = fs::read_to_string(folder.join("new").join("estimates.json")).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    estimates.pointer("/median/point_estimate")?.as_f64()
}

/// One round: what the process does that `run_round` starts.
pub(crate) fn measure(task: &str) {
    let mut order: Vec<(usize, Subject)> = subjects().into_iter().enumerate().collect();
    if task == TASKS[1] {
        order.reverse();
    }
    let mut criterion = Criterion::default()
        .output_directory(&folder())
        .without_plots()
        .sample_size(10)
        .nresamples(1001)
        .warm_up_time(Duration::from_millis(5))
        .measurement_time(Duration::from_millis(20));
    for (column, wanted) in COLUMNS.iter().enumerate() {
        let mut group = criterion.benchmark_group(column.to_string());
        group.sampling_mode(SamplingMode::Flat);
        for (subject, measured) in &order {
            if let Some(job) = measured.measured(wanted) {
                group.bench_function(subject.to_string(), |bencher| bencher.iter(&job));
            }
        }
        group.finish();
    }
}
