"""Questions whose answers are kept: a view is pinned, so they stay true."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from types import MethodType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")


def remembered_by_view(question: Callable[Concatenate[V, P], T]) -> Callable[Concatenate[V, P], T]:
    """A function of a view whose answers the view remembers, by what else was asked."""

    @wraps(question)
    def ask(view: V, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kept: dict[Any, Any] = view.__dict__
        if question not in kept:
            kept[question] = cache(MethodType(question, view))
        found: T = kept[question](*args, **kwargs)
        return found

    return ask


class remembered(Generic[P, T]):  # noqa: N801 - a decorator, like cached_property
    """A method whose answers its object remembers, by what was asked."""

    def __init__(self, question: Callable[Concatenate[Any, P], T]) -> None:
        self._question = question
        self.__doc__ = question.__doc__

    @overload
    def __get__(self, view: None, owner: type[Any]) -> Callable[Concatenate[Any, P], T]: ...
    @overload
    def __get__(self, view: object, owner: type[Any]) -> Callable[P, T]: ...
    def __get__(self, view: object | None, owner: type[Any]) -> Callable[..., T]:
        if view is None:
            return self._question
        answers = cache(MethodType(self._question, view))
        view.__dict__[self._question.__name__] = answers  # found first from now on
        return answers
