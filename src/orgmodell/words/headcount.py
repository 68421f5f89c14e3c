"""How many are stated to work somewhere."""

from __future__ import annotations

from typing import Protocol

from orgmodell.words.forms import APPROXIMATELY
from orgmodell.words.text import Text, joined
from orgmodell.words.values import number

MEDARBETARE = Text("medarbetare", "employees")
ARSARBETARE = Text("årsarbetare", "full-time equivalents")
UPPDRAGSTAGARE = Text("uppdragstagare", "people on commission")


class Counted(Protocol):
    """Whatever states how many; None: not stated."""

    @property
    def medarbetare(self) -> int | None: ...
    @property
    def arsarbetare(self) -> float | None: ...
    @property
    def uppdragstagare(self) -> int | None: ...
    @property
    def approximate(self) -> bool: ...


def headcount(count: Counted) -> Text:
    """How many, as stated."""
    stated = (
        (MEDARBETARE, count.medarbetare),
        (ARSARBETARE, count.arsarbetare),
        (UPPDRAGSTAGARE, count.uppdragstagare),
    )
    counts = joined(joined((number(n), what), " ") for what, n in stated if n is not None)
    return APPROXIMATELY + " " + counts if count.approximate else counts
