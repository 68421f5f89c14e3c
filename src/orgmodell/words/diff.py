"""What differs between two days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from orgmodell.words.terms import NEUTER, kind_of
from orgmodell.words.text import Text, joined, same
from orgmodell.words.values import kronor

NAME = Text("Skillnader", "Differences")
WHAT, THING, ASPECT = Text("Vad", "What"), Text("Sak", "Thing"), Text("Egenskap", "Aspect")
BEFORE, AFTER = Text("Före", "Before"), Text("Efter", "After")
THROUGH = Text("Genom", "Through")
NOTHING = Text("Ingenting skiljer sig.", "Nothing differs.")
AUTOMATED = Text("automatiserad beslutsfunktion", "automated decision function")
EVENTS: Mapping[str, Text] = {
    "created": Text("ny", "new"),
    "ended": Text("upphör", "ended"),
    "changed": Text("ändras", "changed"),
}


def between(before: date, after: date) -> Text:
    return Text(sv=f"Skillnader mellan {before} och {after}", en=f"Differences between {before} and {after}")


def event(what: str, type: str) -> Text:
    """What has become of what sort of thing.

    >>> event("created", "forum").sv, event("created", "enhet").sv
    ('forum: nytt', 'enhet: ny')
    """
    new = what == "created" and type in NEUTER
    return joined((kind_of(type), Text("nytt", "new") if new else EVENTS[what]), ": ")


def row(nummer: str, arende: str, whom: Text, limits: list[Text]) -> Text:
    """A row of a delegationsordning in brief."""
    return same(f"{nummer} {arende}: ") + joined((whom, *limits))


def up_to(belopp: float) -> Text:
    return Text(sv=f"upp till {kronor(belopp):sv}", en=f"up to {kronor(belopp):en}")


def only(enhet: str) -> Text:
    return Text(sv=f"bara {enhet}", en=f"only {enhet}")
