"""What is said of a text that is no day."""

from __future__ import annotations

from orgmodell.words.text import Text


def written_otherwise(text: str, example: object) -> Text:
    return Text(
        sv=f"'{text}' är inget datum; skriv år-månad-dag, som {example}",
        en=f"'{text}' is not a date; write year-month-day, as {example}",
    )


def no_such(day: str) -> Text:
    return Text(sv=f"det finns ingen dag {day}", en=f"there is no day {day}")
