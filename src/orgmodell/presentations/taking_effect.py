"""How what takes effect in a period is shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.fact import by, what
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Column, Day, Presentation, Row, Table
from orgmodell.projections.taking_effect import Effect, TakingEffect
from orgmodell.words import taking_effect as words

COLUMNS = Column(words.DAY, "day"), Column(words.WHAT, wide=True), Column(words.BESLUT)


def taking_effect(asked: Asked, answer: TakingEffect) -> Presentation:
    """What begins or ends after one day, up to and including another, as a table."""
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.between(answer.after, answer.until)),
        (Table(COLUMNS, rows, words.NOTHING, name=words.NAME),),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _row(asked: Asked, each: Effect) -> Row:
    said = what(asked, each.fact)
    return Row(
        (
            Day(each.day, None if each.ends else each.change.stated),
            words.ENDS + said if each.ends else said,
            by([each.fact]),
        ),
        assumed=each.change.mark == "assumed",
    )
