"""Roles and relations, as data."""

from __future__ import annotations

from orgmodell.projections.roller import Roles, Standing
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def roles(asked: Asked, answer: Roles) -> Data:
    """Which enheter and organ have which roles, and who and what mixes the sides."""
    return (
        question(asked)
        | {"standings": [_standing(each) for each in answer.standings]}
        | {"mixed": [_standing(each) for each in answer.mixed]}
        | {"relations": [each._asdict() for each in answer.relations]}
        | {"counting_rule": answer.counting_rule}
        | grounds(asked, answer.basis)
    )


def _standing(each: Standing) -> Data:
    said = {"id": each.thing, "type": each.type, "roller": each.roller}
    return said | {"sides": dict(each.sides), "mixed": each.mixed} | marks(each.basis)
