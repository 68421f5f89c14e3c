"""Changes to uppdrag: responsibilities that can move without people moving."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import LIFE, MYNDIGHET, NAME, RESPONSIBLE, SUCCESSOR, Succession
from orgmodell.changes.base import Change, EndingUppdragId, NewUppdragId, PartyId, UppdragId, ids
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "UppdragCreated",
    "UppdragEnded",
    "UppdragSplit",
    "UppdragTransferred",
]


@attrs.frozen
class UppdragCreated(Change):
    """A responsibility begins to exist, and some enhet or organ answers for it.

    Attributes:
        uppdrag: its id.
        name: what it is, in proper Swedish.
        ansvarig: the enhet or organ that answers for it.
        myndighetsutovning: whether it is exercise of public authority over individuals.
    """

    stored: ClassVar[str] = "uppdrag-created"
    verb: ClassVar[str] = "create_uppdrag"
    said: ClassVar[Text] = Text("uppdrag inrättat", "uppdrag created")
    uppdrag: NewUppdragId
    name: str = attrs.field(kw_only=True)
    ansvarig: PartyId = attrs.field(kw_only=True)
    myndighetsutovning: bool = attrs.field(default=False, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.uppdrag, day, "uppdrag")
        yield NAME.says(self.uppdrag, day, self.name)
        yield RESPONSIBLE.says(self.uppdrag, day, self.ansvarig)
        if self.myndighetsutovning:
            yield MYNDIGHET.says(self.uppdrag, day, True)


@attrs.frozen
class UppdragTransferred(Change):
    """A responsibility, the whole of it, passes to another enhet or organ. No people move by this.

    Attributes:
        uppdrag: what passes.
        to: the enhet or organ that answers for it from that day.
    """

    stored: ClassVar[str] = "uppdrag-transferred"
    verb: ClassVar[str] = "transfer_uppdrag"
    said: ClassVar[Text] = Text("uppdrag överfört", "uppdrag transferred")
    uppdrag: UppdragId
    to: PartyId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield RESPONSIBLE.says(self.uppdrag, day, self.to)


@attrs.frozen
class UppdragSplit(Change):
    """A responsibility ends and others go on as its parts, so that a part of it can pass to another.

    Attributes:
        uppdrag: the one that ends.
        into: its parts, two or more; create them in the same beslut, each with its ansvarig.
    """

    stored: ClassVar[str] = "uppdrag-split"
    verb: ClassVar[str] = "split_uppdrag"
    said: ClassVar[Text] = Text("uppdrag delat", "uppdrag split")
    uppdrag: EndingUppdragId
    into: tuple[UppdragId, ...] = attrs.field(converter=ids, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if len(self.into) < 2:
            yield Text(
                sv="into anger färre än två uppdrag; använd transfer_uppdrag för att föra över hela",
                en="into names fewer than two uppdrag; use transfer_uppdrag to move the whole",
            )
        if self.uppdrag in self.into:
            yield f"'{self.uppdrag}' " + Text(
                sv="upphör när det delas; ge den del som blir kvar ett annat id",
                en="ends when it is split; give the part that stays another id",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.uppdrag, day, None)
        for part in self.into:
            yield SUCCESSOR.says(Succession(self.uppdrag, part), day, True)


@attrs.frozen
class UppdragEnded(Change):
    """A responsibility ceases to exist: nobody is to do it any more.

    Attributes:
        uppdrag: the one that ends.
    """

    stored: ClassVar[str] = "uppdrag-ended"
    verb: ClassVar[str] = "end_uppdrag"
    said: ClassVar[Text] = Text("uppdrag upphör", "uppdrag ends")
    uppdrag: EndingUppdragId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.uppdrag, day, None)


class DraftingUppdrag(Drafting):
    """Its verbs, for a beslut being written."""

    create_uppdrag = Verb(UppdragCreated)
    transfer_uppdrag = Verb(UppdragTransferred)
    split_uppdrag = Verb(UppdragSplit)
    end_uppdrag = Verb(UppdragEnded)
