"""Changes to forums and temporary bodies: who meets. A forum is no unit in the line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import (
    FORUM_OF,
    FREQUENCY,
    KIND,
    LIFE,
    MEMBER,
    NAME,
    PLANNED_END,
    SEAT,
    SEATED,
    ForumMember,
    ForumRole,
    ForumSeat,
)
from orgmodell.changes.base import (
    Change,
    EndingForumId,
    FormerForumId,
    FormerMemberId,
    ForumId,
    MemberId,
    NewForumId,
    PartyId,
    PersonId,
    SeatId,
    TemporaryId,
    ids,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.changes.validity import planned_too_early
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "ForumCreated",
    "ForumDissolved",
    "ForumMemberAdded",
    "ForumMemberRemoved",
    "ForumRole",
    "ForumSeatFilled",
    "ForumSeatsAdded",
    "PlannedEndChanged",
]


@attrs.frozen
class ForumCreated(Change):
    """A forum begins to meet: it is no unit, has no line, and nothing can be delegated to it.

    Attributes:
        forum: its id.
        name: its name, in proper Swedish.
        kind: what it is called: ledningsgrupp, branschråd, arbetsgrupp, styrgrupp, dialogmöte … A label.
        part_of: the enhet or organ whose forum it is.
        frequency: how often it meets, in words.
        planned_end: its last planned day; it is never dissolved by the clock.
    """

    stored: ClassVar[str] = "forum-created"
    verb: ClassVar[str] = "create_forum"
    said: ClassVar[Text] = Text("forum inrättat", "forum created")
    forum: NewForumId
    name: str = attrs.field(kw_only=True)
    kind: str = attrs.field(default="forum", kw_only=True)
    part_of: PartyId | None = attrs.field(default=None, kw_only=True)
    frequency: str | None = attrs.field(default=None, kw_only=True)
    planned_end: date | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from planned_too_early(self.planned_end, day)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.forum, day, "forum")
        yield NAME.says(self.forum, day, self.name)
        yield KIND.says(self.forum, day, self.kind)
        if self.part_of is not None:
            yield FORUM_OF.says(self.forum, day, self.part_of)
        if self.frequency is not None:
            yield FREQUENCY.says(self.forum, day, self.frequency)
        if self.planned_end is not None:
            yield PLANNED_END.says(self.forum, day, self.planned_end)


@attrs.frozen
class ForumDissolved(Change):
    """A forum ceases to meet.

    Attributes:
        forum: the one that ends.
    """

    stored: ClassVar[str] = "forum-dissolved"
    verb: ClassVar[str] = "dissolve_forum"
    said: ClassVar[Text] = Text("forum upplöst", "forum dissolved")
    forum: EndingForumId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.forum, day, None)


@attrs.frozen
class ForumMemberAdded(Change):
    """A befattning becomes a member of a forum, whoever holds it; or an organ, enhet, utförare or forum.

    Attributes:
        forum: the forum.
        member: what is represented in it: mostly a befattning.
        role: ordforande, ledamot, adjungerad or processledare.
    """

    stored: ClassVar[str] = "forum-member-added"
    verb: ClassVar[str] = "add_forum_member"
    said: ClassVar[Text] = Text("medlem i forum tillkommer", "forum member added")
    forum: ForumId
    member: MemberId = attrs.field(kw_only=True)
    role: ForumRole = attrs.field(default="ledamot", kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.forum == self.member:
            yield f"'{self.forum}' " + Text(
                "kan inte vara medlem i sig själv", "cannot be a member of itself"
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield MEMBER.says(ForumMember(self.forum, self.member), day, self.role)


@attrs.frozen
class ForumMemberRemoved(Change):
    """A befattning, organ, enhet, utförare or forum is no longer a member of a forum.

    Attributes:
        forum: the forum.
        member: what was represented in it.
    """

    stored: ClassVar[str] = "forum-member-removed"
    verb: ClassVar[str] = "remove_forum_member"
    said: ClassVar[Text] = Text("medlem i forum utgår", "forum member removed")
    forum: FormerForumId
    member: FormerMemberId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield MEMBER.says(ForumMember(self.forum, self.member), day, None)


@attrs.frozen
class ForumSeatsAdded(Change):
    """A forum gets seats that persons are to fill; until then they are unfilled.

    Attributes:
        forum: the forum.
        seats: the ids of the seats, as plats-1; unique in the forum.
        role: what those who fill them are: ordforande, ledamot, adjungerad or processledare.
    """

    stored: ClassVar[str] = "forum-seats-added"
    verb: ClassVar[str] = "add_forum_seats"
    said: ClassVar[Text] = Text("platser i forum inrättade", "forum seats added")
    forum: ForumId
    seats: tuple[SeatId, ...] = attrs.field(converter=ids, kw_only=True)
    role: ForumRole = attrs.field(default="ledamot", kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if not self.seats:
            yield Text(
                sv="seats är tom: ange minst en plats, som [plats-1]",
                en="seats is empty: name at least one seat, as [plats-1]",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        for seat in self.seats:
            yield SEAT.says(ForumSeat(self.forum, seat), day, self.role)


@attrs.frozen
class ForumSeatFilled(Change):
    """A person fills a seat of a forum, or leaves it.

    Attributes:
        forum: the forum.
        seat: the seat.
        person: a pseudonymous id; null or None leaves the seat unfilled.
    """

    stored: ClassVar[str] = "forum-seat-filled"
    verb: ClassVar[str] = "fill_forum_seat"
    said: ClassVar[Text] = Text("plats i forum besatt", "forum seat filled")
    forum: ForumId
    seat: SeatId = attrs.field(kw_only=True)
    person: PersonId | None = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield SEATED.says(ForumSeat(self.forum, self.seat), day, self.person)


@attrs.frozen
class PlannedEndChanged(Change):
    """A temporary enhet or forum is to go on longer, or end earlier, than was planned.

    Attributes:
        thing: the enhet or forum.
        planned_end: its last planned day from now on; null or None: no end is planned.
    """

    stored: ClassVar[str] = "planned-end-changed"
    verb: ClassVar[str] = "change_planned_end"
    said: ClassVar[Text] = Text("planerad sista dag ändrad", "planned end changed")
    thing: TemporaryId
    planned_end: date | None = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield PLANNED_END.says(self.thing, day, self.planned_end)


class DraftingForum(Drafting):
    """Its verbs, for a beslut being written."""

    create_forum = Verb(ForumCreated)
    dissolve_forum = Verb(ForumDissolved)
    add_forum_member = Verb(ForumMemberAdded)
    remove_forum_member = Verb(ForumMemberRemoved)
    add_forum_seats = Verb(ForumSeatsAdded)
    fill_forum_seat = Verb(ForumSeatFilled)
    change_planned_end = Verb(PlannedEndChanged)
