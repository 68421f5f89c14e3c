"""Changes of utförare, avtal and överenskommelser, as drawn."""

from __future__ import annotations

from orgmodell.changes import (
    AvtalConcluded,
    AvtalEnded,
    Change,
    InstrumentRenewed,
    InstrumentTransferred,
    OverenskommelseEnded,
    OverenskommelseMade,
    Regim,
    UtforareKind,
    UtforareRegistered,
    UtforareRemoved,
)
from orgmodell.testing.drawing.enheter import released_from_instruments
from orgmodell.testing.pick import PARTIES, Maker, Pick
from orgmodell.testing.pools import LAW, POOLS

UTFORARE_KINDS: tuple[UtforareKind, ...] = ("privat", "bolag")
REGIMER: tuple[Regim, ...] = ("LOU", "LOV", "annan")


def register_utforare(pick: Pick) -> list[Change]:
    utforare = pick.new("utforare")
    return [UtforareRegistered(utforare, name=utforare.title(), kind=pick.any(UTFORARE_KINDS))]


def remove_utforare(pick: Pick) -> list[Change]:
    utforare = pick.living("utforare")
    heir = pick.another("utforare", *PARTIES, but=utforare)
    return [*released_from_instruments(pick, utforare, heir), UtforareRemoved(utforare)]


def conclude_avtal(pick: Pick) -> list[Change]:
    avtal, about = pick.new("avtal"), pick.some("uppdrag")
    utforare = pick.party() if pick.now_and_then() else pick.living("utforare")
    public = any(pick.view.uppdrag(each).myndighetsutovning for each in about)
    conclude = AvtalConcluded(
        avtal,
        name=avtal,
        bestallare=pick.another(*PARTIES, but=utforare),
        utforare=utforare,
        regim=pick.any(REGIMER),
        until=pick.any((None, pick.later())),
        uppdrag=about,
        lagstod=LAW if public != pick.often() else None,
    )
    return [conclude]


def end_avtal(pick: Pick) -> list[Change]:
    return [AvtalEnded(pick.living("avtal"))]


def make_overenskommelse(pick: Pick) -> list[Change]:
    overenskommelse = pick.new("overenskommelse")
    utforare = pick.living("utforare") if pick.now_and_then() else pick.party()
    make = OverenskommelseMade(
        overenskommelse,
        name=overenskommelse,
        bestallare=pick.another(*PARTIES, but=utforare),
        utforare=utforare,
        until=pick.any((None, pick.later())),
        uppdrag=pick.some("uppdrag"),
    )
    return [make]


def end_overenskommelse(pick: Pick) -> list[Change]:
    return [OverenskommelseEnded(pick.living("overenskommelse"))]


def renew_instrument(pick: Pick) -> list[Change]:
    pool = POOLS["avtal"] + POOLS["overenskommelse"]
    in_force = pick.yesterday.in_force()
    instrument = pick.living("avtal", "overenskommelse") if pick.often() else pick.fitting(in_force, pool)
    return [InstrumentRenewed(instrument, until=pick.any((None, pick.later())))]


def transfer_instrument(pick: Pick) -> list[Change]:
    instrument = pick.living("avtal", "overenskommelse")
    outside = (pick.today.life.get(instrument) == "avtal") != pick.now_and_then()
    orders = pick.any((None, pick.party()))
    performs = pick.living(*(("utforare",) if outside else PARTIES)) if pick.any((True, False)) else None
    if orders is None and performs is None:
        orders = pick.party()
    return [InstrumentTransferred(instrument, bestallare=orders, utforare=performs)]


MAKERS: tuple[Maker, ...] = (
    *(register_utforare,) * 2,
    *(remove_utforare,) * 2,
    *(conclude_avtal,) * 2,
    *(end_avtal,) * 2,
    *(make_overenskommelse,) * 2,
    *(end_overenskommelse,) * 2,
    *(renew_instrument,) * 2,
    *(transfer_instrument,) * 2,
)
ENDING: tuple[Maker, ...] = (remove_utforare, end_avtal, end_overenskommelse)
