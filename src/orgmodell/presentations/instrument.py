"""How avtal and överenskommelser are shown."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Figure,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
    through,
)
from orgmodell.projections.instrument import Tie, Ties
from orgmodell.view import Instrument
from orgmodell.words import Text, joined
from orgmodell.words import instrument as words
from orgmodell.words.terms import kind_of, word
from orgmodell.words.values import MISSING

COLUMNS = (
    *(Column(words.BESTALLARE, "thing"), Column(words.UTFORARE, "thing"), Column(words.INSTRUMENT, "thing")),
    *(Column(words.KIND), Column(words.REGIM), Column(words.UNTIL, "day"), Column(words.IN_FORCE)),
    Column(words.UPPDRAG, "things"),
)


def ties(asked: Asked, answer: Ties) -> Presentation:
    """What ties each beställare to each utförare; and what is legally possible."""
    rows = tuple(_row(asked, each) for each in answer)
    table = Table(COLUMNS, rows, words.NOTHING, name=words.QUESTION)
    return Presentation(
        asked.heading(words.QUESTION),
        (table, *_what_is_possible(answer)),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def about_instrument(asked: Asked, instrument: Instrument) -> Iterator[Figure]:
    """What there is to say of an avtal or överenskommelse."""
    yield Figure(words.KIND, kind_of(instrument.kind))
    yield Figure(words.BESTALLARE, asked.thing(instrument.bestallare) if instrument.bestallare else MISSING)
    yield Figure(words.UTFORARE, asked.thing(instrument.utforare) if instrument.utforare else MISSING)
    if instrument.regim:
        yield Figure(words.REGIM, word(instrument.regim))
    yield Figure(words.THROUGH, through(instrument.until))
    yield Figure(words.IN_FORCE, in_force(instrument))
    yield Figure(words.UPPDRAG, asked.things(instrument.uppdrag))
    if instrument.lagstod:
        yield Figure(words.LAGSTOD, instrument.lagstod)


def in_force(instrument: Instrument) -> Text | Alert:
    """Whether it is in force, in words."""
    return words.YES if instrument.in_force else Alert(words.RUN_OUT)


def _row(asked: Asked, tie: Tie) -> Row:
    parties = _party(asked, tie.bestallare), _party(asked, tie.utforare)
    cells = (*parties, *_instrument(asked, tie, tie.instrument))
    return Row(cells, assumed=bool(tie.basis.assumed))


def _instrument(asked: Asked, tie: Tie, instrument: Instrument | None) -> tuple[Cell, ...]:
    if instrument is None:
        return MISSING, words.ONLY_POSSIBLE[tie.possible], None, None, None, None
    return (
        asked.thing(instrument.id),
        kind_of(instrument.kind),
        word(instrument.regim) if instrument.regim else None,
        through(instrument.until),
        in_force(instrument),
        asked.named_things(instrument.uppdrag),
    )


def _what_is_possible(answer: Ties) -> tuple[Part, ...]:
    possible = {tie.possible for tie in answer}
    said = [says for kind, says in words.POSSIBLE.items() if kind in possible]
    return (Paragraph(words.possible(joined(said, " "))),) if said else ()


def _party(asked: Asked, party: str | None) -> Cell:
    return asked.named(party) if party else MISSING
