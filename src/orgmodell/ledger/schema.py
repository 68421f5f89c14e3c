"""The JSON Schema of a beslutsfil, generated from the change classes, for editors."""

from __future__ import annotations

import inspect
import re
from typing import Any, get_type_hints

import attrs
import msgspec

from orgmodell.changes import CHANGES, Beslut, Change, Source


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one document of a beslutsfil."""
    hints = get_type_hints(Beslut)
    head = {f.name: f for f in attrs.fields(Beslut) if f.name != "changes"}
    types = [*CHANGES, *(hints[name] for name in head)]
    schemas, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    told = described(Beslut)
    properties = {
        ("beslut" if name == "id" else name): schema | {"description": told[name]}
        for name, schema in zip(head, schemas[len(CHANGES) :], strict=True)
    }
    changes = zip(CHANGES, schemas, strict=False)
    one_change = [_one_key(change.verb, reference) for change, reference in changes]
    properties["changes"] = {"type": "array", "items": {"oneOf": one_change}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Beslutsfil",
        "description": "One beslut and its changes, as orgmodell reads them.",
        "type": "object",
        "properties": properties,
        "required": ["beslut", "decided"],
        "additionalProperties": False,
        "$defs": {cls.__name__: _tidy(definitions[cls.__name__], cls) for cls in (*CHANGES, Source)},
    }


def described(cls: type[Any]) -> dict[str, str]:
    """What the Attributes sections of a class and its bases say of each field."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        lines = inspect.cleandoc(base.__doc__ or "").partition("Attributes:")[2]
        for name, text in re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", lines, re.MULTILINE):
            found[name] = " ".join(text.split())
    return found


def _one_key(verb: str, reference: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {verb: reference},
        "required": [verb],
        "additionalProperties": False,
    }


def _tidy(schema: dict[str, Any], cls: type[Change] | type[Source]) -> dict[str, Any]:
    told = described(cls)
    properties = {
        name: each | ({"description": told[name]} if name in told else {})
        for name, each in schema["properties"].items()
    }
    summary = inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0]
    described_so = {"description": summary, "properties": properties, "additionalProperties": False}
    return schema | described_so
