"""What a text says as a value; what is wrong with it, when it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from orgmodell.ledger.meant import suggestion
from orgmodell.periods import NoDay, day_from
from orgmodell.words import Text
from orgmodell.words import ledger as words

_WHOLE = re.compile(r"-?\d{1,4300}", re.ASCII)
_DECIMAL = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def _day(text: str) -> date | Text:
    try:
        return day_from(text)
    except NoDay as error:
        return error.text


def _bool(text: str) -> bool | Text:
    if text not in ("true", "false"):
        return words.is_not(text, words.TRUE_OR_FALSE, suggestion(text, ("true", "false")))
    return text == "true"


def _int(text: str) -> int | Text:
    wrong = _not_a_number(text, _WHOLE, words.WHOLE_NUMBER)
    return wrong or int(text)  # which reads no more digits than these


def _float(text: str) -> float | Text:
    wrong = _not_a_number(text, _DECIMAL, words.NUMBER)
    return wrong or float(text)


def _not_a_number(text: str, number: re.Pattern[str], what: Text) -> Text | None:
    if number.fullmatch(text):
        return None
    alone = _alone(text)
    if not number.fullmatch(alone):
        return words.is_not(text, what)
    return words.number_is_not(text, what, words.DECIMALS if "," in text else words.NUMBER_ALONE, alone)


def _alone(text: str) -> str:
    """A number without what groups its digits, and without what it is counted in."""
    digits = re.sub(r"\s|kr\.?$|:-$", "", text)
    grouped = re.fullmatch(r"-?\d{1,3}(\.\d{3})+", digits)
    return digits.replace(".", "") if grouped else digits.replace(",", ".")


SAYS: dict[type, tuple[Callable[[str], Any], Text]] = {
    date: (_day, words.DATE),
    bool: (_bool, words.TRUE_OR_FALSE),
    int: (_int, words.WHOLE_NUMBER),
    float: (_float, words.NUMBER),
}
"""The type of a value → what reads it from a text, and what is expected where there is none."""
