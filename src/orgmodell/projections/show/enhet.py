"""What an enhet is on a day."""

from __future__ import annotations

import attrs

from orgmodell.changes import HeadcountStated, Roll
from orgmodell.projections.answer import told_inside
from orgmodell.projections.show.befattning import HeldBefattning, held_befattning
from orgmodell.projections.show.forum import Membership, belonging_to, memberships
from orgmodell.view import Enhet, View


@attrs.frozen(kw_only=True)
class EnhetPortrait:
    """An enhet on a day.

    Attributes:
        enhet: what it is.
        leaders: the befattningar that lead it, each with who holds it.
        children: the enheter directly under it.
        befattningar: the befattningar placed in it.
        namnder: the organ it answers to.
        headcount: how many work in it, as stated.
        roller: its roles: its own or, when it has none, those of the nearest above that has.
        roller_through: the enhet whose roles they are: itself, or that above; None without roles.
        uppdrag: the uppdrag it answers for.
        forums: the forums that belong to it.
        member_of: the forums it is a member of itself.
    """

    enhet: Enhet = attrs.field(metadata=told_inside())
    leaders: tuple[HeldBefattning, ...]
    children: tuple[str, ...]
    befattningar: tuple[str, ...]
    namnder: tuple[str, ...]
    headcount: HeadcountStated | None
    roller: tuple[Roll, ...]
    roller_through: str | None
    uppdrag: tuple[str, ...]
    forums: tuple[str, ...]
    member_of: tuple[Membership, ...]


def enhet_portrait(view: View, thing: str) -> EnhetPortrait:
    """An enhet on the day."""
    through = _has_roles(view, thing)
    return EnhetPortrait(
        enhet=view.enhet(thing),
        leaders=tuple(held_befattning(view, leader) for leader in view.leaders(thing)),
        children=view.children(thing),
        befattningar=view.befattningar(thing),
        namnder=view.namnder(thing),
        headcount=view.headcount(thing),
        roller=view.roller(through) if through else (),
        roller_through=through,
        uppdrag=view.uppdrag(enhet=thing),
        forums=tuple(belonging_to(view, thing)),
        member_of=tuple(memberships(view, thing)),
    )


def _has_roles(view: View, enhet: str) -> str | None:
    """The nearest that has roles: the enhet itself, or one above it."""
    return next((nearest for nearest in reversed(view.path(enhet)) if view.roller(nearest)), None)
