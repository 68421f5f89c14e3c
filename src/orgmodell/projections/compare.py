"""Alternatives side by side: what each would mean on a day, in figures and in what it breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from orgmodell.errors import NotInTheLine, UnknownThing
from orgmodell.mapping import FrozenMapping
from orgmodell.projections.answer import Answer, rests_on, told_as, untold
from orgmodell.projections.basis import united
from orgmodell.projections.check import Breach, among, breaches
from orgmodell.projections.chefsled import Chefsled, chefsled
from orgmodell.projections.homeless import Homeless, homeless
from orgmodell.projections.kontrollspann import Kontrollspann, every_kontrollspann
from orgmodell.projections.line import Mode, line
from orgmodell.view import NotingView, View
from orgmodell.violations import Violation, refusing
from orgmodell.words import Text
from orgmodell.words.chefsled import COUNTING_RULE


@attrs.frozen
class Group:
    """A befattning that leads nothing, in one alternative: it stands for those who have it.

    Attributes:
        chefsled: its chefsled; None where it does not exist, or does not have ``up_to`` above it.
        path: the ids of the befattningar above it; None likewise.
        medarbetare: how many have it; None: not stated.
    """

    chefsled: int | None
    path: tuple[str, ...] | None
    medarbetare: int | None


@attrs.frozen(kw_only=True)
class Alternative(Answer):
    """What the organisation is on the day in one alternative.

    Attributes:
        name: its name; "nu" for the organisation as it is recorded.
        enheter: how many enheter there are.
        kinds: how many there are of each kind.
        chefer: how many chefer there are.
        levels: how many there are on each level, the topmost first; vacant posts are left out.
        mellanchefer: how many are neither on the topmost level nor on the lowest.
        chefsled: for each group, its chefsled; None where it has none.
        heads: for each group that exists, how many have it; None: not stated.
        groups: both of each group.
        medel: chefsled on average, weighted by heads where they are stated; None: underlag saknas.
        spans: for each chef, how many it leads.
        kontrollspann: the same, in tree order.
        namnder: for each organ that enheter are placed under, those enheter.
        broken: the rules that are broken, errors first.
        added: those of them that the first alternative does not break.
        mended: the rules that the first one breaks and this one does not.
        breaches: those that are broken, together where one rule is broken in one way.
        breaches_added: those that are added, together likewise.
        breaches_mended: those that are mended.
        homeless: what is left without a home.
    """

    name: str
    enheter: int
    kinds: Mapping[str, int] = attrs.field(converter=FrozenMapping[str, int])
    chefer: int
    levels: tuple[int, ...]
    mellanchefer: int
    chefsled: Mapping[str, Chefsled | None] = attrs.field(
        converter=FrozenMapping[str, Chefsled | None], metadata=untold()
    )
    heads: Mapping[str, int | None] = attrs.field(converter=FrozenMapping[str, int | None], metadata=untold())
    groups: Mapping[str, Group] = attrs.field(converter=FrozenMapping[str, Group])
    medel: float | None = attrs.field(metadata=told_as("chefsled_mean"))
    spans: Mapping[str, Kontrollspann] = attrs.field(
        converter=FrozenMapping[str, Kontrollspann], metadata=untold()
    )
    kontrollspann: tuple[Kontrollspann, ...] = attrs.field(metadata=told_as("spans"))
    namnder: Mapping[str, tuple[str, ...]] = attrs.field(converter=FrozenMapping[str, tuple[str, ...]])
    broken: tuple[Violation, ...]
    added: tuple[Violation, ...] = ()
    mended: tuple[Violation, ...] = ()
    breaches: tuple[Breach, ...] = attrs.field(metadata=untold())
    breaches_added: tuple[Breach, ...] = attrs.field(default=(), metadata=untold())
    breaches_mended: tuple[Breach, ...] = attrs.field(default=(), metadata=untold())
    homeless: tuple[Homeless, ...]

    @property
    def errors(self) -> tuple[Violation, ...]:
        """The broken rules for which it would be refused."""
        return refusing(self.broken)

    @property
    def warnings(self) -> tuple[Violation, ...]:
        """The broken rules that are only warned of."""
        return tuple(each for each in self.broken if each.severity == "warning")

    def beside(self, first: Alternative) -> Alternative:
        """The same, with what it breaks and mends beside the first alternative."""
        already = {violation.broken for violation in first.broken}
        still = {violation.broken for violation in self.broken}
        added = tuple(each for each in self.broken if each.broken not in already)
        mended = tuple(each for each in first.broken if each.broken not in still)
        return attrs.evolve(
            self,
            added=added,
            mended=mended,
            breaches_added=among(self.breaches, added),
            breaches_mended=among(first.breaches, mended),
        )


@attrs.frozen(kw_only=True)
class Comparison:
    """Alternatives side by side on one day; each says what it rests on.

    Attributes:
        up_to: the befattning that chefsled are counted up to; None: to the top of the line.
        mode: "faktisk" or "struktur".
        counting_rule: in words, whom chefsled count.
        alternatives: each, in the order given; what the others are compared with comes first.
        changed_groups: for each group, how many chefsled more or fewer it has in each than in the first.
        names: what the things in it are called in the first alternative that has them.
    """

    up_to: str | None
    mode: Mode
    counting_rule: Text
    alternatives: tuple[Alternative, ...]
    changed_groups: Mapping[str, Mapping[str, int | None]] = attrs.field(
        converter=FrozenMapping[str, Mapping[str, int | None]], metadata=told_as("changed")
    )
    names: Mapping[str, str] = attrs.field(converter=FrozenMapping[str, str], metadata=untold())

    @property
    def groups(self) -> tuple[tuple[tuple[str, ...], tuple[int | None, ...]], ...]:
        """The groups that have the same chefsled in every alternative, together, with those chefsled."""
        found: dict[tuple[int | None, ...], list[str]] = {}
        for group in dict.fromkeys(g for each in self.alternatives for g in each.groups):
            steps = tuple(each.groups[group].chefsled for each in self.alternatives)
            found.setdefault(steps, []).append(group)
        return tuple((tuple(groups), steps) for steps, groups in found.items())

    def changed(self, group: str) -> tuple[int | None, ...]:
        """How many chefsled more or fewer a group has in each alternative than in the first."""
        return tuple(self.changed_groups[group].values())


def compare(
    columns: Iterable[tuple[str, View, Iterable[Violation]]],
    up_to: str | None = None,
    mode: Mode = "struktur",
) -> Comparison:
    """Several views of one day side by side.

    Args:
        columns: for each alternative its name, its view, and the rules it breaks.
        up_to: the befattning to count chefsled up to; left out, the top of the line.
        mode: whether a vacant chef counts as a step (struktur) or is passed over (faktisk).

    Raises:
        UnknownThing: there is no befattning ``up_to`` in any of them.
    """
    columns = list(columns)
    if up_to is not None and not any(view.exists(up_to) for _, view, _ in columns):
        columns[0][1].befattning(up_to)  # raises, with the nearest right id
    groups = dict.fromkeys(group for _, view, _ in columns for group in _groups(view))
    first, *others = (_alternative(*column, groups, up_to, mode) for column in columns)
    found = (first, *(each.beside(first) for each in others))
    return Comparison(
        up_to=up_to,
        mode=mode,
        counting_rule=COUNTING_RULE[mode],
        alternatives=found,
        changed_groups={group: _changed(found, group) for group in groups},
        names=_names([view for _, view, _ in columns], found, up_to),
    )


def _alternative(
    name: str,
    view: View,
    broken: Iterable[Violation],
    groups: Iterable[str],
    up_to: str | None,
    mode: Mode,
) -> Alternative:
    noting = NotingView(view)
    kinds = Counter(noting.enhet(enhet).kind for enhet in noting.enheter())
    levels = _levels(view, mode)
    counts = {group: view.headcount(group) for group in groups if view.exists(group)}
    heads = {group: stated.medarbetare if stated else None for group, stated in counts.items()}
    steps = {group: _steps(view, group, up_to, mode) for group in groups}
    spans = every_kontrollspann(view).chefer
    lines = (each.basis for each in steps.values() if each is not None)
    in_order = tuple(sorted(dict.fromkeys(broken), key=lambda v: (v.severity != "error", v.day)))
    return Alternative(
        name=name,
        enheter=sum(kinds.values()),
        kinds=kinds,
        chefer=sum(levels),
        levels=levels,
        mellanchefer=sum(levels[1:-1]),
        chefsled=steps,
        heads=heads,
        groups={group: _group(steps[group], heads.get(group)) for group in steps},
        medel=_mean(steps, heads),
        spans={span.befattning: span for span in spans},
        kontrollspann=spans,
        namnder=_namnder(view),
        broken=in_order,
        breaches=breaches(view.account, in_order),
        homeless=homeless(view),
        basis=united([rests_on(noting), *lines, *(span.basis for span in spans)]),
    )


def _group(steps: Chefsled | None, medarbetare: int | None) -> Group:
    if steps is None:
        return Group(None, None, medarbetare)
    return Group(steps.chefsled, steps.ids, medarbetare)


def _mean(steps: Mapping[str, Chefsled | None], heads: Mapping[str, int | None]) -> float | None:
    known = [(count, steps.get(group)) for group, count in heads.items() if count]
    counted = [(count, int(each)) for count, each in known if each is not None]
    weight = sum(count for count, _ in counted)
    return sum(count * each for count, each in counted) / weight if weight else None


def _changed(alternatives: tuple[Alternative, ...], group: str) -> Mapping[str, int | None]:
    first = alternatives[0].groups[group].chefsled
    steps = {each.name: each.groups[group].chefsled for each in alternatives}
    return FrozenMapping(
        {name: None if first is None or s is None else s - first for name, s in steps.items()}
    )


def _names(views: Sequence[View], found: Iterable[Alternative], up_to: str | None) -> dict[str, str]:
    """What things are called in the first view that has them."""
    things = {up_to} if up_to else set[str]()
    for each in found:
        things |= {*each.chefsled, *each.spans, *each.namnder, *(h.thing for h in each.homeless)}
        things |= {enhet for enheter in each.namnder.values() for enhet in enheter}
    has = {thing: next((view for view in views if view.exists(thing)), views[0]) for thing in things}
    return {thing: view.account.name(thing, view.day) for thing, view in has.items()}


def _groups(view: View) -> Iterator[str]:
    """The befattningar that lead nothing: each stands for those who have it."""
    return (each for each in view.befattningar() if not view.leads(each))


def _steps(view: View, group: str, up_to: str | None, mode: Mode) -> Chefsled | None:
    try:
        return chefsled(view, group, up_to, mode)
    except (NotInTheLine, UnknownThing):
        return None


def _levels(view: View, mode: Mode) -> tuple[int, ...]:
    chefer = dict.fromkeys(leader for enhet in view.enheter() for leader in view.leaders(enhet))
    acting = (b for b in chefer if view.is_chef(b) and (mode == "struktur" or not view.is_vacant(b)))
    lines = (line(view, chef, mode).links for chef in acting)
    found = Counter(sum(link.adds_step for link in links) for links in lines)
    return tuple(found[level] for level in range(max(found, default=-1) + 1))


def _namnder(view: View) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for enhet in view.enheter():
        for organ in view.namnder_of(enhet):
            found.setdefault(organ, []).append(enhet)
    return {organ: tuple(enheter) for organ, enheter in found.items()}
