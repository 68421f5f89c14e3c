"""Every change there is: the subjects, in the order in which pages tell of them."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.changes.atgarder import DraftingAtgarder
from orgmodell.changes.base import Change
from orgmodell.changes.befattningar import DraftingBefattningar
from orgmodell.changes.corrections import DraftingCorrections
from orgmodell.changes.delegation import DraftingDelegation
from orgmodell.changes.drafting import Verb
from orgmodell.changes.enheter import DraftingEnheter
from orgmodell.changes.forum import DraftingForum
from orgmodell.changes.organ import DraftingOrgan
from orgmodell.changes.roller import DraftingRoller
from orgmodell.changes.uppdrag import DraftingUppdrag
from orgmodell.changes.utforare import DraftingUtforare

__all__ = ["CHANGES", "VERBS", "DraftingEverything"]


class DraftingEverything(
    DraftingEnheter,
    DraftingOrgan,
    DraftingBefattningar,
    DraftingUppdrag,
    DraftingRoller,
    DraftingUtforare,
    DraftingForum,
    DraftingAtgarder,
    DraftingDelegation,
    DraftingCorrections,
):
    """A beslut being written, with a method for every kind of change."""


VERBS: Mapping[str, type[Change]] = {
    name: verb.change
    for subject in DraftingEverything.__bases__
    for name, verb in vars(subject).items()
    if isinstance(verb, Verb)
}
CHANGES = tuple(VERBS.values())
