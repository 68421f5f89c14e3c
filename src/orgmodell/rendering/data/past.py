"""What happened, what differs and what is on the log, as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from orgmodell import ledger
from orgmodell.changes import Recorded
from orgmodell.projections.past import Effect, Happening
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, fact_data, question

if TYPE_CHECKING:
    import networkx


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
