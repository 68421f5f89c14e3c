"""The rule of the line: it is a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodell.changes.attributes import LIFE, MERGED_INTO, PARENT
from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, itself, rule
from orgmodell.timeline import Key, Step


def _children(account: Account, key: Key) -> Iterable[str]:
    return account.children_ever(key)


@rule("R05", of="enhet", watches={PARENT: itself, LIFE: itself, MERGED_INTO: _children})
def line_is_a_tree(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """The line is a tree: no enhet is under itself on any day (practice)."""
    loop = min(_loops(account, enhet, window), key=lambda way: way[-1].start, default=None)
    if loop is not None:
        day = loop[-1].start
        way = " → ".join([enhet, *(step.value for step in loop)])
        message = (
            f"{enhet} would be under itself on {day}: {way}. "
            "Move one of them elsewhere in the same beslut, or choose another day."
        )
        yield Finding(day, (enhet,), message, tuple(step.seq for step in loop))


def _loops(account: Account, start: str, window: Period) -> Iterator[list[Step]]:
    """Each way up from an enhet, over the days in the window, that comes back to where it began."""
    came_from: dict[Step, Step | None] = {}
    tips: list[tuple[str, Period, Step | None]] = [(start, window, None)]
    while tips:
        enhet, window, below = tips.pop()
        for step in _steps_up(account, enhet, window):
            if step in came_from:
                continue  # the same days have been followed from here: another loop, not through start
            came_from[step] = below
            if step.value == start:
                yield _way(came_from, step)
            else:
                tips.append((step.value, step.period, step))


def _way(came_from: dict[Step, Step | None], last: Step) -> list[Step]:
    """The steps from the first up to the last."""
    way, at = [last], came_from[last]
    while at is not None:
        way.append(at)
        at = came_from[at]
    return way[::-1]


def _steps_up(account: Account, enhet: str, window: Period) -> Iterator[Step]:
    """The enheter above an enhet, each for the days in the window on which both exist."""
    for step in account.enhet_steps(PARENT, enhet, window):
        if step.value is not None:
            for both in account.while_both_live(step, enhet, step.value):
                shared = both.overlap(window)
                if shared is not None and shared.start is not None:
                    yield step._replace(start=shared.start, until=shared.until)
