"""JSON: the answer itself. Ids, numbers, ISO dates; null where underlag saknas.

The fields of an answer are its keys. What an answer inside another rests on is told in short, by its marks.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import singledispatch
from typing import Any

import attrs

from orgmodell import ledger
from orgmodell.changes import Fact
from orgmodell.presentations.asked import Asked
from orgmodell.projections.answer import MERGED, Answer, key_of
from orgmodell.projections.basis import Basis
from orgmodell.projections.status import status
from orgmodell.violations import Violation
from orgmodell.words import Lang, Text

Data = dict[str, Any]


def write(asked: Asked, answer: object, lang: Lang) -> str:
    """An answer as JSON text.

    Args:
        asked: what was asked.
        answer: a frozen answer.
        lang: in which language the few sentences in it are: rules of counting, what a broken rule says.
    """
    return json.dumps(document(asked, answer, lang), ensure_ascii=False, indent=2)


def document(asked: Asked, answer: object, lang: Lang) -> Data:
    """An answer as plain data: what was asked, the answer, and every fact that it rests on."""
    basis = getattr(answer, "basis", None)
    grounds = {"basis": [_ground(asked, fact) for fact in basis]} if isinstance(basis, Basis) else {}
    return question(asked) | _fields(answer, lang) | grounds


def question(asked: Asked) -> Data:
    """What was asked: organisation, day, and what counts."""
    recorded = asked.recorded
    return {
        "organisation": asked.organisation,
        "day": asked.day and asked.day.isoformat(),
        "known": asked.known and asked.known.isoformat(),
        "alternative": asked.alternative,
        "recorded": recorded.isoformat() if isinstance(recorded, datetime) else recorded,
    }


@singledispatch
def plain(value: Any, lang: Lang) -> Any:
    """A value as plain data."""
    if attrs.has(type(value)):
        return _inside(value, lang)
    raise TypeError(f"no JSON is said of {type(value)}")


@plain.register(str)
@plain.register(int)
@plain.register(float)
@plain.register(type(None))
def _same(value: object, lang: Lang) -> object:
    return value


@plain.register
def _day(value: date, lang: Lang) -> str:
    return value.isoformat()


@plain.register
def _text(value: Text, lang: Lang) -> str:
    return value.said(lang)


@plain.register(tuple)
@plain.register(list)
def _each(value: Any, lang: Lang) -> list[Any]:
    return [plain(each, lang) for each in value]


@plain.register
def _by_key(value: Mapping, lang: Lang) -> Data:  # type: ignore[type-arg]
    return {key: plain(each, lang) for key, each in value.items()}


@plain.register
def _basis(value: Basis, lang: Lang) -> Data:
    """How many of the facts are stated, derived, assumed …"""
    counts = Counter(fact.change.mark or "none" for fact in value)
    return {"assumed": bool(value.assumed), "marks": dict(counts)}


@plain.register
def _fact(value: Fact, lang: Lang) -> Data:
    """A recorded change: what it says, from when, by which beslut, and on what ground."""
    change, source = value.change, value.source
    said = ledger.stated_fields(change)
    return {
        "beslut": value.beslut.id,
        "number": value.number,
        "decided": value.decided.isoformat(),
        "decided_stated": value.beslut.decided_stated,
        "decision_mark": value.beslut.mark,
        "alternative": value.record.alternative,
        "verb": change.verb,
        "parameters": {
            name: plain(each, lang)
            for name, each in said.items()
            if name not in ("effective", "stated", "source", "mark")
        },
        "effective": value.day.isoformat(),
        "stated": change.stated,
        "mark": change.mark,
        "document": source.document if source else None,
        "place": source.place if source else None,
        "quote": source.quote if source else None,
    }


@plain.register
def _violation(value: Violation, lang: Lang) -> Data:
    return {
        "rule": value.rule,
        "severity": value.severity,
        "day": value.day.isoformat(),
        "things": list(value.things),
        "message": value.text.said(lang),
    }


def _fields(value: Any, lang: Lang) -> Data:
    """The fields of a value under their keys; what is merged gives its own keys, its grounds last."""
    found, last = Data(), Data()
    for field in attrs.fields(type(value)):
        key, each = key_of(field), getattr(value, field.name)
        if key == MERGED and isinstance(each, Basis):
            last = plain(each, lang)
        elif key == MERGED:
            found |= plain(each, lang) or {}
        elif key is not None:
            found[key] = plain(each, lang)
    return found | last


def _inside(value: Any, lang: Lang) -> Data:
    """An answer inside another: how its figures are counted is said once, by the other."""
    found = _fields(value, lang)
    if isinstance(value, Answer):
        found.pop("counting_rule", None)
    return found


def _ground(asked: Asked, fact: Fact) -> Data:
    state: Data = {}
    if asked.day is not None and asked.view is not None:
        state = {"status": status(asked.view.account, fact, asked.day)}
    return {**plain(fact, "sv"), **state}
