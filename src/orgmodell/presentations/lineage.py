"""How the lineage of enheter is shown."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.changes import VERBS
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Column, Presentation, Row, Table, Thing
from orgmodell.projections.lineage import Lineage, LineageStep
from orgmodell.words import lineage as words
from orgmodell.words.fact import by

COLUMNS = (
    *(Column(words.DAY, "day"), Column(words.PREDECESSOR, "thing"), Column(words.EVENT)),
    *(Column(words.SUCCESSOR, "thing"), Column(words.BESLUT)),
)


def lineage(asked: Asked, answer: Lineage) -> Presentation:
    """Which enheter went over into which, in order of day."""
    names = {each.enhet: each.name for each in answer.enheter}
    rows = tuple(_row(names, step) for step in sorted(answer.steps, key=lambda step: step.day))
    return Presentation(
        asked.heading(words.QUESTION),
        (Table(COLUMNS, rows, words.NOTHING, name=words.QUESTION),),
        grounds=grounds(asked, answer.basis),
    )


def _row(names: Mapping[str, str], step: LineageStep) -> Row:
    before, after = (Thing(each, names[each]) for each in (step.predecessor, step.successor))
    return Row((step.day, before, VERBS[step.verb].said, after, by(step.beslut, step.alternative)))
