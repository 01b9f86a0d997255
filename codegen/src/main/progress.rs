//! A line on a terminal that says that a run goes on.

use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a run may take before anything is said, and how often the line is written anew.
const PATIENCE: Duration = Duration::from_secs(1);

/// The line must not wrap: a carriage return leads to the start of its last row alone.
const MAX_NAME: usize = 40;

/// What is told as long as this lives; the line is taken back when it is dropped.
#[derive(Debug)]
pub(super) struct Progress {
    end: Option<Sender<()>>,
    teller: Option<JoinHandle<()>>,
}

impl Progress {
    pub(super) fn start(doing: &str, path: &Path, mut terminal: impl Write + Send + 'static) -> Self {
        let line = format!("{doing} {}", short_name(path));
        let (end, ended) = mpsc::channel();
        let teller = thread::spawn(move || tell(&line, &ended, &mut terminal, PATIENCE));
        Self { end: Some(end), teller: Some(teller) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.end.take());
        // A teller that panicked has nothing left to take back.
        let _ = self.teller.take().map(JoinHandle::join);
    }
}

/// The last name of a path, of which control characters are left out, and its end where it is long.
fn short_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    name.chars().filter(|character| !character.is_control()).take(MAX_NAME).collect()
}

/// Writes the line while the other side lives. A terminal that cannot be written to ends nothing.
fn tell(line: &str, ended: &Receiver<()>, terminal: &mut impl Write, patience: Duration) {
    let start = Instant::now();
    let mut written = 0;
    while ended.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
        let text = format!("{line}: {} s", start.elapsed().as_secs());
        written = written.max(text.len());
        let _ = write!(terminal, "\r{text}").and_then(|()| terminal.flush());
    }
    if written > 0 {
        let _ = write!(terminal, "\r{:written$}\r", "").and_then(|()| terminal.flush());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use super::*;

    /// What is told in the time that the work takes.
    fn told(work: Duration, patience: Duration) -> String {
        let (end, ended) = mpsc::channel::<()>();
        let worker = thread::spawn(move || {
            thread::sleep(work);
            drop(end);
        });
        let mut terminal = Vec::new();
        tell("generating pet.json", &ended, &mut terminal, patience);
        worker.join().unwrap();
        String::from_utf8(terminal).unwrap()
    }

    #[test]
    fn a_short_run_is_silent() {
        assert_eq!(told(Duration::ZERO, Duration::from_secs(600)), "");
    }

    #[test]
    fn a_long_run_is_told_and_taken_back() {
        let told = told(Duration::from_millis(200), Duration::from_millis(1));
        let line = "\rgenerating pet.json: 0 s";
        assert!(told.starts_with(line), "{told:?}");
        assert!(told.ends_with(&format!("s\r{:1$}\r", "", line.len() - 1)), "{told:?}");
    }

    #[test]
    fn a_name_fits_on_the_line() {
        assert_eq!(short_name(Path::new("a/\u{1b}[31mpet.json")), "[31mpet.json");
        assert_eq!(short_name(Path::new(&"n".repeat(200))).len(), MAX_NAME);
    }
}
