"""Which forums a thing has, and in which it meets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgmodell.changes import ForumRole, ForumSeatFilled
from orgmodell.changes.attributes import FORUM_OF, MEMBER, SEAT, SEATED, ForumMember, ForumSeat
from orgmodell.view import View


class Membership(NamedTuple):
    """A forum that something meets in, and its role there."""

    forum: str
    role: ForumRole


def belonging_to(view: View, thing: str) -> Iterator[str]:
    """The forums of an enhet or organ."""
    account, day = view.account, view.day
    for forum in account.in_enhet_ever(FORUM_OF, thing):
        if view.exists(forum) and account.enhet_of(FORUM_OF, forum, day) == thing:
            yield forum


def memberships(view: View, member: str) -> Iterator[Membership]:
    """The forums that something is a member of."""
    for forum in view.forums_of(member):
        yield Membership(forum, view.account.certain(MEMBER, ForumMember(forum, member), view.day))


def seats_of(view: View, person: str) -> Iterator[Membership]:
    """The forums in which a person fills a seat."""
    account, day = view.account, view.day
    for seat in dict.fromkeys(_filled_by(view, person)):
        role = account.value(SEAT, seat, day)
        if role and view.exists(seat.forum) and account.value(SEATED, seat, day) == person:
            yield Membership(seat.forum, role)


def _filled_by(view: View, person: str) -> Iterator[ForumSeat]:
    for seq in view.account.chronicle.mentions(person):
        match view.account.fact(seq).change:
            case ForumSeatFilled(forum=forum, seat=seat):
                yield ForumSeat(forum, seat)
