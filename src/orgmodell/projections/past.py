"""What happened to a thing, what is on the log, and what takes effect when."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import attrs

from orgmodell.changes import Change, Fact
from orgmodell.chronicle import Account
from orgmodell.errors import UnknownThing
from orgmodell.identity import did_you_mean
from orgmodell.projections.status import Status, status


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
        near = did_you_mean(thing, chronicle.things())
        raise UnknownThing(f"nothing on record names '{thing}'{near}")
    seqs.sort(key=lambda seq: (account.fact(seq).day, seq))
    return tuple(Happening(account.fact(seq), _annulled_by(account, seq), account) for seq in seqs)


def _recorded(account: Account, seq: int) -> bool:
    known = account.known
    return seq < account.horizon and (known is None or account.fact(seq).decided <= known)


def _annulled_by(account: Account, seq: int) -> str | None:
    annulments = (a for a in account.chronicle.annulments_of(seq) if account.counts(a))
    return next((account.fact(a).beslut.id for a in annulments), None)


def taking_effect(account: Account, after: date, until: date) -> tuple[Effect, ...]:
    """What begins to hold after one day, up to and including another, in order."""
    found = account.chronicle.taking_effect(after, until)
    return tuple(Effect(day, account.fact(seq)) for day, seq in found if account.counts(seq))
