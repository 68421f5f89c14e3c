"""The plan of a day: åtgärder in order, what is overdue, what waits for what, and who carries how much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from orgmodell.changes import Form
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Atgard, View

if TYPE_CHECKING:
    import networkx


@attrs.frozen
class Deadline:
    """The last day for an åtgärd, or for a part of it.

    Attributes:
        day: the day.
        atgard: the åtgärd.
        met: whether that part, or the whole, is done.
        overdue: whether the day has passed and it is neither done nor called off.
    """

    day: date
    atgard: Atgard
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
    """

    actor: str
    atgarder: tuple[str, ...]
    shared: int
    forms: tuple[Form, ...]
    there: bool


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


@attrs.define(slots=False, eq=False)
class Plan:
    """What is planned, on one day.

    Attributes:
        day: the day.
        atgarder: every åtgärd, in an order in which none comes before what it waits for.
    """

    day: date
    atgarder: tuple[Atgard, ...]
    _view: View = attrs.field(repr=False)

    @cached_property
    def open(self) -> tuple[Atgard, ...]:
        """The åtgärder that are neither done nor called off."""
        return tuple(each for each in self.atgarder if each.state == "planerad")

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Every deadline of what is not called off, in order of day."""
        found = (d for each in self.atgarder if each.state != "installd" for d in self._deadlines_of(each))
        return tuple(sorted(found, key=lambda deadline: deadline.day))

    @property
    def overdue(self) -> tuple[Deadline, ...]:
        """The deadlines that have passed with their part not done."""
        return tuple(deadline for deadline in self.deadlines if deadline.overdue)

    @property
    def undated(self) -> tuple[Atgard, ...]:
        """The open åtgärder for which no day is set."""
        return tuple(each for each in self.open if not each.deadlines)

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """Who carries how much of what is open, the most first."""
        carried: dict[str, list[Atgard]] = {}
        for each in self.open:
            for actor in each.ansvariga:
                carried.setdefault(actor, []).append(each)
        found = (self._load(actor, atgarder) for actor, atgarder in carried.items())
        return tuple(sorted(found, key=lambda load: -len(load.atgarder)))

    @cached_property
    def waits(self) -> tuple[Wait, ...]:
        """The open åtgärder that hold others up, in order."""
        import networkx

        graph = _graph(self.open)  # what is done or called off holds nothing up, nor passes waiting on
        found = []
        for each in self.open:
            held_up = networkx.descendants(graph, each.id)
            if held_up:
                ordered = tuple(other.id for other in self.open if other.id in held_up)
                found.append(Wait(each.id, not each.deadlines, ordered))
        return tuple(found)

    def graph(self) -> networkx.DiGraph[str]:
        """What waits for what, as a directed graph: an åtgärd → what waits for it."""
        return _graph(self.atgarder)

    @property
    def basis(self) -> Basis:
        """The recorded facts the plan rests on."""
        return basis(self._view, lambda view: [view.atgard(each.id) for each in self.atgarder])

    def _deadlines_of(self, each: Atgard) -> Iterator[Deadline]:
        for day in each.deadlines:
            met = each.state == "avslutad" or day in each.met
            yield Deadline(day, each, met, overdue=not met and day < self.day)

    def _load(self, actor: str, atgarder: list[Atgard]) -> Load:
        view, there = self._view, self._view.exists(actor)
        is_post = there and view.account.type_of(actor) == "befattning"
        return Load(
            actor=actor,
            atgarder=tuple(each.id for each in atgarder),
            shared=sum(len(each.ansvariga) > 1 for each in atgarder),
            forms=tuple(holder.form for holder in view.holders(actor)) if is_post else (),
            there=there,
        )


def plan(view: View) -> Plan:
    """What is planned on the day."""
    atgarder = [view.atgard(each) for each in view.atgarder()]
    return Plan(view.day, tuple(_in_order(atgarder)), view)


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
