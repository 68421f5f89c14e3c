"""What happened, what differs and what is on the log, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgmodell import swedish
from orgmodell.changes import HeadcountStated, Recorded
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.text.table import days, table, text

if TYPE_CHECKING:
    pass


def log(asked: Asked, answer: Sequence[Recorded], stamped: bool) -> str:
    """Every beslut in recorded order, as a table; ``stamped`` when the recorded times mean anything."""
    heads = ("Nr", "Registrerat (UTC)", "Beslutat", "Gäller", "Beslut", "Beslutat av", "Ändringar", "Rubrik")
    rows = [
        (
            each.position,
            f"{each.recorded:%Y-%m-%d %H:%M}",
            swedish.day(each.beslut.decided, each.beslut.decided_stated),
            days([each.beslut.day_of(change) for change in each.beslut.changes]),
            _draft(each.beslut.id, each.alternative) + (" *" if each.beslut.mark == "assumed" else ""),
            each.beslut.decided_by or swedish.NOTHING,
            len(each.beslut.changes),
            each.beslut.title or "",
        )
        for each in answer
    ]
    if not stamped:
        heads, rows = heads[:1] + heads[2:], [row[:1] + row[2:] for row in rows]  # type: ignore[assignment,misc]
    footnote = ["", "* beslutsdagen eller beslutsfattaren är antagen."]
    starred = any(each.beslut.mark == "assumed" for each in answer)
    return text(
        asked.heading("Beslut i registrerad ordning"),
        [table(heads, rows, "Inget beslut är registrerat."), *(footnote if starred else ())],
    )


def _draft(beslut: str, alternative: str | None) -> str:
    return beslut if alternative is None else f"{beslut} (föreslaget, {alternative})"


def headcount(count: HeadcountStated) -> str:
    """How many, as stated."""
    stated = {
        "medarbetare": count.medarbetare,
        "årsarbetare": count.arsarbetare,
        "uppdragstagare": count.uppdragstagare,
    }
    parts = (f"{swedish.number(n)} {what}" for what, n in stated.items() if n is not None)
    return ("ca " if count.approximate else "") + ", ".join(parts)
