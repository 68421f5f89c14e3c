"""What the command line says."""

from __future__ import annotations

from orgmodell.words.text import Text

WITH_GROUNDS = Text("--grounds visar dem", "--grounds shows them")
