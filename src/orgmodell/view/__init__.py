"""The organisation on one day, and what is behind the ids it answers with."""

from orgmodell.view.remembered import remembered
from orgmodell.view.roller import Side
from orgmodell.view.things import (
    Atgard,
    Befattning,
    Chef,
    Enhet,
    Forslag,
    Forum,
    Holder,
    Instrument,
    Ledamot,
    Member,
    Organ,
    Relation,
    Seat,
    Uppdrag,
    Utforare,
)
from orgmodell.view.view import View

__all__ = [
    "Atgard",
    "Befattning",
    "Chef",
    "Enhet",
    "Forslag",
    "Forum",
    "Holder",
    "Instrument",
    "Ledamot",
    "Member",
    "Organ",
    "Relation",
    "Seat",
    "Side",
    "Uppdrag",
    "Utforare",
    "View",
    "remembered",
]
