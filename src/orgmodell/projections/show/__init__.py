"""What a thing is on a day: all that there is to say of one thing, whatever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from orgmodell.projections.answer import Answer, rests_on, told_inside
from orgmodell.projections.forum import Meeting, meeting
from orgmodell.projections.history import naming
from orgmodell.projections.show.absent import AbsentPortrait, Mention, mentions
from orgmodell.projections.show.atgard import (
    AtgardPortrait,
    ForslagPortrait,
    atgard_portrait,
    forslag_portrait,
)
from orgmodell.projections.show.befattning import (
    BefattningPortrait,
    HeldBefattning,
    Holding,
    befattning_portrait,
)
from orgmodell.projections.show.delegation import (
    ArendePortrait,
    OrdningPortrait,
    ShownRow,
    VidaredelegationPortrait,
    arende_portrait,
    ordning_portrait,
    vidaredelegation_portrait,
)
from orgmodell.projections.show.enhet import EnhetPortrait, enhet_portrait
from orgmodell.projections.show.forum import Membership
from orgmodell.projections.show.organ import OrganPortrait, organ_portrait
from orgmodell.projections.show.person import PersonPortrait, SeatIn, person_portrait
from orgmodell.projections.show.utforare import UtforarePortrait, utforare_portrait
from orgmodell.projections.uppdrag import Responsibility, responsibility
from orgmodell.view import Instrument, NotingView, View

Portrait = (
    EnhetPortrait
    | BefattningPortrait
    | OrganPortrait
    | PersonPortrait
    | Responsibility
    | UtforarePortrait
    | Instrument
    | Meeting
    | AtgardPortrait
    | ForslagPortrait
    | ArendePortrait
    | OrdningPortrait
    | VidaredelegationPortrait
    | AbsentPortrait
)


@attrs.frozen(kw_only=True)
class Shown(Answer):
    """A thing on a day.

    Attributes:
        id: its id.
        type: what sort of thing it is, as "enhet"; None of what has never existed, though it is spoken of.
        portrait: all there is to say of a thing of its sort.
        happenings: how many recorded changes name it; ask for its history to see them.
        contradictions: what sources say of it beside what is recorded.
    """

    id: str
    type: str | None
    portrait: Portrait = attrs.field(metadata=told_inside())
    happenings: int
    contradictions: tuple[str, ...]


def show(view: View, thing: str) -> Shown:
    """What a thing is on the day.

    What has never existed, but is planned or proposed by some åtgärd or förslag, is absent.

    Raises:
        UnknownThing: nothing on record has that id; NotOnThisDay if only on other days.
    """
    noting = NotingView(view)
    happenings = len(naming(view.account, thing))  # raises when nothing names it
    kind, portrait = _portrait(noting, thing)
    contradictions = noting.contradictions(thing)
    return Shown(
        id=thing,
        type=kind,
        portrait=portrait,
        happenings=happenings,
        contradictions=contradictions,
        basis=rests_on(noting),
    )


def _portrait(view: View, thing: str) -> tuple[str | None, Portrait]:
    """Which sort of thing it is, and its portrait."""
    kind = view.account.type_of(thing)
    if kind is not None:
        return kind, _PORTRAITS[kind](view, thing)
    if mentioned := tuple(mentions(view, thing)):
        return None, AbsentPortrait(mentions=mentioned)
    return "person", person_portrait(view, thing)


def _instrument(view: View, thing: str) -> Instrument:
    return view.instrument(thing)


_PORTRAITS: Mapping[str, Callable[[View, str], Portrait]] = {
    "enhet": enhet_portrait,
    "befattning": befattning_portrait,
    "organ": organ_portrait,
    "uppdrag": responsibility,
    "utforare": utforare_portrait,
    "avtal": _instrument,
    "overenskommelse": _instrument,
    "forum": meeting,
    "atgard": atgard_portrait,
    "forslag": forslag_portrait,
    "arende": arende_portrait,
    "delegationsordning": ordning_portrait,
    "vidaredelegation": vidaredelegation_portrait,
}

__all__ = [
    "AbsentPortrait",
    "ArendePortrait",
    "AtgardPortrait",
    "BefattningPortrait",
    "EnhetPortrait",
    "ForslagPortrait",
    "HeldBefattning",
    "Holding",
    "Membership",
    "Mention",
    "OrdningPortrait",
    "OrganPortrait",
    "PersonPortrait",
    "Portrait",
    "SeatIn",
    "Shown",
    "ShownRow",
    "UtforarePortrait",
    "VidaredelegationPortrait",
    "show",
]
