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
from orgmodell.changes import Beslut, Change, Fact, HeadcountStated
from orgmodell.law import Law
from orgmodell.presentations.asked import Asked
from orgmodell.projections.answer import MERGED, is_told_alone, key_of
from orgmodell.projections.basis import Basis, parameters_of
from orgmodell.projections.line import Link
from orgmodell.projections.status import status
from orgmodell.view import Chef, Delegation, Holder
from orgmodell.violations import Violation
from orgmodell.words import Lang, Text

Data = dict[str, Any]


@attrs.frozen
class Told:
    """How a value is told: in which language, what persons are called, and whether it stands by itself."""

    lang: Lang
    names: Mapping[str, str]
    alone: bool = False


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
    told = Told(lang, asked.names, alone=True)
    grounds = {"basis": [_ground(asked, fact) for fact in basis]} if isinstance(basis, Basis) else {}
    return question(asked) | _fields(answer, told) | grounds


def question(asked: Asked) -> Data:
    """What was asked: organisation, day, and what counts."""
    recorded, day = asked.recorded, {"day": asked.day and asked.day.isoformat()}
    if asked.organisation is None:
        return day
    return {
        "organisation": asked.organisation,
        **day,
        "known": asked.known and asked.known.isoformat(),
        "alternative": asked.alternative,
        "recorded": recorded.isoformat() if isinstance(recorded, datetime) else recorded,
    }


@singledispatch
def plain(value: Any, told: Told) -> Any:
    """A value as plain data."""
    if attrs.has(type(value)):
        return _fields(value, told)
    raise TypeError(f"no JSON is said of {type(value)}")


@plain.register(str)
@plain.register(int)
@plain.register(float)
@plain.register(type(None))
def _same(value: object, told: Told) -> object:
    return value


@plain.register
def _day(value: date, told: Told) -> str:
    return value.isoformat()


@plain.register
def _time(value: datetime, told: Told) -> str:
    return value.isoformat().replace("+00:00", "Z")


@plain.register
def _beslut(value: Beslut, told: Told) -> Data:
    """A beslut as in a beslutsfil."""
    found: Data = plain(ledger.document(value), told)
    return found


@plain.register
def _text(value: Text, told: Told) -> str:
    return value.said(told.lang)


@plain.register(tuple)
@plain.register(list)
def _each(value: Any, told: Told) -> Any:
    """A list; of a named tuple, its fields."""
    if hasattr(value, "_asdict"):
        return {name: plain(each, told) for name, each in value._asdict().items()}
    return [plain(each, told) for each in value]


@plain.register
def _by_key(value: Mapping, told: Told) -> Data:  # type: ignore[type-arg]
    return {key: plain(each, told) for key, each in value.items()}


@plain.register
def _basis(value: Basis, told: Told) -> Data:
    """How many of the facts are stated, derived, assumed …"""
    counts = Counter(fact.change.mark or "none" for fact in value)
    return {"assumed": bool(value.assumed), "marks": dict(counts)}


@plain.register
def _change(value: Change, told: Told) -> Data:
    """What a change says; on what ground is told where the answer tells what it rests on."""
    return {name: plain(each, told) for name, each in parameters_of(value).items()}


@plain.register
def _headcount(value: HeadcountStated, told: Told) -> Data:
    """A headcount with what is stated of it, and on what ground."""
    return {name: plain(each, told) for name, each in ledger.stated_fields(value).items()}


@plain.register
def _delegation(value: Delegation, told: Told) -> Data:
    given = value.given and value.given.vidaredelegation
    return {"by": value.by, "vidaredelegation": given, "rad": plain(value.rad, told)}


@plain.register
def _holder(value: Holder, told: Told) -> Data:
    """Who holds a befattning, with the name where it is known."""
    return {"person": value.person, "name": told.names.get(value.person), "form": value.form}


@plain.register
def _law(value: Law, told: Told) -> Data:
    """Which wording of the law an answer goes by."""
    return {"act": value.act, "amended": value.amended, "since": value.since.isoformat()}


@plain.register
def _fact(value: Fact, told: Told) -> Data:
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
            name: plain(each, told)
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
def _chef(value: Chef, told: Told) -> Data:
    return _fields(value, told) | {"name": told.names.get(value.person)}


@plain.register
def _link(value: Link, told: Told) -> Data:
    names = {person: told.names[person] for person in value.persons if person in told.names}
    return _fields(value, told) | {"names": names}


@plain.register
def _violation(value: Violation, told: Told) -> Data:
    return {
        "rule": value.rule,
        "severity": value.severity,
        "day": value.day.isoformat(),
        "things": list(value.things),
        "message": value.text.said(told.lang),
    }


def _fields(value: Any, told: Told) -> Data:
    """The fields of a value under their keys; what is merged gives its own keys, its grounds last."""
    found, last = Data(), Data()
    inside = attrs.evolve(told, alone=False)
    for field in attrs.fields(type(value)):
        key, each = key_of(field), getattr(value, field.name)
        if is_told_alone(field) and not told.alone:
            continue
        if key == MERGED and isinstance(each, Basis):
            last = plain(each, inside)
        elif key == MERGED:
            found |= plain(each, inside) or {}
        elif key is not None:
            found[key] = plain(each, inside)
    return found | last


def _ground(asked: Asked, fact: Fact) -> Data:
    state: Data = {}
    if asked.day is not None and asked.view is not None:
        state = {"status": status(asked.view.account, fact, asked.day)}
    return {**plain(fact, Told("sv", {})), **state}
