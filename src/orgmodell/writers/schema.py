"""The JSON Schema of the answers that `json` writes, generated from the same classes.

The type of a field is the schema of its key, and its metadata says under which key that stands. What `json`
tells otherwise than by the fields stands in `TOLD`, `BESIDE` and `AS_IN_A_BESLUTSFIL`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from orgmodell import ledger
from orgmodell.changes import Beslut, Change, Fact, Form, HeadcountStated, Mark, Rad
from orgmodell.law import Law
from orgmodell.ledger.schema import described
from orgmodell.log import Verification
from orgmodell.presentations.asked import Asked
from orgmodell.projections.alternatives import Alternatives
from orgmodell.projections.answer import MERGED, is_told_alone, key_of
from orgmodell.projections.basis import Basis, parameters
from orgmodell.projections.chart import Chart
from orgmodell.projections.check import Check
from orgmodell.projections.chefsled import Chefsled, EveryChefsled
from orgmodell.projections.compare import Comparison
from orgmodell.projections.delegationsordning import Delegationsordning
from orgmodell.projections.diff import Diff
from orgmodell.projections.expiring import Expiring
from orgmodell.projections.forum import Meeting, Meetings
from orgmodell.projections.history import History
from orgmodell.projections.instrument import Ties
from orgmodell.projections.kontrollspann import EveryKontrollspann, Kontrollspann
from orgmodell.projections.line import Link, ReportingLine
from orgmodell.projections.lineage import Lineage
from orgmodell.projections.log import BeslutLog
from orgmodell.projections.names import Names
from orgmodell.projections.namnder import Namnder
from orgmodell.projections.plan import Plan
from orgmodell.projections.record import Record
from orgmodell.projections.rights import Rights
from orgmodell.projections.roller import Roller
from orgmodell.projections.show import Shown
from orgmodell.projections.status import Status
from orgmodell.projections.taking_effect import TakingEffect
from orgmodell.projections.uppdrag import Responsibilities, Responsibility
from orgmodell.projections.vacancies import Vacancies
from orgmodell.projections.verify import Verify
from orgmodell.projections.who_decides import WhoDecides
from orgmodell.view import Chef, Delegation, Holder
from orgmodell.violations import Severity, Violation
from orgmodell.words import Text

Schema = dict[str, Any]
BESLUTSFIL = "beslutsfil.schema.json"  # it stands beside this one

# The answers of each command: of one thing, and of all.
ANSWERS: Mapping[str, tuple[type, ...]] = {
    "chart": (Chart,),
    "show": (Shown,),
    "line": (ReportingLine,),
    "chefsled": (Chefsled, EveryChefsled),
    "kontrollspann": (Kontrollspann, EveryKontrollspann),
    "vacancies": (Vacancies,),
    "namnder": (Namnder,),
    "uppdrag": (Responsibility, Responsibilities),
    "roller": (Roller,),
    "instrument": (Ties,),
    "expiring": (Expiring,),
    "forum": (Meeting, Meetings),
    "plan": (Plan,),
    "delegationsordning": (Delegationsordning,),
    "who-decides": (WhoDecides,),
    "rights": (Rights,),
    "law": (Law,),
    "diff": (Diff,),
    "history": (History,),
    "lineage": (Lineage,),
    "taking-effect": (TakingEffect,),
    "log": (BeslutLog,),
    "alternatives": (Alternatives,),
    "compare": (Comparison,),
    "record": (Record,),
    "check": (Check,),
    "verify": (Verify,),
    "names": (Names,),
}

_ASKED = {
    "organisation": str,
    "day": date | None,
    "known": date | None,
    "alternative": str | None,
    "recorded": int | datetime | None,
}
_OF_NO_ORGANISATION = (Law,)
_UNIONS = (Union, UnionType)

# What is told by other keys than its fields, with the type of each; and what is told beside its fields.
TOLD: Mapping[type, Mapping[str, Any]] = {
    Basis: {"assumed": bool, "marks": Mapping[Literal[Mark, "none"], int]},
    Delegation: {
        "by": get_type_hints(Delegation)["by"],
        "vidaredelegation": str | None,
        "rad": Rad,
    },
    Fact: {
        "beslut": str,
        "number": int,
        "decided": date,
        "decided_stated": str | None,
        "decision_mark": Mark | None,
        "alternative": str | None,
        "verb": str,
        "parameters": Mapping[str, object],
        "effective": date,
        "stated": str | None,
        "mark": Mark | None,
        "document": str | None,
        "place": str | None,
        "quote": str | None,
    },
    Holder: {"person": str, "name": str | None, "form": Form},
    Law: {"act": str, "amended": str | None, "since": date},
    Violation: {
        "rule": str,
        "severity": Severity,
        "day": date,
        "things": tuple[str, ...],
        "message": str,
    },
}
BESIDE: Mapping[type, Mapping[str, Any]] = {
    Chef: {"name": str | None},
    Link: {"names": Mapping[str, str]},
}
_SAYS = {
    "organisation": "the organisation's id.",
    "assumed": "whether any of the facts that it rests on is assumed.",
    "marks": "how many of the facts that it rests on are stated, derived, assumed …",
    "basis": "every recorded fact that it rests on, in recorded order.",
    "verb": "what sort of change it is, as in a beslutsfil.",
    "parameters": "what the change says, as in a beslutsfil; what is at its default is left out.",
    "message": "what is wrong, and the way out, in the language asked for.",
    "names": "what the persons are called, of those whose names are kept.",
}
AS_IN_A_BESLUTSFIL = (Beslut, HeadcountStated)
_SIMPLE: Mapping[Any, Schema] = {
    str: {"type": "string"},
    Text: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    object: {},
}


@attrs.frozen
class _Keys:
    """The keys of something: the type (or the schema) of each, what they say, and which may be left out."""

    types: dict[str, Any]
    told: dict[str, str] = attrs.field(factory=dict)
    optional: frozenset[str] = frozenset()

    def __or__(self, other: _Keys) -> _Keys:
        return _Keys(self.types | other.types, self.told | other.told, self.optional | other.optional)


def answers_schema() -> Schema:
    """JSON Schema (2020-12) of every answer: of each command, by its name, and of what is in the answers."""
    things: dict[type, Schema] = {}
    commands = {command: _command(classes, things) for command, classes in ANSWERS.items()}
    ground = _object("A recorded change that an answer rests on.", _ground(), things)
    named = {cls.__name__: schema for cls, schema in things.items()} | {"Ground": ground}
    assert len(named) == len(things) + 1, "two classes have the same name"
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answers",
        "description": "What `orgmodell COMMAND --format json` prints: of each command `#/$defs/COMMAND`.",
        "$defs": commands | dict(sorted(named.items())),
    }


def _command(classes: tuple[type, ...], things: dict[type, Schema]) -> Schema:
    answers = [
        _object(_summary(each), _document(cls, hints), things)
        for cls in classes
        for each, hints in _one_by_one(cls)
    ]
    return answers[0] if len(answers) == 1 else {"oneOf": answers}


def _one_by_one(cls: type) -> Iterator[tuple[type, dict[str, Any]]]:
    """The types of the fields of an answer; of one that is told inside it, as many as that can be of."""
    hints = _types(cls)
    told_inside = [field.name for field in attrs.fields(cls) if key_of(field) == MERGED]
    inside = next((name for name in told_inside if get_origin(hints[name]) in _UNIONS), None)
    if inside is None:
        yield cls, hints
    else:
        yield from ((each, hints | {inside: each}) for each in get_args(hints[inside]))


def _document(cls: type, hints: dict[str, Any]) -> _Keys:
    """The keys of an answer by itself: what was asked, the answer, and every fact that it rests on."""
    asked = _Keys({"day": _ASKED["day"]} if cls in _OF_NO_ORGANISATION else dict(_ASKED), described(Asked))
    has_basis = "basis" in attrs.fields_dict(cls)
    grounds = {"basis": {"type": "array", "items": {"$ref": "#/$defs/Ground"}}} if has_basis else {}
    return asked | _fields(cls, hints, alone=True) | _Keys(grounds)


def _types(cls: type) -> dict[str, Any]:
    """The types of the fields of a class, also those that are imported there for types alone."""
    return get_type_hints(cls, localns={"Verification": Verification})


def _ground() -> _Keys:
    """The keys of a fact; and what it is on the day, where the answer is of one."""
    return _inside(Fact) | _Keys({"status": Status}, optional=frozenset({"status"}))


def _inside(cls: type) -> _Keys:
    """The keys of a value inside an answer."""
    if cls in AS_IN_A_BESLUTSFIL:
        return _as_in_a_beslutsfil(cls)
    if cls in TOLD:
        return _Keys(dict(TOLD[cls]), described(cls))
    if issubclass(cls, Change):
        hints = _types(cls)
        return _Keys({name: hints[name] for name in parameters(cls)}, described(cls))
    if issubclass(cls, tuple):
        return _Keys(_types(cls), described(cls))
    return _fields(cls, _types(cls)) | _Keys(dict(BESIDE.get(cls, {})))


def _as_in_a_beslutsfil(cls: type) -> _Keys:
    """The keys of what is told as a beslutsfil says it: what is at its default is left out."""
    schema, where = ledger.json_schema(), "#"
    if cls is not Beslut:
        schema, where = schema["$defs"][cls.__name__], f"#/$defs/{cls.__name__}"
    keys = {key: {"$ref": f"{BESLUTSFIL}{where}/properties/{key}"} for key in schema["properties"]}
    return _Keys(keys, optional=frozenset(keys) - {*schema["required"], "changes"})


def _fields(cls: type, hints: dict[str, Any], alone: bool = False) -> _Keys:
    """The keys of a value that its fields tell, its grounds last."""
    told, found, last = described(cls), _Keys({}), _Keys({})
    for field in attrs.fields(cls):
        key, hint = key_of(field), hints[field.name]
        if is_told_alone(field) and not alone:
            continue
        if key == MERGED and hint is Basis:
            last = _inside(Basis)
        elif key == MERGED:
            found |= _inside(hint)
        elif key is not None:
            found |= _Keys({key: hint}, {key: told[field.name]} if field.name in told else {})
    return found | last


def _object(summary: str, keys: _Keys, things: dict[type, Schema]) -> Schema:
    properties = {key: _of(hint, things) for key, hint in keys.types.items()}
    says = keys.told | _SAYS
    told = {key: {"description": _in_json(says[key])} for key in properties if key in says}
    return {
        "description": _in_json(summary),
        "type": "object",
        "properties": {key: schema | told.get(key, {}) for key, schema in properties.items()},
        "required": [key for key in properties if key not in keys.optional],
        "additionalProperties": False,
    }


def _of(hint: Any, things: dict[type, Schema]) -> Schema:
    """The schema of a type; of what has keys of its own, a reference to it among the things."""
    if isinstance(hint, dict):
        return hint
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is None:
        return _thing(hint, things)
    if origin in _UNIONS:
        return _any_of([_of(each, things) for each in arguments])
    if origin is Literal:
        return {"enum": list(arguments)}
    if issubclass(origin, Mapping):
        names = {} if arguments[0] is str else {"propertyNames": _of(arguments[0], things)}
        return {"type": "object", **names, "additionalProperties": _of(arguments[1], things)}
    assert origin is not tuple or arguments[1:] == (...,), hint
    return {"type": "array", "items": _of(arguments[0], things)}


def _thing(cls: type, things: dict[type, Schema]) -> Schema:
    if cls not in things:
        things[cls] = {}  # it may be inside itself
        things[cls] = _object(_summary(cls), _inside(cls), things)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _any_of(schemas: Sequence[Schema]) -> Schema:
    """Any of several: briefly, where each says a type and no more."""
    if all(schema.keys() == {"type"} for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    return {"anyOf": list(schemas)}


def _summary(cls: type) -> str:
    return " ".join(inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0].split())


def _in_json(told: str) -> str:
    """What a docstring says, of JSON."""
    return re.sub(r"\bNone\b", "null", told)
