"""Whatever a public method returns can be imported from a public module, and says what it is."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_overloads, get_type_hints

import attrs
import pandas
import polars
import pytest

import orgmodell
from orgmodell import (
    answers,
    changes,
    chronicle,
    organisation,
    periods,
    presentations,
    rules,
    timeline,
    words,
)
from orgmodell.changes import attributes
from orgmodell.log import Verification
from orgmodell.projections.compare import Comparison
from orgmodell.projections.line import Mode

PUBLIC = (
    *(orgmodell, answers, organisation, changes, attributes, rules, chronicle, periods, timeline, words),
    presentations,
)
FOR_TYPES = {  # what annotations name that is imported for types only
    "pandas": pandas,
    "polars": polars,
    "networkx": types.SimpleNamespace(DiGraph=list),
    "Mode": Mode,
    "Comparison": Comparison,
    "Verification": Verification,
}


def is_public(cls: type[Any]) -> bool:
    """Whether a public module has it; of a module that lists its names, whether it is listed."""
    has_it = [module for module in PUBLIC if getattr(module, cls.__name__, None) is cls]
    return any(cls.__name__ in getattr(module, "__all__", [cls.__name__]) for module in has_it)


def classes_in(hint: Any) -> Iterator[type[Any]]:
    """Our classes in a type."""
    for each in (hint, get_origin(hint)):
        if isinstance(each, type) and each.__module__.startswith("orgmodell"):
            yield each
    for inner in get_args(hint):
        yield from classes_in(inner)


def returned_by(cls: type[Any]) -> Iterator[tuple[str, type[Any]]]:
    """What the fields, properties and methods of a class give that are not private."""
    if attrs.has(cls) or hasattr(cls, "_fields"):
        for name, hint in get_type_hints(cls, localns=FOR_TYPES).items():
            if not name.startswith("_"):
                yield from ((f"{cls.__name__}.{name}", found) for found in classes_in(hint))
    for name, member in inspect.getmembers(cls):
        function: Any = member.fget if isinstance(member, property) else member
        plain = inspect.unwrap(getattr(function, "__func__", function))
        if name.startswith("_") or not inspect.isfunction(plain):
            continue
        for way in get_overloads(plain) or [plain]:
            returns = get_type_hints(way, localns=FOR_TYPES).get("return")
            yield from ((f"{cls.__name__}.{name}()", found) for found in classes_in(returns))


def every_public() -> dict[type[Any], str]:
    """Each class that a public name gives, however far in, and what gives it."""
    front = [getattr(orgmodell, name) for name in orgmodell.__all__]
    waiting = [(each, each.__name__) for each in front if isinstance(each, type)]
    for each in front:
        if inspect.isfunction(each):
            waiting += [(cls, each.__name__) for cls in classes_in(get_type_hints(each).get("return"))]
    found: dict[type[Any], str] = {}
    for cls, by in waiting:
        if cls not in found:
            found[cls] = by
            waiting += [(more, why) for why, more in returned_by(cls)]
    return found


EVERY = every_public()


def test_enough_is_looked_at() -> None:
    """The walk reaches what is far in: a part of a part of an answer."""
    names = {cls.__name__ for cls in EVERY}
    assert {"Organisation", "ChartNode", "Holding", "Candidate", "Tenure", "Period"} <= names
    assert len(EVERY) > 150


@pytest.mark.parametrize("cls", EVERY, ids=lambda cls: cls.__qualname__)
def test_whatever_a_public_method_returns_is_public_and_says_what_it_is(cls: type[Any]) -> None:
    assert is_public(cls), f"{EVERY[cls]} gives {cls.__module__}.{cls.__name__}"
    assert inspect.getdoc(cls)


def test_the_answers_are_those_that_are_given() -> None:
    """No name in `orgmodell.answers` is of something that nothing gives, but for the forms of answers."""
    listed = {getattr(answers, name) for name in answers.__all__}
    general = {answers.Answer, answers.TableAnswer}
    assert {each for each in listed if isinstance(each, type)} - EVERY.keys() - general == set()
