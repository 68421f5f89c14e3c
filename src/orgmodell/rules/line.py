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
    for loop in _ways_up(account, enhet, enhet, window, ()):
        day = loop[-1].start
        way = " → ".join([enhet, *(step.value for step in loop)])
        message = (
            f"{enhet} would be under itself on {day}: {way}. "
            "Move one of them elsewhere in the same beslut, or choose another day."
        )
        yield Finding(day, (enhet,), message, tuple(step.seq for step in loop))
        return


def _ways_up(
    account: Account, start: str, enhet: str, window: Period, so_far: tuple[Step, ...]
) -> Iterator[tuple[Step, ...]]:
    """Each way up from an enhet, over the days in the window, that comes back to where it began."""
    for step in account.enhet_steps(PARENT, enhet, window):
        if step.value is None:
            continue
        for both in account.while_both_live(step, enhet, step.value):
            shared = both.overlap(window)
            if shared is None or shared.start is None:
                continue
            way = (*so_far, step._replace(start=shared.start, until=shared.until))
            if step.value == start:
                yield way
            elif all(step.value != passed.value for passed in so_far):
                yield from _ways_up(account, start, step.value, shared, way)
