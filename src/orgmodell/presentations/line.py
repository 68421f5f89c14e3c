"""How a reporting line is shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Alert, Cell, Column, Presentation, Row, Table
from orgmodell.projections.line import Link, ReportingLine
from orgmodell.words import line as words

COLUMNS = Column(words.BEFATTNING, "thing"), Column(words.LEADS, "thing"), Column(words.HOLDERS)


def line(asked: Asked, answer: ReportingLine) -> Presentation:
    """The chefer above a befattning, nearest first."""
    rows = (Row((number, *link_cells(asked, link))) for number, link in enumerate(answer.links, 1))
    columns = (Column(words.NUMBER, "number"), *COLUMNS)
    return Presentation(
        asked.heading(words.of(asked.called(answer.befattning), answer.mode)),
        (Table(columns, tuple(rows), words.NOBODY),),
        grounds=grounds(asked, answer.basis),
    )


def link_cells(asked: Asked, link: Link) -> tuple[Cell, ...]:
    """A befattning in a line, what it leads, and who holds it."""
    led = asked.thing(link.enhet) if link.enhet else words.BY_DECISION
    nobody = Alert(words.VACANT) if link.vacant else words.NOT_RECORDED
    return asked.thing(link.befattning), led, ", ".join(map(asked.name, link.persons)) or nobody
