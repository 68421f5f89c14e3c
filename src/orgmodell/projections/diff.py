"""What differs in the organisation between two views: two days, or one day as known at two times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple, TypeVar

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
from orgmodell.chronicle import Account
from orgmodell.mapping import FrozenMapping
from orgmodell.periods import Period, one_day
from orgmodell.projections.answer import Answer, TableAnswer, told_as
from orgmodell.projections.basis import Basis, each_once, united
from orgmodell.timeline import Attribute, Said
from orgmodell.view import Holder, Ledamot, Member, ReadNoted, Seat, View

S = TypeVar("S", str, bool, date, tuple[date, ...], tuple[str, ...])
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


Each = str | date | Holder | Ledamot | Member | Seat | RowInBrief
Value = str | bool | date | Headcount | tuple[Each, ...] | None
Side = Value | Mapping[str, Value]
Reader = Callable[[View, str], Value]


@attrs.frozen(kw_only=True)
class Difference(Answer):
    """One thing that differs; it rests on the recorded changes that make the difference.

    Attributes:
        what: "created" or "ended" (it is there on one side only), or "changed".
        thing: its id.
        type: enhet, befattning, organ, uppdrag, forum …
        name: its name on the later side, or on the earlier when it has ended.
        aspect: what of it differs, when changed: name, parent, leaders, holders …; one of `ASPECTS`.
        before: the value on the earlier side; when it has ended, all of its aspects.
        after: the value on the later side; when it is created, all of its aspects.
        beslut: the ids of the beslut that make the difference.
    """

    what: Literal["created", "ended", "changed"]
    thing: str = attrs.field(metadata=told_as("id"))
    type: str
    name: str
    aspect: str | None
    before: Side
    after: Side
    beslut: tuple[str, ...]

    @property
    def apart(self) -> tuple[Side, Side]:
        """The sides; of the rows of a delegationsordning, which may be hundreds, those on one side only."""
        if self.aspect != "rows" or not (isinstance(self.before, tuple) and isinstance(self.after, tuple)):
            return self.before, self.after
        return (
            tuple(row for row in self.before if row not in set(self.after)),
            tuple(row for row in self.after if row not in set(self.before)),
        )


@attrs.frozen(kw_only=True)
class Diff(TableAnswer[Difference]):
    """What differs between two views; a sequence of `Difference`, in recorded order of things.

    Attributes:
        before: the earlier day.
        after: the later day.
        differences: what differs.
    """

    before: date
    after: date
    differences: tuple[Difference, ...]

    @property
    def lines(self) -> tuple[Difference, ...]:
        return self.differences


def _said(attribute: Attribute[str, S]) -> Reader:
    return lambda view, thing: view.account.value(attribute, thing, view.day)


def _belonging(attribute: Attribute[str, str]) -> Reader:
    return lambda view, thing: view.belongs_to(attribute, thing)


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
    "beställare": _belonging(BESTALLARE),
    "utförare": _belonging(UTFORARE),
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
        "forum of": _belonging(FORUM_OF),
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
    found = tuple(each for thing in things for each in _differences(before, after, thing))
    basis = united(each.basis for each in found)
    return Diff(before=before.day, after=after.day, differences=found, basis=basis)


def _differences(before: View, after: View, thing: str) -> Iterator[Difference]:
    earlier, later = (view.account.value(LIFE, thing, view.day) for view in (before, after))
    if earlier and earlier == later:
        yield from _changes(before, after, thing, earlier)
        return
    if earlier:
        facts = _that_differ(before, after, {(LIFE, thing)})
        yield _difference("ended", thing, earlier, before, facts, before=_all_of(before, thing, earlier))
    if later:
        named = *_naming_only_on(before, after, thing), *_naming_only_on(after, before, thing)
        facts = _grounds(before, after, named)
        yield _difference("created", thing, later, after, facts, after=_all_of(after, thing, later))


def _changes(before: View, after: View, thing: str, type_: str) -> Iterator[Difference]:
    for aspect, read in ASPECTS[type_].items():
        was, now = read(before, thing), read(after, thing)
        if was != now:
            facts = _that_differ(before, after, _read(read, before, thing) | _read(read, after, thing))
            yield _difference("changed", thing, type_, after, facts, aspect, was, now)


def _difference(
    what: Literal["created", "ended", "changed"],
    thing: str,
    type_: str,
    named_in: View,
    facts: tuple[Fact, ...],
    aspect: str | None = None,
    before: Side = None,
    after: Side = None,
) -> Difference:
    return Difference(
        what=what,
        thing=thing,
        type=type_,
        name=named_in.account.name(thing, named_in.day),
        aspect=aspect,
        before=before,
        after=after,
        beslut=tuple(dict.fromkeys(fact.beslut.id for fact in facts)),
        basis=Basis(facts),
    )


def _all_of(view: View, thing: str, type_: str) -> Mapping[str, Value]:
    """Everything that is compared of a thing."""
    return FrozenMapping({aspect: read(view, thing) for aspect, read in ASPECTS[type_].items()})


class _Read(ReadNoted):
    """An account that notes what is looked up, whether anything is recorded of it or not."""

    __slots__ = ("_of",)

    def __init__(self, of: Account, read: set[Said]) -> None:
        super().__init__(of, read)
        self._of = of

    @property
    def plain(self) -> Account:
        return self._of


def _read(read: Reader, view: View, thing: str) -> set[Said]:
    """What an aspect hangs on: all that is looked up to read it."""
    found: set[Said] = set()
    read(View(_Read(view.account, found), view.day), thing)
    return found


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
    found = found or [
        fact for said in read for one, other in sides for fact in _said_anew_on(one, other, said)
    ]
    return _grounds(before, after, found)


def _grounds(before: View, after: View, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts and what annuls them, each once, in recorded order."""
    found = list(facts)
    found += [annulment for fact in found for annulment in _annulments(before, after, fact)]
    return each_once(found)


def _only_on(one: View, other: View, said: Said) -> Iterator[Fact]:
    """The facts that have made it what it is on one side, and not on the other."""
    account, last = one.account, _NOTHING_SAID
    for step in account.steps(*said, Period(None, one_day(one.day).until)):
        fact = account.fact(step.seq)
        if step.value != last and not _holds(other, fact, step.start):
            yield fact
        last = step.value


def _said_anew_on(one: View, other: View, said: Said) -> Iterator[Fact]:
    """The fact that says on one side what was said before, and so takes back what holds on the other."""
    entry = one.account.entry(*said, one.day)
    if entry is not None and not _holds(other, fact := one.account.fact(entry[1]), entry[0]):
        yield fact


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
