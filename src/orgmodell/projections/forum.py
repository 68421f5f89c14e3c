"""The forums of a day: who meets, how often, and which seats nobody fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes.attributes import SEAT, SEATED, ForumSeat
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_inside
from orgmodell.projections.basis import together
from orgmodell.view import Forum, NotingView, Seat, View


@attrs.frozen(kw_only=True)
class Meeting(Answer):
    """A forum on a day.

    Attributes:
        forum: what it is on the day.
        unfilled: its seats that nobody fills.
        mixed: whether members from both sides of beställare and utförare meet in it.
    """

    forum: Forum = attrs.field(metadata=told_inside())
    unfilled: tuple[str, ...]
    mixed: bool

    @property
    def unfilled_seats(self) -> tuple[Seat, ...]:
        """The seats that nobody fills."""
        return tuple(seat for seat in self.forum.seats if seat.person is None)


@attrs.frozen(kw_only=True)
class Meetings(TableAnswer[Meeting]):
    """Every forum on a day, in recorded order; a sequence of `Meeting`."""

    forums: tuple[Meeting, ...]

    @property
    def lines(self) -> tuple[Meeting, ...]:
        return self.forums


@attrs.frozen(kw_only=True)
class UnfilledSeat(Answer):
    """A seat of a forum that nobody fills.

    Attributes:
        forum: whose seat it is.
        seat: its id in the forum.
        role: what whoever fills it is: ordforande, ledamot …
        since: the day it was added, or left.
        stated: the source's own words for the day, when that is vague.
    """

    forum: str
    seat: str
    role: str
    since: date
    stated: str | None


def meeting(view: View, forum: str) -> Meeting:
    """A forum on the day.

    Raises:
        UnknownThing: there is none with that id; NotOnThisDay if only on other days.
    """
    noting = NotingView(view)
    found = noting.forum(forum)
    unfilled = tuple(seat.seat for seat in found.seats if seat.person is None)
    mixed = len(view.sides(forum)) > 1
    return Meeting(forum=found, unfilled=unfilled, mixed=mixed, basis=rests_on(noting))


def meetings(view: View) -> Meetings:
    """Every forum on the day, in recorded order."""
    found = tuple(meeting(view, forum) for forum in view.forums())
    return Meetings(forums=found, basis=together(each.basis for each in found))


def unfilled_seats(view: View) -> tuple[UnfilledSeat, ...]:
    """The seats of forums that nobody fills on the day, in recorded order."""
    return tuple(seat for forum in view.forums() for seat in _unfilled(view, forum))


def _unfilled(view: View, forum: str) -> Iterator[UnfilledSeat]:
    noting = NotingView(view)
    account, day = noting.account, view.day
    for seat in noting.forum(forum).seats:
        if seat.person is None:
            key = ForumSeat(forum, seat.seat)
            entry = account.entry(SEATED, key, day) or account.entry(SEAT, key, day)
            assert entry is not None
            yield UnfilledSeat(
                forum=forum,
                seat=seat.seat,
                role=seat.role,
                since=entry[0],
                stated=account.fact(entry[1]).change.stated,
                basis=rests_on(noting),
            )
