"""Questions whose answers are kept, with the facts and the days that they hold for.

What an answer is read from says the same from some day until another. On each of these days the answer is
the same, so an account keeps it for all its views: who asks about the next day, or about a day once more,
is answered at once unless something has changed that bears on the answer. An account is pinned, so what it
keeps never has to be corrected.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, wraps
from types import MethodType
from typing import Any, Concatenate, ParamSpec, TypeVar

from orgmodell.chronicle import Account

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")

Told = tuple[Any, date | None, tuple[int, ...]]  # an answer, until when it holds, the facts it rests on
Answers = tuple[tuple[date, ...], tuple[Told, ...]]  # since when each holds, in order; and what was told

FEW_ANSWERS, MANY_ANSWERS = 20_000, 200_000  # of about 1 kB each
LONG = 256


class Kept(defaultdict[Any, dict[Any, Answers]]):
    """The answers to each question, by what else was asked.

    Args:
        most: how many answers are kept; when there are more, it begins anew.
    """

    def __init__(self, most: int) -> None:
        super().__init__(dict)
        self._most = most
        self._number = 0

    def at_hand(self, question: object, key: object, day: date) -> tuple[date, Told] | None:
        """The answer that holds on a day, with the first day of it; None when it is not known."""
        answers = self[question].get(key)
        if answers is None:
            return None
        at = bisect_right(answers[0], day) - 1
        if at < 0:
            return None
        told = answers[1][at]
        return (answers[0][at], told) if told[1] is None or day < told[1] else None

    def keep(self, question: object, key: object, since: date, told: Told) -> None:
        """One more answer. Whoever is reading the old ones goes on with those."""
        if self._number >= self._most:
            self._number = 0
            self.clear()
        self._number += 1
        sinces, others = self[question].get(key, ((), ()))
        at = bisect_right(sinces, since)
        self[question][key] = (
            (*sinces[:at], since, *sinces[at:]),
            (*others[:at], told, *others[at:]),
        )


def that_keeps(account: Account) -> Account:
    """An account that keeps answers from now on."""
    account.kept = Kept(min(FEW_ANSWERS + account.horizon, MANY_ANSWERS))
    return account


def remembered(question: Callable[Concatenate[V, P], T]) -> Callable[Concatenate[V, P], T]:
    """A method or function of a view whose answers are kept by its account, by what else was asked.

    It is answered from what it reads of the account and from nothing else: the day itself does not matter.
    """

    @wraps(question)
    def ask(view: V, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kept: Kept | None = view.kept  # type: ignore[attr-defined]
        if kept is None:
            return _plainly(view, question)(*args, **kwargs)
        found: T = _noted(view, kept, question, args, kwargs)
        return found

    return ask


def put_together(
    question: Callable[Concatenate[V, P], Sequence[T]],
) -> Callable[Concatenate[V, P], Sequence[T]]:
    """A question that is answered with other answers, which have grounds of their own; it has none.

    One with many is not kept: it is put together anew of those with few.
    """

    @wraps(question)
    def ask(view: V, /, *args: P.args, **kwargs: P.kwargs) -> Sequence[T]:
        kept: Kept | None = view.kept  # type: ignore[attr-defined]
        if kept is None or view.account.notes:  # type: ignore[attr-defined]
            return question(view, *args, **kwargs)
        found: Sequence[T] = _staying(view, kept, question, args, kwargs)
        return found

    return ask


def _plainly(view: object, question: Callable[..., T]) -> Callable[..., T]:
    """A question that keeps its answers, with the view that keeps it."""
    kept: Any = view.__dict__
    answers: Callable[..., T] | None = kept.get(question)
    if answers is None:
        answers = kept[question] = cache(MethodType(question, view))
    return answers


def _noted(view: Any, kept: Kept, question: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Any:
    """The answer that is kept for the day; or else it is found out, and kept with what it was read from."""
    key = args[0] if len(args) == 1 and not kwargs else (args, *kwargs.items())
    at_hand = kept.at_hand(question, key, view.day)
    if at_hand is not None:
        since, told = at_hand
        if view.account.stays:
            view.account.take(since, *told[1:])
        return told[0]
    noting = view if view.account.notes else view.that_notes()
    since, told = noting.account.noted_apart(lambda: question(noting, *args, **kwargs))
    kept.keep(question, key, since, told)
    return told[0]


def _staying(view: Any, kept: Kept, question: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Any:
    """The same of what has no grounds of its own, unless it is long."""
    key = (args, *kwargs.items())
    at_hand = kept.at_hand(question, key, view.day)
    if at_hand is not None:
        since, told = at_hand
        if view.account.stays:
            view.account.take(since, *told[1:])
        return told[0]
    staying = view if view.account.stays else view.that_stays()
    since, told = staying.account.while_it_stays(lambda: question(staying, *args, **kwargs))
    if len(told[0]) <= LONG:
        kept.keep(question, key, since, told)
    return told[0]
