"""What differs in the organisation between two views: two days, or one day as known at two times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Literal, NamedTuple

import attrs

from orgmodell.changes import Fact, Rad
from orgmodell.changes.attributes import LIFE
from orgmodell.projections.basis import Basis, together
from orgmodell.view import View


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


def _enhet(view: View, thing: str) -> dict[str, Any]:
    enhet = view.enhet(thing)
    return {
        "name": enhet.name,
        "kind": enhet.kind,
        "parent": enhet.parent,
        "leaders": view.leaders(thing),
        "nämnder": view.namnder(thing),
        "aliases": enhet.aliases,
        "planned end": enhet.planned_end,
        "headcount": _count(view, thing),
        "roller": view.roller(thing),
    }


def _befattning(view: View, thing: str) -> dict[str, Any]:
    post = view.befattning(thing)
    return {
        "title": post.title,
        "enhet": post.enhet,
        "holders": view.holders(thing),
        "vacant": view.is_vacant(thing),
        "headcount": _count(view, thing),
        "reports to": view.reports_to(thing),
        "personalansvar": post.personalansvar,
        "budgetansvar": post.budgetansvar,
        "deputy": view.deputy(thing),
    }


def _count(view: View, thing: str) -> Headcount | None:
    stated = view.headcount(thing)
    if stated is None:
        return None
    return Headcount(stated.medarbetare, stated.arsarbetare, stated.uppdragstagare, stated.approximate)


def _organ(view: View, thing: str) -> dict[str, Any]:
    organ = view.organ(thing)
    return {
        "name": organ.name,
        "part of": organ.part_of,
        "ledamöter": view.ledamoter(thing),
        "roller": view.roller(thing),
        "reglemente": view.reglemente(thing),
    }


def _uppdrag(view: View, thing: str) -> dict[str, Any]:
    uppdrag = view.uppdraget(thing)
    return {"name": uppdrag.name, "ansvarig": uppdrag.ansvarig}


def _utforare(view: View, thing: str) -> dict[str, Any]:
    return {"name": view.utforaren(thing).name}


def _instrument(view: View, thing: str) -> dict[str, Any]:
    instrument = view.instrument(thing)
    return {
        "name": instrument.name,
        "beställare": instrument.bestallare,
        "utförare": instrument.utforare,
        "until": instrument.until,
        "in force": instrument.in_force,
    }


def _forum(view: View, thing: str) -> dict[str, Any]:
    forum = view.forum(thing)
    return {
        "name": forum.name,
        "forum of": forum.part_of,
        "members": forum.members,
        "seats": forum.seats,
        "planned end": forum.planned_end,
    }


def _atgard(view: View, thing: str) -> dict[str, Any]:
    atgard = view.atgard(thing)
    return {
        "name": atgard.name,
        "deadlines": atgard.deadlines,
        "ansvariga": atgard.ansvariga,
        "state": atgard.state,
        "met": atgard.met,
    }


def _forslag(view: View, thing: str) -> dict[str, Any]:
    forslag = view.forslaget(thing)
    return {"name": forslag.name, "state": forslag.state}


def _arende(view: View, thing: str) -> dict[str, Any]:
    arende = view.arendet(thing)
    return {
        "name": arende.name,
        "område": arende.omrade,
        "förbehållet": arende.forbehallet,
        "lagrum": arende.lagrum,
    }


def _ordning(view: View, thing: str) -> dict[str, Any]:
    ordning = view.ordningen(thing)
    return {
        "name": ordning.name,
        "nämnd": ordning.namnd,
        "rows": tuple(map(_in_brief, view.rader(thing))),
    }


def _in_brief(row: Rad) -> RowInBrief:
    whom = () if row.automatiserad else row.whom
    return RowInBrief(row.rad, row.nummer, row.arende, whom, row.belopp, row.enhet)


def _vidaredelegation(view: View, thing: str) -> dict[str, Any]:
    given = view.vidaredelegationen(thing)
    return {
        "name": thing,
        "ordning": given.ordning,
        "row": given.nummer,
        "passed on to": given.to or given.to_typ,
    }


ASPECTS: dict[str, Callable[[View, str], dict[str, Any]]] = {
    "enhet": _enhet,
    "befattning": _befattning,
    "organ": _organ,
    "uppdrag": _uppdrag,
    "utforare": _utforare,
    "avtal": _instrument,
    "overenskommelse": _instrument,
    "forum": _forum,
    "atgard": _atgard,
    "forslag": _forslag,
    "arende": _arende,
    "delegationsordning": _ordning,
    "vidaredelegation": _vidaredelegation,
}


def diff(before: View, after: View) -> Diff:
    """What is created, ended or changed from one view to another."""
    things = dict.fromkeys([*before.account.chronicle.things(), *after.account.chronicle.things()])
    return Diff(before, after, tuple(d for thing in things for d in _differences(before, after, thing)))


def _differences(before: View, after: View, thing: str) -> Iterator[Difference]:
    earlier, later = (view.account.value(LIFE, thing, view.day) for view in (before, after))
    if earlier and earlier == later:
        was, now = (ASPECTS[earlier](view, thing) for view in (before, after))
        name = now.get("name") or now.get("title")
        for aspect in was:
            if was[aspect] != now[aspect]:
                facts = _because(before, after, thing, was[aspect])
                values = was[aspect], now[aspect]
                yield Difference("changed", thing, earlier, str(name), aspect, *values, facts)
        return
    facts = _because(before, after, thing, None)
    if earlier:
        aspects = ASPECTS[earlier](before, thing)
        yield Difference("ended", thing, earlier, _name(before, thing), None, aspects, None, facts)
    if later:
        aspects = ASPECTS[later](after, thing)
        yield Difference("created", thing, later, _name(after, thing), None, None, aspects, facts)


def _name(view: View, thing: str) -> str:
    return view.account.name(thing, view.day)


def _because(before: View, after: View, thing: str, was: object) -> tuple[Fact, ...]:
    """The facts that name the thing and hold on one side only; or else those of where it was."""
    for named in (thing, was):
        if isinstance(named, str) and (facts := _that_differ(before, after, named)):
            return facts
    return ()


def _that_differ(before: View, after: View, thing: str) -> tuple[Fact, ...]:
    earlier, later = _that_hold(before, thing), _that_hold(after, thing)
    found = {key: fact for key, fact in (earlier | later).items() if (key in earlier) != (key in later)}
    return tuple(sorted(found.values(), key=attrgetter("seq")))


def _that_hold(view: View, thing: str) -> dict[tuple[str | None, int], Fact]:
    account = view.account
    facts = (account.fact(seq) for seq in account.chronicle.mentions(thing) if account.counts(seq))
    return {(fact.record.alternative, fact.seq): fact for fact in facts if fact.day <= view.day}
