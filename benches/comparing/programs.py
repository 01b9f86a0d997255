"""A program on the types that a tool made of the document, or of as much of it as the tool can."""

import json
import shutil

import documents
from costs import cpu
from documents import HERE
from tools import REPOSITORY, Failed, call


class Subject:
    """A tool, and what became of the document."""

    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder
        folder.mkdir(parents=True, exist_ok=True)
        # CPU of the clean builds of the whole program, kept beside it: each takes minutes for some tools.
        self.kept = folder / "builds.json"
        self.builds = json.loads(self.kept.read_text()) if self.kept.exists() else []
        # Of the schemas that the tool could not do: why. `None` stands for the document as a whole.
        self.faults = {}
        document = documents.whole()
        try:
            self.built(self.make(document))
        except Failed as failed:
            self.faults = {None: str(failed), **self.faulty(document)}
            document = documents.without(document, [name for name in self.faults if name])
            self.make(document)
        self.document = document
        self.results = self.probe()

    def faulty(self, document):
        """The schemas that fail by themselves, but for those that lead to one that does."""
        faults = {}
        names = sorted(documents.schemas(document), key=lambda name: len(documents.needed(document, name)))
        for name in names:
            needed = documents.needed(document, name)
            if not needed & set(faults):
                try:
                    self.make(documents.part(document, needed))
                except Failed as failed:
                    faults[name] = str(failed)
        return faults

    def make(self, document):
        """Generates, and builds the program; gives back the seconds of CPU if nothing was built before."""
        crate = self.folder / "subject"
        shutil.rmtree(crate, ignore_errors=True)
        self.said = self.tool.generate(document, crate)
        (self.folder / "src").mkdir(exist_ok=True)
        (self.folder / "src/main.rs").write_text((HERE / "program.rs").read_text() + self.calls(document))
        (self.folder / "Cargo.toml").write_text(
            '[package]\nname = "program"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n'
            'subject = { path = "subject" }\nserde = { version = "1", default-features = false }\nserde_json = "1"\n\n'
            '[workspace]\nresolver = "3"\nmembers = ["subject"]\n')
        shutil.copy(REPOSITORY / "Cargo.lock", self.folder)
        self.cargo("fetch")
        clean = not (self.folder / "target").exists()
        seconds = cpu(lambda: self.cargo("build", "--release", "--offline"))
        return seconds if clean else None

    def built(self, seconds):
        if seconds is not None:
            self.builds.append(seconds)
            self.kept.write_text(json.dumps(self.builds))

    def build_clean(self):
        self.cargo("clean", "--release")
        self.built(cpu(lambda: self.cargo("build", "--release", "--offline")))

    def calls(self, document):
        """The functions of the program that name the types."""
        have = documents.schemas(document)
        lines = [f'    probe::<subject::{self.tool.types}{probe["schema"]}>(r#"{json.dumps(probe["json"])}"#);\n'
                 for probe in documents.probes() if probe["schema"] in have]
        reading = f"serde_json::from_str::<Vec<subject::{self.tool.types}Order>>(text).unwrap().len()"
        return (f"fn probes() {{\n{''.join(lines)}}}\n\n"
                f"fn read_orders(text: &str) -> usize {{\n    {reading if 'Order' in have else 'text.len()'}\n}}\n")

    def cargo(self, *arguments):
        return call(["cargo", *arguments], self.folder, CARGO_TARGET_DIR=str(self.folder / "target"),
                    CARGO_INCREMENTAL="0")

    @property
    def program(self):
        return self.folder / "target/release/program"

    def reads_orders(self):
        return "Order" in documents.schemas(self.document)

    def probe(self):
        """Of each probe, by its name, the outcome."""
        lines, results = iter(call([self.program], self.folder).splitlines()), {}
        for probe in documents.probes():
            if probe["schema"] in documents.schemas(self.document):
                read, written = json.loads(next(lines))
                results[probe["what"]] = outcome(probe, read, written)
            else:
                results[probe["what"]] = "no types"
        return results

    def crates(self):
        """What cargo compiles beside the program and the types; for the machine that builds."""
        tree = self.cargo("tree", "--offline", "--package", "subject", "--edges", "normal,build", "--prefix", "none",
                          "--format", "{p}")
        return len({line.removesuffix(" (*)") for line in tree.splitlines() if line}) - 1

    def code(self):
        return "\n".join(path.read_text() for path in sorted((self.folder / "subject").rglob("*.rs")))

    def lines(self):
        return len(self.code().splitlines())

    def writes_operations(self):
        return "fn get_order" in self.code()


def outcome(probe, read, written):
    """`refused`; else what the value is when it is written again."""
    if not read:
        return "refused"
    if written == probe["json"]:
        return "kept"
    if written_without_added_nulls(written, probe["json"]) == probe["json"]:
        return "nulls added"
    return f"becomes `{json.dumps(written, separators=(',', ':'))}`"


def written_without_added_nulls(written, read):
    if isinstance(written, dict) and isinstance(read, dict):
        return {name: written_without_added_nulls(value, read.get(name)) for name, value in written.items()
                if value is not None or name in read}
    if isinstance(written, list) and isinstance(read, list):
        return [written_without_added_nulls(*pair) for pair in zip(written, read)]
    return written
