"""How what runs out is shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Alert, Cell, Column, Paragraph, Presentation, Row, Table
from orgmodell.projections.expiring import Expiring, Expiry
from orgmodell.words import expiring as words
from orgmodell.words.terms import kind_of

COLUMNS = (
    Column(words.WHAT, "thing"),
    Column(words.KIND),
    Column(words.LAST_DAY, "day"),
    Column(words.LEFT, only="reading"),
    Column(words.LEFT, "number", only="data"),
    Column(words.PARTIES, "things"),
)


def expiring(asked: Asked, answer: Expiring) -> Presentation:
    """What runs out within so many months, or has passed its last day without a beslut."""
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.within(answer.within_months)),
        (Table(COLUMNS, rows, words.NOTHING, name=words.EXPIRING), Paragraph(words.NOT_BY_THE_CLOCK)),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _row(asked: Asked, each: Expiry) -> Row:
    left: Cell = Alert(words.passed(-each.days)) if each.passed else words.left(each.days)
    days = Alert(each.days) if each.passed else each.days
    parties = asked.named_things(each.parties)
    cells = asked.thing(each.thing), kind_of(each.type), each.last_day, left, days, parties
    return Row(cells, assumed=bool(each.basis.assumed))
