"""What a thing is on a day, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgmodell import swedish
from orgmodell.changes import HeadcountStated
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.chart import vacant
from orgmodell.presentations.parts import Alert
from orgmodell.projections.portrait import (
    AbsentPortrait,
    ArendePortrait,
    AtgardPortrait,
    BefattningPortrait,
    EnhetPortrait,
    ForslagPortrait,
    ForumPortrait,
    Holding,
    InstrumentPortrait,
    Membership,
    Mention,
    OrdningPortrait,
    OrganPortrait,
    PersonPortrait,
    Portrait,
    UppdragPortrait,
    UtforarePortrait,
    VidaredelegationPortrait,
)
from orgmodell.projections.vacancies import Vacancy
from orgmodell.rendering.grounds import grounds
from orgmodell.rendering.text.delegation import about_arende, about_ordning, about_vidaredelegation, rights_of
from orgmodell.rendering.text.forums import about_forum, as_role
from orgmodell.rendering.text.instruments import about_instrument, in_force
from orgmodell.rendering.text.plan import about_atgard, about_forslag, with_deadlines
from orgmodell.rendering.text.roller import words
from orgmodell.rendering.text.table import Rows, plain, text, things
from orgmodell.rendering.text.uppdrag import about_uppdrag, said_too
from orgmodell.words import same
from orgmodell.words.headcount import headcount


def portrait(asked: Asked, answer: Portrait) -> str:
    """All there is to say of one thing on a day."""
    heading = asked.heading(same(asked.called(answer.id))).sv
    return text(
        heading,
        [
            *(_absent(answer) if isinstance(answer, AbsentPortrait) else ()),
            plain([*_rows(asked, answer), ("Registrerade ändringar", f"{answer.happenings} (se history)")]),
            *said_too(answer.contradictions),
            *grounds(asked, answer.basis),
        ],
    )


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
        case UppdragPortrait():
            yield "Slag", "uppdrag"
            yield from about_uppdrag(asked, answer.responsibility)
        case UtforarePortrait():
            yield from _utforare(asked, answer)
        case InstrumentPortrait():
            yield from about_instrument(asked, answer.instrument)
        case ForumPortrait():
            yield from about_forum(asked, answer.meeting)
        case AtgardPortrait():
            yield "Slag", "åtgärd"
            yield from about_atgard(asked, answer)
        case ForslagPortrait():
            yield "Slag", "förslag"
            yield from about_forslag(asked, answer.forslag)
        case ArendePortrait():
            yield "Slag", "ärende"
            yield from about_arende(asked, answer)
        case OrdningPortrait():
            yield "Slag", "delegationsordning"
            yield from about_ordning(asked, answer)
        case VidaredelegationPortrait():
            yield "Slag", "vidaredelegation"
            yield from about_vidaredelegation(asked, answer)
        case AbsentPortrait():
            return


def _enhet(asked: Asked, answer: EnhetPortrait) -> Rows:
    enhet = answer.enhet
    yield "Slag", enhet.kind
    loose = f"hänger löst: lagd under {asked.called(enhet.loose_from)}" if enhet.loose_from else None
    yield "Under", asked.called(enhet.parent) if enhet.parent else loose or "ingen: överst"
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
    if answer.roller_through:
        own = answer.roller_through == enhet.id
        through = "" if own else f", genom {asked.called(answer.roller_through)}"
        yield "Roller", words(answer.roller) + through
    yield from _uppdrag_and_forums(asked, answer.uppdrag, answer.forums, answer.member_of)


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
    yield from _member_of(asked, answer.member_of)
    for atgard in answer.to_do:
        yield "Ansvarig för åtgärd", with_deadlines(asked, atgard)
    if answer.deputy:
        yield "Ställföreträdare", asked.called(answer.deputy)
    yield from rights_of(asked, answer)


def _organ(asked: Asked, answer: OrganPortrait) -> Rows:
    yield "Slag", swedish.word(answer.organ.kind)
    if answer.organ.part_of:
        yield "Del av", asked.called(answer.organ.part_of)
    seats = (f"{asked.name(one.person)} ({swedish.word(one.role)})" for one in answer.ledamoter)
    yield "Ledamöter", ", ".join(seats) or swedish.MISSING
    yield "Enheter under", things(asked, answer.enheter)
    if answer.roller:
        yield "Roller", words(answer.roller)
    if answer.reglemente is not None:
        yield "Verksamhetsområden", ", ".join(answer.reglemente) or swedish.NOTHING
    if answer.ordning:
        yield "Delegationsordning", asked.called(answer.ordning)
    yield from _uppdrag_and_forums(asked, answer.uppdrag, answer.forums, answer.member_of)


def _person(asked: Asked, answer: PersonPortrait) -> Rows:
    for holding in answer.holdings:
        yield "Innehar", f"{asked.called(holding.befattning)}, {_as(holding)}"
    for organ, role in answer.seats:
        yield "Sitter i", f"{asked.called(organ)} ({swedish.word(role)})"
    yield from _member_of(asked, answer.member_of)
    for forslag in answer.forslag:
        yield "Har föreslagit", f"{asked.called(forslag.id)}, {swedish.word(forslag.state)}"


def _utforare(asked: Asked, answer: UtforarePortrait) -> Rows:
    yield "Slag", f"utförare ({swedish.word(answer.utforare.kind)})"
    for instrument in answer.instruments:
        kind = swedish.kind_of(instrument.kind).capitalize()
        until = "gäller till och med " if instrument.until else ""
        ends = until + swedish.last_day(instrument.until)
        yield kind, f"{asked.called(instrument.id)}, {ends}, i kraft: {in_force(instrument)}"
    if not answer.instruments:
        yield "Avtal", swedish.MISSING
    yield from _member_of(asked, answer.member_of)


def _uppdrag_and_forums(
    asked: Asked, uppdrag: Sequence[str], forums: Sequence[str], member_of: Iterable[Membership]
) -> Rows:
    """What only some enheter and organ have."""
    if uppdrag:
        yield "Uppdrag", things(asked, uppdrag)
    if forums:
        yield "Forum", things(asked, forums)
    yield from _member_of(asked, member_of)


def _member_of(asked: Asked, member_of: Iterable[Membership]) -> Rows:
    for forum, role in member_of:
        yield "Medlem i", as_role(asked.called(forum), role)


def _absent(answer: AbsentPortrait) -> list[str]:
    """That a thing is not there, and what plans or proposes it."""
    return [
        "Finns inte den dagen: inget beslut har inrättat något med den beteckningen. Nämns i:",
        *(f"  - {_mention(each)}" for each in answer.mentions),
        "",
    ]


def _mention(each: Mention) -> str:
    outcome = f" ({swedish.word(each.outcome)})" if each.outcome else ""
    says = f": {each.says}" if each.says else ""
    return f"{swedish.kind_of(each.type)} {each.thing}, {each.name}, läge: {each.status}{outcome}{says}"


def _held(asked: Asked, answer: BefattningPortrait) -> str:
    held = (f"{asked.name(holding.person)}, {_as(holding)}" for holding in answer.holdings)
    return "; ".join(held) or _vacant(answer.vacancy)


def _vacant(vacancy: Vacancy | None) -> str:
    told = vacant(vacancy)
    return told.text.sv if isinstance(told, Alert) else told.sv


def _as(holding: Holding) -> str:
    until = f" t.o.m. {swedish.last_day(holding.until)}" if holding.until is not None else ""
    return f"{swedish.word(holding.form)} sedan {swedish.day(holding.since, holding.stated)}{until}"


def _headcount(count: HeadcountStated | None) -> str:
    return swedish.MISSING if count is None else headcount(count).sv
