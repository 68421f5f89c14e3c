"""A log whose chain has been recomputed."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell.words.text import Text

QUESTION = Text("Loggens kedja", "The chain of the log")
RECORDS = Text("Poster", "Records")
HEAD = Text("Sista postens sha256", "The last record's sha256")
MISSING = Text("Spärrar som saknas", "Missing triggers")


def whole(records: int) -> Text:
    """That the chain holds, of however many records.

    >>> whole(2).en
    'All 2 records hold together.'
    """
    match records:
        case 0:
            return Text("Inget är registrerat.", "Nothing is recorded.")
        case 1:
            return Text("Den enda posten är hel.", "The only record is whole.")
        case _:
            return Text(sv=f"Alla {records} poster hänger ihop.", en=f"All {records} records hold together.")


def head(sha256: str) -> Text:
    return Text(
        sv=f"Sista postens sha256, att anteckna på annan plats: {sha256}",
        en=f"The last record's sha256, to note down elsewhere: {sha256}",
    )


def unguarded(triggers: Sequence[str]) -> Text:
    """That the database no longer refuses to change records."""
    gone = ", ".join(triggers)
    return Text(
        sv=f"Spärrar mot ändringar saknas i databasen: {gone}. De sätts tillbaka vid nästa registrering.",
        en=f"Triggers against changes are missing in the database: {gone}. They are put back when "
        "something is recorded.",
    )
