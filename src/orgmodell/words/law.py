"""The kommunallag of a day."""

from __future__ import annotations

from datetime import date

from orgmodell.words.text import Text, same

WHAT, LAGRUM = Text("Vad", "What"), Text("Lagrum", "Section")
SAYS = Text("Vad lagen säger", "What the law says")
MAY_DECIDE = Text("Får besluta på nämndens vägnar", "May decide on behalf of the nämnd")
RESERVED = Text("Får inte delegeras", "May not be delegated")
FULLMAKTIGES_OWN = Text("Fullmäktiges egna ärenden", "Fullmäktige's own matters")
VIDAREDELEGATION = same("Vidaredelegation")
ANMALAN = Text("Anmälan", "Report")
BRADSKANDE = Text("Brådskande ärenden", "Urgent matters")
JAV = Text("Jäv", "Conflict of interest (jäv)")
REGLEMENTEN = same("Reglementen")
LAW = Text("Lag", "Law")


def called(act: str, amended: str | None) -> Text:
    """An act, in the wording that an amendment gave it."""
    if amended is None:
        return same(act)
    return Text(sv=f"{act}, i lydelse enligt {amended}", en=f"{act}, as amended by {amended}")


def on(day: date, wording: Text) -> Text:
    return Text(sv=f"Lag den {day}: {wording:sv}", en=f"The law on {day}: {wording:en}")


def reads_so_since(first: date, day: date) -> Text:
    """From when the wording holds; or that it is the oldest on record, and later than the day."""
    if first > day:
        return Text(
            sv=f"Lydelsen den dagen är inte inlagd; detta är den äldsta som är det, från {first}.",
            en=f"The wording of that day is not on record; this is the oldest that is, from {first}.",
        )
    return Text(sv=f"Lyder så från och med {first}.", en=f"It reads so from {first} on.")
