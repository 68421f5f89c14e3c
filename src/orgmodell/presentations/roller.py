"""How roles and relations are shown."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Cell, Column, Presentation, Row, Table
from orgmodell.projections.roller import Roller, Standing
from orgmodell.view import Side
from orgmodell.words import Text, joined
from orgmodell.words import roller as words
from orgmodell.words.terms import kind_of, word


def roller(asked: Asked, answer: Roller) -> Presentation:
    """The roles of enheter and organ, what mixes the sides, and what things do for each other."""
    return Presentation(
        asked.heading(words.QUESTION),
        (_standings(asked, answer), _mixed(asked, answer), _relations(asked, answer)),
        counting_rule=answer.counting_rule,
        grounds=grounds(asked, answer.basis, starred=True),
    )


def as_written(given: Iterable[str]) -> Text | None:
    """Several stored words as they are written; None when there are none."""
    written = list(map(word, given))
    return joined(written) if written else None


def _standings(asked: Asked, answer: Roller) -> Table:
    columns = Column(words.THING, "thing"), Column(words.TYPE), Column(words.ROLLER)
    rows = (_row(asked, each, as_written(each.roller)) for each in answer.standings)
    return Table(columns, tuple(rows), words.NO_ROLES, name=words.QUESTION)


def _mixed(asked: Asked, answer: Roller) -> Table:
    columns = (
        *(Column(words.WHAT, "thing"), Column(words.TYPE)),
        *(Column(words.BESTALLARE, "things"), Column(words.UTFORARE, "things")),
    )
    rows = (
        _row(asked, each, _by(asked, each, "bestallare"), _by(asked, each, "utforare"))
        for each in answer.mixed
    )
    return Table(columns, tuple(rows), words.NOTHING_MIXES, words.MIXES)


def _relations(asked: Asked, answer: Roller) -> Table:
    columns = Column(words.FROM, "thing"), Column(words.RELATION), Column(words.TO, "thing")
    rows = (
        Row((asked.thing(each.thing), word(each.kind), asked.thing(each.to))) for each in answer.relations
    )
    return Table(columns, tuple(rows), words.NO_RELATIONS, words.RELATIONS)


def _row(asked: Asked, each: Standing, *cells: Cell) -> Row:
    return Row((asked.thing(each.thing), kind_of(each.type), *cells), assumed=bool(each.basis.assumed))


def _by(asked: Asked, each: Standing, side: Side) -> Cell:
    by = each.sides.get(side, ())
    return words.OWN if by == (each.thing,) else asked.named_things(by)
