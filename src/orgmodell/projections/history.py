"""What happened to a thing."""

from __future__ import annotations

from datetime import date

import attrs

from orgmodell.changes import Fact
from orgmodell.chronicle import Account
from orgmodell.errors import UnknownThing
from orgmodell.identity import suggested
from orgmodell.projections.answer import TableAnswer, told_inside
from orgmodell.projections.basis import basis_of
from orgmodell.projections.status import Status, status
from orgmodell.words import projections as words


@attrs.frozen(kw_only=True)
class Happening:
    """One change that touched a thing.

    Attributes:
        fact: the change, with its day and its beslut.
        annulled_by: the beslut that set it aside; None when it counts.
        status: what it is on the day asked about: happened, decided and not yet in force, planned,
            proposed …; None when no day was.
    """

    fact: Fact = attrs.field(metadata=told_inside())
    annulled_by: str | None
    status: Status | None


@attrs.frozen(kw_only=True)
class History(TableAnswer[Happening]):
    """What happened to a thing; a sequence of `Happening`, in order of day and of recording.

    It rests on the changes that count.

    Attributes:
        id: the thing.
        happenings: every change that named it, annulled ones too.
    """

    id: str
    happenings: tuple[Happening, ...]

    @property
    def lines(self) -> tuple[Happening, ...]:
        return self.happenings


def history(account: Account, thing: str, on: date | None = None) -> History:
    """Every change that named a thing, in order of day and of recording, annulled ones too.

    Args:
        account: what is known over time.
        thing: its id.
        on: the day on which to tell what each of them is; None: it is not told.

    Raises:
        UnknownThing: nothing ever named it.
    """
    seqs = sorted(naming(account, thing), key=lambda seq: (account.fact(seq).day, seq))
    annulled = {seq: _annulled_by(account, seq) for seq in seqs}
    return History(
        id=thing,
        happenings=tuple(_happening(account, seq, by, on) for seq, by in annulled.items()),
        basis=basis_of(account, (seq for seq, by in annulled.items() if by is None)),
    )


def naming(account: Account, thing: str) -> list[int]:
    """The numbers of the recorded changes that name a thing, annulled ones too, in recorded order.

    Raises:
        UnknownThing: nothing ever named it.
    """
    chronicle = account.chronicle
    seqs = [seq for seq in dict.fromkeys(chronicle.mentions(thing)) if _recorded(account, seq)]
    if not seqs:
        raise UnknownThing(words.never_named(thing, suggested(thing, chronicle.things())))
    return seqs


def _happening(account: Account, seq: int, annulled_by: str | None, on: date | None) -> Happening:
    fact = account.fact(seq)
    state = None if on is None else "annullerat" if annulled_by is not None else status(account, fact, on)
    return Happening(fact=fact, annulled_by=annulled_by, status=state)


def _recorded(account: Account, seq: int) -> bool:
    known = account.known
    return seq < account.horizon and (known is None or account.fact(seq).decided <= known)


def _annulled_by(account: Account, seq: int) -> str | None:
    annulments = (a for a in account.chronicle.annulments_of(seq) if account.counts(a))
    return next((account.fact(a).beslut.id for a in annulments), None)
