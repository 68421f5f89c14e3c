"""The organisation on one day, and what is behind the ids it answers with."""

from orgmodell.view.delegation import in_order
from orgmodell.view.noting import NotingView
from orgmodell.view.over_time import Answered, ReadNoted, first_answer, over_time
from orgmodell.view.remembered import put_together, remembered, that_keeps
from orgmodell.view.roller import Side
from orgmodell.view.things import (
    Arende,
    Atgard,
    Befattning,
    Chef,
    Delegation,
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
    "Answered",
    "Arende",
    "Atgard",
    "Befattning",
    "Chef",
    "Delegation",
    "Enhet",
    "Forslag",
    "Forum",
    "Holder",
    "Instrument",
    "Ledamot",
    "Member",
    "NotingView",
    "Organ",
    "ReadNoted",
    "Relation",
    "Seat",
    "Side",
    "Uppdrag",
    "Utforare",
    "View",
    "first_answer",
    "in_order",
    "over_time",
    "put_together",
    "remembered",
    "that_keeps",
]
