"""What a political body is on a day."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from orgmodell.changes import Roll
from orgmodell.projections.answer import told_as, told_inside
from orgmodell.projections.show.forum import Membership, belonging_to, memberships
from orgmodell.view import Ledamot, Organ, View


@attrs.frozen(kw_only=True)
class OrganPortrait:
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

    organ: Organ = attrs.field(metadata=told_inside())
    ledamoter: tuple[Ledamot, ...]
    enheter: tuple[str, ...]
    roller: tuple[Roll, ...]
    uppdrag: tuple[str, ...]
    forums: tuple[str, ...]
    member_of: tuple[Membership, ...]
    reglemente: tuple[str, ...] | None
    ordning: str | None = attrs.field(metadata=told_as("delegationsordning"))


def organ_portrait(view: View, thing: str) -> OrganPortrait:
    """A political body on the day."""
    return OrganPortrait(
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
