"""Forums: who meets, how often, and which seats nobody fills."""

from __future__ import annotations

from orgmodell.words.terms import word
from orgmodell.words.text import Text, same

EVERY, FORUM = Text("Forum", "Forums"), same("Forum")
KIND, PART_OF = Text("Slag", "Kind"), Text("Hör till", "Forum of")
FREQUENCY, MEMBERS = Text("Hur ofta", "How often"), Text("Medlemmar", "Members")
UNFILLED_SEATS = Text("Obesatta\nplatser", "Unfilled\nseats")
UNFILLED_ROLES = Text("Obesatta platser, som", "Unfilled seats, as")
MIXES_THE_SIDES = Text("Blandar\nsidorna", "Mixes\nthe sides")
MIXES = Text("Blandar beställare och utförare", "Mixes beställare and utförare")
PLANNED_END = Text("Planerad sista dag", "Planned end")
MEMBER, SEAT = Text("Medlem", "Member"), Text("Plats", "Seat")
UNFILLED = Text("obesatt", "unfilled")
NONE = Text("Inget forum finns den dagen.", "There is no forum on that day.")


def of(forum: str) -> Text:
    return Text(sv=f"Forumet {forum}", en=f"The forum {forum}")


def in_role(who: str, role: str) -> Text:
    """Who meets, and in which role when it is not as ledamot."""
    return same(who) if role == "ledamot" else Text(f"{who} ({word(role):sv})", f"{who} ({word(role):en})")


def as_role(who: str, role: str) -> Text:
    """The same, where an id in parentheses may end it."""
    return same(who) if role == "ledamot" else Text(f"{who}, {word(role):sv}", f"{who}, {word(role):en}")


def seat(of: Text, filled_by: Text) -> Text:
    return Text(f"{of:sv}: {filled_by:sv}", f"{of:en}: {filled_by:en}")


def how_many(count: int, roles: Text) -> Text:
    return Text(f"{count}: {roles:sv}", f"{count}: {roles:en}") if count else same("0")
