"""How forums are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Cell, Column, Figure, Figures, Presentation, Row, Table
from orgmodell.projections.forum import Meeting, Meetings
from orgmodell.words import Text, joined, same
from orgmodell.words import forum as words
from orgmodell.words.terms import in_role as how_many_in_role
from orgmodell.words.values import MISSING

COLUMNS = (
    *(Column(words.FORUM, "thing"), Column(words.KIND), Column(words.PART_OF, "thing")),
    *(Column(words.FREQUENCY), Column(words.MEMBERS)),
    Column(words.UNFILLED_SEATS, only="reading"),
    Column(words.UNFILLED_SEATS, "number", only="data"),
    Column(words.UNFILLED_ROLES, only="data"),
    Column(words.MIXES_THE_SIDES),
)


def meetings(asked: Asked, answer: Meetings) -> Presentation:
    """Every forum: who meets, how often, and which seats nobody fills."""
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.EVERY),
        (Table(COLUMNS, rows, words.NONE, name=words.EVERY),),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def meeting(asked: Asked, answer: Meeting) -> Presentation:
    """One forum: what it is, and each of its members and seats."""
    return Presentation(
        asked.heading(words.of(asked.called(answer.forum.id))),
        (Figures(tuple(about_forum(asked, answer))),),
        grounds=grounds(asked, answer.basis),
    )


def about_forum(asked: Asked, answer: Meeting) -> Iterator[Figure]:
    """What there is to say of a forum."""
    forum = answer.forum
    yield Figure(words.KIND, forum.kind)
    yield Figure(words.PART_OF, asked.thing(forum.part_of) if forum.part_of else None)
    yield Figure(words.FREQUENCY, forum.frequency or MISSING)
    if forum.planned_end:
        yield Figure(words.PLANNED_END, forum.planned_end)
    for member, role in forum.members:
        yield Figure(words.MEMBER, words.as_role(asked.called(member), role))
    for seat in forum.seats:
        filled_by = same(asked.name(seat.person)) if seat.person else words.UNFILLED
        yield Figure(words.SEAT, words.seat(words.as_role(seat.seat, seat.role), filled_by))
    if not forum.members and not forum.seats:
        yield Figure(words.MEMBERS, MISSING)
    yield Figure(words.MIXES, answer.mixed)


def _row(asked: Asked, each: Meeting) -> Row:
    forum = each.forum
    cells: tuple[Cell, ...] = (
        asked.thing(forum.id),
        forum.kind,
        asked.named(forum.part_of) if forum.part_of else None,
        forum.frequency or MISSING,
        _who(asked, each),
        words.how_many(len(each.unfilled), _unfilled(each)),
        len(each.unfilled),
        _unfilled(each) if each.unfilled else None,
        each.mixed,
    )
    return Row(cells, assumed=bool(each.basis.assumed))


def _who(asked: Asked, answer: Meeting) -> Text | None:
    seated = [(seat.person, seat.role) for seat in answer.forum.seats if seat.person]
    roles = dict([*answer.forum.members, *seated])
    things = zip(asked.named_things(roles).things, roles.values(), strict=True)
    return joined(words.in_role(thing.called, role) for thing, role in things) if roles else None


def _unfilled(answer: Meeting) -> Text:
    roles = Counter(seat.role for seat in answer.unfilled_seats)
    return joined(how_many_in_role(count, role) for role, count in roles.items())
