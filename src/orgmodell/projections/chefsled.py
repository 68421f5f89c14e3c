"""Chefsled: how many reporting steps there are from a befattning up to another.

There is no standard definition of a chefsled. Here it is a reporting step that ends at a chef (`line` says
who is one). Nested enheter led by the same befattning, and befattningar held by the same person, add no
step; those who share in leading an enhet are one step. In the mode ``struktur`` every leading befattning
counts; in ``faktisk`` a vacant one does not, while a t.f. counts as the chef.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import total_ordering

import attrs

from orgmodell.errors import NotInTheLine
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_alone, told_as
from orgmodell.projections.basis import united
from orgmodell.projections.line import Link, Mode, line, links_above
from orgmodell.view import NotingView, View
from orgmodell.words import Text
from orgmodell.words import chefsled as words
from orgmodell.words.projections import not_above


@total_ordering
@attrs.frozen(kw_only=True, eq=False)
class Chefsled(Answer):
    """The number of chefsled from one befattning up to another; it is written as that number, and equals it.

    Attributes:
        befattning: the one counted from.
        up_to: the one counted to: the top of the line when none was named.
        mode: "faktisk" or "struktur".
        chefsled: the number.
        mellanliggande: the chefer between the two.
        path: the befattningar on the way, the last one ``up_to``.
        ids: their ids.
        counting_rule: in words, whom it counts.
    """

    befattning: str
    up_to: str
    mode: Mode
    chefsled: int
    mellanliggande: int
    path: tuple[Link, ...] = attrs.field(metadata=told_as("links") | told_alone())
    ids: tuple[str, ...] = attrs.field(metadata=told_as("path"))
    counting_rule: Text = attrs.field(metadata=told_alone())

    def __int__(self) -> int:
        return self.chefsled

    __index__ = __int__

    def __str__(self) -> str:
        return str(self.chefsled)

    def __eq__(self, other: object) -> bool:
        return self.chefsled == int(other) if isinstance(other, int | Chefsled) else NotImplemented

    def __lt__(self, other: int | Chefsled) -> bool:
        return self.chefsled < int(other)

    def __hash__(self) -> int:
        return hash(self.chefsled)


@attrs.frozen(kw_only=True)
class EveryChefsled(TableAnswer[Chefsled]):
    """The chefsled of every befattning, in recorded order; a sequence of `Chefsled`.

    Attributes:
        up_to: the one counted to: None for the top of each line.
        mode: "faktisk" or "struktur".
        befattningar: the chefsled of each.
        counting_rule: in words, whom they count; None when there are none.
    """

    up_to: str | None
    mode: Mode
    befattningar: tuple[Chefsled, ...]
    counting_rule: Text | None

    @property
    def lines(self) -> tuple[Chefsled, ...]:
        return self.befattningar


def chefsled(view: View, befattning: str, up_to: str | None = None, mode: Mode = "faktisk") -> Chefsled:
    """How many chefsled there are from a befattning up to another, or to the top of its line.

    Raises:
        UnknownThing: there is no such befattning on the day.
        NotInTheLine: ``up_to`` is not above the befattning on the day.
        ValueError: the mode is neither "faktisk" nor "struktur".
    """
    noting = NotingView(view)
    links = tuple(_as_far_as(links_above(noting, befattning, mode), befattning, up_to))
    reached = links[-1].befattning if links else befattning
    if up_to not in (None, reached):
        raise _not_above(view, befattning, up_to or "", mode)
    count = sum(link.adds_step for link in links)
    return Chefsled(
        befattning=befattning,
        up_to=reached,
        mode=mode,
        chefsled=count,
        mellanliggande=max(0, count - 1),
        path=links,
        ids=tuple(link.befattning for link in links),
        counting_rule=words.COUNTING_RULE[mode],
        basis=rests_on(noting),
    )


def every_chefsled(view: View, up_to: str | None = None, mode: Mode = "faktisk") -> EveryChefsled:
    """The chefsled of every befattning that has ``up_to`` above it (or of all, to the top of its line).

    Raises:
        UnknownThing: there is no befattning ``up_to`` on the day.
    """
    if up_to is not None:
        view.befattning(up_to)
    counts = (_chefsled_if_above(view, befattning, up_to, mode) for befattning in view.befattningar())
    found = tuple(count for count in counts if count is not None)
    return EveryChefsled(
        up_to=up_to,
        mode=mode,
        befattningar=found,
        counting_rule=words.COUNTING_RULE[mode] if found else None,
        basis=united(each.basis for each in found),
    )


def _chefsled_if_above(view: View, befattning: str, up_to: str | None, mode: Mode) -> Chefsled | None:
    try:
        return chefsled(view, befattning, up_to, mode)
    except NotInTheLine:
        return None


def _as_far_as(links: Iterator[Link], befattning: str, up_to: str | None) -> Iterator[Link]:
    """The links up to one; none when it is counted to itself."""
    if up_to == befattning:
        return
    for link in links:
        yield link
        if link.befattning == up_to:
            return


def _not_above(view: View, befattning: str, up_to: str, mode: Mode) -> NotInTheLine:
    view.befattning(up_to)  # raises when there is none
    above = line(view, befattning, mode)
    return NotInTheLine(not_above(up_to, befattning, view.day, above, view.is_vacant(up_to)))
