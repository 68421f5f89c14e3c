"""Forums, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.projections.basis import together
from orgmodell.projections.forums import Meeting
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.table import NARROW, Rows, apart, plain, table, text

UNFILLED = "obesatt"


def meetings(asked: Asked, answer: Sequence[Meeting]) -> str:
    """Every forum, as a table: who meets, how often, and which seats nobody fills."""
    rows = [
        (
            asked.called(each.forum.id) + star(each.basis),
            each.forum.kind,
            asked.name(each.forum.part_of) if each.forum.part_of else swedish.NOTHING,
            each.forum.frequency or swedish.MISSING,
            _who(asked, each),
            _unfilled(each),
            swedish.value(each.mixed),
        )
        for each in answer
    ]
    heads = ("Forum", "Slag", "Hör till", "Hur ofta", "Medlemmar", "Obesatta\nplatser", "Blandar\nsidorna")
    basis = together(each.basis for each in answer)
    return text(
        asked.heading("Forum"),
        [table(heads, rows, "Inget forum finns den dagen.", NARROW), *grounds(asked, basis, starred=True)],
    )


def meeting(asked: Asked, answer: Meeting) -> str:
    """One forum: what it is, and each of its members and seats."""
    heading = asked.heading(f"Forumet {asked.called(answer.forum.id)}")
    return text(heading, [plain(list(about_forum(asked, answer))), *grounds(asked, answer.basis)])


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


def _who(asked: Asked, answer: Meeting) -> str:
    seated = [(seat.person, seat.role) for seat in answer.forum.seats if seat.person]
    roles = dict([*answer.forum.members, *seated])
    called = apart(asked, roles)
    return ", ".join(in_role(called[who], role) for who, role in roles.items()) or swedish.NOTHING


def _unfilled(answer: Meeting) -> str:
    roles = Counter(seat.role for seat in answer.unfilled)
    said = ", ".join(swedish.in_role(count, role) for role, count in roles.items())
    return f"{len(answer.unfilled)}: {said}" if said else "0"
