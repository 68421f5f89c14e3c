"""The forums of a day: who meets, how often, and which seats nobody fills."""

from __future__ import annotations

import attrs

from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_inside
from orgmodell.projections.basis import united
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
    return Meetings(forums=found, basis=united(each.basis for each in found))
