"""What an answer rests on: in one paragraph, and in full where that is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from orgmodell.changes import Fact
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Column, Day, Items, Paragraph, Part, Row, Table
from orgmodell.projections.basis import Basis, parameters_of
from orgmodell.projections.status import status
from orgmodell.words import Text, joined, same
from orgmodell.words import grounds as words
from orgmodell.words.terms import MARKS, MARKS_IN_PLURAL, STATUSES
from orgmodell.words.terms import status as in_state
from orgmodell.words.text import counted
from orgmodell.words.values import day, value


def grounds(asked: Asked, basis: Basis, starred: bool = False) -> tuple[Part, ...]:
    """What an answer rests on, at the end of its presentation.

    Args:
        asked: what was asked; it says whether all of it is to be shown.
        basis: the facts.
        starred: whether what rests on an assumed fact is marked in the answer.
    """
    if not basis.facts:
        return ()
    in_full = _in_full(asked, basis, starred) if asked.in_full else ()
    return (_in_short(asked, basis, starred), *_states(asked, basis), *in_full)


def marks(basis: Basis) -> Text:
    """How many of the facts are stated, derived, assumed …"""
    counts: Counter[str | None] = Counter(fact.change.mark for fact in basis)
    return joined(counted(counts[mark], MARKS[mark], MARKS_IN_PLURAL[mark]) for mark in MARKS if counts[mark])


def said(fact: Fact) -> Text:
    """A fact: what, of which thing, from when, by which beslut."""
    main = next(iter(parameters_of(fact.change).values()))
    return words.fact(fact.change.said, value(main), day(fact.day, fact.change.stated), fact.beslut.id)


def _in_short(asked: Asked, basis: Basis, starred: bool) -> Paragraph:
    way = None if asked.in_full else asked.way_to_grounds
    star = words.stars(starred and bool(basis.assumed))
    return Paragraph(words.rests_on(len(basis.facts), marks(basis), way) + star)


def _states(asked: Asked, basis: Basis) -> Iterator[Paragraph]:
    """How many of the facts have happened by the day, are planned …; nothing when all have happened."""
    if asked.day is None or asked.view is None:
        return
    found: dict[str, list[Fact]] = {state: [] for state in STATUSES}
    for fact in basis:
        found[status(asked.view.account, fact, asked.day)].append(fact)
    if len(found["inträffat"]) < len(basis.facts):
        states = (in_state(state, len(each)) + _alternatives(each) for state, each in found.items() if each)
        yield Paragraph(words.state(asked.day, joined(states)))


def _alternatives(facts: Sequence[Fact]) -> Text:
    """The alternatives that facts are drafts of; how many of them, when it is not all."""
    named = [fact.record.alternative for fact in facts if fact.record.alternative]
    if not named:
        return same("")
    return words.in_alternatives(len(named), len(facts), ", ".join(dict.fromkeys(named)))


def _in_full(asked: Asked, basis: Basis, starred: bool) -> Iterator[Part]:
    yield Items(words.STARRED if starred else words.ASSUMED, tuple(map(said, basis.assumed)))
    vague = sorted(dict.fromkeys((fact.day, fact.change.stated) for fact in basis.vague))
    yield Items(words.VAGUE, tuple(day(when, stated) for when, stated in vague))
    if asked.known is not None:
        yield Items(words.UNCERTAIN, tuple(_uncertain(basis)))
    yield facts_table(basis)


def facts_table(facts: Iterable[Fact]) -> Table:
    """Facts as a table: day, what it says, by which beslut, and on what ground."""
    columns = (
        *(Column(words.DAY, "day"), Column(words.FACT), Column(words.BESLUT), Column(words.MARK)),
        *(Column(words.SOURCE), Column(words.QUOTE)),
    )
    return Table(columns, tuple(map(_row, facts)), same(""), words.FACTS)


def _row(fact: Fact) -> Row:
    main = next(iter(parameters_of(fact.change).values()))
    source = fact.source
    place = joined(filter(None, (source.document, source.place))) if source else None
    return Row(
        (
            Day(fact.day, fact.change.stated),
            fact.change.said + ": " + value(main),
            fact.beslut.id,
            MARKS[fact.change.mark],
            place,
            source.quote if source else None,
        ),
        assumed=fact.change.mark == "assumed",
    )


def _uncertain(basis: Basis) -> Iterator[Text]:
    beslut = dict.fromkeys(fact.beslut for fact in basis if fact.beslut.mark == "assumed")
    return (words.taken(each.id, day(each.decided, each.decided_stated)) for each in beslut)
