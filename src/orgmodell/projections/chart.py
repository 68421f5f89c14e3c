"""The org chart: the enheter of a day as a tree, with chefer and what is assumed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from orgmodell import swedish
from orgmodell.projections.basis import Basis, basis, said, together
from orgmodell.projections.vacancies import Vacancy, vacancies, vacant_from
from orgmodell.view import Chef, Enhet, Holder, Organ, View

if TYPE_CHECKING:
    import networkx


@attrs.frozen
class ChartNode:
    """An enhet in the chart.

    Attributes:
        enhet: the enhet.
        depth: how many enheter it is under.
        leader: the befattning that leads it; None when none does.
        title: that befattning's title.
        chef: who holds it; None when vacant or not recorded.
        vacant: whether it is known to be vacant.
        namnder: the organ it is placed under itself.
    """

    enhet: Enhet
    depth: int
    leader: str | None
    title: str | None
    chef: Chef | None
    vacant: bool
    namnder: tuple[str, ...]


@attrs.frozen
class ChartPost:
    """A befattning shown in an enhet besides the one that leads it; `OrgChart.posts` says which.

    ``leads_nothing`` of a chef whose enheter have all ended.
    """

    befattning: str
    title: str
    holders: tuple[Holder, ...]
    leads_nothing: bool


@attrs.define(slots=False, eq=False)
class OrgChart:
    """The organisation on one day, as a tree.

    Attributes:
        day: the day.
        known: what was decided by this day counts; None: everything.
        nodes: the enheter in tree order.
        organs: the political bodies.
    """

    day: date
    known: date | None
    nodes: tuple[ChartNode, ...]
    organs: tuple[Organ, ...]
    _view: View = attrs.field(repr=False)

    @cached_property
    def assumed(self) -> Mapping[str, Basis]:
        """For each enhet whose place or chef rests on assumed facts: what it rests on."""
        return {enhet: rests_on for enhet, rests_on in self._bases.items() if rests_on.assumed}

    @cached_property
    def basis(self) -> Basis:
        """The recorded facts the chart rests on."""
        return together(self._bases.values())

    @cached_property
    def _bases(self) -> Mapping[str, Basis]:
        return {node.enhet.id: self._basis_of(node.enhet.id) for node in self.nodes}

    def _basis_of(self, enhet: str) -> Basis:
        posts = [post.befattning for post in self.posts.get(enhet, ())]
        return basis(self._view, lambda view: _read(view, enhet, posts))

    @cached_property
    def vacancies(self) -> Mapping[str, Vacancy]:
        """The vacant befattningar, by id."""
        return {each.befattning: each for each in vacancies(self._view)}

    @cached_property
    def posts(self) -> Mapping[str, tuple[ChartPost, ...]]:
        """For each enhet, the befattningar to show besides the one that leads it.

        They are those that share in leading it, and those placed in it that lead nothing and are
        vacant, held by somebody who is not ordinarie, or chef of enheter that have all ended.
        """
        view, found = self._view, defaultdict[str, list[str]](list)
        for node in self.nodes:
            found[node.enhet.id] += (b for b in view.leaders(node.enhet.id) if b != node.leader)
        for befattning in view.befattningar():
            placed = view.placement(befattning)
            acting = any(holder.form != "ordinarie" for holder in view.holders(befattning))
            told = acting or befattning in self.vacancies or view.leads_nothing(befattning)
            if placed and told and not view.leads(befattning):
                found[placed].append(befattning)
        return {
            enhet: tuple(ChartPost(b, view.title(b), view.holders(b), view.leads_nothing(b)) for b in posts)
            for enhet, posts in found.items()
        }

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

    def to_text(self, names: Mapping[str, str] | None = None) -> str:
        """The chart as an indented tree in Swedish; persons by name where a register gives it."""
        lines = []
        for guide, below, node in self._guides():
            lines.append(guide + self.label(node, names or {}))
            lines.extend(f"{below}· {each}" for each in self.post_labels(node, names or {}))
        return "\n".join([*lines, *self._footnotes()])

    def label(self, node: ChartNode, names: Mapping[str, str]) -> str:
        """What the chart says of an enhet, on one line."""
        organ_names = {organ.id: organ.name for organ in self.organs}
        under = ", ".join(organ_names.get(organ, organ) for organ in node.namnder)
        parts = [f"{node.enhet.name} ({node.enhet.kind})"]
        if node.leader is not None:
            parts.append(f" – {self.leader_label(node, names)}")
        if node.enhet.loose_from is not None:
            parts.append(f" – {self.loose_label(node)}")
        if under:
            parts.append(f" [under {under}]")
        if node.enhet.id in self.assumed:
            parts.append(" *")
        return "".join(parts)

    def loose_label(self, node: ChartNode) -> str:
        """That an enhet hangs loose, and what it is recorded to be under."""
        over = node.enhet.loose_from or ""
        why = "som ligger under den själv" if self._view.is_enhet(over) else "som inte finns den dagen"
        return f"hänger löst: lagd under {self._view.account.name(over, self.day)}, {why}"

    def leader_label(self, node: ChartNode, names: Mapping[str, str]) -> str:
        """Who leads an enhet: title, person and form; or that it is vacant, or not recorded."""
        held = (Holder(node.chef.person, node.chef.form),) if node.chef else ()
        return self._held(node.leader or "", node.title or "", held, names)

    def post_labels(self, node: ChartNode, names: Mapping[str, str]) -> tuple[str, ...]:
        """The vacant and acting posts in an enhet that lead none, each on one line."""
        posts = self.posts.get(node.enhet.id, ())
        return tuple(self._post_label(post, names) for post in posts)

    def _post_label(self, post: ChartPost, names: Mapping[str, str]) -> str:
        nothing = " – leder ingen enhet som finns" if post.leads_nothing else ""
        return self._held(post.befattning, post.title, post.holders, names) + nothing

    def _held(
        self, befattning: str, title: str, holders: tuple[Holder, ...], names: Mapping[str, str]
    ) -> str:
        if holders:
            return f"{title}: {', '.join(held_by(holder, names) for holder in holders)}"
        return f"{title}: {vacant_since(self.vacancies.get(befattning))}"

    def _guides(self) -> Iterator[tuple[str, str, ChartNode]]:
        """Each node with the branches drawn before it, and those drawn before what is said under it."""
        parents = {node.enhet.parent for node in self.nodes}
        last = _last_children(self.nodes)
        open_levels: list[bool] = []
        for node in self.nodes:
            del open_levels[node.depth :]
            stem = "".join("│  " if going_on else "   " for going_on in open_levels[1:])
            branch = "" if node.depth == 0 else "└─ " if node.enhet.id in last else "├─ "
            open_levels.append(node.enhet.id not in last)
            below = "" if node.depth == 0 else "│  " if open_levels[-1] else "   "
            yield stem + branch, stem + below + ("│  " if node.enhet.id in parents else "   "), node

    def _footnotes(self) -> Iterator[str]:
        facts = self.basis.assumed
        if facts:
            count = swedish.counted(len(facts), "antagen uppgift", "antagna uppgifter")
            yield from ("", f"* vilar på {count}:", *(f"  - {said(fact)}" for fact in facts))


def org_chart(view: View) -> OrgChart:
    """The org chart of a view."""
    children = view.children_by_parent()
    nodes: list[ChartNode] = []
    waiting = [(enhet, 0) for enhet in reversed(children.get(None, []))]
    while waiting:
        enhet, depth = waiting.pop()
        nodes.append(_node(view, enhet, depth))
        waiting.extend((child, depth + 1) for child in reversed(children.get(enhet, [])))
    organs = tuple(view.organ(organ) for organ in view.organs())
    return OrgChart(view.day, view.known, tuple(nodes), organs, view)


def held_by(holder: Holder, names: Mapping[str, str]) -> str:
    """Who holds a befattning, and in which form when it is not as ordinarie."""
    form = "" if holder.form == "ordinarie" else f" ({swedish.word(holder.form)})"
    return names.get(holder.person, holder.person) + form


def vacant_since(vacancy: Vacancy | None) -> str:
    """That a befattning is vacant, and since when; without vacancy, that it is not known."""
    if vacancy is None:
        return "innehavare ej registrerad"
    since = "känt den" if vacancy.at_latest else "sedan"
    return f"VAKANT {since} {swedish.day(vacancy.since, vacancy.stated)}"


def _read(view: View, enhet: str, posts: Iterable[str]) -> None:
    """Read what the chart says of an enhet, so that it can be noted."""
    view.enhet(enhet)
    view.namnder_of(enhet)
    if view.chef(enhet) is None and (leader := view.leader(enhet)):
        vacant_from(view, leader)
    for post in posts:
        view.befattning(post)
        view.holders(post)
        vacant_from(view, post)


def _node(view: View, enhet: str, depth: int) -> ChartNode:
    chef = view.chef(enhet)
    leader = chef.befattning if chef else view.leader(enhet)
    return ChartNode(
        enhet=view.enhet(enhet),
        depth=depth,
        leader=leader,
        title=view.title(leader) if leader else None,
        chef=chef,
        vacant=chef is None and leader is not None and view.is_vacant(leader),
        namnder=view.namnder_of(enhet),
    )


def _last_children(nodes: tuple[ChartNode, ...]) -> set[str]:
    last = {node.enhet.parent: node.enhet.id for node in nodes}
    return set(last.values())
