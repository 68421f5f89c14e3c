"""The plan: åtgärder, what is late, what waits, and who carries how much."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from orgmodell.words.text import Text, counted, joined, same
from orgmodell.words.values import NOTHING

QUESTION = Text("Åtgärdsplan", "Plan of åtgärder")
NO_PLAN = Text("Ingen åtgärd är planerad.", "No åtgärd is planned.")
DEADLINE, ATGARD, ANSVARIG = Text("Sluttid", "Deadline"), same("Åtgärd"), same("Ansvarig")
BESLUTANDE, WAITS_FOR, STATE = (
    Text("Beslutande", "Decides"),
    Text("Väntar på", "Waits for"),
    Text("Läge", "State"),
)
DAYS_LATE = Text("Dagar försenad", "Days overdue")
NO_DEADLINE = Text("utan sluttid", "no deadline")
STATES: Mapping[str, Text] = {
    "planerad": Text("kvarstår", "remains"),
    "avslutad": Text("klar", "done"),
    "installd": Text("inställd", "called off"),
}
LATE, NOBODY = Text("Försenade", "Late"), Text("ingen ansvarig", "nobody is ansvarig")
WAITS_UNDATED = Text("Väntar på något utan sluttid", "Waiting for something with no deadline")
ORDER = Text(
    "Ordning för det som kvarstår, ingen före det den väntar på:",
    "The order of what remains, nothing before what it waits for:",
)
ATGARDER, SHARED, HOLDERS = (
    Text("Åtgärder", "Åtgärder"),
    Text("varav delade", "shared"),
    Text("Innehavare", "Holders"),
)
NO_LOADS = Text("Ingen är ansvarig för det som kvarstår.", "Nobody is ansvarig for what remains.")
NOT_THERE = Text("finns inte den dagen", "does not exist on that day")
ALL_DONE = Text("Alla åtgärder är klara.", "All åtgärder are done.")
ALL_CLOSED = Text("Alla åtgärder är klara eller inställda.", "All åtgärder are done or called off.")


def overdue(days: int) -> Text:
    ago = counted(days, Text("dag", "day"), Text("dagar", "days"))
    return Text(sv=f"förfallen sedan {ago:sv}", en=f"overdue by {ago:en}")


def count(atgarder: int, deadlines: int, undated: int, done: int, called_off: int) -> Text:
    """How many åtgärder and deadlines there are, and what became of them."""
    dated = counted(atgarder, same("åtgärd"), same("åtgärder"))
    ends = counted(deadlines, Text("sluttid", "deadline"), Text("sluttider", "deadlines"))
    parts = [Text(sv=f"{dated:sv} med {ends:sv}", en=f"{dated:en} with {ends:en}")]
    parts += [joined((str(undated), NO_DEADLINE), " ")] if undated else []
    parts += [counted(done, Text("klar", "done"), Text("klara", "done"))] if done else []
    gone = Text("inställd", "called off"), Text("inställda", "called off")
    parts += [counted(called_off, *gone)] if called_off else []
    return joined(parts, "; ") + "."


def none(heading: Text) -> Text:
    return heading + Text(": inga.", ": none.")


def late(day: date, atgard: str, state: Text, who: Text) -> Text:
    return Text(sv=f"{day}  {atgard}, {state:sv}: {who:sv}", en=f"{day}  {atgard}, {state:en}: {who:en}")


def waits(atgard: str, holds_up: str) -> Text:
    return Text(
        sv=f"{atgard}: på den väntar {holds_up or NOTHING.sv}",
        en=f"{atgard}: {holds_up or NOTHING.en} wait for it",
    )
