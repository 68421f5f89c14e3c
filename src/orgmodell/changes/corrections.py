"""Changes that set aside what was recorded: "it never was so", as opposed to "it ended"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.base import Change
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "BeslutAnnulled",
    "ChangeAnnulled",
]


@attrs.frozen
class BeslutAnnulled(Change):
    """A whole beslut stops counting (upphävt, or wrongly entered); the log still shows that it did.

    Annulling the beslut that annuls makes it count again.

    Attributes:
        beslut: the id of the beslut that is set aside.
    """

    stored: ClassVar[str] = "beslut-annulled"
    verb: ClassVar[str] = "annul_beslut"
    said: ClassVar[Text] = Text("beslut upphävt", "beslut annulled")
    is_laid_out_whole: ClassVar[bool] = True
    beslut: str

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from _itself(self.beslut, beslut)

    def assigns(self, day: date) -> Iterator[Assignment]:
        return iter(())


@attrs.frozen
class ChangeAnnulled(Change):
    """One change of a beslut stops counting; the rest of the beslut stands.

    Attributes:
        beslut: the id of the beslut.
        number: which of its changes; 1 is the first.
    """

    stored: ClassVar[str] = "change-annulled"
    verb: ClassVar[str] = "annul_change"
    said: ClassVar[Text] = Text("uppgift i beslut upphävd", "change annulled")
    is_laid_out_whole: ClassVar[bool] = True
    beslut: str
    number: int = attrs.field(kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from _itself(self.beslut, beslut)

    def assigns(self, day: date) -> Iterator[Assignment]:
        return iter(())


def _itself(annulled: str, beslut: str) -> Iterator[Text]:
    if annulled == beslut:
        yield Text(
            sv="ett beslut kan inte upphäva sig självt; ta bort ändringen",
            en="a beslut cannot annul itself; leave the change out",
        )


class DraftingCorrections(Drafting):
    """Its verbs, for a beslut being written."""

    annul_beslut = Verb(BeslutAnnulled)
    annul_change = Verb(ChangeAnnulled)
