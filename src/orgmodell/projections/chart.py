"""The org chart: the enheter of a day as a tree, with chefer and what is assumed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

import attrs

from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_as, told_inside, untold
from orgmodell.projections.basis import Basis, basis_of
from orgmodell.projections.vacancies import VacantFrom, vacant_from
from orgmodell.view import Chef, Enhet, Holder, NotingView, Organ, View

if TYPE_CHECKING:
    import networkx


@attrs.frozen(kw_only=True)
class ChartPost:
    """A befattning shown in an enhet besides the one that leads it.

    Attributes:
        befattning: its id.
        title: its title.
        holders: who holds it.
        vacant: whether it is known to be vacant.
        vacancy: since when it is; None when it is held, or nobody is recorded.
        leads_nothing: whether it is chef of enheter that have all ended.
    """

    befattning: str
    title: str
    holders: tuple[Holder, ...]
    vacant: bool
    vacancy: VacantFrom | None
    leads_nothing: bool


@attrs.frozen(kw_only=True)
class Loose:
    """Why an enhet hangs loose.

    Attributes:
        name: what the enhet is called that it is recorded to be under.
        why: whether that is not there on the day, or is under this one itself.
    """

    name: str
    why: Literal["not there", "under itself"]


@attrs.frozen(kw_only=True)
class ChartNode(Answer):
    """An enhet in the chart.

    Attributes:
        enhet: the enhet.
        depth: how many enheter it is under.
        leader: the befattning that leads it; None when none does.
        title: that befattning's title.
        chef: who holds it; None when vacant or not recorded.
        vacant: whether it is known to be vacant.
        vacant_since: since when, at the latest.
        vacancy: the same, with the source's own words.
        namnder: the organ it is placed under itself.
        loose: why it hangs loose; None when it does not.
        posts: those who share in leading it, and those placed in it that lead nothing and are vacant, held
            by somebody who is not ordinarie, or chef of enheter that have all ended.
    """

    enhet: Enhet = attrs.field(metadata=told_inside())
    depth: int
    leader: str | None
    title: str | None
    chef: Chef | None
    vacant: bool
    vacant_since: date | None
    vacancy: VacantFrom | None
    namnder: tuple[str, ...]
    loose: Loose | None
    posts: tuple[ChartPost, ...] = attrs.field(metadata=told_as("acting_and_vacant_posts"))


@attrs.frozen(kw_only=True)
class Chart(TableAnswer[ChartNode]):
    """The organisation on one day, as a tree; a sequence of `ChartNode`.

    Attributes:
        day: the day.
        known: what was decided by this day counts; None: everything.
        nodes: the enheter in tree order.
        organs: the political bodies.
    """

    day: date = attrs.field(metadata=untold())
    known: date | None = attrs.field(metadata=untold())
    nodes: tuple[ChartNode, ...] = attrs.field(metadata=told_as("enheter"))
    organs: tuple[Organ, ...] = attrs.field(metadata=told_as("organ"))

    @property
    def lines(self) -> tuple[ChartNode, ...]:
        return self.nodes

    @property
    def assumed(self) -> Mapping[str, Basis]:
        """For each enhet whose place or chef rests on assumed facts: what it rests on."""
        return {node.enhet.id: node.basis for node in self.nodes if node.basis.assumed}

    def graph(self) -> networkx.DiGraph[str]:
        """The tree as a directed graph, parent → child, with what there is to say on each node."""
        import networkx

        graph: networkx.DiGraph[str] = networkx.DiGraph()
        for node in self.nodes:
            chef = node.chef
            graph.add_node(
                node.enhet.id,
                name=node.enhet.name,
                kind=node.enhet.kind,
                leader=node.leader,
                person=chef.person if chef else None,
                form=chef.form if chef else None,
                vacant=node.vacant,
                namnder=node.namnder,
            )
        graph.add_edges_from((n.enhet.parent, n.enhet.id) for n in self.nodes if n.enhet.parent)
        return graph


def chart(view: View) -> Chart:
    """The org chart of a view."""
    placed = view.ever_under_namnd()
    found = {enhet: _begun(NotingView(view), enhet, placed) for enhet in view.enheter_as_recorded()}
    leading = {leader for begun in found.values() for leader in begun.leaders}
    beside = _beside(view, leading)
    nodes = tuple([_node(found.pop(each), depth, beside.get(each, ())) for each, depth in _in_order(found)])
    return Chart(
        day=view.day,
        known=view.known,
        nodes=nodes,
        organs=tuple(map(view.organ, view.organs())),
        basis=basis_of(view.account, {fact.seq for node in nodes for fact in node.basis.facts}),
    )


class _Begun(NamedTuple):
    """What decides where a node stands, and the view that notes what is read of it."""

    view: NotingView
    enhet: Enhet
    leaders: tuple[str, ...]
    namnder: tuple[str, ...]


def _begun(view: NotingView, enhet: str, under_namnd: Set[str]) -> _Begun:
    namnder = view.namnder_of(enhet) if enhet in under_namnd else ()
    return _Begun(view, view.enhet(enhet), view.leaders(enhet), namnder)


def _in_order(found: Mapping[str, _Begun]) -> Iterator[tuple[str, int]]:
    """The enheter in tree order, each with its depth."""
    under = defaultdict[str | None, list[str]](list)
    for each in found:
        under[found[each].enhet.parent].append(each)
    waiting = [(enhet, 0) for enhet in reversed(under[None])]
    while waiting:
        each, depth = waiting.pop()
        yield each, depth
        waiting.extend([(child, depth + 1) for child in reversed(under.get(each, ()))])


def _beside(view: View, leading: Set[str]) -> Mapping[str, list[str]]:
    """For each enhet the befattningar placed in it to show, though they lead nothing."""
    account, day, found = view.account, view.day, defaultdict[str, list[str]](list)
    for befattning in view.befattningar():
        if befattning in leading:
            continue
        held = view.appointments(befattning)
        is_told = any(each.form != "ordinarie" for each in held) if held else view.is_vacant(befattning)
        leads_nothing = account.leads_only_what_ended(befattning, day)
        if (is_told or leads_nothing) and (placed := view.placement(befattning)):
            found[placed].append(befattning)
    return found


def _node(begun: _Begun, depth: int, beside: Sequence[str]) -> ChartNode:
    view, enhet, leaders, namnder = begun
    chef = view.chef(enhet.id)
    leader = chef.befattning if chef else next(iter(leaders), None)
    vacancy = vacant_from(view, leader) if leader and not chef else None
    sharing = [each for each in leaders if each != leader]
    return ChartNode(
        enhet=enhet,
        depth=depth,
        leader=leader,
        title=view.title(leader) if leader else None,
        chef=chef,
        vacant=vacancy is not None,
        vacant_since=vacancy.since if vacancy else None,
        vacancy=vacancy,
        namnder=namnder,
        loose=_loose(view, enhet.loose_from) if enhet.loose_from else None,
        posts=tuple([_post(view, each) for each in (*sharing, *beside)]),
        basis=rests_on(view),
    )


def _loose(view: NotingView, over: str) -> Loose:
    name = view.asked.account.name(over, view.day)
    return Loose(name=name, why="under itself" if view.asked.is_enhet(over) else "not there")


def _post(view: View, befattning: str) -> ChartPost:
    vacancy = vacant_from(view, befattning)
    return ChartPost(
        befattning=befattning,
        title=view.title(befattning),
        holders=view.holders(befattning),
        vacant=vacancy is not None,
        vacancy=vacancy,
        leads_nothing=view.leads_nothing(befattning),
    )
