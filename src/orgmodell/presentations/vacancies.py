"""How it is shown what is vacant."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Cell, Column, Day, Paragraph, Part, Presentation, Row, Table
from orgmodell.projections.vacancies import UnfilledSeat, Vacancies, Vacancy
from orgmodell.words import vacancies as words
from orgmodell.words.terms import word
from orgmodell.words.values import day

COLUMNS = (
    *(Column(words.BEFATTNING, "thing"), Column(words.ENHET, "thing")),
    *(Column(words.SINCE, "day", only="reading"), Column(words.DAYS, "number", only="reading")),
    *(Column(words.SINCE, "day", only="data"), Column(words.DAYS, "number", only="data")),
    Column(words.AT_LATEST, "yes or no", only="data"),
    *(Column(words.LEADS, "things"), Column(words.FALLS_TO, "thing"), Column(words.GROUND)),
)
SEATS = (
    *(Column(words.FORUM, "thing"), Column(words.SEAT), Column(words.ROLE)),
    Column(words.UNFILLED_SINCE, "day"),
)


def vacancies(asked: Asked, answer: Vacancies) -> Presentation:
    """The vacant befattningar, and the seats of forums that nobody fills."""
    return Presentation(
        asked.heading(words.QUESTION),
        tuple(_parts(asked, answer)),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _parts(asked: Asked, answer: Vacancies) -> Iterator[Part]:
    rows = tuple(_row(asked, each) for each in answer)
    yield Table(COLUMNS, rows, words.NOTHING, name=words.QUESTION)
    yield Paragraph(words.NOT_COUNTED)
    if answer.unfilled_seats:
        seats = tuple(_seat(asked, each) for each in answer.unfilled_seats)
        yield Table(SEATS, seats, words.NOTHING, heading=words.SEATS)


def _row(asked: Asked, each: Vacancy) -> Row:
    cells: tuple[Cell, ...] = (
        asked.thing(each.befattning),
        asked.named(each.enhet),
        words.known_on(day(each.since, each.stated)) if each.at_latest else Day(each.since, each.stated),
        words.at_least(each.days) if each.at_latest else each.days,
        Day(each.since, each.stated),
        each.days,
        each.at_latest,
        asked.named_things(each.leads),
        asked.named(each.falls_to) if each.falls_to else None,
        words.DECLARED if each.declared else words.FOLLOWS,
    )
    return Row(cells, assumed=bool(each.basis.assumed))


def _seat(asked: Asked, each: UnfilledSeat) -> Row:
    cells = asked.thing(each.forum), each.seat, word(each.role), Day(each.since, each.stated)
    return Row(cells, assumed=bool(each.basis.assumed))
