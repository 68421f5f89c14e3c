"""The plan of a day: åtgärder in order, what is overdue, what waits for what, and who carries how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from orgmodell.changes import Form
from orgmodell.projections.answer import Answer, rests_on
from orgmodell.view import Atgard, Holder, NotingView, View

if TYPE_CHECKING:
    import networkx


@attrs.frozen
class Deadline:
    """The last day for an åtgärd, or for a part of it.

    Attributes:
        day: the day.
        atgard: the id of the åtgärd.
        met: whether that part, or the whole, is done.
        overdue: whether the day has passed and it is neither done nor called off.
    """

    day: date
    atgard: str
    met: bool
    overdue: bool


@attrs.frozen
class Load:
    """What somebody carries.

    Attributes:
        actor: a befattning, organ, enhet or forum.
        atgarder: the åtgärder it is to do, done and called off ones left out.
        shared: how many of them it shares with others.
        forms: in which forms a befattning is held; empty when nobody is recorded, or it is no befattning.
        there: whether the actor exists on the day.
        holders: who holds it; None when it is no befattning.
        vacant: whether it is a befattning that is known to be vacant.
    """

    actor: str
    atgarder: tuple[str, ...]
    shared: int
    forms: tuple[Form, ...]
    there: bool
    holders: tuple[Holder, ...] | None
    vacant: bool


@attrs.frozen
class Wait:
    """What an open åtgärd holds up.

    Attributes:
        atgard: the åtgärd that others wait for.
        undated: whether no day is set for it, so that nobody knows how long they wait.
        holds_up: the open åtgärder that wait for it, directly or through others.
    """

    atgard: str
    undated: bool
    holds_up: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Plan(Answer):
    """What is planned, on one day.

    Attributes:
        day: the day.
        atgarder: every åtgärd, in an order in which none comes before what it waits for.
        deadlines: every deadline of what is not called off, in order of day.
        overdue: the deadlines that have passed with their part not done.
        undated: the open åtgärder for which no day is set.
        open: the åtgärder that are neither done nor called off.
        waits: the open åtgärder that hold others up, in order.
        loads: who carries how much of what is open, the most first.
    """

    day: date
    atgarder: tuple[Atgard, ...]
    deadlines: tuple[Deadline, ...]
    overdue: tuple[Deadline, ...]
    undated: tuple[str, ...]
    open: tuple[str, ...]
    waits: tuple[Wait, ...]
    loads: tuple[Load, ...]

    def graph(self) -> networkx.DiGraph[str]:
        """What waits for what, as a directed graph: an åtgärd → what waits for it."""
        return _graph(self.atgarder)


def plan(view: View) -> Plan:
    """What is planned on the day."""
    noting = NotingView(view)
    atgarder = tuple(_in_order([noting.atgard(each) for each in view.atgarder()]))
    still_open = tuple(each for each in atgarder if each.state == "planerad")
    deadlines = tuple(_deadlines(view.day, atgarder))
    return Plan(
        day=view.day,
        atgarder=atgarder,
        deadlines=deadlines,
        overdue=tuple(each for each in deadlines if each.overdue),
        undated=tuple(each.id for each in still_open if not each.deadlines),
        open=tuple(each.id for each in still_open),
        waits=tuple(_waits(still_open)),
        loads=_loads(view, still_open),
        basis=rests_on(noting),
    )


def _deadlines(on: date, atgarder: Iterable[Atgard]) -> list[Deadline]:
    found = (each for atgard in atgarder if atgard.state != "installd" for each in _of_one(on, atgard))
    return sorted(found, key=lambda deadline: deadline.day)


def _of_one(on: date, atgard: Atgard) -> Iterator[Deadline]:
    for day in atgard.deadlines:
        met = atgard.state == "avslutad" or day in atgard.met
        yield Deadline(day, atgard.id, met, overdue=not met and day < on)


def _waits(still_open: tuple[Atgard, ...]) -> Iterator[Wait]:
    import networkx

    graph = _graph(still_open)  # what is done or called off holds nothing up, nor passes waiting on
    for each in still_open:
        held_up = networkx.descendants(graph, each.id)
        if held_up:
            ordered = tuple(other.id for other in still_open if other.id in held_up)
            yield Wait(each.id, not each.deadlines, ordered)


def _loads(view: View, still_open: tuple[Atgard, ...]) -> tuple[Load, ...]:
    carried: dict[str, list[Atgard]] = {}
    for each in still_open:
        for actor in each.ansvariga:
            carried.setdefault(actor, []).append(each)
    found = (_load(view, actor, atgarder) for actor, atgarder in carried.items())
    return tuple(sorted(found, key=lambda load: -len(load.atgarder)))


def _load(view: View, actor: str, atgarder: list[Atgard]) -> Load:
    there = view.exists(actor)
    is_post = there and view.account.type_of(actor) == "befattning"
    holders = view.holders(actor) if is_post else None
    return Load(
        actor=actor,
        atgarder=tuple(each.id for each in atgarder),
        shared=sum(len(each.ansvariga) > 1 for each in atgarder),
        forms=tuple(holder.form for holder in holders or ()),
        there=there,
        holders=holders,
        vacant=is_post and view.is_vacant(actor),
    )


def _graph(atgarder: tuple[Atgard, ...] | list[Atgard]) -> networkx.DiGraph[str]:
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for each in atgarder:
        graph.add_node(each.id, name=each.name, state=each.state, deadlines=each.deadlines)
    graph.add_edges_from((other, each.id) for each in atgarder for other in each.depends_on if other in graph)
    return graph


def _in_order(atgarder: list[Atgard]) -> Iterator[Atgard]:
    """None before what it waits for; otherwise by first deadline, and then as recorded."""
    import networkx

    by_id = {each.id: each for each in atgarder}
    place = {each.id: number for number, each in enumerate(atgarder)}

    def key(atgard: str) -> tuple[date, int]:
        return min(by_id[atgard].deadlines, default=date.max), place[atgard]

    graph = _graph(atgarder)
    if not networkx.is_directed_acyclic_graph(graph):  # half known, or an alternative that is refused
        yield from sorted(atgarder, key=lambda each: key(each.id))
        return
    yield from (by_id[each] for each in networkx.lexicographical_topological_sort(graph, key))
