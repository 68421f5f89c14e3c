"""What a thing is on a day, as text."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell import swedish
from orgmodell.changes import HeadcountStated
from orgmodell.projections.chart import vacant_since
from orgmodell.projections.portrait import (
    BefattningPortrait,
    EnhetPortrait,
    Holding,
    OrganPortrait,
    PersonPortrait,
    Portrait,
)
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds
from orgmodell.rendering.text.table import plain, text, things

Rows = Iterator[tuple[str, str]]


def portrait(asked: Asked, answer: Portrait) -> str:
    """All there is to say of one thing on a day."""
    heading = asked.heading(asked.called(answer.id))
    rows = [*_rows(asked, answer), ("Registrerade ändringar", f"{answer.happenings} (se history)")]
    return text(heading, [plain(rows), *grounds(asked, answer.basis)])


def _rows(asked: Asked, answer: Portrait) -> Rows:
    match answer:
        case EnhetPortrait():
            yield from _enhet(asked, answer)
        case BefattningPortrait():
            yield from _befattning(asked, answer)
        case OrganPortrait():
            yield from _organ(asked, answer)
        case PersonPortrait():
            yield from _person(asked, answer)


def _enhet(asked: Asked, answer: EnhetPortrait) -> Rows:
    enhet = answer.enhet
    yield "Slag", enhet.kind
    yield "Under", asked.called(enhet.parent) if enhet.parent else "ingen: överst"
    if enhet.aliases:
        yield "Kallas även", ", ".join(enhet.aliases)
    if enhet.planned_end:
        yield "Planerad sista dag", str(enhet.planned_end)
    for leader in answer.leaders:
        yield "Chef", f"{asked.called(leader.id)}: {_held(asked, leader)}"
    if not answer.leaders:
        yield "Chef", "ingen befattning leder enheten"
    yield "Lyder under", things(asked, answer.namnder) if answer.namnder else swedish.MISSING
    yield "Enheter under", things(asked, answer.children)
    yield "Befattningar", things(asked, answer.befattningar)
    yield "Antal", _headcount(answer.headcount)


def _befattning(asked: Asked, answer: BefattningPortrait) -> Rows:
    post = answer.befattning
    yield "Enhet", asked.called(post.enhet)
    yield "Leder", things(asked, post.leads)
    yield "Innehavare", _held(asked, answer)
    yield "Är chef", swedish.value(answer.is_chef)
    yield "Närmaste chef", asked.called(answer.nearest_chef) if answer.nearest_chef else swedish.NOTHING
    if answer.vacancy and answer.vacancy.falls_to:
        yield "Faller på", asked.called(answer.vacancy.falls_to)
    for what, has in (("Personalansvar", post.personalansvar), ("Budgetansvar", post.budgetansvar)):
        yield what, swedish.MISSING if has is None else swedish.value(has)
    yield "Antal", _headcount(answer.headcount)


def _organ(asked: Asked, answer: OrganPortrait) -> Rows:
    yield "Slag", swedish.word(answer.organ.kind)
    if answer.organ.part_of:
        yield "Del av", asked.called(answer.organ.part_of)
    seats = (f"{asked.name(one.person)} ({swedish.word(one.role)})" for one in answer.ledamoter)
    yield "Ledamöter", ", ".join(seats) or swedish.MISSING
    yield "Enheter under", things(asked, answer.enheter)


def _person(asked: Asked, answer: PersonPortrait) -> Rows:
    for holding in answer.holdings:
        yield "Innehar", f"{asked.called(holding.befattning)}, {_as(holding)}"
    for organ, role in answer.seats:
        yield "Sitter i", f"{asked.called(organ)} ({swedish.word(role)})"


def _held(asked: Asked, answer: BefattningPortrait) -> str:
    held = (f"{asked.name(holding.person)}, {_as(holding)}" for holding in answer.holdings)
    return "; ".join(held) or vacant_since(answer.vacancy)


def _as(holding: Holding) -> str:
    return f"{swedish.word(holding.form)} sedan {swedish.day(holding.since, holding.stated)}"


def _headcount(count: HeadcountStated | None) -> str:
    if count is None:
        return swedish.MISSING
    stated = {
        "medarbetare": count.medarbetare,
        "årsarbetare": count.arsarbetare,
        "uppdragstagare": count.uppdragstagare,
    }
    parts = (f"{swedish.number(n)} {what}" for what, n in stated.items() if n is not None)
    return ("ca " if count.approximate else "") + ", ".join(parts)
