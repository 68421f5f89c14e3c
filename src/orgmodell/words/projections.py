"""What is said of a question that cannot be answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from orgmodell.words.text import Text, same

NOBODY = Text(sv="ingen", en="nobody")


def never_named(thing: str, near: Text) -> Text:
    return Text(
        sv=f"ingenting som är registrerat nämner '{thing}'{near:sv}",
        en=f"nothing on record names '{thing}'{near:en}",
    )


def not_above(up_to: str, befattning: str, day: date, line: Iterable[str], vacant: bool) -> Text:
    listed = " → ".join(line)
    above = same(listed) if listed else NOBODY
    count_it = Text(
        sv=f" {up_to} är vakant; fråga med mode 'struktur' för att räkna den.",
        en=" It is vacant; ask with mode 'struktur' to count it.",
    )
    wrong = Text(
        sv=f"{up_to} finns inte ovanför {befattning} den {day}: ovanför finns {above:sv}.",
        en=f"{up_to} is not above {befattning} on {day}: above it is {above:en}.",
    )
    return wrong + count_it if vacant else wrong


def nowhere(person: str, day: date) -> Text:
    return Text(
        sv=f"'{person}' har ingen befattning och sitter inte i något organ eller forum den {day}",
        en=f"'{person}' holds no befattning and sits in no organ or forum on {day}",
    )


def no_delegationsordning(namnd: str, day: date, begin: Iterable[date]) -> Text:
    days = ", ".join(map(str, sorted(begin)))
    known = Text(sv=f"; de som är registrerade börjar gälla {days}", en=f"; those on record begin on {days}")
    others = known if days else same("")
    return Text(
        sv=f"'{namnd}' har ingen gällande delegationsordning den {day}{others:sv}",
        en=f"'{namnd}' has no delegationsordning in force on {day}{others:en}",
    )
