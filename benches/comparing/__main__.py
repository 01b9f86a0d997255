"""What clerk-codegen does with a document, and what other generators of Rust types do with the same.

Installs each tool in a pinned version, lets it make types of `openapi.json`, builds a program on them, has it read the
values of `probes.json`, and measures what reading, building and generating cost. Prints Markdown. Needs cargo with
crates.io, npm for quicktype, rustfmt for typify and progenitor; counts instructions if valgrind is installed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(1, str(Path(__file__).resolve().parent.parent))
import measures
import tables
from programs import Subject
from tools import REPOSITORY, all_tools

PLACES = ["README.md", "docs/comparison.md"]


def compare(scratch, arguments):
    """The blocks of Markdown, by name."""
    subjects = []
    for tool in all_tools(arguments.clerk_codegen):
        print(f"{tool.name} {tool.version}", file=sys.stderr, flush=True)
        tool.install(scratch)
        subjects.append(Subject(tool, scratch / "subjects" / str(len(subjects))))
    measured = [subject for subject in subjects if subject.tool.measured]
    costs = measures.measure(measured, scratch, arguments.builds)
    return {
        "short": tables.short(subjects, costs), "versions": tables.versions(subjects), "values": tables.values(subjects),
        "unchecked": tables.said(subjects), "faults": tables.faults(subjects), "numbers": tables.numbers(subjects, costs),
    }


def write(blocks):
    """Puts each block where a file has its markers."""
    for place in PLACES:
        path = REPOSITORY / place
        text = path.read_text()
        for name, block in blocks.items():
            start, end = f"<!-- comparing: {name} -->\n", f"<!-- end of {name} -->"
            if start in text:
                before, rest = text.split(start)
                text = f"{before}{start}\n{block}\n\n{end}{rest.split(end)[1]}"
        path.write_text(text)


def main():
    parser = argparse.ArgumentParser(prog="benches/comparing", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--builds", type=int, default=1, help="how often each program is built from clean (1)")
    parser.add_argument("--scratch", type=Path, help="a folder to keep and take up again; else a temporary one")
    parser.add_argument("--clerk-codegen", type=lambda path: Path(path).resolve(), help="the release build of it, if there is one")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {' and '.join(PLACES)}")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = (arguments.scratch or Path(temporary)).resolve()
        scratch.mkdir(parents=True, exist_ok=True)
        blocks = compare(scratch, arguments)
    for name, block in blocks.items():
        print(f"## {name}\n\n{block}\n")
    if arguments.write:
        write(blocks)


if __name__ == "__main__":
    main()
