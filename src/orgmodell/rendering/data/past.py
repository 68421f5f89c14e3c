"""What happened, what differs and what is on the log, as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from orgmodell import ledger
from orgmodell.changes import Recorded
from orgmodell.projections.diff import Diff, Difference, RowInBrief
from orgmodell.projections.past import Effect, Happening
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, fact_data, grounds, question
from orgmodell.view import Member, Seat

if TYPE_CHECKING:
    import networkx


def diff(asked: Asked, answer: Diff) -> Data:
    """What differs between two days."""
    return (
        question(asked)
        | {"before": answer.before.day, "after": answer.after.day}
        | {"differences": [_difference(each) for each in answer]}
        | grounds(asked, answer.basis)
    )


def history(asked: Asked, thing: str, answer: Sequence[Happening]) -> Data:
    """Every change that touched a thing, in order of day."""
    happenings = [
        fact_data(each.fact)
        | {"annulled_by": each.annulled_by, "status": each.status(asked.day) if asked.day else None}
        for each in answer
    ]
    return question(asked) | {"id": thing, "happenings": happenings}


def lineage(asked: Asked, answer: networkx.DiGraph[str]) -> Data:
    """Which enheter went over into which."""
    enheter = [{"enhet": enhet, "name": node["name"]} for enhet, node in answer.nodes(data=True)]
    edges = [
        {"predecessor": before, "successor": after, **edge} for before, after, edge in answer.edges(data=True)
    ]
    return question(asked) | {"enheter": enheter, "lineage": edges}


def log(asked: Asked, answer: Sequence[Recorded], stamped: bool) -> Data:
    """Every beslut in recorded order, as in a beslutsfil."""
    beslut = [
        {"position": each.position, "recorded": each.recorded if stamped else None}
        | {"alternative": each.alternative}
        | ledger.document(each.beslut)
        for each in answer
    ]
    return question(asked) | {"log": beslut}


def taking_effect(asked: Asked, after: date, until: date, answer: Sequence[Effect]) -> Data:
    """What begins or ends after one day, up to and including another."""
    effects = [{"day": each.day, "ends": each.ends, **fact_data(each.fact)} for each in answer]
    return question(asked) | {"after": after, "until": until, "effects": effects}


def _difference(each: Difference) -> Data:
    return {
        "what": each.what,
        "id": each.thing,
        "type": each.type,
        "name": each.name,
        "aspect": each.aspect,
        "before": _plain(each.before),
        "after": _plain(each.after),
        "beslut": list(dict.fromkeys(fact.beslut.id for fact in each.facts)),
    }


def _plain(value: Any) -> Any:
    """One side of a difference; members, seats and rows with the names of their fields."""
    match value:
        case Member() | Seat() | RowInBrief():
            return value._asdict()
        case dict():
            return {aspect: _plain(each) for aspect, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value
