"""What another legal person is on a day."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from orgmodell.changes.attributes import UTFORARE
from orgmodell.projections.answer import told_inside
from orgmodell.projections.show.forum import Membership, memberships
from orgmodell.view import Instrument, Utforare, View


@attrs.frozen(kw_only=True)
class UtforarePortrait:
    """Another legal person on a day.

    Attributes:
        utforare: what it is.
        instruments: the avtal with it that have not been ended.
        member_of: the forums it is a member of.
    """

    utforare: Utforare = attrs.field(metadata=told_inside())
    instruments: tuple[Instrument, ...]
    member_of: tuple[Membership, ...]


def utforare_portrait(view: View, thing: str) -> UtforarePortrait:
    """Another legal person on the day."""
    return UtforarePortrait(
        utforare=view.utforare(thing),
        instruments=tuple(_with(view, thing)),
        member_of=tuple(memberships(view, thing)),
    )


def _with(view: View, utforare: str) -> Iterator[Instrument]:
    account, day = view.account, view.day
    for instrument in account.in_enhet_ever(UTFORARE, utforare):
        if view.exists(instrument) and account.enhet_of(UTFORARE, instrument, day) == utforare:
            yield view.instrument(instrument)
