"""Which enheter answer to which nämnd."""

from __future__ import annotations

from orgmodell.words.text import Text, same

QUESTION = Text("Enheter och nämnder", "Enheter and nämnder")
NOTHING = Text("Ingen enhet finns den dagen.", "There is no enhet on that day.")
ENHET, NAMNDER, THROUGH = same("Enhet"), Text("Lyder under", "Answers to"), Text("Genom", "Through")
DIRECTLY = Text("direkt", "directly")
