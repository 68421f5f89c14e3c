"""What begins or ceases to hold in a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes import Change, Fact
from orgmodell.changes.attributes import UNTIL
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY
from orgmodell.projections.answer import TableAnswer, told_inside
from orgmodell.projections.basis import basis_of


@attrs.frozen(kw_only=True)
class Effect:
    """Something that begins to hold on a day: a change, or the end that a change gave it (``until``).

    Attributes:
        day: the day.
        ends: whether this is the end of what the change began.
        fact: the change, with its own day and its beslut.
    """

    day: date
    ends: bool
    fact: Fact = attrs.field(metadata=told_inside())

    @property
    def change(self) -> Change:
        """The change."""
        return self.fact.change


@attrs.frozen(kw_only=True)
class TakingEffect(TableAnswer[Effect]):
    """What begins or ceases to hold in a period; a sequence of `Effect`, in order.

    Attributes:
        after: the day after which the period begins.
        until: its last day.
        effects: what begins or ceases to hold.
    """

    after: date
    until: date
    effects: tuple[Effect, ...]

    @property
    def lines(self) -> tuple[Effect, ...]:
        return self.effects


def taking_effect(account: Account, after: date, until: date) -> TakingEffect:
    """What begins or ceases to hold after one day, up to and including another, in order.

    Every change that counts is told on its day, also one that only says what held already. An end by
    an ``until`` is told once, on the day on which something really ends by it: not when a release, a
    renewal or the end of the thing itself has overtaken it.
    """
    said = account.chronicle.taking_effect(after, until)
    counting = (_effect(day, account.fact(seq)) for day, seq in said if account.counts(seq))
    found = [each for each in counting if not each.ends or _really_ends(account, each)]
    effects = tuple(sorted([*found, *_running_out(account, after, until)], key=_day_and_seq))
    basis = basis_of(account, (each.fact.seq for each in effects))
    return TakingEffect(after=after, until=until, effects=effects, basis=basis)


def _effect(day: date, fact: Fact) -> Effect:
    return Effect(day=day, ends=day != fact.day, fact=fact)


def _day_and_seq(effect: Effect) -> tuple[date, int]:
    return effect.day, effect.fact.seq


def _really_ends(account: Account, end: Effect) -> bool:
    """Whether anything that held the day before ceases to hold by this end."""
    day, the_day_before = end.day, end.day - ONE_DAY
    return any(
        account.value(attribute, key, the_day_before) is not None
        and account.entry(attribute, key, day) == (day, end.fact.seq, None)
        and account.lives(key[0], the_day_before)
        for attribute, key, on, value in end.change.assigns(end.fact.day)
        if on == day and value is None
    )


def _running_out(account: Account, after: date, until: date) -> Iterator[Effect]:
    """The avtal and överenskommelser whose time runs out in the period."""
    for instrument in account.chronicle.keys(UNTIL):
        for step in account.steps(UNTIL, instrument):
            end = step.value
            if end is None or not after < end <= until or end not in step.period:
                continue
            if account.lives(instrument, end - ONE_DAY):
                yield _effect(end, account.fact(step.seq))
