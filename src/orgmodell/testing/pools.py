"""The ids, persons and days that random organisations are made of: few, so that what happens collides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

ENHETER = ("kontor", "skola", "hemtjanst", "stab", "vard", "park", "kok", "forvaltningen", "ateljen")
ORGANS = ("kf", "ks", "son", "kf-ny", "utskott", "bun")
POSTS = ("direktor", "rektor", "enhetschef", "samordnare", "kanslichef", "forvaltningschef", "assistent")
PERSONS = ("p-1", "p-2", "p-3")
ARENDEN = ("bygglov", "skolskjuts", "budget", "yttrande")
ORDNINGAR = ("ordning-1", "ordning-2", "ordning-3", "ordning-4", "ordning-5")
RADER = ("rad-1", "rad-2", "rad-3", "rad-4")
NUMMER = ("1.1", "1.2", "A1")
OMRADEN = ("bygg", "skola")
TITLAR = ("handläggare", "budgetansvarig chef")
LAW = "skollagen 23 kap."

POOLS: Mapping[str, tuple[str, ...]] = {
    "enhet": ENHETER,
    "organ": ORGANS,
    "befattning": POSTS,
    "uppdrag": ("avtal-uppfoljning", "tillsyn", "lex-sarah", "bistand"),
    "utforare": ("vardbolaget", "hemhjalpen"),
    "avtal": ("avtal-1", "avtal-2", "avtal-3"),
    "overenskommelse": ("egen-regi", "stadning", "maltider"),
    "forum": ("ledningsgrupp", "branschrad", "styrgrupp"),
    "atgard": ("utreda", "upphandla", "flytta", "utvardera"),
    "forslag": ("motion", "skrivelse"),
    "arende": ARENDEN,
    "delegationsordning": ORDNINGAR,
    "vidaredelegation": ("vidare-1", "vidare-2", "vidare-3", "vidare-4"),
}
"""The ids that things of a type are given."""

ONE_OF_EACH = tuple(pool[-1] for pool in POOLS.values())

DAYS = (
    date(2013, 1, 8),
    date(2013, 12, 31),
    date(2014, 1, 1),
    date(2014, 1, 2),
    date(2014, 7, 1),
    date(2015, 1, 1),
    date(2015, 6, 1),
    date(2016, 1, 1),
    date(2016, 2, 29),
    date(2016, 3, 1),
    date(2018, 1, 1),
    date(2025, 1, 1),
)
"""The days from which changes hold."""

DECIDED = (date(2012, 6, 4), date(2013, 1, 8), date(2014, 3, 1), date(2015, 6, 1), date(2019, 1, 1))
"""The days on which beslut are taken."""

MISTYPED = date(1013, 1, 8)
"""A day on which nobody took a beslut."""
