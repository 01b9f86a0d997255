"""The tables: a short one for people who choose, and those with each value and each number."""

import json

import documents

TOLERANT, STRICT = "clerk-codegen, tolerant", "clerk-codegen, strict"
OTHERS = ["typify", "progenitor", "quicktype", "ploidy"]


def table(head, rows, right=False):
    lines = [head, ["---"] + (["--:"] if right else ["---"]) * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def short(subjects, costs):
    """A cell for each tool; ours has two readings, in one cell."""
    subjects = {subject.tool.name: subject for subject in subjects}
    base = costs[TOLERANT]

    def cost(*fields):
        return lambda subject: ", ".join(
            ratio(getattr(costs[subject.tool.name], field), getattr(base, field)) for field in fields)

    rows = []
    for title, cell in [
        ("`nullable`", nullable),
        ("`discriminator`", discriminator),
        ("not listed: a tag, an enum's value, a member", unlisted),
        ("open enum (`anyOf` with `string`): not listed", lambda subject: short_result(subject, "open enum: unknown value")),
        ("values that break a keyword: refused", keywords),
        ("reading JSON, instructions", cost("instructions")),
        ("release build: after a change, from clean", cost("rebuild", "build")),
        ("generating", cost("generate")),
        ("operations", lambda subject: "a client" if subject.writes_operations() else "no"),
    ]:
        ours = list(dict.fromkeys(cell(subjects[name]) for name in (TOLERANT, STRICT)))
        rows.append([title, " / ".join(ours), *(cell(subjects[name]) for name in OTHERS)])
    return table(["", "clerk-codegen, tolerant / strict", *OTHERS], rows)


def nullable(subject):
    """Whether absent, null and a value are told apart, and whether a required member must be there."""
    results = subject.results
    if results["null"] == "refused":
        optional = "null refused"
    elif results["null"].startswith("becomes"):
        optional = "null read as absent"
    elif results["absent"] == "nulls added":
        optional = "absent written as null"
    else:
        optional = "absent and null kept" if results["absent"] == "kept" else results["absent"]
    if results["required: null"] == "refused":
        return f"{optional}; required: null refused"
    return f"{optional}; required: {'checked' if results['required: absent'] == 'refused' else 'may be absent'}"


def discriminator(subject):
    known = {short_result(subject, what) for what in ("known tag", "tag last")}
    return f"{' or '.join(sorted(known))}; wrong body {short_result(subject, 'wrong body')}"


def unlisted(subject):
    return ", ".join(short_result(subject, what) for what in ("unknown tag", "unknown value", "unknown member"))


def keywords(subject):
    broken = [probe["what"] for probe in documents.probes() if probe["about"] == "keywords" and not probe["valid"]]
    return f"{sum(subject.results[what] == 'refused' for what in broken)} of {len(broken)}"


def short_result(subject, what):
    """In a word: what becomes another value has lost something."""
    result = subject.results[what]
    return "lost" if result.startswith("becomes") else result


def ratio(number, base):
    return "–" if not number or not base else f"{number / base:.2f}"


def values(subjects):
    rows = []
    for probe in documents.probes():
        value = f"`{json.dumps(probe['json'], separators=(',', ':'))}`"
        rows.append([f"{probe['about']}: {probe['what']}", value, "takes" if probe["valid"] else "refuses",
                     *(subject.results[probe["what"]] for subject in subjects)])
    return table(["", "value", "schema", *(subject.tool.name for subject in subjects)], rows)


def numbers(subjects, costs):
    base, rows = costs[TOLERANT], []
    for subject in subjects:
        if subject.tool.name not in costs:
            continue
        cost = costs[subject.tool.name]
        rows.append([
            subject.tool.name, ratio(cost.time, 1.0), number(cost.nanoseconds, 1, 0), ratio(cost.instructions, base.instructions),
            number(cost.instructions, 1, 0), ratio(cost.rebuild, base.rebuild), number(cost.rebuild, 1, 2),
            ratio(cost.build, base.build), number(cost.build, 1, 1), str(subject.crates()), str(subject.lines()),
            ratio(cost.generate, base.generate), number(cost.generate, 1000, 1)])
    return table(["", "reading, time", "ns per object", "instructions", "per object", "build after a change", "s CPU",
                  "clean release build", "s CPU", "crates", "lines", "generating", "ms CPU"], rows, right=True)


def number(value, factor, digits):
    return "–" if value is None else f"{value * factor:.{digits}f}"


def faults(subjects):
    lines = []
    for subject in subjects:
        for name, why in subject.faults.items():
            what = "the document as a whole" if name is None else f"`{name}` by itself"
            lines.append(f"* {subject.tool.name}, {what}: {code(why)}")
    return "\n".join(lines) or "Every tool did the document as a whole."


def code(text):
    return f"`{text.replace('`', chr(39))}`"


def said(subjects):
    """Which keywords that a tool does not check it names in its messages."""
    lines = []
    for subject in subjects:
        broken = [probe["what"] for probe in documents.probes() if probe["about"] == "keywords" and not probe["valid"]]
        let_through = [what for what in broken if subject.results[what] != "refused"]
        named = [what for what in let_through if what in subject.said]
        lines.append([subject.tool.name, ", ".join(f"`{what}`" for what in let_through) or "none",
                      ", ".join(f"`{what}`" for what in named) or "none"])
    return table(["", "not checked", "of these named by the tool when it generates"], lines)


def versions(subjects):
    rows = [[subject.tool.name, subject.tool.version, f"`{subject.tool.shown}`"] for subject in subjects]
    return table(["", "version", "command"], rows)
