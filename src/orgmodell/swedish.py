"""The Swedish of `words`, for what is shown in Swedish only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from orgmodell.words import Text, changes, terms, values
from orgmodell.words import counted as counted_in_both

K = TypeVar("K")


def _in_swedish(texts: Mapping[K, Text]) -> dict[K, str]:
    return {key: text.sv for key, text in texts.items()}


MISSING = values.MISSING.sv
NOTHING = values.NOTHING.sv
MARKS = _in_swedish(terms.MARKS)
MARKS_IN_PLURAL = _in_swedish(terms.MARKS_IN_PLURAL)
STATUSES = tuple(terms.STATUSES)
FALLBACKS = _in_swedish(terms.FALLBACKS)
ASPECTS = _in_swedish(terms.ASPECTS)
NEUTER = terms.NEUTER


def word(text: str) -> str:
    """A stored word as it is written."""
    return terms.word(text).sv


def kind_of(type: str) -> str:
    """What sort of thing something is."""
    return terms.kind_of(type).sv


def status(of: str, count: int) -> str:
    """How many facts are in a state."""
    return terms.status(of, count).sv


def in_role(count: int, role: str) -> str:
    """How many meet in a forum in a role."""
    return terms.in_role(count, role).sv


def kronor(belopp: float) -> str:
    """An amount as it is written."""
    return values.kronor(belopp).sv


def number(value: float | None) -> str:
    """A stated number."""
    return values.number(value).sv


def average(value: float | None) -> str:
    """A computed number."""
    return values.average(value).sv


def counted(count: int, one: str, several: str) -> str:
    """A number of things."""
    return counted_in_both(count, one, several).sv


def day(when: date, stated: str | None = None) -> str:
    """A day, with the source's own words when the day represents them."""
    return values.day(when, stated).sv


def last_day(until: date | None) -> str:
    """The last day of what ends before ``until``."""
    return values.last_day(until).sv


def value(given: object, thing: Callable[[str], str] = str) -> str:
    """Any value of a change or an answer."""
    return values.value(given, thing).sv


def parameters(given: Mapping[str, object], thing: Callable[[str], str] = word) -> str:
    """The parameters of a change on one line."""
    return changes.parameters(given, thing).sv
