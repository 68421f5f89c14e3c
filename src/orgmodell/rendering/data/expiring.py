"""What runs out, as data."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell.projections.basis import together
from orgmodell.projections.expiring import Expiry
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def expiring(asked: Asked, answer: Sequence[Expiry], months: int) -> Data:
    """What runs out within so many months, or has passed its last day without a beslut."""
    found = [_expiry(each) | marks(each.basis) for each in answer]
    basis = together(each.basis for each in answer)
    return question(asked) | {"within_months": months, "expiring": found} | grounds(asked, basis)


def _expiry(each: Expiry) -> Data:
    return {
        "id": each.thing,
        "type": each.type,
        "name": each.name,
        "last_day": each.last_day,
        "days": each.days,
        "passed": each.passed,
        "parties": each.parties,
    }
