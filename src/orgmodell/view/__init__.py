"""The organisation on one day, and what is behind the ids it answers with."""

from orgmodell.view.remembered import remembered
from orgmodell.view.things import Befattning, Chef, Enhet, Holder, Ledamot, Organ
from orgmodell.view.view import View

__all__ = [
    "Befattning",
    "Chef",
    "Enhet",
    "Holder",
    "Ledamot",
    "Organ",
    "View",
    "remembered",
]
