"""The org chart: the enheter of a day as a tree, with chefer and what is assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

import attrs

from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_as, told_inside, untold
from orgmodell.projections.basis import Basis, united
from orgmodell.projections.vacancies import VacantFrom, vacant_from
from orgmodell.view import Chef, Enhet, Holder, NotingView, Organ, View, put_together, remembered

if TYPE_CHECKING:
    import networkx

DEEP = 50  # from where branches are not asked for inside one another


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
    nodes = tuple([node for top in view.at_the_top() for node in _branch(view, top, 0)])
    return Chart(
        day=view.day,
        known=view.known,
        nodes=nodes,
        organs=tuple(map(view.organ, view.organs())),
        basis=united([node.basis for node in nodes]),
    )


@put_together
def _branch(view: View, enhet: str, depth: int) -> Sequence[ChartNode]:
    """An enhet and all that is under it, in tree order."""
    if depth == DEEP:
        return _deep_branch(view, enhet)
    nodes = [_node(view, enhet, depth)]
    for child in view.children(enhet):
        nodes += _branch(view, child, depth + 1)
    return nodes


def _deep_branch(view: View, enhet: str) -> list[ChartNode]:
    """The same of what is so deep that it is not asked for inside one another."""
    nodes, waiting = list[ChartNode](), [(enhet, DEEP)]
    while waiting:
        each, depth = waiting.pop()
        nodes.append(_node(view, each, depth))
        waiting.extend([(child, depth + 1) for child in reversed(view.children(each))])
    return nodes


@remembered
def _node(of: View, enhet: str, depth: int) -> ChartNode:
    view = NotingView(of)
    it, leaders = view.enhet(enhet), view.leaders(enhet)
    chef = view.chef_of(leaders)
    leader = chef.befattning if chef else next(iter(leaders), None)
    vacancy = vacant_from(view, leader) if leader and not chef else None
    sharing = [each for each in leaders if each != leader]
    return ChartNode(
        enhet=it,
        depth=depth,
        leader=leader,
        title=view.title(leader) if leader else None,
        chef=chef,
        vacant=vacancy is not None,
        vacant_since=vacancy.since if vacancy else None,
        vacancy=vacancy,
        namnder=view.namnder_of(enhet),
        loose=_loose(view, it.loose_from) if it.loose_from else None,
        posts=tuple([_post(view, each) for each in (*sharing, *_beside(view.ungrounded(), enhet, leaders))]),
        basis=rests_on(view),
    )


def _beside(view: View, enhet: str, leaders: Sequence[str]) -> list[str]:
    """The befattningar placed in an enhet to show, though they lead nothing."""
    ever = (each for each in view.account.placed_ever(enhet) if each not in leaders)
    placed = [
        each
        for each in ever
        if view.is_befattning(each) and _is_shown(view, each) and view.placement(each) == enhet
    ]
    return sorted(placed, key=view.account.first_fact) if len(placed) > 1 else placed


def _is_shown(view: View, befattning: str) -> bool:
    if view.account.led_ever(befattning):
        if view.leads(befattning):
            return False
        if view.leads_nothing(befattning):
            return True
    held = view.appointments(befattning)
    return any(each.form != "ordinarie" for each in held) if held else view.is_vacant(befattning)


def _loose(view: NotingView, over: str) -> Loose:
    asked = view.ungrounded()
    return Loose(
        name=asked.account.name(over, view.day), why="under itself" if asked.is_enhet(over) else "not there"
    )


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
