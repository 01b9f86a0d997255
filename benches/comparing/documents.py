"""The document that all tools get, parts of it, and the form of it that tools for JSON Schema read."""

import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
PREFIX = "#/components/schemas/"


def whole():
    return json.loads((HERE / "openapi.json").read_text())


def probes():
    return json.loads((HERE / "probes.json").read_text())


def schemas(document):
    return document["components"]["schemas"]


def leads_to(schema):
    """The names of the schemas to which a value refers."""
    if isinstance(schema, dict):
        own = {schema["$ref"].removeprefix(PREFIX)} if "$ref" in schema else set()
        return own.union(*map(leads_to, schema.values()))
    return set().union(*map(leads_to, schema)) if isinstance(schema, list) else set()


def needed(document, name):
    """A schema with all to which it leads, also through others."""
    found, left = set(), {name}
    while left:
        found |= left
        left = set().union(*(leads_to(schemas(document)[each]) for each in left)) - found
    return found


def part(document, keep):
    """The document with these schemas alone, and the operations that lead to no other."""
    kept = {name: schema for name, schema in schemas(document).items() if name in keep}
    paths = {path: item for path, item in document["paths"].items() if leads_to(item) <= set(kept)}
    return {**document, "paths": paths, "components": {"schemas": kept}}


def without(document, faulty):
    """The document without these schemas, and without those that lead to them."""
    return part(document, {name for name in schemas(document) if not needed(document, name) & set(faulty)})


def as_json_schema(document, spell_out_nullable):
    """The schemas as definitions. JSON Schema knows no `nullable`: it can be spelled out as a union with null."""
    text = json.dumps(schemas(document)).replace(PREFIX, "#/definitions/")
    definitions = json.loads(text)
    if spell_out_nullable:
        definitions = spelled_out(definitions)
    root = {"$ref": "#/definitions/Order"} if "Order" in definitions else {}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions, **root}


def spelled_out(value):
    if isinstance(value, list):
        return [spelled_out(item) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {key: spelled_out(item) for key, item in value.items() if key != "nullable"}
    return {"oneOf": [rest, {"type": "null"}]} if value.get("nullable") is True else rest


def orders(count):
    """An array of orders without nulls, which every tool can read; the same each time."""
    return json.dumps([order(index) for index in range(count)], separators=(",", ":"))


def order(index):
    pets = [{"kind": "cat", "lives": index % 9}, {"kind": "dog", "barks": index % 3 == 0}]
    comments = [{"text": f"comment {each} of order {index}", "answers": [{"text": "thanks"}]} for each in range(index % 3)]
    return {"id": f"order_{index:08}", "created": 1716883200000 + index, "paid": index % 5 != 0, "total": index + 0.25,
            "size": ["small", "large"][index % 2], "pet": pets[index % 2], "tags": ["new", "gift"][:index % 3],
            "comments": comments, "note": f"ring twice at number {index}", "street": "Main Street 1", "city": "Springfield"}
