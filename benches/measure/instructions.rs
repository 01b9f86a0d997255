//! Instructions per object, counted by callgrind. Each cell is a process of its own, so that no subject finds the heap
//! as another one left it.

use super::{Cells, cells, this_program};
use clerk_models_benches::{COLUMNS, Column, Job, Subject, subjects};
use std::collections::HashMap;
use std::ffi::OsString;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, thread};

/// How often a payload of one object is read: often enough that the loop does not count.
const TIMES: u32 = 100;

/// Counts all cells; `None` without valgrind.
pub(crate) fn count() -> Option<Cells> {
    let valgrind = Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !valgrind.is_ok_and(|status| status.success()) {
        eprintln!("valgrind is not installed: instructions are not counted");
        return None;
    }
    let counts = on_all_cores(&tasks());
    Some(cells(|column, subject| counts.get(&(column, subject)).copied()))
}

type Task = (usize, usize);

fn tasks() -> Vec<Task> {
    let subjects = subjects();
    let all = (0..COLUMNS.len()).flat_map(|column| (0..subjects.len()).map(move |subject| (column, subject)));
    all.filter(|task| find(*task, &subjects).0.measured(find(*task, &subjects).1).is_some()).collect()
}

fn find(task: Task, subjects: &[Subject]) -> (&Subject, &'static Column) {
    (subjects.get(task.1).expect("the subject exists"), COLUMNS.get(task.0).expect("the column exists"))
}

/// A count is not a time: other processes do not disturb it.
fn on_all_cores(tasks: &[Task]) -> HashMap<Task, f64> {
    let (next, counts) = (Mutex::new(tasks.iter()), Mutex::new(HashMap::new()));
    let take = || next.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(task) = take() {
            let count = count_cell(*task);
            counts.lock().unwrap_or_else(PoisonError::into_inner).insert(*task, count);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(work);
        }
    });
    counts.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn count_cell((column, subject): Task) -> f64 {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("callgrind.{column}.{subject}"));
    let mut out_file = OsString::from("--callgrind-out-file=");
    out_file.push(&out);
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--toggle-collect=*counted_by_callgrind*"]).arg(out_file);
    command.arg(env::current_exe().expect("this program has a path"));
    this_program(&mut command, &format!("{column} {subject}"));
    let output = command.output().expect("valgrind runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let total = total(&fs::read_to_string(&out).expect("callgrind writes its profile"));
    assert!(total > 0, "callgrind does not find `counted_by_callgrind`");
    f64::from(total) / f64::from(runs(column) * COLUMNS.get(column).map_or(1, |column| column.payload().objects))
}

fn total(profile: &str) -> u32 {
    let line = profile.lines().find_map(|line| line.strip_prefix("totals: "));
    line.and_then(|total| total.trim().parse().ok()).expect("a profile has its total")
}

fn runs(column: usize) -> u32 {
    if COLUMNS.get(column).is_some_and(|column| column.payload().is_page) { 1 } else { TIMES }
}

/// What the process under callgrind does: all once uncounted, then counted.
pub(crate) fn measure(task: &str) {
    let task = task.split_once(' ').and_then(|(column, subject)| Some((column.parse().ok()?, subject.parse().ok()?)));
    let task = task.expect("a task is a column and a subject");
    let subjects = subjects();
    let (subject, column) = find(task, &subjects);
    let job = subject.measured(column).expect("the subject does this");
    job();
    counted_by_callgrind(&job, runs(task.0));
}

/// Callgrind knows it by its name.
#[inline(never)]
fn counted_by_callgrind(job: &Job<'_>, times: u32) {
    for _ in 0..times {
        black_box(job());
    }
}
