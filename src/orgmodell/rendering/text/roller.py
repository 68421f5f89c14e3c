"""Roles and relations, as text."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell import swedish
from orgmodell.projections.roller import Roles, Standing
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.table import names, rule, table, text
from orgmodell.view import Side


def roles(asked: Asked, answer: Roles) -> str:
    """The roles of enheter and organ, what mixes the sides, and what things do for each other."""
    return text(
        asked.heading("Roller"),
        [
            _standings(asked, answer),
            *("", "Blandar beställare och utförare", "", _mixed(asked, answer)),
            *("", "Relationer", "", _relations(asked, answer)),
            *rule(answer.counting_rule),
            *grounds(asked, answer.basis, starred=True),
        ],
    )


def words(given: Iterable[str]) -> str:
    """Several stored words as they are written, or a dash."""
    return ", ".join(map(swedish.word, given)) or swedish.NOTHING


def _standings(asked: Asked, answer: Roles) -> str:
    rows = [
        (asked.called(each.thing) + star(each.basis), swedish.kind_of(each.type), words(each.roller))
        for each in answer.standings
    ]
    return table(("Enhet eller organ", "Typ", "Roller"), rows, "Ingen enhet och inget organ har någon roll.")


def _mixed(asked: Asked, answer: Roles) -> str:
    rows = [
        (
            asked.called(each.thing) + star(each.basis),
            swedish.kind_of(each.type),
            _by(asked, each, "bestallare"),
            _by(asked, each, "utforare"),
        )
        for each in answer.mixed
    ]
    heads = ("Vad", "Typ", "Beställarsidan genom", "Utförarsidan genom")
    return table(heads, rows, "Ingen och inget är känt för att blanda beställare och utförare.")


def _relations(asked: Asked, answer: Roles) -> str:
    rows = [
        (asked.called(each.thing), swedish.word(each.kind), asked.called(each.to))
        for each in answer.relations
    ]
    return table(("Från", "Relation", "Till"), rows, "Ingen relation är registrerad.")


def _by(asked: Asked, each: Standing, side: Side) -> str:
    by = each.sides.get(side, ())
    return "egen roll" if by == (each.thing,) else names(asked, by)
