"""Rings: what comes back to where it began, over the days on which all of the way holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.timeline import Step

T = TypeVar("T")
Onwards = Callable[[Account, str, Period], Iterator[Step[str]]]  # what a thing leads on to in a window


def first_ring(account: Account, start: str, window: Period, onwards: Onwards) -> list[Step[str]] | None:
    """The way from a thing back to itself that is first to hold in the window; None when none does.

    The last of its steps begins on the first day on which all of it holds.
    """
    return min(_rings(account, start, window, onwards), key=lambda way: way[-1].start, default=None)


def way_of(start: str, ring: list[Step[str]]) -> str:
    """A ring as a reader follows it: a → b → a."""
    return " → ".join([start, *(step.value for step in ring)])


def _rings(account: Account, start: str, window: Period, onwards: Onwards) -> Iterator[list[Step[str]]]:
    """Each way from a thing, over the days in the window, that comes back to where it began."""
    came_from: dict[Step[str], Step[str] | None] = {}
    tips: list[tuple[str, Period, Step[str] | None]] = [(start, window, None)]
    while tips:
        thing, window, before = tips.pop()
        for step in _in(window, onwards(account, thing, window)):
            if step in came_from:
                continue  # the same days have been followed from here: another ring, not through start
            came_from[step] = before
            if step.value == start:
                yield way_to(came_from, step)
            else:
                tips.append((step.value, step.period, step))


def _in(window: Period, steps: Iterator[Step[str]]) -> Iterator[Step[str]]:
    """Steps, as far as they are in the window."""
    for step in steps:
        shared = step.period.overlap(window)
        if shared is not None and shared.start is not None:
            yield step._replace(start=shared.start, until=shared.until)


def way_to(came_from: Mapping[T, T | None], last: T) -> list[T]:
    """The way from the first, which came from nowhere, to the last."""
    way, at = [last], came_from[last]
    while at is not None:
        way.append(at)
        at = came_from[at]
    return way[::-1]
