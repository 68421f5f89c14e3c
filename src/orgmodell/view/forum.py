"""Questions about forums: who meets, in which role, and which seats nobody fills."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes.attributes import (
    FORUM_OF,
    FREQUENCY,
    KIND,
    MEMBER,
    NAME,
    PLANNED_END,
    SEAT,
    SEATED,
)
from orgmodell.view.asking import Asking
from orgmodell.view.things import Forum, Member, Seat


class AskingForums(Asking):
    """What a view answers about forums."""

    def forums(self) -> tuple[str, ...]:
        """The forums that meet."""
        return self._all("forum")

    def forum(self, forum: str) -> Forum:
        """What a forum is on the day, its members and its seats.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(forum, "forum")
        account, day = self.account, self.day
        return Forum(
            id=forum,
            name=account.certain(NAME, forum, day),
            kind=account.certain(KIND, forum, day),
            part_of=self.belongs_to(FORUM_OF, forum),
            frequency=account.value(FREQUENCY, forum, day),
            planned_end=account.value(PLANNED_END, forum, day),
            members=self.members(forum),
            seats=self.seats(forum),
        )

    def forums_of(self, member: str) -> tuple[str, ...]:
        """The forums that something is a member of."""
        ever = self.account.keys_to(MEMBER, member)
        held = (each.forum for each in ever if self._value(MEMBER, each))
        return tuple(forum for forum in held if self.exists(forum))

    def members(self, forum: str) -> tuple[Member, ...]:
        """What is a member of a forum, and in which role."""
        return tuple(self._members(forum))

    def seats(self, forum: str) -> tuple[Seat, ...]:
        """The seats of a forum, and who fills them."""
        return tuple(self._seats(forum))

    def _members(self, forum: str) -> Iterator[Member]:
        for membership in self.account.keys_from(MEMBER, forum):
            role = self._value(MEMBER, membership)
            if role and self.exists(membership.member):
                yield Member(membership.member, role)

    def _seats(self, forum: str) -> Iterator[Seat]:
        for seat in self.account.keys_from(SEAT, forum):
            if role := self._value(SEAT, seat):
                yield Seat(seat.seat, role, self._value(SEATED, seat))
