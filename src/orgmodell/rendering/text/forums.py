"""Forums, as text."""

from __future__ import annotations

from orgmodell import swedish
from orgmodell.presentations.asked import Asked
from orgmodell.projections.forum import Meeting
from orgmodell.rendering.text.table import Rows

UNFILLED = "obesatt"


def about_forum(asked: Asked, answer: Meeting) -> Rows:
    """What there is to say of a forum."""
    forum = answer.forum
    yield "Slag", forum.kind
    yield "Hör till", asked.called(forum.part_of) if forum.part_of else swedish.NOTHING
    yield "Hur ofta", forum.frequency or swedish.MISSING
    if forum.planned_end:
        yield "Planerad sista dag", str(forum.planned_end)
    for member, role in forum.members:
        yield "Medlem", as_role(asked.called(member), role)
    for seat in forum.seats:
        filled_by = asked.name(seat.person) if seat.person else UNFILLED
        yield "Plats", f"{as_role(seat.seat, seat.role)}: {filled_by}"
    if not forum.members and not forum.seats:
        yield "Medlemmar", swedish.MISSING
    yield "Blandar beställare och utförare", swedish.value(answer.mixed)


def in_role(who: str, role: str) -> str:
    """Who meets, and in which role when it is not as ledamot."""
    return who if role == "ledamot" else f"{who} ({swedish.word(role)})"


def as_role(who: str, role: str) -> str:
    """The same, where an id in parentheses may end it."""
    return who if role == "ledamot" else f"{who}, {swedish.word(role)}"
