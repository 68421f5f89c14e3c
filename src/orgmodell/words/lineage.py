"""Which enheter went over into which."""

from __future__ import annotations

from orgmodell.words.text import Text

QUESTION = Text("Enheternas härkomst", "The lineage of enheter")
DAY, EVENT, BESLUT = Text("Dag", "Day"), Text("Händelse", "Event"), Text("Beslut", "Beslut")
PREDECESSOR, SUCCESSOR = Text("Föregångare", "Predecessor"), Text("Efterföljare", "Successor")
NOTHING = Text("Ingen enhet har gått upp i en annan.", "No enhet has gone over into another.")
