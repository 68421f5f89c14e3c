"""What is said of a beslut that was not whose it was to take."""

from __future__ import annotations

from datetime import date

from orgmodell.words.text import Text

NOBODY_SAID = Text(sv="det sägs inte vem som har beslutat det", en="nobody is said to have decided it")


def without_right(beslut: str, enhet: str, day: date, why: Text) -> Text:
    return Text(
        sv=f"'{beslut}' ändrar {enhet} från {day}, och {why:sv}. "
        "Låt den som har rätten besluta det, eller delegera den först.",
        en=f"'{beslut}' changes {enhet} on {day}, and {why:en}. "
        "Let who has the right decide it, or delegate it first.",
    )


def at_the_top(decided_by: str) -> Text:
    return Text(
        sv=f"{decided_by} är inte fullmäktige, och enheten ligger inte under någon enhet som fanns",
        en=f"{decided_by} is not fullmäktige, and it is under no enhet that there was",
    )


def no_right(decided_by: str, enhet: str) -> Text:
    return Text(
        sv=f"{decided_by} har inte rätt att omorganisera {enhet}",
        en=f"{decided_by} has no right to reorganise {enhet}",
    )
