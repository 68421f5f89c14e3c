"""What differs in the organisation between two views: two days, or one day as known at two times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, Literal, NamedTuple

import attrs

from orgmodell.changes import Fact, Rad
from orgmodell.changes.attributes import (
    ANSVARIGA,
    BESTALLARE,
    BUDGETANSVAR,
    DEADLINES,
    FORUM_OF,
    KIND,
    LIFE,
    NAME,
    OUTCOME,
    PART_OF,
    PERSONALANSVAR,
    PLACEMENT,
    PLANNED_END,
    UNTIL,
    UTFORARE,
)
from orgmodell.periods import Period, one_day
from orgmodell.projections.basis import Basis, together, what_is_read
from orgmodell.timeline import Attribute, Said
from orgmodell.view import View

Reader = Callable[[View, str], Any]
_NOTHING_SAID: Any = object()


@attrs.frozen
class Headcount:
    """How many are stated to work in an enhet or befattning, whoever said it and when."""

    medarbetare: int | None
    arsarbetare: float | None
    uppdragstagare: int | None
    approximate: bool


class RowInBrief(NamedTuple):
    """A row of a delegationsordning, in what is told of it: its number, matter, delegate and limits."""

    rad: str
    nummer: str
    arende: str
    delegat: tuple[str, ...]
    belopp: float | None
    enhet: str | None


@attrs.frozen
class Difference:
    """One thing that differs.

    Attributes:
        what: "created" or "ended" (it is there on one side only), or "changed".
        thing: its id.
        type: enhet, befattning, organ, uppdrag, forum …
        name: its name on the later side, or on the earlier when it has ended.
        aspect: what of it differs, when changed: name, parent, leaders, holders …
        before: the value on the earlier side; when it has ended, all of its aspects.
        after: the value on the later side; when it is created, all of its aspects.
        facts: the recorded changes that make the difference.
    """

    what: Literal["created", "ended", "changed"]
    thing: str
    type: str
    name: str
    aspect: str | None
    before: Any
    after: Any
    facts: tuple[Fact, ...] = attrs.field(eq=False, repr=False)


@attrs.frozen
class Diff:
    """What differs between two views; iterates over the differences, in recorded order of things."""

    before: View = attrs.field(repr=False)
    after: View = attrs.field(repr=False)
    differences: tuple[Difference, ...]

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.differences)

    def __len__(self) -> int:
        return len(self.differences)

    @property
    def basis(self) -> Basis:
        """The recorded changes that make the differences."""
        return together(Basis(difference.facts) for difference in self.differences)


def _said(attribute: Attribute[str, object]) -> Reader:
    return lambda view, thing: view.account.value(attribute, thing, view.day)


def _in_enhet(attribute: Attribute[str, str]) -> Reader:
    """What it is in or belongs to, through mergers, if that is there."""

    def read(view: View, thing: str) -> str | None:
        found = view.account.enhet_of(attribute, thing, view.day)
        return found if found is not None and view.exists(found) else None

    return read


def _state(while_open: str) -> Reader:
    def read(view: View, thing: str) -> str:
        outcome = view.account.value(OUTCOME, thing, view.day)
        return outcome.state if outcome else while_open

    return read


def _placement(view: View, befattning: str) -> str | None:
    return view.account.enhet_of(PLACEMENT, befattning, view.day)


def _count(view: View, thing: str) -> Headcount | None:
    stated = view.headcount(thing)
    if stated is None:
        return None
    return Headcount(stated.medarbetare, stated.arsarbetare, stated.uppdragstagare, stated.approximate)


def _rows(view: View, ordning: str) -> tuple[RowInBrief, ...]:
    return tuple(map(_in_brief, view.rader(ordning)))


def _in_brief(row: Rad) -> RowInBrief:
    whom = () if row.automatiserad else row.whom
    return RowInBrief(row.rad, row.nummer, row.arende, whom, row.belopp, row.enhet)


def _passed_on_to(view: View, vidaredelegation: str) -> str | None:
    given = view.vidaredelegation(vidaredelegation)
    return given.to or given.to_typ


_INSTRUMENT: dict[str, Reader] = {
    "name": _said(NAME),
    "beställare": _in_enhet(BESTALLARE),
    "utförare": _in_enhet(UTFORARE),
    "until": _said(UNTIL),
    "in force": View.in_force,
}

# What is compared of each type of thing. Each is read by itself, so that what made it differ is found.
ASPECTS: dict[str, dict[str, Reader]] = {
    "enhet": {
        "name": _said(NAME),
        "kind": _said(KIND),
        "parent": View.parent,
        "leaders": View.leaders,
        "nämnder": View.namnder,
        "aliases": View.aliases,
        "planned end": _said(PLANNED_END),
        "headcount": _count,
        "roller": View.roller,
    },
    "befattning": {
        "title": _said(NAME),
        "enhet": _placement,
        "holders": View.holders,
        "vacant": View.is_vacant,
        "headcount": _count,
        "reports to": View.reports_to,
        "personalansvar": _said(PERSONALANSVAR),
        "budgetansvar": _said(BUDGETANSVAR),
        "deputy": View.deputy,
    },
    "organ": {
        "name": _said(NAME),
        "part of": _said(PART_OF),
        "ledamöter": View.ledamoter,
        "roller": View.roller,
        "reglemente": View.reglemente,
    },
    "uppdrag": {"name": _said(NAME), "ansvarig": View.ansvarig},
    "utforare": {"name": _said(NAME)},
    "avtal": _INSTRUMENT,
    "overenskommelse": _INSTRUMENT,
    "forum": {
        "name": _said(NAME),
        "forum of": _in_enhet(FORUM_OF),
        "members": View.members,
        "seats": View.seats,
        "planned end": _said(PLANNED_END),
    },
    "atgard": {
        "name": _said(NAME),
        "deadlines": _said(DEADLINES),
        "ansvariga": _said(ANSVARIGA),
        "state": _state("planerad"),
        "met": View.met,
    },
    "forslag": {"name": _said(NAME), "state": _state("foreslaget")},
    "arende": {
        "name": _said(NAME),
        "område": lambda view, thing: view.arende(thing).omrade,
        "förbehållet": lambda view, thing: view.arende(thing).forbehallet,
        "lagrum": lambda view, thing: view.arende(thing).lagrum,
    },
    "delegationsordning": {
        "name": _said(NAME),
        "nämnd": lambda view, thing: view.ordning(thing).namnd,
        "rows": _rows,
    },
    "vidaredelegation": {
        "name": lambda view, thing: thing,
        "ordning": lambda view, thing: view.vidaredelegation(thing).ordning,
        "row": lambda view, thing: view.vidaredelegation(thing).nummer,
        "passed on to": _passed_on_to,
    },
}


def diff(before: View, after: View) -> Diff:
    """What is created, ended or changed from one view to another."""
    things = dict.fromkeys([*before.account.chronicle.things(), *after.account.chronicle.things()])
    return Diff(before, after, tuple(d for thing in things for d in _differences(before, after, thing)))


def _differences(before: View, after: View, thing: str) -> Iterator[Difference]:
    earlier, later = (view.account.value(LIFE, thing, view.day) for view in (before, after))
    if earlier and earlier == later:
        yield from _changes(before, after, thing, earlier)
        return
    if earlier:
        was = {aspect: read(before, thing) for aspect, read in ASPECTS[earlier].items()}
        facts = _that_differ(before, after, {(LIFE, thing)})
        yield Difference("ended", thing, earlier, _name(before, thing), None, was, None, facts)
    if later:
        now = {aspect: read(after, thing) for aspect, read in ASPECTS[later].items()}
        named = *_naming_only_on(before, after, thing), *_naming_only_on(after, before, thing)
        facts = _grounds(before, after, named)
        yield Difference("created", thing, later, _name(after, thing), None, None, now, facts)


def _changes(before: View, after: View, thing: str, type_: str) -> Iterator[Difference]:
    for aspect, read in ASPECTS[type_].items():
        was, now = read(before, thing), read(after, thing)
        if was != now:
            sides = (what_is_read(view, partial(_read, read, thing)) for view in (before, after))
            facts = _that_differ(before, after, set().union(*sides))
            yield Difference("changed", thing, type_, _name(after, thing), aspect, was, now, facts)


def _read(read: Reader, thing: str, view: View) -> object:
    return read(view, thing)


def _name(view: View, thing: str) -> str:
    return view.account.name(thing, view.day)


def _naming_only_on(one: View, other: View, thing: str) -> Iterator[Fact]:
    """The facts that name a thing and hold on one side only."""
    account = one.account
    facts = (account.fact(seq) for seq in account.chronicle.mentions(thing) if account.counts(seq))
    return (fact for fact in facts if fact.day <= one.day and not _holds(other, fact, fact.day))


def _that_differ(before: View, after: View, read: Iterable[Said]) -> tuple[Fact, ...]:
    """The facts that make what was read differ: they hold on one side only."""
    sides = (before, after), (after, before)
    found = [fact for said in read for one, other in sides for fact in _only_on(one, other, said)]
    found = found or [fact for said in read for view in (before, after) for fact in _run_out(view, said)]
    return _grounds(before, after, found)


def _grounds(before: View, after: View, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts and what annuls them, each once, in recorded order."""
    found = list(facts)
    found += [annulment for fact in found for annulment in _annulments(before, after, fact)]
    each_once = {(fact.seq, fact.record.alternative or ""): fact for fact in found}
    return tuple(each_once[key] for key in sorted(each_once))


def _only_on(one: View, other: View, said: Said) -> Iterator[Fact]:
    """The facts that have made it what it is on one side, and not on the other."""
    account, last = one.account, _NOTHING_SAID
    for step in account.steps(*said, Period(None, one_day(one.day).until)):
        fact = account.fact(step.seq)
        if step.value != last and not _holds(other, fact, step.start):
            yield fact
        last = step.value


def _run_out(view: View, said: Said) -> Iterator[Fact]:
    """The fact that stated an end that has come."""
    attribute, key = said
    if attribute is UNTIL and not view.in_force(key) and (entry := view.account.entry(UNTIL, key, view.day)):
        yield view.account.fact(entry[1])


def _holds(view: View, fact: Fact, since: date) -> bool:
    """Whether what a fact says from a day on is recorded, known and has begun; of a draft, the same draft."""
    account = view.account
    same = account.counts(fact.seq) and account.fact(fact.seq).record.alternative == fact.record.alternative
    return same and since <= view.day


def _annulments(before: View, after: View, fact: Fact) -> Iterator[Fact]:
    """What annuls a fact on one side only."""
    one, other = before.account, after.account
    for account in (one, other):
        for seq in account.timeline.annulments_of(fact.seq):
            if one.counts(seq) != other.counts(seq):
                yield account.fact(seq)
