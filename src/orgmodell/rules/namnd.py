"""The rule of the nämnder: what has answered to one goes on answering to some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from orgmodell.changes.attributes import LIFE, MERGED_INTO, NAMND, PARENT, SUCCESSOR
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import Finding, days_of_change, first, first_day, itself, rule, second
from orgmodell.timeline import Attribute, Key
from orgmodell.view import View


def _and_placed_under(account: Account, key: Key) -> Iterable[str]:
    return (key, *account.placed_under_ever(key))


def _receivers_and_children(account: Account, key: Key) -> Iterator[str]:
    for enhet in account.receivers_ever(key):
        yield enhet
        yield from account.children_ever(enhet)


@rule(
    "NAMND",
    of="enhet",
    watches={
        NAMND: first,
        PARENT: itself,
        LIFE: _and_placed_under,
        MERGED_INTO: _receivers_and_children,
        SUCCESSOR: second,
    },
    severity="warning",
)
def who_answered_to_a_namnd_answers_to_one(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet that has answered to a nämnd, or takes over from one that has, answers to some (practice).

    Told of the topmost enhet that has lost its nämnd, and not of those under it.
    """
    for lost in _lost(account, enhet):
        day = first_day(lost.period, window)
        if day is not None and not _is_told_above(account, enhet, day):
            message = (
                f"{enhet} answers to no nämnd on {day}; it, or what it took over from, answered to "
                f"{' and '.join(lost.namnder)} before. Place it, or an enhet over it, under a nämnd "
                "(place_under_namnd)."
            )
            yield Finding(day, (enhet,), message, lost.facts)
            return


class Lost(NamedTuple):
    """A period in which an enhet answers to no nämnd, those it answered to before, and what made it so."""

    period: Period
    namnder: tuple[str, ...]
    facts: tuple[int, ...]


def _lost(account: Account, enhet: str) -> Iterator[Lost]:
    said = _said_of_namnder(account, enhet)
    was: tuple[str, ...] = ()
    for life in account.life(enhet):
        days = days_of_change(life.period, days=said)
        for day, until in zip(days, [*days[1:], life.until], strict=True):
            answers = _namnder(account, enhet, day)
            was = answers or _handed_on(account, enhet, day) or was
            if was and not answers:
                yield Lost(Period(day, until), was, tuple(sorted(said.get(day, ()))))


def _handed_on(account: Account, enhet: str, day: date) -> tuple[str, ...]:
    """The organ that those whom an enhet took over from by a day answered to the day before."""
    for pair in account.keys_having(SUCCESSOR, enhet):
        taken_over = account.entry(SUCCESSOR, pair, day) if pair[1] == enhet else None
        if taken_over and (found := _namnder(account, pair[0], taken_over[0] - ONE_DAY)):
            return found
    return ()


def _namnder(account: Account, enhet: str, day: date) -> tuple[str, ...]:
    """The organ an enhet answers to; none of what is no enhet that day."""
    return View(account, day).namnder(enhet) if account.value(LIFE, enhet, day) == "enhet" else ()


def _is_told_above(account: Account, enhet: str, day: date) -> bool:
    """Whether the enhet over this one has lost its nämnd too."""
    over = account.enhet_of(PARENT, enhet, day)
    return over is not None and any(day in lost.period for lost in _lost(account, over))


def _said_of_namnder(account: Account, enhet: str) -> dict[date, set[int]]:
    """The days on which it may become another nämnd that an enhet answers to, and what is said on them."""
    over = account.over_ever(enhet)
    namnder = dict.fromkeys(namnd for each in over for namnd in account.namnder_ever(each))
    before = [pair for pair in account.keys_having(SUCCESSOR, enhet) if pair[1] == enhet]
    if not namnder and not before:
        return {}
    keys: list[tuple[Attribute, Key]] = [
        *((PARENT, each) for each in over),
        *((LIFE, thing) for thing in (*over, *namnder)),
        *((SUCCESSOR, pair) for pair in before),
    ]
    found: dict[date, set[int]] = {day: {seq} for day, seq in account.days_of_placement(over).items()}
    for attribute, key in keys:
        for day, seq, _ in account.timeline.entries(attribute, key):
            if account.counts(seq):
                found.setdefault(day, set()).add(seq)
    return found
