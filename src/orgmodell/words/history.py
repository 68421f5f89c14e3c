"""What happened to a thing."""

from __future__ import annotations

from orgmodell.words.fact import by
from orgmodell.words.terms import MARKS, STATUSES
from orgmodell.words.text import Text

NAME = Text("Historik", "History")
DAY, WHAT, BESLUT = Text("Dag", "Day"), Text("Händelse", "What happened"), Text("Beslut", "Beslut")
DECIDED, MARK = Text("Beslutat", "Decided"), Text("Märkning", "Mark")
QUOTE, PLACE = Text("Citat", "Quote"), Text("Ställe", "Place")
ANNULLED_BY, STATE = Text("Upphävt genom", "Annulled by"), Text("Läge", "State")
NOTHING = Text("Ingenting är registrerat.", "Nothing is recorded.")


def of(thing: str, on_a_day: bool) -> Text:
    state = Text(", läget", ", as it was") if on_a_day else ""
    return Text(sv=f"Historik för {thing}", en=f"History of {thing}") + state


def decided(beslut: Text, day: Text, assumed: bool, mark: str | None) -> Text:
    """By which beslut a change was made, when it was taken, and how sure the change is."""
    uncertain = (
        Text(", antagen beslutsdag", ", the day of the beslut is assumed") if assumed else Text("", "")
    )
    return Text(
        sv=f"Beslut {beslut:sv}, {day:sv}{uncertain:sv}. Uppgiften är {MARKS[mark]:sv}.",
        en=f"Beslut {beslut:en}, {day:en}{uncertain:en}. The fact is {MARKS[mark]:en}.",
    )


def quoted(quote: str, place: str | None) -> Text:
    where = f" {place}" if place else ""
    return Text(sv=f"«{quote}»{where}", en=f"“{quote}”{where}")


def annulled(beslut: str) -> Text:
    return Text(sv=f"Upphävt genom beslut {by(beslut):sv}.", en=f"Annulled by beslut {by(beslut):en}.")


def in_state(status: str) -> Text:
    return Text(sv=f"Läge: {state(status):sv}.", en=f"State: {state(status):en}.")


def state(status: str) -> Text:
    """What a change is on a day."""
    return Text(sv=status, en=STATUSES[status][0].en)
