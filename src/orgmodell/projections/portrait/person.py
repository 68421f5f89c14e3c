"""What a person has and does on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import attrs

from orgmodell.changes.attributes import LEDAMOT
from orgmodell.errors import NotOnThisDay
from orgmodell.projections.portrait.atgard import made_by
from orgmodell.projections.portrait.befattning import Holding, holding
from orgmodell.projections.portrait.forum import Membership, seats_of
from orgmodell.projections.portrait.thing import ThingPortrait
from orgmodell.view import Forslag, View
from orgmodell.words import projections as words


@attrs.frozen(kw_only=True)
class PersonPortrait(ThingPortrait):
    """A person on a day.

    Attributes:
        holdings: the befattningar held.
        seats: (organ, role) of the organ sat in.
        member_of: the forums in which a seat is filled; those of a befattning are in its portrait.
        forslag: what the person has proposed.
    """

    holdings: tuple[Holding, ...]
    seats: tuple[tuple[str, str], ...]
    member_of: tuple[Membership, ...]
    forslag: tuple[Forslag, ...]

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        found = cls(
            id=thing,
            view=view,
            holdings=tuple(_holdings(view, thing)),
            seats=tuple(_seats(view, thing)),
            member_of=tuple(seats_of(view, thing)),
            forslag=tuple(made_by(view, thing)),
        )
        if not (found.holdings or found.seats or found.member_of or found.forslag):
            raise NotOnThisDay(words.nowhere(thing, view.day))
        return found


def _holdings(view: View, person: str) -> Iterator[Holding]:
    for befattning in view.account.posts_ever(person):
        if view.exists(befattning):
            for holder in view.holders(befattning):
                if holder.person == person:
                    yield holding(view, befattning, person, holder.form)


def _seats(view: View, person: str) -> Iterator[tuple[str, str]]:
    for seat in view.account.keys_to(LEDAMOT, person):
        role = view.account.value(LEDAMOT, seat, view.day)
        if role and view.exists(seat.organ):
            yield seat.organ, role
