"""A question asked over a period: its answers, each with the days on which it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from orgmodell.chronicle import Account
from orgmodell.periods import Period, earliest
from orgmodell.timeline import Attribute, Entry, K, Said, V
from orgmodell.view.view import View

T = TypeVar("T")


class ReadNoted(Account):
    """An account that notes what is read from it."""

    __slots__ = ("read",)

    def __init__(self, account: Account, read: set[Said]) -> None:
        self.pin_as(account)
        self._by_attribute = None  # every value is read through `_entries`
        self._entries = self._noted
        self.read = read

    def _noted(self, attribute: Attribute[K, V], key: K) -> Sequence[Entry[V]]:
        self.read.add((attribute, key))
        return self.timeline.entries(attribute, key)


class Answered(NamedTuple, Generic[T]):
    """An answer, from which day up to which nothing changes of what it was read from, and what that was."""

    start: date
    until: date | None
    answer: T
    read: set[Said]

    @property
    def period(self) -> Period:
        return Period(self.start, self.until)


def over_time(account: Account, window: Period | None, ask: Callable[[View], T]) -> Iterator[Answered[T]]:
    """What a question is answered from the first day of a window on, anew whenever what it read changes.

    Args:
        account: what is known over time.
        window: a period with a first day; None, or one without, has no answers.
        ask: the question, of a view of one day. It reads the account through that view alone.
    """
    day = window.start if window is not None else None
    while window is not None and day is not None and day in window:
        read: set[Said] = set()
        answer = ask(View(ReadNoted(account, read), day))
        until = _next_change(account, read, day)
        yield Answered(day, earliest(until, window.until), answer, read)
        day = until


def first_answer(account: Account, window: Period | None, ask: Callable[[View], T]) -> Answered[T] | None:
    """The first answer that is not empty or false, over a window; None when none is."""
    return next((found for found in over_time(account, window, ask) if found.answer), None)


def _next_change(account: Account, read: set[Said], after: date) -> date | None:
    """The first day after one on which anything is said anew of what was read."""
    days = (account.timeline.next_day(attribute, key, after) for attribute, key in read)
    return min((day for day in days if day is not None), default=None)
