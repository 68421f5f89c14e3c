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
    """A method or function of a view whose answers the view remembers, by what else was asked."""

    @wraps(question)
    def ask(view: V, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kept: dict[Any, Any] = view.__dict__
        answers: Any = kept.get(question)
        if answers is None:
            answers = kept[question] = cache(MethodType(question, view))
        found: T = answers(*args, **kwargs)
        return found

    return ask
