"""Kontrollspann, as data."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.projections.basis import together
from orgmodell.projections.spans import Kontrollspann
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def kontrollspann(asked: Asked, answer: Kontrollspann, riktmarke: float) -> Data:
    """How many one chef leads."""
    rule = {"counting_rule": answer.counting_rule}
    return question(asked) | kontrollspann_data(answer, riktmarke) | rule | grounds(asked, answer.basis)


def every_kontrollspann(asked: Asked, answer: Sequence[Kontrollspann], riktmarke: float) -> Data:
    """How many each chef leads."""
    return (
        question(asked)
        | {"riktmarke": riktmarke}
        | {"chefer": [kontrollspann_data(each, riktmarke) | marks(each.basis) for each in answer]}
        | {"counting_rule": answer[0].counting_rule if answer else None}
        | grounds(asked, together(each.basis for each in answer))
    )


def kontrollspann_data(answer: Kontrollspann, riktmarke: float) -> Data:
    """The figures of one chef."""
    return {
        "befattning": answer.befattning,
        "enheter": answer.enheter,
        "direct_chefer": answer.direct_chefer,
        "first_line": answer.first_line,
        "unled": answer.unled,
        "medarbetare": answer.medarbetare,
        "arsarbetare": answer.arsarbetare,
        "uppdragstagare": answer.uppdragstagare,
        "approximate": answer.approximate,
        "medarbetare_per_chef": answer.medarbetare_per_chef,
        "arsarbetare_per_chef": answer.arsarbetare_per_chef,
        "med_uppdragstagare_per_chef": answer.med_uppdragstagare_per_chef,
        "riktmarke": riktmarke,
        "over_riktmarke": answer.over(riktmarke),
        "text": _per_chef(answer),
    }


def _per_chef(answer: Kontrollspann) -> str:
    per_chef = answer.medarbetare_per_chef
    unit = "" if per_chef is None else " medarbetare per första linjens chef"
    return swedish.average(per_chef) + unit
