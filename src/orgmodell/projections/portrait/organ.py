"""What a political body is on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import attrs

from orgmodell.changes import Roll
from orgmodell.projections.portrait.forum import Membership, belonging_to, memberships
from orgmodell.projections.portrait.thing import ThingPortrait
from orgmodell.view import Ledamot, Organ, View


@attrs.frozen(kw_only=True)
class OrganPortrait(ThingPortrait):
    """A political body on a day.

    Attributes:
        organ: what it is.
        ledamoter: who sits in it.
        enheter: the enheter placed under it.
        roller: its roles.
        uppdrag: the uppdrag it answers for itself.
        forums: the forums that belong to it.
        member_of: the forums it is a member of.
        reglemente: its verksamhetsområden; None when no reglemente is recorded.
        ordning: its delegationsordning in force.
    """

    organ: Organ
    ledamoter: tuple[Ledamot, ...]
    enheter: tuple[str, ...]
    roller: tuple[Roll, ...]
    uppdrag: tuple[str, ...]
    forums: tuple[str, ...]
    member_of: tuple[Membership, ...]
    reglemente: tuple[str, ...] | None
    ordning: str | None

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        return cls(
            id=thing,
            view=view,
            organ=view.organ(thing),
            ledamoter=view.ledamoter(thing),
            enheter=tuple(_placed_under(view, thing)),
            roller=view.roller(thing),
            uppdrag=view.uppdrag(organ=thing),
            forums=tuple(belonging_to(view, thing)),
            member_of=tuple(memberships(view, thing)),
            reglemente=view.reglemente(thing),
            ordning=view.ordning_of(thing),
        )


def _placed_under(view: View, organ: str) -> Iterator[str]:
    for enhet in view.account.placed_under_ever(organ):
        if view.exists(enhet) and organ in view.namnder_of(enhet):
            yield enhet
