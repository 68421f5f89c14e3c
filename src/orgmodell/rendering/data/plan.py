"""The plan, as data."""

from __future__ import annotations

from orgmodell.projections.plan import Deadline, Load, Plan
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, question


def plan(asked: Asked, answer: Plan) -> Data:
    """What is planned: the åtgärder in order, their deadlines by day, what waits, and who carries it."""
    return (
        question(asked)
        | {"atgarder": answer.atgarder}
        | {"deadlines": [_deadline(each) for each in answer.deadlines]}
        | {"overdue": [_deadline(each) for each in answer.overdue]}
        | {"undated": [each.id for each in answer.undated]}
        | {"open": [each.id for each in answer.open]}
        | {"waits": answer.waits, "loads": [_load(each) for each in answer.loads]}
        | grounds(asked, answer.basis)
    )


def _deadline(each: Deadline) -> Data:
    return {"day": each.day, "atgard": each.atgard.id, "met": each.met, "overdue": each.overdue}


def _load(each: Load) -> Data:
    return {
        "actor": each.actor,
        "atgarder": each.atgarder,
        "shared": each.shared,
        "forms": each.forms,
        "there": each.there,
    }
