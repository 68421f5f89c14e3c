"""How chefsled are shown."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.line import COLUMNS, link_cells
from orgmodell.presentations.parts import Cell, Column, Paragraph, Presentation, Row, Table
from orgmodell.projections.chefsled import Chefsled, EveryChefsled
from orgmodell.projections.line import Link
from orgmodell.words import Text, joined
from orgmodell.words import chefsled as words
from orgmodell.words.values import NOTHING


def chefsled(asked: Asked, answer: Chefsled) -> Presentation:
    """The number of chefsled from one befattning to another, and the path."""
    who, top = asked.called(answer.befattning), asked.called(answer.up_to)
    steps = zip(_steps(answer.path), answer.path, strict=True)
    rows = (Row((step, *link_cells(asked, link))) for step, link in steps)
    columns = (Column(words.STEP, "number"), Column(words.CHEF, "thing"), *COLUMNS[1:])
    return Presentation(
        asked.heading(words.from_to(who, top, answer.mode)),
        (
            Paragraph(words.number(answer.chefsled, answer.mellanliggande)),
            Table(columns, tuple(rows), words.NO_STEPS, name=words.CHEFSLED),
        ),
        counting_rule=answer.counting_rule,
        grounds=grounds(asked, answer.basis),
    )


def every_chefsled(asked: Asked, answer: EveryChefsled) -> Presentation:
    """The chefsled of every befattning, as a table."""
    top = asked.called(answer.up_to) if answer.up_to else None
    columns = Column(COLUMNS[0].head, "thing"), Column(words.CHEFSLED, "number"), Column(words.WAY)
    rows = tuple(
        Row((asked.thing(each.befattning), each.chefsled, _way(each.path)), bool(each.basis.assumed))
        for each in answer
    )
    return Presentation(
        asked.heading(words.of_every(top, answer.mode)),
        (Table(columns, rows, words.NOBODY, name=words.CHEFSLED),),
        counting_rule=answer.counting_rule,
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _steps(links: tuple[Link, ...]) -> Iterator[Cell]:
    """The number of each step; those of the same person as the one before are none."""
    step = 0
    for link in links:
        step += link.adds_step
        yield step if link.adds_step else words.SAME_PERSON


def _way(links: tuple[Link, ...]) -> Text:
    same = " (" + words.SAME_PERSON + ")"
    steps = (joined((link.befattning, "" if link.adds_step else same), "") for link in links)
    return joined(steps, " → ") if links else NOTHING
