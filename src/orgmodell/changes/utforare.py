"""Changes to utförare and to the instruments, avtal and överenskommelser, that tie a beställare to one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import (
    BESTALLARE,
    CONCERNS,
    LAGSTOD,
    LIFE,
    NAME,
    REGIM,
    UNTIL,
    UTFORARE,
    UTFORARE_KIND,
    Concern,
    Regim,
    UtforareKind,
)
from orgmodell.changes.base import (
    AnyUtforareId,
    Change,
    EndingAvtalId,
    EndingOverenskommelseId,
    EndingUtforareId,
    InstrumentId,
    NewAvtalId,
    NewOverenskommelseId,
    NewUtforareId,
    PartyId,
    UppdragId,
    ids,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.changes.validity import until_too_early
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "AvtalConcluded",
    "AvtalEnded",
    "InstrumentRenewed",
    "InstrumentTransferred",
    "OverenskommelseEnded",
    "OverenskommelseMade",
    "Regim",
    "UtforareKind",
    "UtforareRegistered",
    "UtforareRemoved",
]


@attrs.frozen
class UtforareRegistered(Change):
    """Another legal person, who may perform what the kommun orders, comes on record (KL 10 kap.).

    Attributes:
        utforare: its id.
        name: its name.
        kind: privat, bolag (a municipal company too), stiftelse, forening, kommun (another) or region.
    """

    stored: ClassVar[str] = "utforare-registered"
    verb: ClassVar[str] = "register_utforare"
    said: ClassVar[Text] = Text("utförare registrerad", "utförare registered")
    utforare: NewUtforareId
    name: str = attrs.field(kw_only=True)
    kind: UtforareKind = attrs.field(default="privat", kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.utforare, day, "utforare")
        yield NAME.says(self.utforare, day, self.name)
        yield UTFORARE_KIND.says(self.utforare, day, self.kind)


@attrs.frozen
class UtforareRemoved(Change):
    """Another legal person ceases to be a utförare, or to exist.

    Attributes:
        utforare: the one that ends; no avtal with it may be in force.
    """

    stored: ClassVar[str] = "utforare-removed"
    verb: ClassVar[str] = "remove_utforare"
    said: ClassVar[Text] = Text("utförare avregistrerad", "utförare removed")
    utforare: EndingUtforareId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.utforare, day, None)


@attrs.frozen
class AvtalConcluded(Change):
    """A beställare and another legal person conclude an avtal.

    With egen regi there is no avtal: a kommun cannot contract with itself. It gets an överenskommelse.

    Attributes:
        avtal: its id.
        name: what it is called.
        bestallare: the enhet or organ that orders.
        utforare: the other legal person.
        regim: LOU, LOV or annan.
        until: the first day no longer in force; left out, no end is set.
        uppdrag: the uppdrag it is about.
        lagstod: the law that lets myndighetsutövning be handed over, when that is in the uppdrag.
    """

    stored: ClassVar[str] = "avtal-concluded"
    verb: ClassVar[str] = "conclude_avtal"
    said: ClassVar[Text] = Text("avtal tecknat", "avtal concluded")
    avtal: NewAvtalId
    name: str = attrs.field(kw_only=True)
    bestallare: PartyId = attrs.field(kw_only=True)
    utforare: AnyUtforareId = attrs.field(kw_only=True)
    regim: Regim = attrs.field(default="annan", kw_only=True)
    until: date | None = attrs.field(default=None, kw_only=True)
    uppdrag: tuple[UppdragId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    lagstod: str | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from until_too_early(self.until, day)
        yield from _one_party(self.bestallare, self.utforare)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.avtal, day, "avtal")
        yield NAME.says(self.avtal, day, self.name)
        yield BESTALLARE.says(self.avtal, day, self.bestallare)
        yield UTFORARE.says(self.avtal, day, self.utforare)
        yield REGIM.says(self.avtal, day, self.regim)
        if self.until is not None:
            yield UNTIL.says(self.avtal, day, self.until)
        for uppdrag in self.uppdrag:
            yield CONCERNS.says(Concern(self.avtal, uppdrag), day, True)
        if self.lagstod is not None:
            yield LAGSTOD.says(self.avtal, day, self.lagstod)


@attrs.frozen
class AvtalEnded(Change):
    """An avtal ends by a decision, before or after its time is out.

    Attributes:
        avtal: the one that ends.
    """

    stored: ClassVar[str] = "avtal-ended"
    verb: ClassVar[str] = "end_avtal"
    said: ClassVar[Text] = Text("avtal upphör", "avtal ends")
    avtal: EndingAvtalId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.avtal, day, None)


@attrs.frozen
class OverenskommelseMade(Change):
    """A beställare and a utförare within the kommun, its egen regi, agree on what is to be done.

    Attributes:
        overenskommelse: its id.
        name: what it is called.
        bestallare: the enhet or organ that orders.
        utforare: the enhet or organ that performs.
        until: the first day no longer in force; left out, no end is set.
        uppdrag: the uppdrag it is about.
    """

    stored: ClassVar[str] = "overenskommelse-made"
    verb: ClassVar[str] = "make_overenskommelse"
    said: ClassVar[Text] = Text("överenskommelse ingången", "överenskommelse made")
    overenskommelse: NewOverenskommelseId
    name: str = attrs.field(kw_only=True)
    bestallare: PartyId = attrs.field(kw_only=True)
    utforare: AnyUtforareId = attrs.field(kw_only=True)
    until: date | None = attrs.field(default=None, kw_only=True)
    uppdrag: tuple[UppdragId, ...] = attrs.field(default=(), converter=ids, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from until_too_early(self.until, day)
        yield from _one_party(self.bestallare, self.utforare)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.overenskommelse, day, "overenskommelse")
        yield NAME.says(self.overenskommelse, day, self.name)
        yield BESTALLARE.says(self.overenskommelse, day, self.bestallare)
        yield UTFORARE.says(self.overenskommelse, day, self.utforare)
        if self.until is not None:
            yield UNTIL.says(self.overenskommelse, day, self.until)
        for uppdrag in self.uppdrag:
            yield CONCERNS.says(Concern(self.overenskommelse, uppdrag), day, True)


@attrs.frozen
class OverenskommelseEnded(Change):
    """An överenskommelse ends by a decision, before or after its time is out.

    Attributes:
        overenskommelse: the one that ends.
    """

    stored: ClassVar[str] = "overenskommelse-ended"
    verb: ClassVar[str] = "end_overenskommelse"
    said: ClassVar[Text] = Text("överenskommelse upphör", "överenskommelse ends")
    overenskommelse: EndingOverenskommelseId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.overenskommelse, day, None)


@attrs.frozen
class InstrumentRenewed(Change):
    """An avtal or överenskommelse that is in force gets another end.

    Attributes:
        instrument: the avtal or överenskommelse.
        until: the first day no longer in force; null or None: no end is set.
    """

    stored: ClassVar[str] = "instrument-renewed"
    verb: ClassVar[str] = "renew_instrument"
    said: ClassVar[Text] = Text("avtal eller överenskommelse förlängd", "avtal or överenskommelse renewed")
    instrument: InstrumentId
    until: date | None = attrs.field(kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from until_too_early(self.until, day)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield UNTIL.says(self.instrument, day, self.until)


@attrs.frozen
class InstrumentTransferred(Change):
    """Another enhet or organ takes over as a party of an avtal or överenskommelse, which goes on.

    Attributes:
        instrument: the avtal or överenskommelse.
        bestallare: the enhet or organ that orders from that day; left out, the same as before.
        utforare: who performs from that day; left out, the same as before.
    """

    stored: ClassVar[str] = "instrument-transferred"
    verb: ClassVar[str] = "transfer_instrument"
    said: ClassVar[Text] = Text(
        "avtal eller överenskommelse överförd", "avtal or överenskommelse transferred"
    )
    instrument: InstrumentId
    bestallare: PartyId | None = attrs.field(default=None, kw_only=True)
    utforare: AnyUtforareId | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.bestallare is None and self.utforare is None:
            yield Text(
                sv="ange vem som tar över: bestallare, utforare eller båda",
                en="state who takes over: bestallare, utforare or both",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        if self.bestallare is not None:
            yield BESTALLARE.says(self.instrument, day, self.bestallare)
        if self.utforare is not None:
            yield UTFORARE.says(self.instrument, day, self.utforare)


def _one_party(bestallare: str, utforare: str) -> Iterator[Text]:
    if bestallare == utforare:
        yield f"'{bestallare}' " + Text(
            sv="är både bestallare och utforare; ange en annan utforare",
            en="is both bestallare and utforare; name another utforare",
        )


class DraftingUtforare(Drafting):
    """Its verbs, for a beslut being written."""

    register_utforare = Verb(UtforareRegistered)
    remove_utforare = Verb(UtforareRemoved)
    conclude_avtal = Verb(AvtalConcluded)
    end_avtal = Verb(AvtalEnded)
    make_overenskommelse = Verb(OverenskommelseMade)
    end_overenskommelse = Verb(OverenskommelseEnded)
    renew_instrument = Verb(InstrumentRenewed)
    transfer_instrument = Verb(InstrumentTransferred)
