"""What a thing is on a day: all that there is to say of one thing, whatever it is."""

from __future__ import annotations

from orgmodell.projections.history import history
from orgmodell.projections.portrait.absent import AbsentPortrait, Mention
from orgmodell.projections.portrait.atgard import AtgardPortrait, ForslagPortrait
from orgmodell.projections.portrait.befattning import BefattningPortrait, Holding
from orgmodell.projections.portrait.delegation import (
    ArendePortrait,
    OrdningPortrait,
    VidaredelegationPortrait,
)
from orgmodell.projections.portrait.enhet import EnhetPortrait
from orgmodell.projections.portrait.forum import ForumPortrait, Membership
from orgmodell.projections.portrait.organ import OrganPortrait
from orgmodell.projections.portrait.person import PersonPortrait
from orgmodell.projections.portrait.uppdrag import InstrumentPortrait, UppdragPortrait, UtforarePortrait
from orgmodell.view import View

Portrait = (
    EnhetPortrait
    | BefattningPortrait
    | OrganPortrait
    | PersonPortrait
    | UppdragPortrait
    | UtforarePortrait
    | InstrumentPortrait
    | ForumPortrait
    | AtgardPortrait
    | ForslagPortrait
    | ArendePortrait
    | OrdningPortrait
    | VidaredelegationPortrait
    | AbsentPortrait
)


def portrait(view: View, thing: str) -> Portrait:
    """What a thing is on the day.

    What has never existed, but is planned or proposed by some åtgärd or förslag, is absent.

    Raises:
        UnknownThing: nothing on record has that id; NotOnThisDay if only on other days.
    """
    history(view.account, thing)  # raises when nothing names it
    match view.account.type_of(thing):
        case None:
            absent = AbsentPortrait.of(view, thing)
            return absent if absent.mentions else PersonPortrait.of(view, thing)
        case kind:
            return _PORTRAITS[kind].of(view, thing)


_PORTRAITS: dict[str, type[Portrait]] = {
    "enhet": EnhetPortrait,
    "befattning": BefattningPortrait,
    "organ": OrganPortrait,
    "uppdrag": UppdragPortrait,
    "utforare": UtforarePortrait,
    "avtal": InstrumentPortrait,
    "overenskommelse": InstrumentPortrait,
    "forum": ForumPortrait,
    "atgard": AtgardPortrait,
    "forslag": ForslagPortrait,
    "arende": ArendePortrait,
    "delegationsordning": OrdningPortrait,
    "vidaredelegation": VidaredelegationPortrait,
}

__all__ = [
    "AbsentPortrait",
    "ArendePortrait",
    "AtgardPortrait",
    "BefattningPortrait",
    "EnhetPortrait",
    "ForslagPortrait",
    "ForumPortrait",
    "Holding",
    "InstrumentPortrait",
    "Membership",
    "Mention",
    "OrdningPortrait",
    "OrganPortrait",
    "PersonPortrait",
    "Portrait",
    "UppdragPortrait",
    "UtforarePortrait",
    "VidaredelegationPortrait",
    "portrait",
]
