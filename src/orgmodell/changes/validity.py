"""What is wrong with what is said, whatever it is about: of another type, not to be read, over too early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import msgspec

from orgmodell.characters import text_problem
from orgmodell.words import Text, either
from orgmodell.words.changes import mistyped

_types_of = cache(get_type_hints)


def wrong_types(value: attrs.AttrsInstance) -> Iterator[Text]:
    """Fields that hold what is not of their type; the changes of a beslut apart."""
    hints = _types_of(type(value))
    for field in attrs.fields(type(value)):
        if field.name != "changes":
            try:
                msgspec.convert(getattr(value, field.name), hints[field.name], builtin_types=(date, datetime))
            except msgspec.ValidationError as error:
                yield f"{field.name}: " + mistyped(str(error), _choices(hints[field.name]))


def _choices(hint: Any) -> tuple[str, ...]:
    """The values a field may have, where they are few and known."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next((found for arm in get_args(hint) if (found := _choices(arm))), ())


def wrong_texts(value: attrs.AttrsInstance) -> Iterator[Text]:
    """Texts are shown on one line: they are not empty, and every character in them shows."""
    for field in attrs.fields(type(value)):
        found = getattr(value, field.name)
        for each in found if isinstance(found, tuple) else (found,):
            if isinstance(each, str):
                yield from wrong_text(field.name, each)


def wrong_text(name: str, text: str, but: str = "") -> Iterator[Text]:
    """What is wrong with a text, by the name of what it is; ``but`` may be there."""
    if problem := text_problem(text, but):
        yield (f"{name} {text!r} " if text.strip() else f"{name} ") + either(problem)


def planned_too_early(end: date | None, day: date) -> Iterator[Text]:
    """A planned end, the last day, is not before the first."""
    if end is not None and end < day:
        yield Text(
            sv=f"planned_end {end} är före den dag det börjar, {day}",
            en=f"planned_end {end} is before the day it begins, {day}",
        )


def until_too_early(until: date | None, day: date) -> Iterator[Text]:
    """An end, the first day no longer, is after the first."""
    if until is not None and until <= day:
        yield Text(
            sv=f"until {until} är inte efter den dag det börjar, {day}; "
            "until är den första dag det inte längre gäller",
            en=f"until {until} is not after the day it begins, {day}; until is the first day no longer",
        )
