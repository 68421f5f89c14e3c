"""Rules of the line: enheter are a tree, and nobody reports to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodell.changes.attributes import LIFE, MERGED_INTO, PARENT, REPORTS_TO
from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, itself, rule
from orgmodell.rules.ring import first_ring, way_of
from orgmodell.timeline import Key, Step


def _children(account: Account, key: Key) -> Iterable[str]:
    return account.children_ever(key)


@rule("R05", of="enhet", watches={PARENT: itself, LIFE: itself, MERGED_INTO: _children})
def line_is_a_tree(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """The line is a tree: no enhet is under itself on any day (practice)."""
    if ring := first_ring(account, enhet, window, _steps_up):
        day = ring[-1].start
        message = (
            f"{enhet} would be under itself on {day}: {way_of(enhet, ring)}. "
            "Move one of them elsewhere in the same beslut, or choose another day."
        )
        yield Finding(day, (enhet,), message, tuple(step.seq for step in ring))


def _steps_up(account: Account, enhet: str, window: Period) -> Iterator[Step]:
    """The enheter above an enhet, each for the days on which both exist."""
    return _while_both_live(account, enhet, account.enhet_steps(PARENT, enhet, window))


@rule("R05", of="befattning", watches={REPORTS_TO: itself, LIFE: itself})
def nobody_reports_to_themselves(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """No befattning reports by decision to itself, not through others either (practice)."""
    if ring := first_ring(account, befattning, window, _reports_to):
        day = ring[-1].start
        message = (
            f"{befattning} would report to itself on {day}: {way_of(befattning, ring)}. "
            "Let one of them report to another, or follow the line (to: null)."
        )
        yield Finding(day, (befattning,), message, tuple(step.seq for step in ring))


def _reports_to(account: Account, befattning: str, window: Period) -> Iterator[Step]:
    """The befattningar that one reports to by decision, each for the days on which both exist."""
    return _while_both_live(account, befattning, account.steps(REPORTS_TO, befattning, window))


def _while_both_live(account: Account, thing: str, steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        if step.value is not None:
            for both in account.while_both_live(step, thing, step.value):
                if both.start is not None:
                    yield step._replace(start=both.start, until=both.until)
