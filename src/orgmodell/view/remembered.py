"""Questions whose answers are kept: a view is pinned, so they stay true."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from types import MethodType
from typing import Any, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")

Remembers = dict[Any, dict[Any, tuple[Any, tuple[int, ...]]]]  # by question and what was asked: answer, facts


def remembered(question: Callable[Concatenate[V, P], T]) -> Callable[Concatenate[V, P], T]:
    """A method or function of a view whose answers the view remembers, by what else was asked.

    A view that notes what is read remembers what was noted with it.
    """

    @wraps(question)
    def ask(view: V, /, *args: P.args, **kwargs: P.kwargs) -> T:
        remembers: Remembers | None = view.remembers  # type: ignore[attr-defined]
        if remembers is None:
            return _plainly(view, question)(*args, **kwargs)
        kept = remembers[question]
        key = args[0] if len(args) == 1 and not kwargs else (args, *kwargs.items())
        told = kept.get(key)
        if told is None:
            told = kept[key] = _noted_apart(view, question, args, kwargs)
        else:
            view.account.noted.extend(told[1])  # type: ignore[attr-defined]
        found: T = told[0]
        return found

    return ask


def _plainly(view: object, question: Callable[..., T]) -> Callable[..., T]:
    """A question that keeps its answers, with the view that keeps it."""
    kept: Any = view.__dict__
    answers: Callable[..., T] | None = kept.get(question)
    if answers is None:
        answers = kept[question] = cache(MethodType(question, view))
    return answers


def _noted_apart(
    view: Any, question: Callable[..., T], args: Any, kwargs: dict[str, Any]
) -> tuple[T, tuple[int, ...]]:
    """The answer to a question, and what it alone was read from."""
    noted = view.account.noted
    before = len(noted)
    try:
        return question(view, *args, **kwargs), tuple({*noted[before:]})
    except BaseException:
        del noted[before:]
        raise
