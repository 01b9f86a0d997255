"""The tools: which version, how each is had, and how it makes a crate of types called `subject`.

All is installed below one scratch folder. cargo caches the sources of crates where it always does.
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import documents

REPOSITORY = Path(__file__).resolve().parent.parent.parent


class Failed(Exception):
    """A tool, or the compiler on what it wrote, did not succeed; with the first line that says why."""


def first_error(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "error" in line.lower() or "panicked" in line), lines[-1] if lines else "")


def call(command, folder, **variables):
    """What a command printed, to both streams."""
    environment = dict(os.environ, **variables)
    done = subprocess.run(list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(first_error(done.stderr + done.stdout))
    return done.stdout + done.stderr


@dataclass
class Tool:
    """One column: a tool with its options."""

    name: str
    version: str
    # The module with the types, from the root of the crate.
    types: str = ""
    # Whether reading, building and generating are measured, or only what is accepted.
    measured: bool = True
    # What stands before the command.
    prefix = ()

    def install(self, scratch):
        self.program = scratch / "bin" / self.command
        if not self.program.exists():
            call(["cargo", "install", "--locked", "--root", scratch, f"{self.package}@{self.version}"], scratch,
                 CARGO_TARGET_DIR=str(scratch / "target"))

    def input(self, document):
        return document

    @property
    def shown(self):
        """The command as a reader may repeat it."""
        return " ".join([self.command, *self.options("document.json", "CRATE")])

    def prepare(self, document, crate):
        """Writes what the tool reads, and gives back the command that generates."""
        source = crate.parent / f"{crate.name}.json"
        source.write_text(json.dumps(self.input(document), indent=2))
        (crate / "src").mkdir(parents=True, exist_ok=True)
        return [*self.prefix, self.program, *self.options(source, crate)]

    def generate(self, document, crate):
        """Writes the crate, and gives back what the tool said."""
        said = call(self.prepare(document, crate), crate.parent)
        self.finish(crate)
        return said

    def finish(self, crate):
        """Writes what the tool does not: of a module, the manifest that it needs."""
        code = (crate / "src/lib.rs").read_text()
        lines = [line for word, line in self.dependencies if word in code]
        (crate / "Cargo.toml").write_text(
            '[package]\nname = "subject"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n' + "".join(lines))


PLAIN = 'serde = { version = "1", default-features = false, features = ["std"] }\n'
DERIVED = 'serde = { version = "1", features = ["derive"] }\n'
JSON = ("serde_json", 'serde_json = "1"\n')
REGRESS = ("regress::", 'regress = "0.12"\n')


@dataclass
class ClerkCodegen(Tool):
    command = "clerk-codegen"
    reading: str = "tolerant"
    built: Path | None = None
    dependencies = [("serde", PLAIN), JSON, REGRESS]

    def install(self, scratch):
        self.program = self.built or scratch / "target/release/clerk-codegen"
        if not self.built:
            call(["cargo", "build", "--release", "--package", "clerk-codegen"], REPOSITORY,
                 CARGO_TARGET_DIR=str(scratch / "target"))

    def options(self, source, crate):
        return ["generate", source, "--reading", self.reading, "--out", f"{crate}/src/lib.rs"]


@dataclass
class Typify(Tool):
    spell_out_nullable: bool = False
    package, command = "cargo-typify", "cargo-typify"
    dependencies = [("serde", DERIVED), JSON, REGRESS]

    def input(self, document):
        return documents.as_json_schema(document, self.spell_out_nullable)

    def options(self, source, crate):
        return ["typify", source, "--no-builder", "--output", f"{crate}/src/lib.rs"]


@dataclass
class Quicktype(Tool):
    spell_out_nullable: bool = False
    command = "quicktype"
    dependencies = [("serde", DERIVED), JSON]

    def install(self, scratch):
        self.program = scratch / "node_modules/.bin/quicktype"
        if not self.program.exists():
            call(["npm", "install", "--prefix", scratch, "--no-audit", "--no-fund", "--cache", scratch / "npm",
                  f"quicktype@{self.version}"], scratch)
        # It keeps its settings there.
        self.prefix = ("env", f"HOME={scratch}")

    def input(self, document):
        return documents.as_json_schema(document, self.spell_out_nullable)

    def options(self, source, crate):
        return ["--src-lang", "schema", "--lang", "rust", "--visibility", "public", "--src", f"{source}#/definitions/",
                "--out", f"{crate}/src/lib.rs"]


@dataclass
class Progenitor(Tool):
    package, command = "cargo-progenitor", "cargo-progenitor"

    def options(self, source, crate):
        return ["progenitor", "--input", source, "--output", crate, "--name", "subject", "--version", "0.0.0"]

    def finish(self, crate):
        pass


@dataclass
class Ploidy(Tool):
    package, command = "ploidy", "ploidy"

    def options(self, source, crate):
        return ["generate", "rust", source, "--output", crate, "--name", "subject"]

    def finish(self, crate):
        pass


def all_tools(clerk_codegen):
    """In the order of the columns. The first is the one that the others are compared to."""
    return [
        ClerkCodegen("clerk-codegen, tolerant", "0.1.0", built=clerk_codegen),
        ClerkCodegen("clerk-codegen, strict", "0.1.0", reading="strict", built=clerk_codegen),
        Typify("typify", "0.8.0"),
        Progenitor("progenitor", "0.15.1", types="types::"),
        Quicktype("quicktype", "26.0.0"),
        Ploidy("ploidy", "0.15.0", types="types::"),
        Typify("typify, `nullable` spelled out", "0.8.0", spell_out_nullable=True, measured=False),
        Quicktype("quicktype, `nullable` spelled out", "26.0.0", spell_out_nullable=True, measured=False),
    ]
