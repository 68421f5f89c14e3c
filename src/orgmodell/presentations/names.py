"""How the names of persons are shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Column, Presentation, Row, Table
from orgmodell.projections.names import Names
from orgmodell.words import names as words


def names(asked: Asked, answer: Names) -> Presentation:
    """The names that are kept, by person."""
    columns = Column(words.PERSON), Column(words.NAME)
    rows = tuple(map(Row, answer.names.items()))
    return Presentation(
        asked.heading(words.QUESTION), (Table(columns, rows, words.NONE, name=words.QUESTION),)
    )
