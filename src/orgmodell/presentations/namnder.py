"""How it is shown which enheter answer to which nämnd."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Cell, Column, Presentation, Row, Table
from orgmodell.projections.namnder import Answerable, Namnder
from orgmodell.words import namnder as words
from orgmodell.words.values import MISSING

COLUMNS = Column(words.ENHET, "thing"), Column(words.NAMNDER, "things"), Column(words.THROUGH, "thing")


def namnder(asked: Asked, answer: Namnder) -> Presentation:
    """What each enhet answers to."""
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.QUESTION),
        (Table(COLUMNS, rows, words.NOTHING, name=words.QUESTION),),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _row(asked: Asked, each: Answerable) -> Row:
    organs = asked.named_things(each.namnder) if each.namnder else MISSING
    return Row((asked.thing(each.enhet), organs, _through(asked, each)), assumed=bool(each.basis.assumed))


def _through(asked: Asked, each: Answerable) -> Cell:
    if each.through is None:
        return None
    return words.DIRECTLY if each.through == each.enhet else asked.named(each.through)
