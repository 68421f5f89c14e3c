"""The rule of the nämnder: what has answered to one goes on answering to some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from orgmodell.changes.attributes import (
    LIFE,
    MERGED_INTO,
    NAMND,
    PARENT,
    SUCCESSOR,
    Belonging,
    Succession,
)
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import Finding, first_day, rule
from orgmodell.timeline import Said
from orgmodell.view import View, over_time
from orgmodell.words import Text, with_and


def _who_may_lose_it(account: Account, *enheter: str) -> Iterable[str]:
    """Enheter, all that may be under them, and what takes over from any of these with all under that."""
    under = account.under_ever(enheter)
    taken_over = (each.successor for enhet in under for each in account.keys_from(SUCCESSOR, enhet))
    return account.under_ever([*under, *taken_over])


def _under_enhet_or_organ(account: Account, key: str) -> Iterable[str]:
    return _who_may_lose_it(account, key, *account.placed_under_ever(key))


def _under_placed(account: Account, key: Belonging) -> Iterable[str]:
    return _who_may_lose_it(account, *account.receivers_ever(key.enhet))


def _under_receivers(account: Account, key: str) -> Iterable[str]:
    return _who_may_lose_it(account, *account.receivers_ever(key))


def _under_moved(account: Account, key: str) -> Iterable[str]:
    return _who_may_lose_it(account, key)


def _under_successor(account: Account, key: Succession) -> Iterable[str]:
    return _who_may_lose_it(account, key.successor)


@rule(
    "NAMND",
    of="enhet",
    watches={
        NAMND: _under_placed,
        PARENT: _under_moved,
        LIFE: _under_enhet_or_organ,
        MERGED_INTO: _under_receivers,
        SUCCESSOR: _under_successor,
    },
    severity="warning",
    sv="En enhet som har hört till en nämnd, eller tar över efter en som har det, hör till någon (praxis).",
)
def who_answered_to_a_namnd_answers_to_one(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet that has answered to a nämnd, or takes over from one that has, answers to some (practice).

    Told of the topmost enhet that has lost its nämnd, and not of those under it.
    """
    for lost in _lost(account, enhet):
        day = first_day(lost.period, window)
        if day is not None and not _is_told_above(account, enhet, day):
            before = with_and(lost.namnder)
            message = Text(
                sv=f"{enhet} hör inte till någon nämnd den {day}; den, eller det som den tog över efter, "
                f"hörde tidigare till {before:sv}. Lägg den, eller en enhet över den, under en nämnd "
                "(place_under_namnd).",
                en=f"{enhet} answers to no nämnd on {day}; it, or what it took over from, answered to "
                f"{before:en} before. Place it, or an enhet over it, under a nämnd "
                "(place_under_namnd).",
            )
            yield Finding(day, (enhet,), message, lost.facts)
            return


class Lost(NamedTuple):
    """A period in which an enhet answers to no nämnd, those it answered to before, and what made it so."""

    period: Period
    namnder: tuple[str, ...]
    facts: tuple[int, ...]


def _lost(account: Account, enhet: str) -> Iterator[Lost]:
    was: tuple[str, ...] = ()
    if not _may_answer(account, enhet):
        return
    for life in account.life(enhet):
        for found in over_time(account, life.period, partial(_now_and_handed_on, enhet)):
            now, handed_on = found.answer
            was = now or handed_on or was
            if was and not now:
                yield Lost(found.period, was, _said_on(account, found.start, found.read))


def _may_answer(account: Account, enhet: str) -> bool:
    """Whether an enhet, what it is under or what it takes over from may ever answer to a nämnd."""
    if not account.timeline.is_said(NAMND):
        return False
    taken_over = any(account.keys_to(SUCCESSOR, enhet))
    return taken_over or any(account.namnder_ever(each) for each in account.over_ever(enhet))


def _now_and_handed_on(enhet: str, view: View) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The organ an enhet answers to, and those that what it has taken over from answered to."""
    return _namnder(view, enhet), _handed_on(view.account, enhet, view.day)


def _handed_on(account: Account, enhet: str, day: date) -> tuple[str, ...]:
    """The organ that those whom an enhet took over from by a day answered to the day before."""
    found: dict[str, None] = {}
    for succession in account.keys_to(SUCCESSOR, enhet):
        taken_over = account.entry(SUCCESSOR, succession, day)
        if taken_over is not None:
            found |= dict.fromkeys(_namnder(View(account, taken_over[0] - ONE_DAY), succession.ended))
    return tuple(found)


def _namnder(view: View, enhet: str) -> tuple[str, ...]:
    """The organ an enhet answers to; none of what is no enhet that day."""
    return view.namnder(enhet) if view.is_enhet(enhet) else ()


def _is_told_above(account: Account, enhet: str, day: date) -> bool:
    """Whether the enhet over this one has lost its nämnd too."""
    over = account.enhet_of(PARENT, enhet, day)
    return over is not None and any(day in lost.period for lost in _lost(account, over))


def _said_on(account: Account, day: date, read: set[Said]) -> tuple[int, ...]:
    """The facts that say something of what was read from the very day on."""
    entries = (account.entry(attribute, key, day) for attribute, key in read)
    return tuple(sorted({entry[1] for entry in entries if entry is not None and entry[0] == day}))
