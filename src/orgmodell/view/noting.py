"""A view that notes which facts are read from it: what the answer given by it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from orgmodell.chronicle import Account
from orgmodell.periods import ALWAYS, Period
from orgmodell.timeline import Attribute, Entry, K, Step, V
from orgmodell.view.view import View


class NotingAccount(Account):
    """An account that notes every fact that is read from it and holds."""

    __slots__ = ("noted", "of")

    def __init__(self, of: Account) -> None:
        super().__init__(of.chronicle, of.known, of.horizon)
        self.of = of
        self.noted: set[int] = set()

    @property
    def plain(self) -> Account:
        return self.of

    def entry(self, attribute: Attribute[K, V], key: K, day: date) -> Entry[V] | None:
        found = Account.entry(self, attribute, key, day)
        if found is not None and found[2] is not None:
            self.noted.add(found[1])
        return found

    def steps(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V | None]]:
        for step in Account.steps(self, attribute, key, window):
            self.noted.add(step.seq)
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
        within = of if isinstance(of, NotingView) else None
        super().__init__(NotingAccount(within.account.of if within else of.account), of.day)
        self.asked: View = within.asked if within else of
        self.within = within
        self.remembers: dict[Any, tuple[Any, frozenset[int]]] = self.asked.__dict__.setdefault("_noted", {})

    @property
    def noted(self) -> frozenset[int]:
        """The numbers of the facts that have been read."""
        found = frozenset(self.account.noted)
        if self.within is not None:
            self.within.account.noted |= found
        if isinstance(outer := getattr(self.account.of, "noted", None), set):
            outer |= found
        return found
