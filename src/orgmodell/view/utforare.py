"""Questions about utförare, and about the avtal and överenskommelser that tie beställare to them."""

from __future__ import annotations

from typing import overload

from orgmodell.changes.attributes import (
    BESTALLARE,
    CONCERNS,
    LAGSTOD,
    NAME,
    REGIM,
    UNTIL,
    UTFORARE,
    UTFORARE_KIND,
)
from orgmodell.view.asking import Asking
from orgmodell.view.things import Instrument, InstrumentKind, Utforare

INSTRUMENTS = ("avtal", "overenskommelse")


class AskingUtforare(Asking):
    """What a view answers about utförare and instruments."""

    @overload
    def utforare(self, utforare: str) -> Utforare: ...
    @overload
    def utforare(self) -> tuple[str, ...]: ...
    def utforare(self, utforare: str | None = None) -> Utforare | tuple[str, ...]:
        """What a utförare is on the day; left out, the other legal persons on record.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        return self._all("utforare") if utforare is None else self._utforare(utforare)

    def _utforare(self, utforare: str) -> Utforare:
        self._require(utforare, "utforare")
        account, day = self.account, self.day
        return Utforare(
            id=utforare,
            name=account.certain(NAME, utforare, day),
            kind=account.certain(UTFORARE_KIND, utforare, day),
        )

    def instruments(self) -> tuple[str, ...]:
        """The avtal and överenskommelser that have not been ended, in force or run out."""
        return self._all(*INSTRUMENTS)

    def instrument(self, instrument: str) -> Instrument:
        """What an avtal or överenskommelse is on the day, and whether it is in force.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        account, day = self.account, self.day
        kind: InstrumentKind = (
            "overenskommelse" if account.type_of(instrument) == "overenskommelse" else "avtal"
        )
        self._require(instrument, kind)
        about = (each for each in account.keys_from(CONCERNS, instrument) if self._value(CONCERNS, each))
        return Instrument(
            id=instrument,
            kind=kind,
            name=account.certain(NAME, instrument, day),
            bestallare=self.belongs_to(BESTALLARE, instrument),
            utforare=self.belongs_to(UTFORARE, instrument),
            regim=account.value(REGIM, instrument, day),
            until=account.value(UNTIL, instrument, day),
            uppdrag=tuple(each.uppdrag for each in about if self.exists(each.uppdrag)),
            lagstod=account.value(LAGSTOD, instrument, day),
            in_force=self.in_force(instrument),
        )

    def in_force(self, instrument: str) -> bool:
        """Whether the time of an avtal or överenskommelse has not run out."""
        until = self.account.value(UNTIL, instrument, self.day)
        return until is None or self.day < until
