//! Times, as ratios to the first subject. A machine's speed changes within seconds, so each round measures all subjects
//! close to each other, and what is reported is the median of the rounds' ratios.

use super::{Cells, cells, this_program};
use clerk_models_benches::{COLUMNS, subjects};
use criterion::{Criterion, SamplingMode};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

/// What the process of a round is told.
pub(crate) const TASK: &str = "round";

const ROUNDS: usize = 11;

/// Nanoseconds per object, and their ratio to those of the first subject.
pub(crate) struct Times {
    pub(crate) nanoseconds: Cells,
    pub(crate) ratios: Cells,
}

pub(crate) fn run() -> Times {
    let rounds: Vec<Cells> = (1..=ROUNDS).map(run_round).collect();
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

fn run_round(round: usize) -> Cells {
    eprintln!("round {round} of {ROUNDS}");
    // Criterion would compare with what an earlier round left there.
    let _ = fs::remove_dir_all(folder());
    let mut command = Command::new(env::current_exe().expect("this program has a path"));
    this_program(&mut command, TASK);
    let output = command.output().expect("this program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    cells(|column, subject| {
        let objects = COLUMNS.get(column)?.payload().objects;
        Some(estimate(&folder().join(id(column, subject)))? / f64::from(objects))
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion")
}

fn id(column: usize, subject: usize) -> String {
    format!("{column}-{subject}")
}

/// Criterion's median, in nanoseconds.
fn estimate(folder: &Path) -> Option<f64> {
    let text = fs::read_to_string(folder.join("new").join("estimates.json")).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    estimates.pointer("/median/point_estimate")?.as_f64()
}

/// One round: what the process does that `run_round` starts.
pub(crate) fn measure() {
    let mut criterion = Criterion::default()
        .output_directory(&folder())
        .without_plots()
        .sample_size(10)
        .nresamples(1000)
        .warm_up_time(Duration::from_millis(20))
        .measurement_time(Duration::from_millis(60));
    for (column, wanted) in COLUMNS.iter().enumerate() {
        for (subject, measured) in subjects().iter().enumerate() {
            let Some(job) = measured.measured(wanted) else { continue };
            let mut group = criterion.benchmark_group(id(column, subject));
            group.sampling_mode(SamplingMode::Flat);
            group.bench_function("", |bencher| bencher.iter(&job));
            group.finish();
        }
    }
}
