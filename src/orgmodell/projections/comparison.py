"""Alternatives side by side: what each would mean on a day, in figures and in what it breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from orgmodell.errors import NotInTheLine, UnknownThing
from orgmodell.projections.basis import Basis, basis, together
from orgmodell.projections.chefsled import Chefsled, chefsled
from orgmodell.projections.homeless import Homeless, homeless
from orgmodell.projections.kontrollspann import Kontrollspann, every_kontrollspann
from orgmodell.projections.line import Mode, line
from orgmodell.view import View
from orgmodell.violations import Violation
from orgmodell.words.chefsled import COUNTING_RULE


@attrs.frozen
class Alternative:
    """What the organisation is on the day in one alternative.

    Attributes:
        name: its name; "nu" for the organisation as it is recorded.
        kinds: how many enheter there are of each kind.
        levels: how many chefer there are on each level, the topmost first; vacant posts are left out.
        chefsled: for each group (a befattning that leads nothing), its chefsled; None where it does not
            exist, or does not have ``up_to`` above it.
        heads: for each group, how many have it; None: not stated.
        spans: for each chef, how many it leads.
        namnder: for each organ that enheter are placed under, those enheter.
        broken: the rules that are broken, errors first.
        homeless: what is left without a home.
    """

    name: str
    kinds: Mapping[str, int]
    levels: tuple[int, ...]
    chefsled: Mapping[str, Chefsled | None]
    heads: Mapping[str, int | None]
    spans: Mapping[str, Kontrollspann]
    namnder: Mapping[str, tuple[str, ...]]
    broken: tuple[Violation, ...]
    homeless: tuple[Homeless, ...]
    view: View = attrs.field(repr=False, eq=False)

    @property
    def enheter(self) -> int:
        """How many enheter there are."""
        return sum(self.kinds.values())

    @property
    def chefer(self) -> int:
        """How many chefer there are."""
        return sum(self.levels)

    @property
    def mellanchefer(self) -> int:
        """How many chefer are neither on the topmost level nor on the lowest."""
        return sum(self.levels[1:-1])

    @property
    def medel(self) -> float | None:
        """Chefsled on average, weighted by heads where they are stated; None: underlag saknas."""
        known = [(heads, self.chefsled.get(group)) for group, heads in self.heads.items() if heads]
        counted = [(heads, steps) for heads, steps in known if steps is not None]
        weight = sum(heads for heads, _ in counted)
        return sum(heads * int(steps) for heads, steps in counted) / weight if weight else None

    @property
    def errors(self) -> tuple[Violation, ...]:
        """The broken rules for which it would be refused."""
        return tuple(each for each in self.broken if each.severity == "error")

    @property
    def warnings(self) -> tuple[Violation, ...]:
        """The broken rules that are only warned of."""
        return tuple(each for each in self.broken if each.severity == "warning")

    @property
    def basis(self) -> Basis:
        """The recorded and proposed facts that the figures rest on."""
        lines = (steps.basis for steps in self.chefsled.values() if steps is not None)
        spans = (span.basis for span in self.spans.values())
        enheter = basis(self.view, lambda view: [view.enhet(e) for e in view.enheter()])
        return together([enheter, *lines, *spans])


@attrs.frozen
class Comparison:
    """Alternatives side by side on one day.

    Attributes:
        alternatives: each, in the order given.
        up_to: the befattning that chefsled are counted up to; None: to the top of the line.
        mode: "faktisk" or "struktur".
    """

    alternatives: tuple[Alternative, ...]
    up_to: str | None
    mode: Mode

    @property
    def counting_rule(self) -> str:
        return COUNTING_RULE[self.mode].sv

    @property
    def groups(self) -> tuple[tuple[tuple[str, ...], tuple[int | None, ...]], ...]:
        """The groups that have the same chefsled in every alternative, together, with those chefsled."""
        found: dict[tuple[int | None, ...], list[str]] = {}
        for group in dict.fromkeys(g for each in self.alternatives for g in each.chefsled):
            steps = [each.chefsled.get(group) for each in self.alternatives]
            found.setdefault(tuple(None if s is None else int(s) for s in steps), []).append(group)
        return tuple((tuple(groups), steps) for steps, groups in found.items())

    def added(self, alternative: Alternative) -> tuple[Violation, ...]:
        """The rules that an alternative breaks and the first one does not."""
        already = {violation.broken for violation in self.alternatives[0].broken}
        return tuple(each for each in alternative.broken if each.broken not in already)

    def mended(self, alternative: Alternative) -> tuple[Violation, ...]:
        """The rules that the first one breaks and an alternative does not."""
        still = {violation.broken for violation in alternative.broken}
        return tuple(each for each in self.alternatives[0].broken if each.broken not in still)

    def changed(self, group: str) -> tuple[int | None, ...]:
        """How many chefsled more or fewer a group has in each alternative than in the first."""
        first, *_ = (each.chefsled.get(group) for each in self.alternatives)
        steps = (each.chefsled.get(group) for each in self.alternatives)
        return tuple(None if first is None or s is None else int(s) - int(first) for s in steps)


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
    return Comparison(tuple(_alternative(*column, groups, up_to, mode) for column in columns), up_to, mode)


def _alternative(
    name: str,
    view: View,
    broken: Iterable[Violation],
    groups: Iterable[str],
    up_to: str | None,
    mode: Mode,
) -> Alternative:
    here = [group for group in groups if view.exists(group)]
    counts = {group: view.headcount(group) for group in here}
    return Alternative(
        name=name,
        kinds=Counter(view.enhet(enhet).kind for enhet in view.enheter()),
        levels=_levels(view, mode),
        chefsled={group: _steps(view, group, up_to, mode) for group in groups},
        heads={group: stated.medarbetare if stated else None for group, stated in counts.items()},
        spans={span.befattning: span for span in every_kontrollspann(view)},
        namnder=_namnder(view),
        broken=tuple(sorted(dict.fromkeys(broken), key=lambda v: (v.severity != "error", v.day))),
        homeless=homeless(view),
        view=view,
    )


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
