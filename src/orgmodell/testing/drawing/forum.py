"""Changes of forums, and of planned ends, as drawn."""

from __future__ import annotations

from orgmodell.changes import (
    Change,
    ForumCreated,
    ForumDissolved,
    ForumMemberAdded,
    ForumMemberRemoved,
    ForumRole,
    ForumSeatFilled,
    ForumSeatsAdded,
    PlannedEndChanged,
)
from orgmodell.testing.pick import ACTORS, Maker, Pick
from orgmodell.testing.pools import DAYS, PERSONS

SEATS = ("plats-1", "plats-2")
FORUM_ROLES: tuple[ForumRole, ...] = ("ordforande", "ledamot")


def create_forum(pick: Pick) -> list[Change]:
    forum = pick.new("forum")
    create = ForumCreated(
        forum,
        name=forum.title(),
        kind=pick.any(("forum", "arbetsgrupp")),
        part_of=pick.any((None, pick.party())),
        frequency=pick.any((None, "varje månad")),
        planned_end=pick.any((None, DAYS[-1])),
    )
    return [create]


def dissolve_forum(pick: Pick) -> list[Change]:
    return [ForumDissolved(pick.living("forum"))]


def add_member(pick: Pick) -> list[Change]:
    forum = pick.living("forum")
    member = pick.another(*ACTORS, "utforare", but=forum)
    return [ForumMemberAdded(forum, member=member, role=pick.any(FORUM_ROLES))]


def remove_member(pick: Pick) -> list[Change]:
    forums = pick.today.living("forum")
    there = [(forum, one.member) for forum in forums for one in pick.view.members(forum)]
    forum, member = pick.fitting(there, [(pick.living("forum"), pick.living(*ACTORS))])
    return [ForumMemberRemoved(forum, member=member)]


def add_seats(pick: Pick) -> list[Change]:
    seats = pick.any((SEATS, SEATS[:1], SEATS[1:]))
    return [ForumSeatsAdded(pick.living("forum"), seats=seats, role=pick.any(FORUM_ROLES))]


def fill_seat(pick: Pick) -> list[Change]:
    forums = pick.today.living("forum")
    there = [(forum, one.seat) for forum in forums for one in pick.view.seats(forum)]
    any_seat = pick.living("forum"), pick.any(SEATS)
    forum, seat = any_seat if pick.now_and_then() else pick.fitting(there, [any_seat])
    return [ForumSeatFilled(forum, seat=seat, person=pick.any((*PERSONS, None)))]


def change_planned_end(pick: Pick) -> list[Change]:
    return [PlannedEndChanged(pick.living("enhet", "forum"), planned_end=pick.any((None, *DAYS)))]


MAKERS: tuple[Maker, ...] = (
    *(create_forum,) * 3,
    *(dissolve_forum,) * 2,
    *(add_member,) * 3,
    *(remove_member,) * 3,
    add_seats,
    *(fill_seat,) * 2,
    *(change_planned_end,) * 2,
)
ENDING: tuple[Maker, ...] = (dissolve_forum,)
