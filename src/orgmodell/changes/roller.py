"""Changes to the roles of enheter and organ, and to what they do for each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import (
    RELATED,
    ROLL,
    Related,
    RelationKind,
    Roll,
    RollOf,
)
from orgmodell.changes.base import ActorId, Change, FormerActorId, FormerPartyId, PartyId
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "RelationEnded",
    "RelationEstablished",
    "RelationKind",
    "Roll",
    "RollAssigned",
    "RollEnded",
]


@attrs.frozen
class RollAssigned(Change):
    """An enhet or organ gets a role; it may have several, as a nämnd that is beställare and utförare.

    Attributes:
        thing: the enhet or organ; what is under an enhet has its role unless it has one of its own.
        roll: bestallare, utforare, myndighet or stod.
    """

    stored: ClassVar[str] = "roll-assigned"
    verb: ClassVar[str] = "assign_roll"
    said: ClassVar[Text] = Text("roll tilldelad", "role assigned")
    thing: PartyId
    roll: Roll = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield ROLL.says(RollOf(self.thing, self.roll), day, True)


@attrs.frozen
class RollEnded(Change):
    """An enhet or organ no longer has a role.

    Attributes:
        thing: the enhet or organ that had it.
        roll: the role that ends.
    """

    stored: ClassVar[str] = "roll-ended"
    verb: ClassVar[str] = "end_roll"
    said: ClassVar[Text] = Text("roll upphör", "role ends")
    thing: FormerPartyId
    roll: Roll = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield ROLL.says(RollOf(self.thing, self.roll), day, None)


@attrs.frozen
class RelationEstablished(Change):
    """Something does something for another: orders of it, follows it up, supports it … No line, no avtal.

    Attributes:
        thing: who does it: an enhet, organ, befattning, forum or utförare.
        kind: what it does.
        to: for, of or to whom.
    """

    stored: ClassVar[str] = "relation-established"
    verb: ClassVar[str] = "relate"
    said: ClassVar[Text] = Text("relation inrättad", "relation established")
    thing: ActorId
    kind: RelationKind = attrs.field(kw_only=True)
    to: ActorId = attrs.field(kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.thing == self.to:
            yield f"'{self.thing}' " + Text(
                sv="har en relation till sig själv; ange något annat i to",
                en="is related to itself; name another thing in to",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield RELATED.says(Related(self.thing, self.to, self.kind), day, True)


@attrs.frozen
class RelationEnded(Change):
    """Something no longer does something for another.

    Attributes:
        thing: who did it.
        kind: what it did.
        to: for, of or to whom.
    """

    stored: ClassVar[str] = "relation-ended"
    verb: ClassVar[str] = "end_relation"
    said: ClassVar[Text] = Text("relation upphör", "relation ends")
    thing: FormerActorId
    kind: RelationKind = attrs.field(kw_only=True)
    to: FormerActorId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield RELATED.says(Related(self.thing, self.to, self.kind), day, None)


class DraftingRoller(Drafting):
    """Its verbs, for a beslut being written."""

    assign_roll = Verb(RollAssigned)
    end_roll = Verb(RollEnded)
    relate = Verb(RelationEstablished)
    end_relation = Verb(RelationEnded)
