"""A view that notes which facts are read from it: what the answer given by it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from orgmodell.changes.attributes import LIFE
from orgmodell.chronicle import Account
from orgmodell.periods import ALWAYS, Period
from orgmodell.timeline import NOTHING, Attribute, Entry, K, Step, V
from orgmodell.view.view import View


class NotingAccount(Account):
    """An account that notes every fact that is read from it and holds."""

    __slots__ = ("noted", "of")

    def __init__(self, of: Account) -> None:
        self.pin_as(of)
        self.of = of
        self.noted: list[int] = []

    @property
    def plain(self) -> Account:
        return self.of

    def entry(self, attribute: Attribute[K, V], key: K, day: date) -> Entry[V] | None:
        found = self.of.entry(attribute, key, day)
        if found is not None and found[2] is not None:
            self.noted.append(found[1])
        return found

    def value(self, attribute: Attribute[K, V], key: K, day: date) -> V | None:
        by_attribute = self._by_attribute
        if by_attribute is not None:
            entries = by_attribute.get(attribute, NOTHING).get(key)
            if not entries:
                return None
            start, seq, value = entries[-1]
            if start <= day and seq < self.horizon and seq not in self._doubtful:
                if value is not None:
                    self.noted.append(seq)
                return value
        entry = self.entry(attribute, key, day)
        return entry[2] if entry else None

    def steps(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V | None]]:
        for step in self.of.steps(attribute, key, window):
            self.noted.append(step.seq)
            yield step


class NotingView(View):
    """The same organisation on the same day, for one answer.

    What a view remembers is remembered with the facts that it was read from, and shared by all that note
    for the same view. An answer made for another answer is noted there too.

    Args:
        of: the view that is asked.
    """

    account: NotingAccount

    def __init__(self, of: View) -> None:
        self.within = of if isinstance(of, NotingView) else None
        self.asked: View = self.within.asked if self.within else of
        self.account = NotingAccount(self.asked.account)
        self.day = of.day
        self._topped = self.asked._topped
        self.remembers = self.asked.__dict__.setdefault("_noted", defaultdict(dict))

    @property
    def noted(self) -> frozenset[int]:
        """The numbers of the facts that have been read."""
        found = frozenset(self.account.noted)
        if self.within is not None:
            self.within.account.noted.extend(found)
        return found

    def _type(self, thing: str) -> str | None:
        return self.account.value(LIFE, thing, self.day)  # no dearer than to remember it
