"""What runs out: avtal, överenskommelser, and what is planned to end. Nothing is ended by the clock."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date

import attrs

from orgmodell.changes.attributes import PLANNED_END, UNTIL
from orgmodell.periods import ONE_DAY
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import View


@attrs.frozen
class Expiry:
    """Something that runs out.

    Attributes:
        thing: an avtal, överenskommelse, enhet or forum.
        type: which of them.
        name: its name.
        last_day: the last day it is in force, or is planned to go on.
        passed: whether that day has passed, and no beslut has ended or prolonged it.
        parties: of an instrument, its beställare and utförare.
    """

    thing: str
    type: str
    name: str
    last_day: date
    passed: bool
    parties: tuple[str, ...]
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def days(self) -> int:
        """How many days are left; negative when it has passed."""
        return (self.last_day - self._view.day).days

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: list(_expiries(view, (self.thing,))))


def expiring(view: View, months: int = 12) -> tuple[Expiry, ...]:
    """What runs out within so many months of the day, or has run out without a beslut, in order of day."""
    horizon = in_months(view.day, months)
    found = (each for each in _expiries(view, _temporary(view)) if each.last_day <= horizon)
    return tuple(sorted(found, key=lambda each: each.last_day))


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


def _expiries(view: View, things: tuple[str, ...]) -> Iterator[Expiry]:
    account, day = view.account, view.day
    for thing in things:
        if not view.exists(thing):
            continue
        until, planned = (account.entry(attribute, thing, day) for attribute in (UNTIL, PLANNED_END))
        entry = until or planned
        if entry is None or entry[2] is None:
            continue
        last_day = entry[2] - ONE_DAY if until else entry[2]
        parties: tuple[str | None, ...] = ()
        if until:
            instrument = view.instrument(thing)
            parties = (instrument.bestallare, instrument.utforare)
        yield Expiry(
            thing=thing,
            type=account.type_of(thing) or "",
            name=account.name(thing, day),
            last_day=last_day,
            passed=last_day < day,
            parties=tuple(party for party in parties if party is not None),
            view=view,
        )
