"""What a rule is: a small function that yields what is wrong with one thing over a period.

    @rule("R05", of="enhet", watches={PARENT: itself}, sv="Linjen är ett träd: …")
    def line_is_a_tree(account, enhet, window):
        \"\"\"The line is a tree: no enhet is under itself on any day.\"\"\"
        ...
        yield Finding(day, (enhet,), Text(sv="…", en="…"), facts)

A rule is asked about a window of days. It yields what is wrong on some day in it, with the first such day
in it: so asked of one day, it tells what is wrong that day. What a change did wrongly is wrong for as long
as what it said holds; `while_it_holds` tells.

``watches`` says which attributes, when assigned, put which things in question. That is why judging a
beslut costs what it touches. The same function lists what is wrong on a day, over every thing there ever was.

A rule of beslut yields what is wrong with a beslut itself: who took it, what came before it.

    @rule_of_beslut("R27", severity="warning")
    def who_took_it_is_on_record(account, record):
        \"\"\"Who is said to have taken a beslut is an organ or befattning on record.\"\"\"
        ...
        yield Finding(record.beslut.decided, (record.beslut.decided_by,), "…")

It is asked of each beslut that begins to count, and of all that count when the organisation is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import chain, product
from typing import Any, Literal, NamedTuple, Self

import attrs

from orgmodell.changes import Fact, Recorded, Thing
from orgmodell.chronicle import Account
from orgmodell.periods import Period, common, one_day
from orgmodell.timeline import Attribute, Step
from orgmodell.violations import Severity, Violation
from orgmodell.words import Text, either, joined, kinds

NOT_YET = datetime.min.replace(tzinfo=UTC)  # when a draft is recorded, which nobody knows


def is_drafted(record: Recorded) -> bool:
    """Whether a beslut is only laid on top of the log, to be judged."""
    return record.recorded == NOT_YET


class Finding(NamedTuple):
    """What a rule found: from which day, about which things, in words, and which facts make it so.

    The words are in Swedish and English; a kommun's own rule may give one `str` for both.
    """

    day: date
    things: tuple[str, ...]
    message: Text | str
    facts: tuple[int, ...] = ()


def naming(fact: Fact) -> Text:
    """The beginning of a sentence about what a change names."""
    change, day = fact.change, fact.day
    return Text(sv=f"«{change.said:sv}» ({change.verb}) den {day} anger", en=f"{change.verb} on {day} names")


def bare(kind: str) -> Text:
    """What a thing is; in English as it is stored."""
    return Text(sv=kinds.KINDS[kind].word if kind in kinds.KINDS else kind, en=kind)


Judge = Callable[[Account, str, Period], Iterator[Finding]]
JudgeOfFact = Callable[[Account, int], Iterator[Finding]]
JudgeOfBeslut = Callable[[Account, Recorded], Iterator[Finding]]
Subjects = Callable[[Account, Any], Iterable[str]]
Watches = Mapping[Attribute[Any, Any], Subjects]  # each asked about keys of its attribute
Reads = Collection[Attribute[Any, Any]] | Literal["anything"]


@attrs.frozen(eq=False, kw_only=True)
class Rule:
    """A rule of the organisation.

    Attributes:
        id: as ``R05``; those of domain rules are kept, own rules choose their own.
        severity: "error" refuses a beslut; "warning" is recorded and listed.
        of: the types of things it judges; None: what was never created, and is named all the same.
        sentence: the rule in one sentence, in Swedish and English.
        remark: what is said besides, each time it is broken.
    """

    id: str
    severity: Severity
    of: tuple[str | None, ...]
    sentence: Text
    judge: Callable[..., Iterator[Finding]]
    remark: Text | None = None

    def with_severity(self, severity: Severity) -> Self:
        """The same rule, refusing or only warning: a kommun's policy."""
        return attrs.evolve(self, severity=severity)

    def _broken_as(self, findings: Iterable[Finding]) -> Iterator[Violation]:
        for day, things, message, facts in findings:
            text = either(message) if self.remark is None else joined([message, self.remark], " ")
            yield Violation(self.id, self.severity, day, things, text, facts)


@attrs.frozen(eq=False, kw_only=True)
class RuleOfThings(Rule):
    """A rule of things of some types, over time.

    Attributes:
        watches: attribute → the things to judge when a key of it is assigned.
        reads: what it reads besides. Nothing is put in question when that is assigned: it only words the
            message, or is said once, when what it is said of is created, and that is watched.
        judge: (account, thing, window) → findings on days in the window.
        of_fact: (account, number of a fact) → findings of what it names, asked when it begins to count.
    """

    watches: Watches
    reads: Reads = ()
    judge: Judge
    of_fact: JudgeOfFact | None = None

    def violations(self, account: Account, thing: str, window: Period) -> Iterator[Violation]:
        """What is wrong with the thing on days in the window."""
        return self._broken_as(self.judge(account, thing, window))

    def violations_of_fact(self, account: Account, seq: int) -> Iterator[Violation]:
        """What is wrong with what one fact says, whatever it assigns."""
        return self._broken_as(self.of_fact(account, seq) if self.of_fact else ())


@attrs.frozen(eq=False, kw_only=True)
class RuleOfBeslut(Rule):
    """A rule of how a beslut is taken, whatever it changes: asked of each beslut that begins to count.

    Attributes:
        judge: (account, record) → findings about the beslut.
    """

    of: tuple[str | None, ...] = ("beslut",)
    judge: JudgeOfBeslut

    def violations(self, account: Account, record: Recorded) -> Iterator[Violation]:
        """What is wrong with the beslut."""
        return self._broken_as(self.judge(account, record))


def rule(
    id: str,
    *,
    of: Thing | tuple[Thing | None, ...],
    watches: Watches,
    reads: Reads = (),
    severity: Severity = "error",
    of_fact: JudgeOfFact | None = None,
    sv: str | None = None,
) -> Callable[[Judge], RuleOfThings]:
    """Make a rule of a function; it is registered nowhere but where it is listed.

    The first paragraph of the function's docstring is the rule in one sentence, and ``sv`` that in Swedish.
    """
    types = (of,) if isinstance(of, str) else of
    return lambda judge: RuleOfThings(
        id=id,
        severity=severity,
        of=types,
        sentence=_sentence(judge, id, sv),
        watches=watches,
        reads=reads,
        judge=judge,
        of_fact=of_fact,
    )


def rule_of_beslut(
    id: str, *, severity: Severity = "error", sv: str | None = None
) -> Callable[[JudgeOfBeslut], RuleOfBeslut]:
    """Make a rule of how beslut are taken of a function of an account and a record; else as `rule`."""
    return lambda judge: RuleOfBeslut(
        id=id, severity=severity, sentence=_sentence(judge, id, sv), judge=judge
    )


def _sentence(judge: Callable[..., object], id: str, sv: str | None) -> Text:
    """The first paragraph of what a rule's function says of itself, and the same in Swedish."""
    en = " ".join((judge.__doc__ or id).split("\n\n")[0].split())
    return Text(sv=sv or en, en=en)


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
