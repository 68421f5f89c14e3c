"""How kontrollspann is shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Figure,
    Figures,
    Number,
    Presentation,
    Row,
    Table,
)
from orgmodell.projections.kontrollspann import EveryKontrollspann, Kontrollspann
from orgmodell.words import Text
from orgmodell.words import kontrollspann as words
from orgmodell.words.values import MISSING


def kontrollspann(asked: Asked, answer: Kontrollspann) -> Presentation:
    """How many one chef leads."""
    figures = [
        Figure(words.LEADS, asked.things(answer.enheter)),
        Figure(words.DIRECT, _counted(answer.direct_chefer)),
        Figure(words.FIRST_LINE, _first_line(answer)),
        *([Figure(words.UNLED, asked.things(answer.unled))] if answer.unled else ()),
        Figure(words.MEDARBETARE, _stated(answer, answer.medarbetare)),
        Figure(words.ARSARBETARE, _stated(answer, answer.arsarbetare)),
        Figure(words.UPPDRAGSTAGARE, _stated(answer, answer.uppdragstagare)),
        Figure(words.MEDARBETARE_PER_CHEF, _average(answer.medarbetare_per_chef)),
        Figure(words.ARSARBETARE_PER_CHEF, _average(answer.arsarbetare_per_chef)),
        Figure(words.MED_UPPDRAGSTAGARE_PER_CHEF, _average(answer.med_uppdragstagare_per_chef)),
        Figure(words.riktmarke_per_chef(answer.riktmarke), _kept(answer.over_riktmarke)),
    ]
    return Presentation(
        asked.heading(words.of(asked.called(answer.befattning))),
        (Figures(tuple(figures)),),
        counting_rule=answer.counting_rule,
        grounds=grounds(asked, answer.basis),
    )


def every_kontrollspann(asked: Asked, answer: EveryKontrollspann) -> Presentation:
    """How many each chef leads, as a table."""
    columns = (
        Column(words.CHEF, "thing"),
        Column(words.NARROW["direct"], "number"),
        Column(words.NARROW["first line"], "number"),
        Column(words.MEDARBETARE, "number"),
        Column(words.NARROW["medarbetare"], "number"),
        Column(words.NARROW["arsarbetare"], "number"),
        Column(words.NARROW["uppdragstagare"], "number"),
        Column(words.riktmarke(answer.riktmarke)),
    )
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.QUESTION),
        (Table(columns, rows, words.NOBODY, name=words.QUESTION),),
        counting_rule=answer.counting_rule,
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _row(asked: Asked, each: Kontrollspann) -> Row:
    cells: tuple[Cell, ...] = (
        asked.thing(each.befattning),
        len(each.direct_chefer),
        len(each.first_line),
        _stated(each, each.medarbetare),
        _average(each.medarbetare_per_chef),
        _average(each.arsarbetare_per_chef),
        _average(each.med_uppdragstagare_per_chef),
        _kept(each.over_riktmarke),
    )
    return Row(cells, assumed=bool(each.basis.assumed))


def _counted(ids: tuple[str, ...]) -> str | int:
    return f"{len(ids)}: {', '.join(ids)}" if ids else 0


def _first_line(answer: Kontrollspann) -> Cell:
    itself = answer.first_line == (answer.befattning,)
    return words.ITSELF if itself else len(answer.first_line)


def _stated(answer: Kontrollspann, number: float | None) -> Number:
    return Number(number, approximate=answer.approximate)


def _average(number: float | None) -> Number:
    return Number(number, decimals=1)


def _kept(over: bool | None) -> Text | Alert:
    return MISSING if over is None else Alert(words.EXCEEDED) if over else words.KEPT
