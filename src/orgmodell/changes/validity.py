"""What is wrong with what is said, whatever it is about: of another type, not to be read, over too early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from itertools import chain
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec

from orgmodell.characters import text_problem
from orgmodell.words import Text
from orgmodell.words.changes import mistyped


class _Field(NamedTuple):
    """A field of a class, and what is of its type without looking closer: instances of a class, choices."""

    name: str
    hint: Any
    classes: frozenset[type]
    choices: frozenset[str]


@cache
def _fields_of(cls: type[attrs.AttrsInstance]) -> tuple[_Field, ...]:
    """The fields of a class; the changes of a beslut apart."""
    hints = get_type_hints(cls)
    names = [field.name for field in attrs.fields(cls) if field.name != "changes"]
    return tuple(_Field(name, hints[name], *_simply(hints[name])) for name in names)


def wrong_types(value: attrs.AttrsInstance) -> Iterator[Text]:
    """Fields that hold what is not of their type; the changes of a beslut apart."""
    for name, hint, classes, choices in _fields_of(type(value)):
        found = getattr(value, name)
        if type(found) in classes or (type(found) is str and found in choices):
            continue
        try:
            msgspec.convert(found, hint, builtin_types=(date, datetime))
        except msgspec.ValidationError as error:
            yield f"{name}: " + mistyped(str(error), _choices(hint))


def _simply(hint: Any) -> tuple[frozenset[type], frozenset[str]]:
    """The classes in a type whose instances are of it, whatever they hold; and the texts that are."""
    arms = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    choices = (get_args(arm) for arm in arms if get_origin(arm) is Literal)
    return frozenset(arm for arm in arms if get_origin(arm) is None), frozenset(chain(*choices))


def _choices(hint: Any) -> tuple[str, ...]:
    """The values a field may have, where they are few and known."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next((found for arm in get_args(hint) if (found := _choices(arm))), ())


def wrong_texts(value: attrs.AttrsInstance) -> Iterator[Text]:
    """Texts are shown on one line: they are not empty, and every character in them shows."""
    for name, *_ in _fields_of(type(value)):
        found = getattr(value, name)
        for each in found if isinstance(found, tuple) else (found,):
            if isinstance(each, str) and (problem := text_problem(each)):
                yield _wrong(name, each, problem)


def wrong_text(name: str, text: str, but: str = "") -> Iterator[Text]:
    """What is wrong with a text, by the name of what it is; ``but`` may be there."""
    if problem := text_problem(text, but):
        yield _wrong(name, text, problem)


def _wrong(name: str, text: str, problem: Text) -> Text:
    return (f"{name} {text!r} " if text.strip() else f"{name} ") + problem


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
