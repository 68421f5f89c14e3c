"""What a person has and does on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from orgmodell.changes import LedamotRole
from orgmodell.changes.attributes import LEDAMOT
from orgmodell.errors import NotOnThisDay
from orgmodell.projections.show.atgard import made_by
from orgmodell.projections.show.befattning import Holding, holding
from orgmodell.projections.show.forum import Membership, seats_of
from orgmodell.view import Forslag, View
from orgmodell.words import projections as words


class SeatIn(NamedTuple):
    """An organ that a person sits in, and as what."""

    organ: str
    role: LedamotRole


@attrs.frozen(kw_only=True)
class PersonPortrait:
    """A person on a day.

    Attributes:
        holdings: the befattningar held.
        seats: the organ sat in.
        member_of: the forums in which a seat is filled; those of a befattning are in its portrait.
        forslag: what the person has proposed.
    """

    holdings: tuple[Holding, ...]
    seats: tuple[SeatIn, ...]
    member_of: tuple[Membership, ...]
    forslag: tuple[Forslag, ...]


def person_portrait(view: View, thing: str) -> PersonPortrait:
    """A person on the day.

    Raises:
        NotOnThisDay: the person has and does nothing that day.
    """
    found = PersonPortrait(
        holdings=tuple(_holdings(view, thing)),
        seats=tuple(_seats(view, thing)),
        member_of=tuple(seats_of(view, thing)),
        forslag=tuple(made_by(view, thing)),
    )
    if not any(attrs.astuple(found, recurse=False)):
        raise NotOnThisDay(words.nowhere(thing, view.day))
    return found


def _holdings(view: View, person: str) -> Iterator[Holding]:
    for befattning in view.account.posts_ever(person):
        if view.exists(befattning):
            for holder in view.holders(befattning):
                if holder.person == person:
                    yield holding(view, befattning, person, holder.form)


def _seats(view: View, person: str) -> Iterator[SeatIn]:
    for seat in view.account.keys_to(LEDAMOT, person):
        role = view.account.value(LEDAMOT, seat, view.day)
        if role and view.exists(seat.organ):
            yield SeatIn(seat.organ, role)
