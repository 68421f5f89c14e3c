"""What begins or ceases to hold in a period."""

from __future__ import annotations

from datetime import date

from orgmodell.words.text import Text

NAME = Text("Det som börjar eller upphör", "What takes effect")
DAY, WHAT, BESLUT = Text("Dag", "Day"), Text("Händelse", "What happens"), Text("Beslut", "Beslut")
ENDS = Text("upphör: ", "ends: ")
NOTHING = Text("Ingenting börjar eller upphör att gälla.", "Nothing begins or ceases to hold in the period.")


def between(after: date, until: date) -> Text:
    return Text(
        sv=f"Det som börjar eller upphör att gälla efter {after} till och med {until}",
        en=f"What begins or ceases to hold after {after}, up to and including {until}",
    )
