"""What ties beställare to utförare, as text."""

from __future__ import annotations

from orgmodell import swedish
from orgmodell.presentations.asked import Asked
from orgmodell.rendering.text.table import Rows, things
from orgmodell.view import Instrument


def about_instrument(asked: Asked, instrument: Instrument) -> Rows:
    """What there is to say of an avtal or överenskommelse."""
    yield "Slag", swedish.kind_of(instrument.kind)
    yield "Beställare", _called(asked, instrument.bestallare)
    yield "Utförare", _called(asked, instrument.utforare)
    if instrument.regim:
        yield "Enligt", swedish.word(instrument.regim)
    yield "Gäller till och med", swedish.last_day(instrument.until)
    yield "I kraft", in_force(instrument)
    yield "Uppdrag", things(asked, instrument.uppdrag)
    if instrument.lagstod:
        yield "Lagstöd", instrument.lagstod


def in_force(instrument: Instrument) -> str:
    """Whether it is in force, in words."""
    return "ja" if instrument.in_force else "nej, tiden har gått ut"


def _called(asked: Asked, party: str | None) -> str:
    return asked.called(party) if party else swedish.MISSING
