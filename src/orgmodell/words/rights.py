"""What befattningar may decide, and who has lost or gained rights."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from orgmodell.words.text import Text, same

QUESTION = Text("Rätt att besluta", "Rights to decide")
BEFATTNING, HOLDERS = same("Befattning"), Text("Innehavare", "Holders")
ROWS, NO_ROW = Text("Rader", "Rows"), Text("ingen rad", "no row")
NOBODY = Text("Ingen får besluta på delegation.", "Nobody may decide on delegation.")
ORDNING, ROW = same("Delegationsordning"), Text("Rad", "Row")
ARENDE, RIGHT = Text("Ärende", "Matter"), Text("Rätt", "Right")
UP_TO, ENHET = Text("Upp till (kr)", "Up to (SEK)"), Text("Bara enhet", "Enhet only")
VIDAREDELEGATION = same("Vidaredelegation")

PERSON = same("Person")
LOST, GAINED = Text("Har inte längre", "Has no longer"), Text("Har fått", "Has gained")
NOTHING_MOVED = Text("Ingen har fått eller förlorat något.", "Nobody has gained or lost anything.")
SHIFTS = Text("Förändringar", "Changes")

BY: Mapping[str, Text] = {
    "delegat": Text("delegat", "delegate"),
    "ersättare": same("ersättare"),
    "vidaredelegat": same("vidaredelegat"),
}


def row(nummer: str, by: str) -> Text:
    """The number of a row, and by what right when it is not as delegat.

    >>> row("1.2", "delegat").sv, row("1.2", "ersättare").sv
    ('1.2', '1.2 (ersättare)')
    """
    right = Text("", "") if by == "delegat" else Text(sv=f" ({BY[by]:sv})", en=f" ({BY[by]:en})")
    return nummer + right


def since(day: date) -> Text:
    return Text(sv=f"Sedan {day}:", en=f"Since {day}:")
