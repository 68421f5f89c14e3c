"""How many are stated to work somewhere."""

from __future__ import annotations

from orgmodell.words.forms import APPROXIMATELY
from orgmodell.words.text import Text, joined
from orgmodell.words.values import number

MEDARBETARE = Text("medarbetare", "employees")
ARSARBETARE = Text("årsarbetare", "full-time equivalents")
UPPDRAGSTAGARE = Text("uppdragstagare", "people on commission")


def headcount(
    medarbetare: int | None, arsarbetare: float | None, uppdragstagare: int | None, approximate: bool
) -> Text:
    """How many, as stated.

    >>> headcount(245, None, 12, approximate=True).sv
    'ca 245 medarbetare, 12 uppdragstagare'
    """
    stated = (MEDARBETARE, medarbetare), (ARSARBETARE, arsarbetare), (UPPDRAGSTAGARE, uppdragstagare)
    counts = joined(joined((number(n), what), " ") for what, n in stated if n is not None)
    return APPROXIMATELY + " " + counts if approximate else counts
