"""What is said of a thing that is not there on the day, or is another than was asked for."""

from __future__ import annotations

from datetime import date

from orgmodell.words import kinds
from orgmodell.words.text import Text


def no_such(kind: str, thing: str, near: Text) -> Text:
    none = kinds.no(kind)
    return Text(sv=f"det finns {none:sv} '{thing}'{near:sv}", en=f"there is {none:en} '{thing}'{near:en}")


def of_another_kind(thing: str, actual: str, kind: str) -> Text:
    one, other = kinds.a(actual), kinds.a(kind)
    return Text(sv=f"'{thing}' är {one:sv}, inte {other:sv}", en=f"'{thing}' is {one:en}, not {other:en}")


def not_on_the_day(kind: str, thing: str, day: date, when: Text) -> Text:
    none = kinds.no(kind)
    return Text(
        sv=f"det finns {none:sv} '{thing}' den {day}{when:sv}",
        en=f"there is {none:en} '{thing}' on {day}{when:en}",
    )


def begins(kind: str, day: date, beslut: str) -> Text:
    begun = "granted" if kind == "vidaredelegation" else "created"
    return Text(
        sv=f": {kinds.it(kind):sv} finns först från {day} (beslut '{beslut}')",
        en=f": it is {begun} on {day} (beslut '{beslut}')",
    )


def ended(kind: str, day: date, beslut: str) -> Text:
    return Text(
        sv=f": {kinds.it(kind):sv} upphörde den {day} (beslut '{beslut}')",
        en=f": it ended on {day} (beslut '{beslut}')",
    )
