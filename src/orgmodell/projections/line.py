"""Reporting lines: the chefer above a befattning.

A chef is a befattning that leads an enhet and answers for its staff. A gruppledare or samordnare leads no
enhet and is no chef. In the mode ``struktur`` every leading befattning is in the line; in ``faktisk`` a
vacant one is not, while a t.f. is there as the chef. Of several befattningar that share in leading an enhet
the line goes by the first that is held. A befattning nobody is recorded as holding is not known to be vacant,
and is there. The line of a chef who leads several branches starts over the topmost enhet it leads; of several
equally high, over the one that was recorded first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

import attrs

from orgmodell.projections.answer import Answer, HasLines, rests_on, told_as
from orgmodell.view import NotingView, View, remembered

Mode = Literal["faktisk", "struktur"]


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


@attrs.frozen(kw_only=True, eq=False)
class ReportingLine(Answer, HasLines[str]):
    """The befattningar above one, nearest chef first, to the top: a sequence of their ids.

    It equals any sequence of the same ids, as ``("enhetschef", "forvaltningschef")``.

    Attributes:
        befattning: the one whose line it is.
        mode: "faktisk" or "struktur".
        ids: their ids.
        links: the same befattningar, with all there is to say of them.
    """

    befattning: str
    mode: Mode
    ids: tuple[str, ...] = attrs.field(metadata=told_as("path"))
    links: tuple[Link, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return self.ids

    def __eq__(self, other: object) -> bool:
        return self.ids == tuple(other) if isinstance(other, tuple | ReportingLine) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.ids)


def line(view: View, befattning: str, mode: Mode = "faktisk") -> ReportingLine:
    """The befattningar above one, nearest chef first, to the top.

    Raises:
        UnknownThing: there is no such befattning on the day.
        ValueError: the mode is neither "faktisk" nor "struktur".
    """
    noting = NotingView(view)
    links = tuple(links_above(noting, befattning, mode))
    return ReportingLine(
        befattning=befattning,
        mode=mode,
        ids=tuple(link.befattning for link in links),
        links=links,
        basis=rests_on(noting),
    )


def nearest_chef(view: View, befattning: str, mode: Mode = "faktisk") -> str | None:
    """The chef a befattning reports to; None at the top."""
    first = next(links_above(view, befattning, mode), None)
    return first.befattning if first else None


def links_above(view: View, befattning: str, mode: Mode) -> Iterator[Link]:
    """The befattningar above one, nearest chef first; no further up is read than is asked for.

    Raises:
        ValueError: the mode is neither "faktisk" nor "struktur".
    """
    if mode not in get_args(Mode):
        raise ValueError(f"mode is 'faktisk' or 'struktur', not {mode!r}")
    passed = [befattning]
    below, _, reports_to = _seat(view, befattning)
    enhet = view.starts_under(befattning)
    while reports_to is not None or enhet is not None:
        over, led = reports_to, enhet
        if over is not None:
            led, enhet = None, view.starts_under(over)
        elif enhet is not None:
            over, enhet = _step(view, enhet, mode)
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
def _step(view: View, enhet: str, mode: Mode) -> tuple[str | None, str | None]:
    """The chef of an enhet, and the enhet over it."""
    chefer = [b for b in view.leaders(enhet) if view.is_chef(b)]
    if mode == "faktisk":
        chefer.sort(key=lambda chef: (not view.holders(chef), view.is_vacant(chef)))
    return chefer[0] if chefer else None, view.parent(enhet)
