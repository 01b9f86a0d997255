"""What the types of the tools cost: to read, to build, to generate. All tools take turns."""

import statistics
from dataclasses import dataclass

import documents
from costs import cpu, in_turn, instructions
from tools import call

OBJECTS = 1000
ROUNDS = 25
TURNS = 3


@dataclass
class Cost:
    """Of one tool; `None` where it was not measured."""

    nanoseconds: float | None = None
    time: float | None = None
    instructions: float | None = None
    rebuild: float | None = None
    build: float | None = None
    generate: float | None = None


def measure(subjects, scratch, builds):
    costs = {subject.tool.name: Cost() for subject in subjects}
    read(subjects, costs, scratch)
    build(subjects, costs, builds)
    rebuild(subjects, costs)
    generate(subjects, costs)
    return costs


def read(subjects, costs, scratch):
    """Time as the median over the rounds of the ratio to the first tool in the same round; instructions counted once.

    When glibc gives memory back is a matter of chance: it is told to keep it.
    """
    payload = scratch / "orders.json"
    payload.write_text(documents.orders(OBJECTS))
    readers = [subject for subject in subjects if subject.reads_orders()]
    keep = {"MALLOC_TRIM_THRESHOLD_": str(1 << 30), "MALLOC_MMAP_THRESHOLD_": str(1 << 25)}
    rounds = []
    for turn in range(ROUNDS):
        order = list(range(len(readers)))
        order = order[turn % len(order):] + order[:turn % len(order)]
        times = {index: int(call([readers[index].program, "time", payload], scratch, **keep)) / OBJECTS for index in order}
        rounds.append([times[index] for index in range(len(readers))])
    counts = instructions([[subject.program, "once", payload] for subject in readers], scratch,
                          "--toggle-collect=*counted_by_callgrind*")
    for index, subject in enumerate(readers):
        cost = costs[subject.tool.name]
        cost.nanoseconds = statistics.median(times[index] for times in rounds)
        cost.time = statistics.median(times[index] / times[0] for times in rounds)
        cost.instructions = counts[index] and counts[index] / OBJECTS


def rebuild(subjects, costs):
    """CPU of a release build of the types and of the program that reads them, after a change of the types."""
    def once(subject):
        (subject.folder / "subject/src/lib.rs").touch()
        return cpu(lambda: subject.cargo("build", "--release", "--offline"))
    turns = [[once(subject) for subject in subjects] for _ in range(TURNS)]
    for subject, times in zip(subjects, zip(*turns)):
        costs[subject.tool.name].rebuild = statistics.median(times)


def build(subjects, costs, times):
    """CPU of a clean release build of the program, with all crates that it needs."""
    for _ in range(times):
        for subject in subjects:
            if len(subject.builds) < times:
                subject.build_clean()
    for subject in subjects:
        costs[subject.tool.name].build = statistics.median(subject.builds)


def generate(subjects, costs):
    """CPU of the tool's whole process, on as much of the document as it can do."""
    commands = []
    for subject in subjects:
        crate = subject.folder / "generated" / "subject"
        crate.parent.mkdir(exist_ok=True)
        commands.append(subject.tool.prepare(subject.document, crate))
    for subject, seconds in zip(subjects, in_turn(commands, TURNS, 10)):
        costs[subject.tool.name].generate = seconds
