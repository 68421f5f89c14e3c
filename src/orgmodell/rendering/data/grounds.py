"""What every answer states: the question, and the recorded facts that it rests on."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from typing import Any

import msgspec

from orgmodell import ledger
from orgmodell.changes import Fact
from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import Basis
from orgmodell.projections.status import status

Data = dict[str, Any]


def to_json(data: object) -> str:
    """Plain data, or frozen values, as JSON text."""
    return json.dumps(msgspec.to_builtins(data), ensure_ascii=False, indent=2)


def question(asked: Asked) -> Data:
    """What was asked: organisation, day, and what counts."""
    recorded = asked.recorded
    return {
        "organisation": asked.organisation,
        "day": asked.day,
        "known": asked.known,
        "alternative": asked.alternative,
        "recorded": recorded.isoformat() if isinstance(recorded, datetime) else recorded,
    }


def grounds(asked: Asked, basis: Basis) -> Data:
    """What an answer rests on: each fact, with what it is on the day when the question has one."""
    return marks(basis) | {"basis": [fact_data(fact) | _status(asked, fact) for fact in basis]}


def marks(basis: Basis) -> Data:
    """How many of the facts are stated, derived, assumed …"""
    counts = Counter(fact.change.mark or "none" for fact in basis)
    return {"assumed": bool(basis.assumed), "marks": dict(counts)}


def fact_data(fact: Fact) -> Data:
    """A recorded change: what it says, from when, by which beslut, and on what ground."""
    change, source = fact.change, fact.source
    said = ledger.stated_fields(change)
    return {
        "beslut": fact.beslut.id,
        "number": fact.number,
        "decided": fact.decided,
        "decided_stated": fact.beslut.decided_stated,
        "decision_mark": fact.beslut.mark,
        "alternative": fact.record.alternative,
        "verb": change.verb,
        "parameters": {
            name: each for name, each in said.items() if name not in ("effective", "stated", "source", "mark")
        },
        "effective": fact.day,
        "stated": change.stated,
        "mark": change.mark,
        "document": source.document if source else None,
        "place": source.place if source else None,
        "quote": source.quote if source else None,
    }


def _status(asked: Asked, fact: Fact) -> Data:
    if asked.day is None or asked.view is None:
        return {}
    return {"status": status(asked.view.account, fact, asked.day)}
