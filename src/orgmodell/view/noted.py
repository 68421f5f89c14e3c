"""An account that notes what is read from it: which facts, and for how long they say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from orgmodell.chronicle import Account
from orgmodell.periods import ALWAYS, Period
from orgmodell.timeline import LAST, NOTHING, Attribute, Entry, K, Step, V

T = TypeVar("T")


class Stay:
    """The days around one on which nothing that has been read says anything else.

    Attributes:
        since: the first of them; the first day there is, if nothing was said before.
        until: the day after the last; None, if nothing is said later.
    """

    __slots__ = ("since", "until")

    def __init__(self) -> None:
        self.since = date.min
        self.until: date | None = None

    def narrow(self, since: date, until: date | None) -> None:
        """Only the days that are in a period too."""
        if since > self.since:
            self.since = since
        if until is not None and (self.until is None or until < self.until):
            self.until = until

    def narrow_to(self, entries: Sequence[Entry[object]], at: int) -> None:
        """Only the days between an assignment and the one before it."""
        if at and entries[at - 1][0] > self.since:
            self.since = entries[at - 1][0]
        if at < len(entries) and (self.until is None or entries[at][0] < self.until):
            self.until = entries[at][0]


class StayingAccount(Account):
    """An account that notes for how long it says the same of what is read, on the day asked about.

    What is read of another day is noted by whatever says which day that is.
    """

    __slots__ = ("day", "of", "stay")
    stays = True

    def __init__(self, of: Account, day: date) -> None:
        within = of if isinstance(of, StayingAccount) else None
        self.of: Account = of if within is None else within.of
        self.stay: Stay = Stay() if within is None else within.stay
        self.day = day
        self.pin_as(self.of)

    def take(self, since: date, until: date | None, facts: Iterable[int]) -> None:
        """Note what was read for an answer that is kept, and for how long it holds."""
        self.stay.narrow(since, until)

    def while_it_stays(self, ask: Callable[[], T]) -> tuple[date, tuple[T, date | None, tuple[int, ...]]]:
        """Since when an answer is the same; and the answer, until when it is, and no facts."""
        stay = self.stay
        since, until = stay.since, stay.until
        stay.since, stay.until = date.min, None
        try:
            found = ask()
            return stay.since, (found, stay.until, ())
        finally:
            stay.narrow(since, until)

    def entry(self, attribute: Attribute[K, V], key: K, day: date) -> Entry[V] | None:
        entries = self._entries(attribute, key)
        if not entries:
            return None
        at = len(entries) if entries[-1][0] <= day else bisect_right(entries, (day, LAST))
        if day == self.day:
            self.stay.narrow_to(entries, at)
        return self._latest(entries, at)

    def value(self, attribute: Attribute[K, V], key: K, day: date) -> V | None:
        said = self._by_attribute
        entries = self._entries(attribute, key) if said is None else said.get(attribute, NOTHING).get(key)
        if not entries:
            return None
        start, seq, value = entries[-1]
        if start <= day and seq < self.horizon and seq not in self._doubtful:
            if start > self.stay.since and day == self.day:
                self.stay.since = start
            return value
        entry = self.entry(attribute, key, day)
        return entry[2] if entry else None

    def steps(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V | None]]:
        entries = self._entries(attribute, key)
        self.stay.narrow_to(entries, bisect_right(entries, (self.day, LAST)))
        return self.of.steps(attribute, key, window)


class NotingAccount(StayingAccount):
    """An account that notes every fact that is read from it and holds.

    Args:
        of: the account that is read; one that notes for how long is told so too.
        day: the day asked about.
    """

    __slots__ = ("_plain", "noted")
    notes = True

    def __init__(self, of: Account, day: date) -> None:
        super().__init__(of, day)
        self.noted: list[int] = []
        self._plain: StayingAccount | None = None

    def take(self, since: date, until: date | None, facts: Iterable[int]) -> None:
        self.noted.extend(facts)
        self.stay.narrow(since, until)

    def noted_apart(self, ask: Callable[[], T]) -> tuple[date, tuple[T, date | None, tuple[int, ...]]]:
        """Since when an answer is the same; and the answer, until when it is, and what it was read from."""
        noted, before = self.noted, len(self.noted)
        try:
            since, (found, until, _) = self.while_it_stays(ask)
        except BaseException:
            del noted[before:]
            raise
        return since, (found, until, tuple({*noted[before:]}))

    @property
    def plain(self) -> Account:
        if self.of.kept is None:
            return self.of  # where nothing is kept, nobody asks for how long
        if self._plain is None:
            self._plain = StayingAccount(self, self.day)
        return self._plain

    def entry(self, attribute: Attribute[K, V], key: K, day: date) -> Entry[V] | None:
        found = super().entry(attribute, key, day)
        if found is not None and found[2] is not None:
            self.noted.append(found[1])
        return found

    def value(self, attribute: Attribute[K, V], key: K, day: date) -> V | None:
        said = self._by_attribute
        entries = self._entries(attribute, key) if said is None else said.get(attribute, NOTHING).get(key)
        if not entries:
            return None
        start, seq, value = entries[-1]
        if start <= day and seq < self.horizon and seq not in self._doubtful:
            if start > self.stay.since and day == self.day:
                self.stay.since = start
            if value is not None:
                self.noted.append(seq)
            return value
        entry = self.entry(attribute, key, day)
        return entry[2] if entry else None

    def steps(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V | None]]:
        for step in super().steps(attribute, key, window):
            self.noted.append(step.seq)
            yield step
