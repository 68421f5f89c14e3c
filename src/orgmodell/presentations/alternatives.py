"""How the alternatives there are, are shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Alert, Column, Items, Presentation, Row, Table
from orgmodell.projections.alternatives import Alternatives, Fit
from orgmodell.words import Text
from orgmodell.words import alternatives as words
from orgmodell.words.values import NO, YES

COLUMNS = (
    *(Column(words.ALTERNATIVE), Column(words.WHAT), Column(words.STANDS)),
    *(Column(words.NEEDS), Column(words.EXCLUDES)),
)


def alternatives(asked: Asked, answer: Alternatives) -> Presentation:
    """Which alternatives there are, which stand by themselves, and how they go together."""
    rows = tuple(map(_row, answer))
    refused = (Items(words.refused(fit.name), _errors(fit)) for fit in answer if fit.errors)
    return Presentation(
        asked.heading(words.QUESTION), (Table(COLUMNS, rows, words.NONE, name=words.QUESTION), *refused)
    )


def _row(fit: Fit) -> Row:
    stands = YES if fit.stands else Alert(NO)
    return Row((fit.name, fit.title, stands, ", ".join(fit.needs) or None, ", ".join(fit.excludes) or None))


def _errors(fit: Fit) -> tuple[Text, ...]:
    return tuple(words.broken(each.rule, each.text) for each in fit.errors)
