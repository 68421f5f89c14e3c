"""The forums of a day: who meets, how often, and which seats nobody fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes.attributes import SEAT, SEATED
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Forum, Seat, View


@attrs.frozen
class Meeting:
    """A forum, and what it rests on.

    Attributes:
        forum: what it is on the day.
        unfilled: the seats that nobody fills.
        mixed: whether members from both sides of beställare and utförare meet in it.
    """

    forum: Forum
    unfilled: tuple[Seat, ...]
    mixed: bool
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: view.forum(self.forum.id))


@attrs.frozen
class UnfilledSeat:
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
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: list(_unfilled(view, self.forum)))


def meeting(view: View, forum: str) -> Meeting:
    """A forum on the day.

    Raises:
        UnknownThing: there is none with that id; NotOnThisDay if only on other days.
    """
    found = view.forum(forum)
    unfilled = tuple(seat for seat in found.seats if seat.person is None)
    return Meeting(found, unfilled, len(view.sides(forum)) > 1, view)


def meetings(view: View) -> tuple[Meeting, ...]:
    """Every forum on the day, in recorded order."""
    return tuple(meeting(view, forum) for forum in view.forums())


def unfilled_seats(view: View) -> tuple[UnfilledSeat, ...]:
    """The seats of forums that nobody fills on the day, in recorded order."""
    return tuple(seat for forum in view.forums() for seat in _unfilled(view, forum))


def _unfilled(view: View, forum: str) -> Iterator[UnfilledSeat]:
    account, day = view.account, view.day
    for seat in view.forum(forum).seats:
        if seat.person is None:
            key = (forum, seat.seat)
            entry = account.entry(SEATED, key, day) or account.entry(SEAT, key, day)
            assert entry is not None
            stated = account.fact(entry[1]).change.stated
            yield UnfilledSeat(forum, seat.seat, seat.role, entry[0], stated, view)
