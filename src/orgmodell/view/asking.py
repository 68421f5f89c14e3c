"""What every question of a view needs: the account, the day, and whether a thing is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Self

from orgmodell.changes.attributes import LIFE
from orgmodell.chronicle import Account
from orgmodell.errors import NotOnThisDay, UnknownThing
from orgmodell.identity import suggested
from orgmodell.timeline import Attribute, K, V
from orgmodell.view.noted import NotingAccount, StayingAccount
from orgmodell.view.remembered import Kept, put_together, remembered
from orgmodell.words import Text, same
from orgmodell.words import view as words

ANSWERS_OF_A_DAY = 1_000_000
A_FEW = 32  # things, that are looked at together


class Asking:
    """The organisation on one day, as far as known and recorded.

    Attributes:
        account: what is known over time.
        day: the day asked about.
    """

    def __init__(self, account: Account, day: date) -> None:
        self.account = account
        self.day = day
        self.kept: Kept | None = account.kept

    @cached_property
    def once(self) -> Kept:
        """The answers that the view itself keeps."""
        return Kept(ANSWERS_OF_A_DAY)

    def that_notes(self) -> Self:
        """The same view, noting what is read from it."""
        return self._reading(NotingAccount(self.account, self.day))

    def that_stays(self) -> Self:
        """The same view, noting for how long it says the same."""
        return self._reading(StayingAccount(self.account, self.day))

    def ungrounded(self) -> Self:
        """The same view, for what is no ground of the answer."""
        return self._reading(self.account.plain) if self.account.notes else self

    def _reading(self, account: Account) -> Self:
        view = object.__new__(type(self))
        view.__dict__.update(self.__dict__)
        view.account = account
        return view

    @property
    def known(self) -> date | None:
        """The day by which everything in the view was decided; None: no such limit."""
        return self.account.known

    def _value(self, attribute: Attribute[K, V], key: K) -> V | None:
        return self.account.value(attribute, key, self.day)

    def exists(self, thing: str) -> bool:
        """Whether an enhet, organ, befattning, uppdrag or whatever has this id exists on the day."""
        return self._type(thing) is not None

    def is_enhet(self, thing: str) -> bool:
        """Whether this is the id of an enhet that exists on the day."""
        return self._type(thing) == "enhet"

    def is_befattning(self, thing: str) -> bool:
        """Whether this is the id of a befattning that exists on the day."""
        return self._type(thing) == "befattning"

    def _type(self, thing: str) -> str | None:
        """What it is on the day: "enhet", "organ", "befattning" …; None when it does not exist."""
        return self.account.value(LIFE, thing, self.day)

    def _require(self, thing: str, kind: str) -> None:
        if self._type(thing) != kind:
            raise self._missing(thing, kind)

    def _missing(self, thing: str, kind: str) -> UnknownThing:
        account = self.account
        actual = account.type_of(thing)
        if actual is None:
            same_kind = (t for t in account.chronicle.things() if account.type_of(t) == kind)
            return UnknownThing(words.no_such(kind, thing, suggested(thing, same_kind)))
        if actual != kind:
            return UnknownThing(words.of_another_kind(thing, actual, kind))
        return NotOnThisDay(words.not_on_the_day(kind, thing, self.day, self._when(thing, kind)))

    def _when(self, thing: str, kind: str) -> Text:
        """When a thing that is not there on the day, or is something else, begins or ended."""
        account = self.account
        began, ended = next(account.life(thing), None), next(account.ended(thing), None)
        if began is None or self.exists(thing):
            return same("")  # its beslut break a rule: it begins and ends on one day, or is two things
        if self.day < began.start:
            return words.begins(kind, began.start, account.fact(began.seq).beslut.id)
        if ended is None:
            return same("")
        return words.ended(kind, ended.start, account.fact(ended.seq).beslut.id)

    def _all(self, *types: str) -> tuple[str, ...]:
        """The things of these types that exist, in recorded order."""
        found = [thing for type_ in types for thing in self._all_of(type_)]
        return tuple(found if len(types) == 1 else sorted(found, key=self.account.first_fact))

    def _all_of(self, type_: str) -> list[str]:
        ever = self.ever(type_)
        return [
            each for at in range(0, len(ever), A_FEW) for each in self._there_of(type_, ever[at : at + A_FEW])
        ]

    @put_together
    def _there_of(self, type_: str, ever: tuple[str, ...]) -> Sequence[str]:
        """Those of some things that exist and are of a type."""
        return [thing for thing in ever if self._type(thing) == type_]

    @remembered
    def ever(self, type_: str) -> tuple[str, ...]:
        """The things that may be of a type on some day, in recorded order; a candidate list."""
        entries, things = self.account.timeline.entries, self.account.chronicle.things()
        return tuple([thing for thing in things if any(e[2] == type_ for e in entries(LIFE, thing))])

    def belongs_to(self, attribute: Attribute[str, str], thing: str) -> str | None:
        """What a thing is in, belongs to or is tied to on the day, through mergers, if that is there."""
        party = self.account.enhet_of(attribute, thing, self.day)
        return self._there(party, "enhet", "organ", "utforare")

    def _there(self, thing: str | None, *types: str) -> str | None:
        """The thing, unless it is not there that day or is none of these types; drafts and old faults are so.

        That it is there is no ground of an answer: beslut see to that. That it is not there is one.
        """
        if thing is None or self.account.plain.value(LIFE, thing, self.day) in types:
            return thing
        self.account.value(LIFE, thing, self.day)  # a ground: noted now
        return None
