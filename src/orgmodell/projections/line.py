"""Reporting lines and chefsled.

There is no standard definition of a chefsled. Here it is a reporting step that ends at a chef: a
befattning that leads an enhet and answers for its staff. Nested enheter led by the same befattning,
and befattningar held by the same person, add no step. A gruppledare or samordnare leads no enhet and
is no chef. In the mode ``struktur`` every leading befattning counts; in ``faktisk`` a vacant one does
not, while a t.f. counts as the chef. Of several befattningar that share in leading an enhet the line
goes by the first that is held: they are one step. A befattning nobody is recorded as holding is not
known to be vacant, and counts. The line of a chef who leads several branches starts over the topmost enhet
it leads; of several equally high, over the one that was recorded first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

import attrs

from orgmodell.errors import NotInTheLine
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import View, remembered

Mode = Literal["faktisk", "struktur"]

COUNTING_RULE = {
    "faktisk": "Varje steg upp till en chef räknas. Vakanta chefsbefattningar räknas inte, t.f. räknas "
    "som chef. En befattning vars innehavare inte är registrerad är inte känd som vakant, och "
    "räknas. Samma befattning eller person som leder flera nästlade enheter ger inget extra steg. "
    "Gruppledare och samordnare är inte chefer.",
    "struktur": "Varje steg upp till en chefsbefattning räknas, besatt, vakant eller utan registrerad "
    "innehavare. Samma befattning eller "
    "person som leder flera nästlade enheter ger inget extra steg. Gruppledare och samordnare är inte "
    "chefer.",
}


@attrs.frozen
class Link:
    """A befattning in a reporting line.

    Attributes:
        befattning: its id.
        title: its title.
        enhet: the enhet it leads here; None when it is reported to by decision.
        persons: who holds it; empty when vacant or not recorded.
        vacant: whether it is known to be vacant.
        adds_step: False when it adds no chefsled: the same person as the one before it.
    """

    befattning: str
    title: str
    enhet: str | None
    persons: tuple[str, ...]
    vacant: bool
    adds_step: bool


class ReportingLine(tuple[str, ...]):
    """The ids of the befattningar above one, nearest chef first, to the top; and what they rest on.

    Attributes:
        befattning: the one whose line it is.
        mode: "faktisk" or "struktur".
        links: the same befattningar, with all there is to say of them.
    """

    befattning: str
    mode: Mode
    links: tuple[Link, ...]
    _view: View

    @property
    def basis(self) -> Basis:
        """The recorded facts the line rests on."""
        return basis(self._view, lambda view: list(_links(view, self.befattning, self.mode)))


class Chefsled(int):
    """The number of chefsled from one befattning up to another: an int that knows its path.

    Attributes:
        befattning: the one counted from.
        up_to: the one counted to: the top of the line when none was named.
        mode: "faktisk" or "struktur".
        path: the links of the line between, the last one ``up_to``.
        counting_rule: in words, whom it counts.
    """

    befattning: str
    up_to: str
    mode: Mode
    path: tuple[Link, ...]
    _line: ReportingLine

    @property
    def mellanliggande(self) -> int:
        """The chefer between the two."""
        return max(0, self - 1)

    @property
    def counting_rule(self) -> str:
        return COUNTING_RULE[self.mode]

    @property
    def basis(self) -> Basis:
        """The recorded facts the number rests on."""
        view = self._line._view
        return basis(view, lambda v: _as_far_as(_links(v, self.befattning, self.mode), self.up_to))


def reporting_line(view: View, befattning: str, mode: Mode = "faktisk") -> ReportingLine:
    """The befattningar above one, nearest chef first, to the top.

    Raises:
        UnknownThing: there is no such befattning on the day.
        ValueError: the mode is neither "faktisk" nor "struktur".
    """
    if mode not in get_args(Mode):
        raise ValueError(f"mode is 'faktisk' or 'struktur', not {mode!r}")
    links = tuple(_links(view, befattning, mode))
    line = ReportingLine(link.befattning for link in links)
    line.befattning, line.mode, line.links, line._view = befattning, mode, links, view
    return line


def chefsled(view: View, befattning: str, up_to: str | None = None, mode: Mode = "faktisk") -> Chefsled:
    """How many chefsled there are from a befattning up to another, or to the top of its line.

    Raises:
        UnknownThing: there is no such befattning on the day.
        NotInTheLine: ``up_to`` is not above the befattning on the day.
    """
    line = reporting_line(view, befattning, mode)
    if up_to is None:
        up_to = line[-1] if line else befattning
    if up_to == befattning:
        path: tuple[Link, ...] = ()
    elif up_to in line:
        path = _as_far_as(iter(line.links), up_to)
    else:
        raise _not_above(view, line, up_to)
    count = Chefsled(sum(link.adds_step for link in path))
    count.befattning, count.up_to, count.mode = befattning, up_to, mode
    count.path, count._line = path, line
    return count


def every_chefsled(view: View, up_to: str | None = None, mode: Mode = "faktisk") -> tuple[Chefsled, ...]:
    """The chefsled of every befattning that has ``up_to`` above it (or of all, to the top of its line).

    Raises:
        UnknownThing: there is no befattning ``up_to`` on the day.
    """
    if up_to is not None:
        view.befattning(up_to)
    counts = (_chefsled_if_above(view, befattning, up_to, mode) for befattning in view.befattningar())
    return tuple(count for count in counts if count is not None)


def _chefsled_if_above(view: View, befattning: str, up_to: str | None, mode: Mode) -> Chefsled | None:
    try:
        return chefsled(view, befattning, up_to, mode)
    except NotInTheLine:
        return None


def nearest_chef(view: View, befattning: str, mode: Mode = "faktisk") -> str | None:
    """The chef a befattning reports to; None at the top."""
    first = next(_links(view, befattning, mode), None)
    return first.befattning if first else None


def _links(view: View, befattning: str, mode: Mode) -> Iterator[Link]:
    passed = [befattning]
    below, _, reports_to = _seat(view, befattning)
    enhet = view.starts_under(befattning)
    while reports_to is not None or enhet is not None:
        over, led = reports_to, enhet
        if over is not None:
            led, enhet = None, view.starts_under(over)
        elif enhet is not None:
            over, enhet = _chef_of(view, enhet, mode), view.parent(enhet)
        reports_to = None
        if over is None or over in passed:
            continue
        passed.append(over)
        persons, vacant, reports_to = _seat(view, over)
        if vacant and mode == "faktisk":
            continue
        yield Link(over, view.title(over), led, persons, vacant, set(below).isdisjoint(persons))
        below = persons


class _Seat(NamedTuple):
    """Who holds a befattning, whether it is vacant, and to whom it reports by decision."""

    persons: tuple[str, ...]
    vacant: bool
    reports_to: str | None


@remembered
def _seat(view: View, befattning: str) -> _Seat:
    persons = tuple(holder.person for holder in view.holders(befattning))
    return _Seat(persons, view.is_vacant(befattning), view.reports_to(befattning))


@remembered
def _chef_of(view: View, enhet: str, mode: Mode) -> str | None:
    chefer = [b for b in view.leaders(enhet) if view.is_chef(b)]
    if mode == "faktisk":
        chefer.sort(key=lambda chef: (not view.holders(chef), view.is_vacant(chef)))
    return chefer[0] if chefer else None


def _as_far_as(links: Iterator[Link], up_to: str) -> tuple[Link, ...]:
    path = []
    for link in links:
        path.append(link)
        if link.befattning == up_to:
            break
    return tuple(path)


def _not_above(view: View, line: ReportingLine, up_to: str) -> NotInTheLine:
    view.befattning(up_to)  # raises when there is none
    above = " → ".join(line) or "nobody"
    vacant = " It is vacant; ask with mode 'struktur' to count it." if view.is_vacant(up_to) else ""
    return NotInTheLine(f"{up_to} is not above {line.befattning} on {view.day}: above it is {above}.{vacant}")
