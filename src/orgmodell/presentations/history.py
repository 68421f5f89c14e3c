"""How what happened to a thing is shown."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.fact import by, what
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Column, Day, Node, Presentation, Row, Table, Tree
from orgmodell.projections.history import Happening, History
from orgmodell.words import Text
from orgmodell.words import history as words
from orgmodell.words.fact import cited
from orgmodell.words.terms import MARKS
from orgmodell.words.values import day

COLUMNS = (
    *(Column(words.DAY, "day"), Column(words.WHAT, wide=True), Column(words.BESLUT)),
    *(Column(words.DECIDED, "day"), Column(words.MARK), Column(words.QUOTE), Column(words.PLACE)),
    Column(words.ANNULLED_BY),
)


def history(asked: Asked, answer: History) -> Presentation:
    """Every change that touched a thing, in order of day."""
    on_a_day = any(each.status is not None for each in answer)
    columns = (*COLUMNS, *([Column(words.STATE)] if on_a_day else ()))
    rows = tuple(_row(asked, each) for each in answer)
    nodes = tuple(_node(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.of(asked.called(answer.id), on_a_day)),
        (Tree(nodes, Table(columns, rows, words.NOTHING, name=words.NAME)),),
        grounds=grounds(asked, answer.basis),
    )


def _node(asked: Asked, each: Happening) -> Node:
    fact = each.fact
    says = day(fact.day, fact.change.stated) + "  " + what(asked, fact)
    return Node(0, (says,), tuple((note,) for note in _notes(each)))


def _notes(each: Happening) -> Iterator[Text]:
    fact, beslut = each.fact, each.fact.beslut
    decided = day(fact.decided, beslut.decided_stated)
    yield words.decided(by([fact]), decided, beslut.mark == "assumed", fact.change.mark)
    if fact.source and fact.source.quote:
        yield words.quoted(fact.source.quote, fact.source.place)
    if each.annulled_by is not None:
        yield words.annulled(each.annulled_by)
    elif each.status is not None:
        yield words.in_state(each.status)


def _row(asked: Asked, each: Happening) -> Row:
    fact, source = each.fact, each.fact.source
    cells = (
        *(Day(fact.day, fact.change.stated), what(asked, fact)),
        cited(fact.beslut.id, fact.record.alternative),
        *(Day(fact.decided, fact.beslut.decided_stated), MARKS[fact.change.mark]),
        *(source and source.quote, source and source.place, each.annulled_by),
        *([words.state(each.status)] if each.status is not None else ()),
    )
    return Row(cells, assumed=fact.change.mark == "assumed")
