"""What errors say."""

from __future__ import annotations

from orgmodell.words.text import Text, counted


def violations(count: int) -> Text:
    return counted(count, Text("brott mot en regel", "violation"), Text("brott mot regler", "violations"))


def refused(beslut: str, how_many: Text) -> Text:
    return Text(
        sv=f"beslut '{beslut}' vägras, {how_many:sv}; ingenting är registrerat:",
        en=f"beslut '{beslut}' is refused, {how_many:en}; nothing was recorded:",
    )
