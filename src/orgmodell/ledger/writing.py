"""From beslut to YAML: what `reading` reads back as the same beslut."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import yaml

from orgmodell.changes import Beslut, Change
from orgmodell.ledger.mistakes import curly


class _Dumper(yaml.SafeDumper):
    """Puts straight quotes around a text that would be taken for one in curly quotes."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if curly(text) else None)


_Dumper.add_representer(str, _text)


def to_yaml(beslut: Iterable[Beslut]) -> str:
    """The beslut as one beslutsfil, a document each."""
    return yaml.dump_all(
        map(document, beslut),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        explicit_start=True,
        width=100,
    )


def changes_to_yaml(changes: Iterable[Change]) -> str:
    """Changes as they stand under ``changes`` in a beslutsfil."""
    stated = [{change.verb: stated_fields(change)} for change in changes]
    return yaml.dump(stated, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100) if stated else ""


def document(beslut: Beslut) -> dict[str, Any]:
    """A beslut as a document of a beslutsfil, as plain data."""
    head = stated_fields(beslut)
    changes = head.pop("changes", [])
    return {"beslut": head.pop("id"), **head} | {"changes": [{c.verb: stated_fields(c)} for c in changes]}


def stated_fields(value: Any) -> dict[str, Any]:
    """The fields of an attrs value that are not at their default, in order, as plain data."""
    return {
        field.name: _plain(each)
        for field in sorted(attrs.fields(type(value)), key=lambda f: f.default is not attrs.NOTHING)
        if (each := getattr(value, field.name)) != field.default
    }


def _plain(value: Any) -> Any:
    if attrs.has(type(value)) and not hasattr(value, "verb"):
        return stated_fields(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
