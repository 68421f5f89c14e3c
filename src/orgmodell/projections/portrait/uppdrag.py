"""What an uppdrag, a utförare, an avtal or an överenskommelse is on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import attrs

from orgmodell.changes.attributes import UTFORARE
from orgmodell.projections.portrait.forum import Membership, memberships
from orgmodell.projections.portrait.thing import ThingPortrait
from orgmodell.projections.uppdrag import Responsibility, responsibility
from orgmodell.view import Instrument, Utforare, View


@attrs.frozen(kw_only=True)
class UppdragPortrait(ThingPortrait):
    """An uppdrag on a day, and who answers for it, before and after too."""

    responsibility: Responsibility

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        return cls(
            id=thing,
            view=view,
            responsibility=responsibility(view, thing),
        )


@attrs.frozen(kw_only=True)
class UtforarePortrait(ThingPortrait):
    """Another legal person on a day.

    Attributes:
        utforare: what it is.
        instruments: the avtal with it that have not been ended.
        member_of: the forums it is a member of.
    """

    utforare: Utforare
    instruments: tuple[Instrument, ...]
    member_of: tuple[Membership, ...]

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        return cls(
            id=thing,
            view=view,
            utforare=view.utforare(thing),
            instruments=tuple(_with(view, thing)),
            member_of=tuple(memberships(view, thing)),
        )


@attrs.frozen(kw_only=True)
class InstrumentPortrait(ThingPortrait):
    """An avtal or överenskommelse on a day: its parties, what it is about, and whether it is in force."""

    instrument: Instrument

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        return cls(
            id=thing,
            view=view,
            instrument=view.instrument(thing),
        )


def _with(view: View, utforare: str) -> Iterator[Instrument]:
    account, day = view.account, view.day
    for instrument in account.in_enhet_ever(UTFORARE, utforare):
        if view.exists(instrument) and account.enhet_of(UTFORARE, instrument, day) == utforare:
            yield view.instrument(instrument)
