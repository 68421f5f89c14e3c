"""The organisation on a day, as text."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import Basis, said, together
from orgmodell.projections.chart import OrgChart
from orgmodell.projections.forum import UnfilledSeat
from orgmodell.projections.namnder import Answerable
from orgmodell.projections.vacancies import Vacancy
from orgmodell.rendering.grounds import ASSUMED, grounds, star
from orgmodell.rendering.text.table import names, table, text
from orgmodell.words import same


def chart(asked: Asked, answer: OrgChart) -> str:
    """The org chart as a tree."""
    if not answer.nodes:
        return text(asked.heading(same("Organisationsplan")).sv, ["Ingen enhet finns den dagen."])
    tree = answer.to_text(asked.names)
    return text(asked.heading(same("Organisationsplan")).sv, [tree, *grounds_in_brief(asked, answer.basis)])


def grounds_in_brief(asked: Asked, basis: Basis) -> list[str]:
    """What an answer rests on when the assumed facts are listed already."""
    listed = {f"  - {said(fact)}" for fact in basis.assumed} | {ASSUMED}
    return [line for line in grounds(asked, basis) if line not in listed]


def vacancies(asked: Asked, answer: Sequence[Vacancy], seats: Sequence[UnfilledSeat] = ()) -> str:
    """The vacant befattningar, as a table; and another of the seats of forums that nobody fills."""
    rows = [
        (
            asked.called(each.befattning) + star(each.basis),
            asked.name(each.enhet),
            ("känt den " if each.at_latest else "") + swedish.day(each.since, each.stated),
            f"{'minst ' if each.at_latest else ''}{each.days}",
            names(asked, each.leads),
            asked.name(each.falls_to) if each.falls_to else swedish.NOTHING,
            "konstaterad" if each.declared else "följer av att innehavaren lämnat",
        )
        for each in answer
    ]
    heads = ("Befattning", "Enhet", "Vakant sedan", "Dagar", "Leder", "Faller på", "Vakansen är")
    basis = together([*(each.basis for each in answer), *(each.basis for each in seats)])
    return text(
        asked.heading(same("Vakanta befattningar")).sv,
        [
            table(heads, rows, "Ingen befattning är känd som vakant."),
            "",
            "En befattning som ingen är registrerad på räknas inte som vakant: innehavaren är inte känd.",
            *_unfilled(asked, seats),
            *grounds(asked, basis, starred=True),
        ],
    )


def _unfilled(asked: Asked, seats: Sequence[UnfilledSeat]) -> list[str]:
    rows = [
        (
            asked.called(each.forum) + star(each.basis),
            each.seat,
            swedish.word(each.role),
            swedish.day(each.since, each.stated),
        )
        for each in seats
    ]
    if not rows:
        return []
    return ["", "Obesatta platser", "", table(("Forum", "Plats", "Roll", "Obesatt sedan"), rows, "")]


def namnder(asked: Asked, answer: Sequence[Answerable]) -> str:
    """Which enheter answer to which nämnd, as a table."""
    rows = [
        (
            asked.called(each.enhet) + star(each.basis),
            names(asked, each.namnder) if each.namnder else swedish.MISSING,
            _through(asked, each),
        )
        for each in answer
    ]
    basis = together(each.basis for each in answer)
    return text(
        asked.heading(same("Enheter och nämnder")).sv,
        [
            table(("Enhet", "Lyder under", "Genom"), rows, "Ingen enhet finns den dagen."),
            *grounds(asked, basis, starred=True),
        ],
    )


def _through(asked: Asked, answer: Answerable) -> str:
    if answer.through is None:
        return swedish.NOTHING
    return "direkt" if answer.through == answer.enhet else asked.name(answer.through)
