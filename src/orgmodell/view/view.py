"""The organisation on one day: a cheap, pinned handle over an account. Nothing is copied.

Questions answer in ids; `View.enhet`, `View.befattning`, `View.uppdrag` … give what is behind an id.
There is a module for the questions of each subject, as in `changes`.
"""

from __future__ import annotations

from orgmodell.view.atgarder import AskingAtgarder
from orgmodell.view.delegation import AskingDelegation
from orgmodell.view.line import AskingLine
from orgmodell.view.roller import AskingRoller
from orgmodell.view.uppdrag import AskingUppdrag
from orgmodell.view.utforare import AskingUtforare


class View(AskingLine, AskingRoller, AskingDelegation, AskingUppdrag, AskingUtforare, AskingAtgarder):
    """The organisation on one day, as far as known and recorded.

    Attributes:
        account: what is known over time.
        day: the day asked about.
    """
