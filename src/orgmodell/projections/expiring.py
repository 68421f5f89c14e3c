"""What runs out: avtal, överenskommelser, and what is planned to end. Nothing is ended by the clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

import attrs

from orgmodell.changes.attributes import PLANNED_END, UNTIL
from orgmodell.periods import ONE_DAY
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_as
from orgmodell.projections.basis import united
from orgmodell.view import NotingView, View


@attrs.frozen(kw_only=True)
class Expiry(Answer):
    """Something that runs out.

    Attributes:
        thing: an avtal, överenskommelse, enhet or forum.
        type: which of them.
        name: its name.
        last_day: the last day it is in force, or is planned to go on.
        days: how many days are left; negative when it has passed.
        passed: whether that day has passed, and no beslut has ended or prolonged it.
        parties: of an instrument, its beställare and utförare.
    """

    thing: str = attrs.field(metadata=told_as("id"))
    type: str
    name: str
    last_day: date
    days: int
    passed: bool
    parties: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Expiring(TableAnswer[Expiry]):
    """What runs out, in order of day; a sequence of `Expiry`.

    Attributes:
        within_months: how many months ahead is looked.
        expiring: what runs out within them, or has passed its end without a beslut.
    """

    within_months: int
    expiring: tuple[Expiry, ...]

    @property
    def lines(self) -> tuple[Expiry, ...]:
        return self.expiring


def expiring(view: View, months: int = 12) -> Expiring:
    """What runs out within so many months of the day, or has run out without a beslut, in order of day."""
    horizon = in_months(view.day, months)
    every = (_expiry(view, thing) for thing in _temporary(view))
    found = sorted((e for e in every if e and e.last_day <= horizon), key=lambda each: each.last_day)
    rests_on_all = united(each.basis for each in found)
    return Expiring(within_months=months, expiring=tuple(found), basis=rests_on_all)


def in_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month.

    >>> in_months(date(2014, 1, 31), 1)
    datetime.date(2014, 2, 28)

    No day is later than the last of the calendar.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _temporary(view: View) -> tuple[str, ...]:
    chronicle = view.account.chronicle
    return tuple(dict.fromkeys([*chronicle.keys(UNTIL), *chronicle.keys(PLANNED_END)]))


def _expiry(view: View, thing: str) -> Expiry | None:
    noting = NotingView(view)
    if not noting.exists(thing):
        return None
    account, day = noting.account, view.day
    until, planned = (account.entry(attribute, thing, day) for attribute in (UNTIL, PLANNED_END))
    entry = until or planned
    if entry is None or entry[2] is None:
        return None
    last_day = entry[2] - ONE_DAY if until else entry[2]
    return Expiry(
        thing=thing,
        type=account.type_of(thing) or "",
        name=account.name(thing, day),
        last_day=last_day,
        days=(last_day - day).days,
        passed=last_day < day,
        parties=_parties(noting, thing) if until else (),
        basis=rests_on(noting),
    )


def _parties(view: View, instrument: str) -> tuple[str, ...]:
    found = view.instrument(instrument)
    return tuple(party for party in (found.bestallare, found.utforare) if party is not None)
