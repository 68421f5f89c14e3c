"""What a rule is: a small function that yields what is wrong with one thing over a period.

    @rule("R05", of="enhet", watches={PARENT: itself})
    def line_is_a_tree(account, enhet, window):
        \"\"\"The line is a tree: no enhet is under itself on any day.\"\"\"
        ...
        yield Finding(day, (enhet,), "…", facts)

A rule is asked about a window of days. It yields what is wrong on some day in it, with the first such day
in it: so asked of one day, it tells what is wrong that day. What a change did wrongly is wrong for as long
as what it said holds; `while_it_holds` tells.

``watches`` says which attributes, when assigned, put which things in question. That is why judging a
beslut costs what it touches. The same function lists what is wrong on a day, over every thing there ever was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, product
from typing import Any, NamedTuple

import attrs

from orgmodell.changes import Thing
from orgmodell.chronicle import Account
from orgmodell.periods import Period, common, one_day
from orgmodell.timeline import Attribute, Step
from orgmodell.violations import Severity, Violation
from orgmodell.words import Text, either


class Finding(NamedTuple):
    """What a rule found: from which day, about which things, in words, and which facts make it so.

    The words are in Swedish and English; a kommun's own rule may give one `str` for both.
    """

    day: date
    things: tuple[str, ...]
    message: Text | str
    facts: tuple[int, ...] = ()


Judge = Callable[[Account, str, Period], Iterator[Finding]]
Subjects = Callable[[Account, Any], Iterable[str]]
Watches = Mapping[Attribute[Any, Any], Subjects]  # each asked about keys of its attribute


@attrs.frozen(eq=False)
class Rule:
    """A rule of the organisation.

    Attributes:
        id: as ``R05``; those of domain rules are kept, own rules choose their own.
        severity: "error" refuses a beslut; "warning" is recorded and listed.
        of: the types of things it judges.
        watches: attribute → the things to judge when a key of it is assigned.
        judge: (account, thing, window) → findings on days in the window.
    """

    id: str
    severity: Severity
    of: tuple[Thing, ...]
    watches: Watches
    judge: Judge

    @property
    def sentence(self) -> str:
        """The rule in one sentence."""
        return (self.judge.__doc__ or self.id).strip().split("\n\n")[0]

    def violations(self, account: Account, thing: str, window: Period) -> Iterator[Violation]:
        """What is wrong with the thing on days in the window."""
        for day, things, message, facts in self.judge(account, thing, window):
            yield Violation(self.id, self.severity, day, things, either(message), facts)

    def with_severity(self, severity: Severity) -> Rule:
        """The same rule, refusing or only warning: a kommun's policy."""
        return attrs.evolve(self, severity=severity)


def rule(
    id: str,
    *,
    of: Thing | tuple[Thing, ...],
    watches: Watches,
    severity: Severity = "error",
) -> Callable[[Judge], Rule]:
    """Make a rule of a function; it is registered nowhere but where it is listed."""
    types = (of,) if isinstance(of, str) else of
    return lambda judge: Rule(id, severity, types, watches, judge)


def itself(account: Account, key: str) -> tuple[str, ...]:
    """The thing the attribute was assigned for."""
    return (key,)


def first(account: Account, key: tuple[str, ...]) -> tuple[str, ...]:
    """The first of the things a relation was assigned for."""
    return (key[0],)


def subject(account: Account, key: str | tuple[str, ...]) -> tuple[str, ...]:
    """What the attribute was assigned for; of a relation, the first of the things."""
    return (key,) if isinstance(key, str) else (key[0],)


def second(account: Account, key: tuple[str, ...]) -> tuple[str, ...]:
    """The second of the things a relation was assigned for."""
    return (key[1],)


def together(
    account: Account, window: Period, *steps: Iterable[Step[object]], living: Iterable[str] = ()
) -> Iterator[tuple[date, tuple[int, ...]]]:
    """The days in the window from which one step out of each, all with a value, hold at once.

    Yields the first day of each such period, while all of ``living`` exist, and the facts behind it.
    """
    for held in held_together(account, window, *steps, living=living):
        yield held.start, held.facts


class Held(NamedTuple):
    """A period in which several things hold at once, and the facts behind it."""

    start: date
    until: date | None
    facts: tuple[int, ...]


def held_together(
    account: Account, window: Period, *steps: Iterable[Step[object]], living: Iterable[str] = ()
) -> Iterator[Held]:
    """The periods in the window in which one step out of each, all with a value, hold at once."""
    held = [[s for s in each if s.value] for each in steps]
    lives = [list(account.life(thing, window)) for thing in living]
    for chosen in product(*held, *lives):
        shared = common(window, *(step.period for step in chosen))
        if shared is not None and shared.start is not None:
            yield Held(shared.start, shared.until, tuple(step.seq for step in chosen[: len(held)]))


def while_it_holds(account: Account, seq: int, window: Period) -> date | None:
    """The first day in the window on which something that a change says holds; None when there is none.

    A change that only takes something back holds on its own day.
    """
    fact = account.fact(seq)
    said = [
        step.period
        for attribute, key, day, value in fact.change.assigns(fact.day)
        if value is not None and (step := account.step_of(attribute, key, day, seq))
    ]
    days = (first_day(period, window) for period in (one_day(fact.day), *said))
    return min((day for day in days if day is not None), default=None)


def first_day(period: Period, window: Period) -> date | None:
    """The first day of a period that is in the window; None when none is."""
    shared = period.overlap(window)
    return shared.start if shared is not None else None


def days_of_change(
    window: Period | None, *steps: Iterable[Step[object]], days: Iterable[date] = ()
) -> list[date]:
    """The first day of a window and, in it, other days and those on which a step begins, in order."""
    if window is None:
        return []
    found = {window.start, *days, *(step.start for step in chain.from_iterable(steps))}
    return sorted(day for day in found if day is not None and day in window)
