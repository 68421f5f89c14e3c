"""How numbers, amounts, days and other values are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from orgmodell.words.text import Text, either, joined, same

MISSING = Text("underlag saknas", "not stated")
NOTHING = same("–")
GOES_ON = Text("tills vidare", "until further notice")
YES, NO = Text("ja", "yes"), Text("nej", "no")


def number(stated: float | None) -> Text:
    """A stated number; None: underlag saknas.

    >>> number(245.0).sv, number(22.5).sv, number(22.5).en, number(None).sv
    ('245', '22,5', '22.5', 'underlag saknas')
    """
    return MISSING if stated is None else _decimal(f"{stated:.12g}")


def average(computed: float | None) -> Text:
    """A computed number, to one decimal; None: underlag saknas.

    >>> average(280 / 11)
    Text(sv='25,5', en='25.5')
    """
    return MISSING if computed is None else decimal(computed, 1)


def decimal(computed: float, decimals: int) -> Text:
    """A computed number, to so many decimals."""
    return _decimal(f"{computed:.{decimals}f}")


def kronor(belopp: float) -> Text:
    """An amount.

    >>> kronor(200000.0)
    Text(sv='200 000 kr', en='SEK 200,000')
    """
    grouped = f"{belopp:,.0f}"
    return Text(sv=f"{grouped} kr".replace(",", " "), en=f"SEK {grouped}")


def time(when: datetime) -> str:
    """A time, to the minute."""
    return f"{when:%Y-%m-%d %H:%M}"


def day(when: date, stated: str | None = None) -> Text:
    """A day, with the source's own words when the day represents them.

    >>> day(date(2012, 10, 1), "hösten 2012").en
    '2012-10-01 (“hösten 2012”)'
    """
    return Text(sv=f"{when} («{stated}»)", en=f"{when} (“{stated}”)") if stated else same(str(when))


def last_day(until: date | None) -> Text:
    """The last day of what ends before ``until``; without end, that it goes on.

    >>> last_day(date(2024, 7, 1)).sv, last_day(None).sv
    ('2024-06-30', 'tills vidare')
    """
    return GOES_ON if until is None else same(str(until - timedelta(days=1)))


def value(given: object, thing: Callable[[str], Text | str] = same) -> Text:
    """Any value of a change or an answer, in words; ``thing`` says how an id is written."""
    match given:
        case None | () | []:
            return NOTHING
        case bool():
            return YES if given else NO
        case int() | float():
            return number(given)
        case str():
            return either(thing(given))
        case tuple() | list():
            return joined(value(each, thing) for each in given)
        case _:
            return same(str(given))


def _decimal(written: str) -> Text:
    return Text(sv=written.replace(".", ","), en=written)
