"""What ties beställare to utförare, as text."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.projections.basis import together
from orgmodell.projections.instruments import POSSIBLE, Tie
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.table import NARROW, Rows, names, paragraph, table, text, things
from orgmodell.view import Instrument

ONLY_POSSIBLE = {"avtal": "avtal möjligt", "overenskommelse": "överenskommelse möjlig"}


def ties(asked: Asked, answer: Sequence[Tie]) -> str:
    """What ties each beställare to each utförare, as a table; and what is legally possible."""
    heads = (
        "Beställare",
        "Utförare",
        "Instrument",
        "Slag",
        "Enligt",
        "Gäller t.o.m.",
        "I kraft",
        "Uppdrag",
    )
    nothing = "Ingen utförare är knuten till någon beställare."
    basis = together(each.basis for each in answer)
    return text(
        asked.heading("Avtal och överenskommelser"),
        [
            table(heads, [_row(asked, each) for each in answer], nothing, NARROW),
            *_what_is_possible(answer),
            *grounds(asked, basis, starred=True),
        ],
    )


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


def _row(asked: Asked, tie: Tie) -> tuple[str, ...]:
    parties = _name(asked, tie.bestallare), _name(asked, tie.utforare)
    instrument = tie.instrument
    if instrument is None:
        kind = ONLY_POSSIBLE[tie.possible]
        return (*parties, swedish.MISSING + star(tie.basis), f"({kind})", *[swedish.NOTHING] * 4)
    return (
        *parties,
        asked.called(instrument.id) + star(tie.basis),
        swedish.kind_of(instrument.kind),
        swedish.word(instrument.regim) if instrument.regim else swedish.NOTHING,
        swedish.last_day(instrument.until),
        in_force(instrument),
        names(asked, instrument.uppdrag),
    )


def _what_is_possible(answer: Sequence[Tie]) -> list[str]:
    possible = {tie.possible for tie in answer}
    said = " ".join(says for kind, says in POSSIBLE.items() if kind in possible)
    return ["", paragraph(f"Möjligt enligt lag: {said}")] if said else []


def _called(asked: Asked, party: str | None) -> str:
    return asked.called(party) if party else swedish.MISSING


def _name(asked: Asked, party: str | None) -> str:
    return asked.name(party) if party else swedish.MISSING
