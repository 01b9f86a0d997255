"""What programs cost: CPU of all processes, and instructions."""

import resource
import shutil
import statistics
import subprocess


def cpu(action):
    """User and system seconds of the processes that an action starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run(command):
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr}")


def seconds(command, times):
    """CPU of one run, as the mean of so many: one alone is shorter than the clock is fine."""
    def all_runs():
        for _ in range(times):
            run(command)
    return cpu(all_runs) / times


def in_turn(commands, turns, times):
    """The medians of the seconds; each turn runs all commands."""
    runs = [[seconds(command, times) for command in commands] for _ in range(turns)]
    return [statistics.median(column) for column in zip(*runs)]


def instructions(commands, folder, *options):
    """Counted by callgrind, of each command; `None` without valgrind."""
    if not shutil.which("valgrind"):
        return [None for _ in commands]
    out = folder / "callgrind"
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *options]
    return [count([*valgrind, *command], out) for command in commands]


def count(command, out):
    run(command)
    return next(int(line.split()[1]) for line in out.read_text().splitlines() if line.startswith("totals:"))
