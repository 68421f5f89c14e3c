"""What is vacant, and the seats of forums that nobody fills."""

from __future__ import annotations

from orgmodell.words.text import Text, same

QUESTION = Text("Vakanta befattningar", "Vacant befattningar")
NOTHING = Text("Ingen befattning är känd som vakant.", "No befattning is known to be vacant.")
NOT_COUNTED = Text(
    "En befattning som ingen är registrerad på räknas inte som vakant: innehavaren är inte känd.",
    "A befattning that nobody is recorded as holding is not counted as vacant: its holder is not known.",
)
BEFATTNING, ENHET = same("Befattning"), same("Enhet")
SINCE, AT_LATEST, DAYS = (
    Text("Vakant sedan", "Vacant since"),
    Text("Kan ha varit vakant tidigare", "May have been vacant before"),
    Text("Dagar", "Days"),
)
LEADS, FALLS_TO = Text("Leder", "Leads"), Text("Faller på", "Falls to")
GROUND = Text("Vakansen är", "The vacancy")
DECLARED, FOLLOWS = (
    Text("konstaterad", "is declared"),
    Text("följer av att innehavaren lämnat", "follows from the holder's leaving"),
)
SEATS = Text("Obesatta platser", "Unfilled seats")
FORUM, SEAT, ROLE = same("Forum"), Text("Plats", "Seat"), Text("Roll", "Role")
UNFILLED_SINCE = Text("Obesatt sedan", "Unfilled since")


def known_on(day: Text) -> Text:
    """The day on which it is known to be vacant, when it may have been so before."""
    return Text(sv=f"känt den {day:sv}", en=f"known on {day:en}")


def at_least(days: int) -> Text:
    return Text(sv=f"minst {days}", en=f"at least {days}")
