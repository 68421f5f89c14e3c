"""What happened to a thing, what is on the log, and what takes effect when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import attrs

from orgmodell.changes import Change, Fact
from orgmodell.changes.attributes import UNTIL
from orgmodell.chronicle import Account
from orgmodell.errors import UnknownThing
from orgmodell.identity import suggested
from orgmodell.periods import ONE_DAY
from orgmodell.projections.status import Status, status
from orgmodell.words import projections as words


@attrs.frozen
class Happening:
    """One change that touched a thing.

    Attributes:
        fact: the change, with its day and its beslut.
        annulled_by: the beslut that set it aside; None when it counts.
    """

    fact: Fact
    annulled_by: str | None
    _account: Account = attrs.field(repr=False, eq=False)

    def status(self, on: date) -> Status:
        """What it is on a day: happened, decided and not yet in force, planned, proposed …"""
        return "annullerat" if self.annulled_by is not None else status(self._account, self.fact, on)


class Effect(NamedTuple):
    """Something that begins to hold on a day: a change, or the end that a change gave it (``until``)."""

    day: date
    fact: Fact

    @property
    def change(self) -> Change:
        return self.fact.change

    @property
    def ends(self) -> bool:
        """Whether this is the end of what the change began."""
        return self.day != self.fact.day


def history(account: Account, thing: str) -> tuple[Happening, ...]:
    """Every change that named a thing, in order of day and of recording, annulled ones too.

    Raises:
        UnknownThing: nothing ever named it.
    """
    chronicle = account.chronicle
    seqs = [seq for seq in dict.fromkeys(chronicle.mentions(thing)) if _recorded(account, seq)]
    if not seqs:
        raise UnknownThing(words.never_named(thing, suggested(thing, chronicle.things())))
    seqs.sort(key=lambda seq: (account.fact(seq).day, seq))
    return tuple(Happening(account.fact(seq), _annulled_by(account, seq), account) for seq in seqs)


def _recorded(account: Account, seq: int) -> bool:
    known = account.known
    return seq < account.horizon and (known is None or account.fact(seq).decided <= known)


def _annulled_by(account: Account, seq: int) -> str | None:
    annulments = (a for a in account.chronicle.annulments_of(seq) if account.counts(a))
    return next((account.fact(a).beslut.id for a in annulments), None)


def taking_effect(account: Account, after: date, until: date) -> tuple[Effect, ...]:
    """What begins or ceases to hold after one day, up to and including another, in order.

    Every change that counts is told on its day, also one that only says what held already. An end by
    an ``until`` is told once, on the day on which something really ends by it: not when a release, a
    renewal or the end of the thing itself has overtaken it.
    """
    said = account.chronicle.taking_effect(after, until)
    counting = (Effect(day, account.fact(seq)) for day, seq in said if account.counts(seq))
    found = [each for each in counting if not each.ends or _really_ends(account, each)]
    return tuple(sorted([*found, *_running_out(account, after, until)], key=_day_and_seq))


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
                yield Effect(end, account.fact(step.seq))
