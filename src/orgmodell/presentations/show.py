"""How it is shown what a thing is on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from orgmodell.changes import HeadcountStated, Rad, Roll
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.chart import vacant
from orgmodell.presentations.delegationsordning import villkor
from orgmodell.presentations.forum import about_forum
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.instrument import about_instrument, in_force
from orgmodell.presentations.parts import Alert, Figure, Figures, Items, Part, Phrase, Presentation, each_day
from orgmodell.presentations.plan import deadline_of, deadlines
from orgmodell.presentations.uppdrag import about_uppdrag, source_says_too
from orgmodell.projections.forum import Meeting
from orgmodell.projections.show import (
    AbsentPortrait,
    ArendePortrait,
    AtgardPortrait,
    BefattningPortrait,
    EnhetPortrait,
    ForslagPortrait,
    HeldBefattning,
    Holding,
    Membership,
    Mention,
    OrdningPortrait,
    OrganPortrait,
    PersonPortrait,
    Portrait,
    Shown,
    ShownRow,
    UtforarePortrait,
    VidaredelegationPortrait,
)
from orgmodell.projections.uppdrag import Responsibility
from orgmodell.view import Atgard, Instrument
from orgmodell.words import Text, joined, same, with_and
from orgmodell.words import delegationsordning as words_of_ordning
from orgmodell.words import show as words
from orgmodell.words.forum import as_role
from orgmodell.words.headcount import headcount
from orgmodell.words.plan import STATES
from orgmodell.words.terms import kind_of, word
from orgmodell.words.values import MISSING, day


def show(asked: Asked, answer: Shown) -> Presentation:
    """All there is to say of one thing on a day."""
    return Presentation(
        asked.heading(same(asked.called(answer.id))),
        tuple(_parts(asked, answer)),
        grounds=grounds(asked, answer.basis),
    )


def _parts(asked: Asked, answer: Shown) -> Iterator[Part]:
    if isinstance(answer.portrait, AbsentPortrait):
        yield Items(words.ABSENT, tuple(map(_mention, answer.portrait.mentions)))
    told = (*_about(answer.portrait, asked), Figure(words.HAPPENINGS, words.happenings(answer.happenings)))
    yield Figures(told)
    yield source_says_too(answer.contradictions)


@singledispatch
def _about(portrait: Portrait, asked: Asked) -> Iterator[Figure]:
    """What there is to say of a thing of its sort."""
    raise TypeError(f"nothing is said of {type(portrait)}")


@_about.register
def _enhet(portrait: EnhetPortrait, asked: Asked) -> Iterator[Figure]:
    enhet = portrait.enhet
    yield Figure(words.KIND, enhet.kind)
    loose = words.hangs_loose(asked.called(enhet.loose_from)) if enhet.loose_from else None
    yield Figure(words.UNDER, asked.thing(enhet.parent) if enhet.parent else loose or words.AT_THE_TOP)
    if enhet.aliases:
        yield Figure(words.ALIASES, ", ".join(enhet.aliases))
    if enhet.planned_end:
        yield Figure(words.PLANNED_END, enhet.planned_end)
    for leader in portrait.leaders:
        yield Figure(words.CHEF, Phrase((f"{asked.called(leader.befattning.id)}: ", *_held(asked, leader))))
    if not portrait.leaders:
        yield Figure(words.CHEF, words.NOBODY_LEADS)
    yield Figure(words.ANSWERS_TO, asked.things(portrait.namnder) if portrait.namnder else MISSING)
    yield Figure(words.ENHETER_UNDER, asked.things(portrait.children))
    yield Figure(words.BEFATTNINGAR, asked.things(portrait.befattningar))
    yield Figure(words.COUNT, _headcount(portrait.headcount))
    if portrait.roller_through:
        own = portrait.roller_through == enhet.id
        above = same("") if own else words.through(asked.called(portrait.roller_through))
        yield Figure(words.ROLLER, _roller(portrait.roller) + above)
    yield from _uppdrag_and_forums(asked, portrait)


@_about.register
def _befattning(portrait: BefattningPortrait, asked: Asked) -> Iterator[Figure]:
    held, post = portrait.post, portrait.post.befattning
    yield Figure(words.ENHET, asked.thing(post.enhet))
    yield Figure(words.LEADS, asked.things(post.leads))
    yield Figure(words.HOLDERS, Phrase(tuple(_held(asked, held))))
    yield Figure(words.IS_CHEF, held.is_chef)
    yield Figure(words.NEAREST_CHEF, asked.thing(held.nearest_chef) if held.nearest_chef else None)
    if held.vacancy and held.vacancy.falls_to:
        yield Figure(words.FALLS_TO, asked.thing(held.vacancy.falls_to))
    yield Figure(words.PERSONALANSVAR, MISSING if post.personalansvar is None else post.personalansvar)
    yield Figure(words.BUDGETANSVAR, MISSING if post.budgetansvar is None else post.budgetansvar)
    yield Figure(words.COUNT, _headcount(held.headcount))
    yield from _member_of(asked, portrait.member_of)
    for atgard in portrait.to_do:
        yield Figure(words.TO_DO, _with_deadlines(asked, atgard))
    if portrait.deputy:
        yield Figure(words.DEPUTY, asked.thing(portrait.deputy))
    yield from _rights(asked, portrait)


@_about.register
def _organ(portrait: OrganPortrait, asked: Asked) -> Iterator[Figure]:
    yield Figure(words.KIND, word(portrait.organ.kind))
    if portrait.organ.part_of:
        yield Figure(words.PART_OF, asked.thing(portrait.organ.part_of))
    seats = [words.of_kind(same(asked.name(each.person)), each.role) for each in portrait.ledamoter]
    yield Figure(words.LEDAMOTER, joined(seats) if seats else MISSING)
    yield Figure(words.ENHETER_UNDER, asked.things(portrait.enheter))
    if portrait.roller:
        yield Figure(words.ROLLER, _roller(portrait.roller))
    if portrait.reglemente is not None:
        yield Figure(words.OMRADEN, ", ".join(portrait.reglemente) or None)
    if portrait.ordning:
        yield Figure(words.ORDNING, asked.thing(portrait.ordning))
    yield from _uppdrag_and_forums(asked, portrait)


@_about.register
def _person(portrait: PersonPortrait, asked: Asked) -> Iterator[Figure]:
    for holding in portrait.holdings:
        yield Figure(words.HOLDS, joined((asked.called(holding.befattning), _as(holding))))
    for organ, role in portrait.seats:
        yield Figure(words.SITS_IN, words.of_kind(same(asked.called(organ)), role))
    yield from _member_of(asked, portrait.member_of)
    for forslag in portrait.forslag:
        yield Figure(words.HAS_PROPOSED, joined((asked.called(forslag.id), word(forslag.state))))


@_about.register
def _uppdrag(portrait: Responsibility, asked: Asked) -> Iterator[Figure]:
    yield Figure(words.KIND, kind_of("uppdrag"))
    yield from about_uppdrag(asked, portrait)


@_about.register
def _utforare(portrait: UtforarePortrait, asked: Asked) -> Iterator[Figure]:
    yield Figure(words.KIND, words.of_kind(words.UTFORARE, portrait.utforare.kind))
    for each in portrait.instruments:
        says = words.instrument(asked.called(each.id), each.until), in_force(each)
        yield Figure(words.instrument_kind(each.kind), Phrase(says))
    if not portrait.instruments:
        yield Figure(words.AVTAL, MISSING)
    yield from _member_of(asked, portrait.member_of)


@_about.register
def _instrument(portrait: Instrument, asked: Asked) -> Iterator[Figure]:
    yield from about_instrument(asked, portrait)


@_about.register
def _forum(portrait: Meeting, asked: Asked) -> Iterator[Figure]:
    yield from about_forum(asked, portrait)


@_about.register
def _atgard(portrait: AtgardPortrait, asked: Asked) -> Iterator[Figure]:
    atgard = portrait.atgard
    yield Figure(words.KIND, kind_of("atgard"))
    yield Figure(words.STATE, words.settled(atgard.state, atgard.outcome))
    yield Figure(words.DEADLINE, deadline_of(atgard))
    if atgard.met:
        yield Figure(words.MET, each_day(atgard.met))
    yield Figure(words.ANSVARIG, asked.things(atgard.ansvariga))
    yield Figure(words.BESLUTANDE, asked.things(atgard.beslutande))
    waits_for = {each.id: each for each in portrait.waits_for}
    for other in atgard.depends_on:
        known = waits_for.get(other)
        yield Figure(words.WAITS_FOR, _with_state(asked, known) if known else asked.thing(other))
    for waiting in portrait.holds_up:
        yield Figure(words.WAITED_FOR_BY, _with_state(asked, waiting))
    yield from _concerns(asked, atgard.concerns, portrait.absent)


@_about.register
def _forslag(portrait: ForslagPortrait, asked: Asked) -> Iterator[Figure]:
    forslag = portrait.forslag
    yield Figure(words.KIND, kind_of("forslag"))
    yield Figure(words.STATE, words.settled(forslag.state, forslag.says))
    yield Figure(words.MADE_BY, asked.thing(forslag.made_by) if forslag.made_by else MISSING)
    yield from _concerns(asked, forslag.concerns, portrait.absent)
    if forslag.alternative:
        yield Figure(words.ALTERNATIVE, forslag.alternative)


@_about.register
def _arende(portrait: ArendePortrait, asked: Asked) -> Iterator[Figure]:
    arende, reserved = portrait.arende, portrait.reserved
    yield Figure(words.KIND, kind_of("arende"))
    yield Figure(words.OMRADE, arende.omrade or MISSING)
    yield Figure(words.LAGRUM, arende.lagrum)
    if reserved:
        yield Figure(words.RESERVED, words.forbidden(reserved.says, reserved.lagrum))
    for row in portrait.rader:
        whom = ", ".join(map(asked.called, row.rad.delegat) if row.rad.delegat else row.rad.whom)
        yield Figure(words.DELEGATE, _in_row(asked, whom, row))
    if not portrait.rader and not reserved:
        yield Figure(words.DELEGATE, words.NO_ROW_ABOUT_IT)


@_about.register
def _ordning(portrait: OrdningPortrait, asked: Asked) -> Iterator[Figure]:
    yield Figure(words.KIND, kind_of("delegationsordning"))
    yield Figure(words.NAMND, asked.thing(portrait.namnd))
    yield Figure(words_of_ordning.DNR, portrait.dnr or MISSING)
    yield Figure(words_of_ordning.SINCE, portrait.since)
    yield Figure(words_of_ordning.REPLACES, asked.thing(portrait.replaces) if portrait.replaces else None)
    yield Figure(words.ROWS, words.rows(len(portrait.rader)))
    yield Figure(words.VIDAREDELEGATIONER, len(portrait.vidaredelegationer))


@_about.register
def _vidaredelegation(portrait: VidaredelegationPortrait, asked: Asked) -> Iterator[Figure]:
    given = portrait.given
    yield Figure(words.KIND, kind_of("vidaredelegation"))
    yield Figure(words.TO, asked.thing(given.to) if given.to else given.to_typ)
    yield Figure(words.ORDNING, asked.thing(given.ordning))
    yield Figure(words.ROW, joined((given.nummer, _row_now(asked, portrait))))
    if given.belopp is not None:
        yield Figure(words.BELOPP, words_of_ordning.up_to(given.belopp))
    if given.villkor is not None:
        yield Figure(words.VILLKOR, given.villkor)
    if given.enhet is not None:
        there = portrait.enhet_there is not False
        yield Figure(words.ENHET, words_of_ordning.only(asked.name(given.enhet), there))


@_about.register
def _absent(portrait: AbsentPortrait, asked: Asked) -> Iterator[Figure]:
    yield from ()


# What more than one sort of thing has


def _uppdrag_and_forums(asked: Asked, portrait: EnhetPortrait | OrganPortrait) -> Iterator[Figure]:
    """What only some enheter and organ have."""
    if portrait.uppdrag:
        yield Figure(words.UPPDRAG, asked.things(portrait.uppdrag))
    if portrait.forums:
        yield Figure(words.FORUMS, asked.things(portrait.forums))
    yield from _member_of(asked, portrait.member_of)


def _member_of(asked: Asked, member_of: Iterable[Membership]) -> Iterator[Figure]:
    for forum, role in member_of:
        yield Figure(words.MEMBER_OF, as_role(asked.called(forum), role))


def _concerns(asked: Asked, things: Iterable[str], absent: Sequence[str]) -> Iterator[Figure]:
    """What an åtgärd or förslag is about, and whether it exists."""
    for thing in things:
        called = asked.called(thing)
        yield Figure(words.CONCERNS, called + words.NOT_THERE if thing in absent else asked.thing(thing))


def _roller(given: Iterable[Roll]) -> Text:
    return joined(map(word, given))


def _headcount(count: HeadcountStated | None) -> Text:
    return MISSING if count is None else headcount(count)


def _mention(each: Mention) -> Text:
    return words.mention(each.type, each.thing, each.name, each.status, each.outcome, each.says)


# Who holds a befattning, and what comes with it


def _held(asked: Asked, post: HeldBefattning) -> Sequence[Text | Alert]:
    """Who holds a befattning, in which form and since when; or that it is vacant, or not recorded."""
    held = (joined((asked.name(each.person), _as(each))) for each in post.holdings)
    return (joined(held, "; "),) if post.holdings else (vacant(post.vacancy),)


def _as(holding: Holding) -> Text:
    return words.held_as(holding.form, day(holding.since, holding.stated), holding.until)


def _rights(asked: Asked, portrait: BefattningPortrait) -> Iterator[Figure]:
    """What a befattning may decide, as delegate, as ersättare, and by vidaredelegation."""
    for row in portrait.rader:
        is_delegate = portrait.post.befattning.id in row.rad.delegat
        what = words.DELEGATE if is_delegate else words.ERSATTARE
        yield Figure(what, _in_row(asked, asked.called(row.rad.arende), row))
    for given in portrait.passed_on:
        what = words.in_row(same(given.vidaredelegation), given.nummer, asked.called(given.ordning))
        yield Figure(words.VIDAREDELEGAT, what)


def _in_row(asked: Asked, what: str, row: ShownRow) -> Text:
    """Something, with what has to be observed, and in which row it stands."""
    limited = joined((what, *villkor(asked, row.rad, row.enhet_there)))
    return words.in_row(limited, row.rad.nummer, asked.called(row.rad.ordning))


def _row_now(asked: Asked, portrait: VidaredelegationPortrait) -> Text:
    """The matters that are passed on, or why it dangles."""
    rader, meant = [row.rad for row in portrait.rader], {row.arende for row in portrait.meant}
    now = [row for row in rader if row.arende in meant]
    if not rader:
        return words.NO_SUCH_ROW
    if not now:
        return words.renumbered(_matters(asked, rader), _matters(asked, portrait.meant))
    if let := [row for row in now if row.far_vidaredelegeras]:
        return _matters(asked, let)
    return words.no_longer(_matters(asked, now))


def _matters(asked: Asked, rows: Iterable[Rad]) -> Text:
    return with_and(dict.fromkeys(asked.called(row.arende) for row in rows))


# Åtgärder


def _with_deadlines(asked: Asked, atgard: Atgard) -> Text:
    """An åtgärd by name, id and deadlines."""
    return joined((asked.called(atgard.id), deadlines(atgard)))


def _with_state(asked: Asked, atgard: Atgard) -> Text:
    return joined((_with_deadlines(asked, atgard), STATES[atgard.state]))
