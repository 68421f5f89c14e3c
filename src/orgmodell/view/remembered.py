"""Questions whose answers are kept: a view is pinned, so they stay true."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from types import MethodType
from typing import Any, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")


def remembered(question: Callable[Concatenate[V, P], T]) -> Callable[Concatenate[V, P], T]:
    """A method or function of a view whose answers the view remembers, by what else was asked.

    A view that notes what is read remembers what was noted with it.
    """

    @wraps(question)
    def ask(view: V, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kept: dict[Any, Any] = view.__dict__
        noted = kept.get("remembers")
        if noted is not None:
            return _noted_with(view, noted, question, args, kwargs)
        answers: Any = kept.get(question)
        if answers is None:
            answers = kept[question] = cache(MethodType(question, view))
        found: T = answers(*args, **kwargs)
        return found

    return ask


def _noted_with(
    view: Any, kept: dict[Any, Any], question: Callable[..., T], args: Any, kwargs: dict[str, Any]
) -> T:
    """What is kept of a question for all that note, and what it was read from noted anew."""
    key = (question, args, tuple(kwargs.items()))
    found = kept.get(key)
    if found is None:
        apart = type(view)(view)
        found = kept[key] = question(apart, *args, **kwargs), apart.noted
    view.account.noted |= found[1]
    answer: T = found[0]
    return answer
