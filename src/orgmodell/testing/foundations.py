"""The first beslut of a random organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs
from hypothesis import strategies as st

from orgmodell.changes import (
    ArendeDefined,
    AtgardPlanned,
    AvtalConcluded,
    BefattningCreated,
    Beslut,
    Change,
    DelegationGranted,
    DelegationsordningAdopted,
    EnhetCreated,
    EnheterMerged,
    EnhetPlacedUnderNamnd,
    ForslagMade,
    ForumCreated,
    ForumMemberAdded,
    ForumSeatsAdded,
    HolderAppointed,
    LeadershipAssigned,
    LedamotElected,
    OrganCreated,
    OverenskommelseMade,
    ReglementeAdopted,
    RelationEstablished,
    ReportingChanged,
    RollAssigned,
    UppdragCreated,
    UtforareRegistered,
    VacancyDeclared,
    VidaredelegationGranted,
)
from orgmodell.organisation import MemoryLog, Organisation
from orgmodell.testing.drawing import SUBJECTS, Subject
from orgmodell.testing.drawing.enheter import KINDS
from orgmodell.testing.pools import (
    ARENDEN,
    DAYS,
    DECIDED,
    ENHETER,
    LAW,
    NUMMER,
    OMRADEN,
    ORDNINGAR,
    PERSONS,
    POSTS,
    RADER,
    TITLAR,
)


def foundations(subjects: Collection[Subject] = SUBJECTS) -> st.SearchStrategy[Beslut]:
    """The first beslut: fullmäktige and a styrelse, a few enheter and, at times, a chain of mergers to come.

    Every other time, too, there are uppdrag, avtal, forums, plans and a delegationsordning from the start.

    Args:
        subjects: which of these there may be.
    """
    return _foundations(frozenset(subjects))


@st.composite
def _foundations(draw: st.DrawFn, subjects: frozenset[Subject]) -> Beslut:
    changes: list[Change] = [
        OrganCreated("kf", name="Fullmäktige", kind="fullmaktige"),
        OrganCreated("ks", name="Styrelsen", kind="styrelse"),
        EnhetCreated(ENHETER[0], name=ENHETER[0].title(), kind=KINDS[0]),
    ]
    enheter = [ENHETER[0]]
    for post in POSTS[:5]:
        changes += draw(_one_more(post, enheter))
    if len(enheter) > 2 and draw(st.booleans()):
        top, middle, low = enheter[:3]
        changes.append(EnheterMerged([low], into=middle, effective=DAYS[-4]))
        changes.append(EnheterMerged([middle], into=top, effective=DAYS[-3]))
    for subject in ("utforare", "uppdrag", "forum", "atgarder", "delegation"):
        if subject in subjects:
            changes += draw(_already_begun(subject, enheter))
    passed_on = any(isinstance(change, VidaredelegationGranted) for change in changes)
    return Beslut(
        id="KF § 0",
        decided=DECIDED[0],
        decided_by="forvaltningschef" if passed_on else draw(st.sampled_from((None, "kf"))),
        effective=DAYS[0],
        changes=tuple(changes),
    )


@st.composite
def _one_more(draw: st.DrawFn, post: str, enheter: list[str]) -> list[Change]:
    """An enhet and, in it, a befattning that may lead it; or, simplest, neither."""
    if not draw(st.sampled_from((False, True, True, True))):
        return []
    enhet, parent = ENHETER[len(enheter)], draw(st.sampled_from((None, *enheter)))
    enheter.append(enhet)
    create = EnhetCreated(enhet, name=enhet.title(), kind=draw(st.sampled_from(KINDS)), parent=parent)
    leads = draw(st.sampled_from((None, (), (enhet,), None)))
    if leads is None:
        return [create]
    return [create, BefattningCreated(post, title=post.title(), enhet=enhet, leads=leads)]


@st.composite
def _already_begun(draw: st.DrawFn, subject: str, enheter: Sequence[str]) -> list[Change]:
    """What may be under way in some enheter, of a subject; or nothing."""
    if not draw(st.booleans()):
        return []
    begun = _begun(draw(st.sampled_from(enheter)), draw(st.sampled_from(enheter)))
    return next(changes for of, changes in begun if of == subject)


def _begun(one: str, two: str) -> Iterable[tuple[Subject, list[Change]]]:
    """Changes that belong together."""
    yield (
        "utforare",
        [
            UppdragCreated("tillsyn", name="Tillsyn", ansvarig=one, myndighetsutovning=True),
            UtforareRegistered("vardbolaget", name="Vårdbolaget AB", kind="bolag"),
            AvtalConcluded(
                "avtal-1",
                name="Tillsynsavtalet",
                bestallare=two,
                utforare="vardbolaget",
                regim="LOU",
                until=DAYS[-5],
                uppdrag=["tillsyn"],
                lagstod=LAW,
            ),
        ],
    )
    yield (
        "uppdrag",
        [
            UppdragCreated("bistand", name="Bistånd", ansvarig="ks"),
            OverenskommelseMade(
                "egen-regi", name="Egen regi", bestallare="ks", utforare=two, uppdrag=["bistand"]
            ),
        ],
    )
    yield (
        "forum",
        [
            ForumCreated("ledningsgrupp", name="Ledningsgruppen", part_of=one, frequency="varje vecka"),
            ForumSeatsAdded("ledningsgrupp", seats=["plats-1"]),
            ForumMemberAdded("ledningsgrupp", member="ks", role="ordforande"),
            RelationEstablished("ledningsgrupp", kind="foljer upp", to=two),
            RollAssigned(one, roll="utforare"),
        ],
    )
    yield (
        "atgarder",
        [
            AtgardPlanned("utreda", name="Utreda", deadlines=DAYS[-4:-1], ansvariga=[one], beslutande=["ks"]),
            AtgardPlanned("flytta", name="Flytta", ansvariga=[two], depends_on=["utreda", "ks"]),
            ForslagMade("motion", name="Motionen", made_by="p-1", concerns=["flytta"], alternative="Delad"),
        ],
    )
    yield (
        "delegation",
        [
            EnhetCreated("forvaltningen", name="Förvaltningen", kind="avdelning"),
            BefattningCreated(
                "forvaltningschef", title="Förvaltningschef", enhet="forvaltningen", leads=["forvaltningen"]
            ),
            HolderAppointed("forvaltningschef", person="p-3"),
            EnhetPlacedUnderNamnd("forvaltningen", namnd="ks"),
            LedamotElected("ks", person="p-2", role="ordforande"),
            ReglementeAdopted("ks", omraden=OMRADEN),
            ArendeDefined("bygglov", name="Bygglov", omrade="bygg"),
            DelegationsordningAdopted("ordning-1", namnd="ks", name="Delegationsordningen"),
            DelegationGranted(
                "ordning-1",
                rad="rad-1",
                nummer="1.1",
                arende="bygglov",
                delegat=["forvaltningschef"],
                far_vidaredelegeras=True,
            ),
            VidaredelegationGranted("vidare-1", ordning="ordning-1", nummer="1.1", to_typ="handläggare"),
        ],
    )


@st.composite
def towns(draw: st.DrawFn) -> Beslut:
    """The first beslut of an organisation that is manned and delegates, so that a few drafts get far.

    A befattning may lead several branches, and enheter inside each other; two may share in leading one.
    Some are held, some vacant, some neither; some report by decision. Two nämnder have enheter and a
    delegationsordning each, whose rows name befattningar or titles.
    """
    enheter = ENHETER[: draw(st.integers(5, 8))]
    leaders = {enhet: draw(st.sampled_from((*POSTS[:6], None))) for enhet in enheter}
    town = Beslut(
        id="KF § 0",
        decided=DECIDED[0],
        decided_by=draw(st.sampled_from((None, None, "kommundirektoren"))),
        effective=DAYS[0],
        changes=(
            OrganCreated("kf", name="Fullmäktige", kind="fullmaktige"),
            OrganCreated("ks", name="Styrelsen", kind="styrelse"),
            *_tree(draw, enheter),
            *_manned(draw, leaders),
            ArendeDefined("bygglov", name="Bygglov"),
            ArendeDefined("skolskjuts", name="Skolskjuts", omrade="skola"),
            *_namnd_with_ordning(draw, leaders, "son", ORDNINGAR[0], RADER[:2]),
            *_namnd_with_ordning(draw, leaders, "bun", ORDNINGAR[1], RADER[2:]),
        ),
    )
    return _in_no_ring(town)


def _in_no_ring(town: Beslut) -> Beslut:
    """The same, without the reports by which somebody would report to themselves."""
    reports = [change for change in town.changes if isinstance(change, ReportingChanged)]
    town = attrs.evolve(town, changes=tuple(change for change in town.changes if change not in reports))
    for report in reports:
        more = attrs.evolve(town, changes=(*town.changes, report))
        if not any(each.rule == "R05" for each in Organisation("staden", MemoryLog()).violations(more)):
            town = more
    return town


def _tree(draw: st.DrawFn, enheter: Sequence[str]) -> Iterable[Change]:
    for number, enhet in enumerate(enheter):
        above = enheter[max(0, number - 3) : number]
        parent = draw(st.sampled_from(above)) if above else None
        yield EnhetCreated(enhet, name=enhet.title(), kind="avdelning", parent=parent)


def _manned(draw: st.DrawFn, leaders: Mapping[str, str | None]) -> Iterable[Change]:
    shared = draw(st.sampled_from((None, *(enhet for enhet in leaders if leaders[enhet] is not None))))
    first = leaders[shared] if shared else None
    for number, post in enumerate(POSTS):
        led = tuple(enhet for enhet, leader in leaders.items() if leader == post)
        yield BefattningCreated(
            post,
            title=draw(st.sampled_from(("Avdelningschef", "Handläggare"))),
            enhet=draw(st.sampled_from((*led, *led, *leaders))),
            leads=led,
            personalansvar=draw(st.sampled_from((None, None, None, True, False))),
            budgetansvar=draw(st.sampled_from((None, True))),
        )
        ways = ("unknown", "ordinarie") if post == first else ("ordinarie", "tf", "both", "vacant", "unknown")
        held = draw(st.sampled_from(ways))
        yield from _held(draw, post, held)
        if number and draw(st.sampled_from((True, held == "vacant", False))):
            yield ReportingChanged(post, to=draw(st.sampled_from(POSTS[:number])))
    if shared is not None and first is not None:
        for post in (first, draw(st.sampled_from([post for post in POSTS if post != first]))):
            yield LeadershipAssigned(post, enhet=shared, samledarskap="var sin halva")


def _held(draw: st.DrawFn, post: str, held: str) -> Iterable[Change]:
    person = draw(st.sampled_from(PERSONS))
    if held in ("ordinarie", "both"):
        yield HolderAppointed(post, person=person)
    if held in ("tf", "both"):
        yield HolderAppointed(post, person=draw(st.sampled_from(PERSONS)), form="tf")
    if held == "vacant":
        yield VacancyDeclared(post)


def _namnd_with_ordning(
    draw: st.DrawFn, leaders: Mapping[str, str | None], namnd: str, ordning: str, rader: Iterable[str]
) -> Iterable[Change]:
    yield OrganCreated(namnd, name=namnd.upper(), kind="namnd")
    placed = dict.fromkeys(draw(st.lists(st.sampled_from(tuple(leaders)), min_size=1, max_size=2)))
    chefer = [leader for enhet in placed if (leader := leaders[enhet]) is not None]
    for enhet in placed:
        yield EnhetPlacedUnderNamnd(enhet, namnd=namnd)
    yield DelegationsordningAdopted(
        ordning,
        namnd=namnd,
        name=ordning.title(),
        ersattarordning=draw(st.sampled_from((("ersattare", "vikarie", "overordnad"), ("overordnad",), ()))),
        overordnad_har_ratt=draw(st.booleans()),
    )
    for number, rad in enumerate(rader):
        by_title = draw(st.booleans())
        yield DelegationGranted(
            ordning,
            rad=rad,
            nummer=NUMMER[number],
            arende=draw(st.sampled_from(ARENDEN[:2])),
            delegat=() if by_title else (draw(st.sampled_from(chefer or POSTS)),),
            delegat_typ=draw(st.sampled_from((*TITLAR, "avdelningschef"))) if by_title else None,
            ersattare=draw(st.lists(st.sampled_from(POSTS), max_size=1)),
            enhet=draw(st.sampled_from((None, None, None, *placed))),
            far_vidaredelegeras=draw(st.sampled_from((True, True, False))),
        )
