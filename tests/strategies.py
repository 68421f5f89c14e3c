"""Random histories of an organisation, for Hypothesis.

Ids, persons and days come from small pools, so that what happens collides. Most of the time a change is
drawn so that it fits the organisation as the naive model has it on the day, and now and then not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from naive import NaiveOrganisation
from orgmodell.changes import (
    FORMS,
    ArendeDefined,
    AtgardCancelled,
    AtgardCompleted,
    AtgardPlanned,
    AtgardReassigned,
    AtgardRescheduled,
    AvtalConcluded,
    AvtalEnded,
    BefattningCreated,
    BefattningMoved,
    BefattningRetitled,
    BefattningWithdrawn,
    Beslut,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    ContradictionNoted,
    DelegationChanged,
    DelegationGranted,
    DelegationRevoked,
    DelegationsordningAdopted,
    DelegationsordningRepealed,
    DelegationWithheld,
    DeputyDesignated,
    EnhetAliasAdded,
    EnhetCreated,
    EnhetDissolved,
    EnheterMerged,
    EnhetMoved,
    EnhetPlacedUnderNamnd,
    EnhetReclassified,
    EnhetRemovedFromNamnd,
    EnhetRenamed,
    EnhetSplit,
    Fallback,
    ForslagDecided,
    ForslagMade,
    ForslagOutcome,
    ForumCreated,
    ForumDissolved,
    ForumMemberAdded,
    ForumMemberRemoved,
    ForumRole,
    ForumSeatFilled,
    ForumSeatsAdded,
    HeadcountStated,
    HolderAppointed,
    HolderReleased,
    InstrumentRenewed,
    InstrumentTransferred,
    LeadershipAssigned,
    LeadershipEnded,
    LedamotElected,
    LedamotReleased,
    OrganCreated,
    OrganDissolved,
    OrganKind,
    OrganRenamed,
    OverenskommelseEnded,
    OverenskommelseMade,
    PlannedEndChanged,
    Rad,
    Regim,
    ReglementeAdopted,
    RelationEnded,
    RelationEstablished,
    RelationKind,
    ReportingChanged,
    Roll,
    RollAssigned,
    RollEnded,
    UppdragCreated,
    UppdragEnded,
    UppdragSplit,
    UppdragTransferred,
    UtforareKind,
    UtforareRegistered,
    UtforareRemoved,
    VacancyDeclared,
    VidaredelegationGranted,
    VidaredelegationRevoked,
)

T = TypeVar("T")

ENHETER = ("kontor", "skola", "hemtjanst", "stab", "vard", "park", "kok", "forvaltningen", "ateljen")
ORGANS = ("kf", "ks", "son", "kf-ny", "utskott", "bun")
POSTS = ("direktor", "rektor", "enhetschef", "samordnare", "kanslichef", "forvaltningschef", "assistent")
PERSONS = ("p-1", "p-2", "p-3")
UPPDRAG = ("avtal-uppfoljning", "tillsyn", "lex-sarah", "bistand")
UTFORARE = ("vardbolaget", "hemhjalpen")
AVTAL = ("avtal-1", "avtal-2", "avtal-3")
OVERENSKOMMELSER = ("egen-regi", "stadning", "maltider")
FORUMS = ("ledningsgrupp", "branschrad", "styrgrupp")
SEATS = ("plats-1", "plats-2")
ATGARDER = ("utreda", "upphandla", "flytta", "utvardera")
FORSLAG = ("motion", "skrivelse")
ARENDEN = ("bygglov", "skolskjuts", "budget", "yttrande")
OMRADEN = ("bygg", "skola")
ORDNINGAR = ("ordning-1", "ordning-2", "ordning-3", "ordning-4", "ordning-5")
RADER = ("rad-1", "rad-2", "rad-3", "rad-4")
NUMMER = ("1.1", "1.2", "A1")
VIDARE = ("vidare-1", "vidare-2", "vidare-3", "vidare-4")
TITLAR = ("handläggare", "budgetansvarig chef")
PARTIES = ENHETER + ORGANS
ACTORS = PARTIES + POSTS + FORUMS
INSTRUMENTS = AVTAL + OVERENSKOMMELSER
PLANS = ATGARDER + FORSLAG
ONE_OF_EACH = tuple(
    pool[-1]
    for pool in (ENHETER, ORGANS, POSTS, UPPDRAG, UTFORARE, AVTAL, FORUMS, PLANS, ARENDEN, ORDNINGAR, VIDARE)
)
KINDS = ("avdelning", "skolenhet", "styrelse")  # an enhet may be called a styrelse; it is none
ORGAN_KINDS: tuple[OrganKind, ...] = ("fullmaktige", "styrelse", "namnd", "utskott", "presidium")
ROLLER: tuple[Roll, ...] = ("bestallare", "utforare")
RELATIONS: tuple[RelationKind, ...] = ("foljer upp", "ger stod till")
UTFORARE_KINDS: tuple[UtforareKind, ...] = ("privat", "bolag")
REGIMER: tuple[Regim, ...] = ("LOU", "LOV", "annan")
FORUM_ROLES: tuple[ForumRole, ...] = ("ordforande", "ledamot")
OUTCOMES: tuple[ForslagOutcome, ...] = ("antaget", "avslaget", "besvarat")
LAW = "skollagen 23 kap."
DAYS = (
    date(2013, 1, 8),
    date(2013, 12, 31),
    date(2014, 1, 1),
    date(2014, 1, 2),
    date(2014, 7, 1),
    date(2015, 1, 1),
    date(2015, 6, 1),
    date(2016, 1, 1),
    date(2016, 2, 29),
    date(2016, 3, 1),
    date(2018, 1, 1),
    date(2025, 1, 1),
)
DECIDED = (date(2012, 6, 4), date(2013, 1, 8), date(2014, 3, 1), date(2015, 6, 1), date(2019, 1, 1))


@st.composite
def foundations(draw: st.DrawFn) -> Beslut:
    """The first beslut: what there is to begin with and, every other time, a chain of mergers to come.

    Every other time, too, there are uppdrag, avtal, forums and plans from the start.
    """
    changes: list[Change] = [
        OrganCreated("kf", name="Fullmäktige", kind="fullmaktige"),
        OrganCreated("ks", name="Styrelsen", kind="styrelse"),
    ]
    enheter = ENHETER[: draw(st.integers(2, 5))]
    for number, enhet in enumerate(enheter):
        parent = draw(st.sampled_from((None, *ENHETER[:number])))
        changes.append(
            EnhetCreated(enhet, name=enhet.title(), kind=draw(st.sampled_from(KINDS)), parent=parent)
        )
        if draw(st.booleans()):
            post = POSTS[number]
            leads = (enhet,) if draw(st.booleans()) else ()
            changes.append(BefattningCreated(post, title=post.title(), enhet=enhet, leads=leads))
    if len(enheter) > 2 and draw(st.booleans()):
        top, middle, low = enheter[:3]
        changes.append(EnheterMerged([low], into=middle, effective=DAYS[-4]))
        changes.append(EnheterMerged([middle], into=top, effective=DAYS[-3]))
    passed_on = False
    for begun in _already_begun(*draw(st.lists(st.sampled_from(enheter), min_size=4, max_size=4))):
        if draw(st.booleans()):
            changes += begun
            passed_on |= any(isinstance(change, VidaredelegationGranted) for change in begun)
    return Beslut(
        id="KF § 0",
        decided=DECIDED[0],
        decided_by="forvaltningschef" if passed_on else None,
        effective=DAYS[0],
        changes=tuple(changes),
    )


def _already_begun(one: str, two: str, three: str, four: str) -> Iterable[list[Change]]:
    """What may be under way in some enheter: changes that belong together."""
    yield [
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
    ]
    yield [
        UppdragCreated("bistand", name="Bistånd", ansvarig="ks"),
        OverenskommelseMade(
            "egen-regi", name="Egen regi", bestallare="ks", utforare=three, uppdrag=["bistand"]
        ),
    ]
    yield [
        ForumCreated("ledningsgrupp", name="Ledningsgruppen", part_of=four, frequency="varje vecka"),
        ForumSeatsAdded("ledningsgrupp", seats=["plats-1"]),
        ForumMemberAdded("ledningsgrupp", member="ks", role="ordforande"),
        RelationEstablished("ledningsgrupp", kind="foljer upp", to=one),
        RollAssigned(two, roll="utforare"),
    ]
    yield [
        AtgardPlanned("utreda", name="Utreda", deadlines=DAYS[-4:-1], ansvariga=[one], beslutande=["ks"]),
        AtgardPlanned("flytta", name="Flytta", ansvariga=[two], depends_on=["utreda", "ks"]),
        ForslagMade("motion", name="Motionen", made_by="p-1", concerns=["flytta"], alternative="Delad"),
    ]
    yield [
        EnhetCreated("forvaltningen", name="Förvaltningen", kind="avdelning"),
        BefattningCreated(
            "forvaltningschef", title="Förvaltningschef", enhet="forvaltningen", leads=["forvaltningen"]
        ),
        HolderAppointed("forvaltningschef", person="p-3"),
        EnhetPlacedUnderNamnd("forvaltningen", namnd="ks"),
        LedamotElected("ks", person="p-2", role="ordforande"),
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
    ]


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
        if not any("reports to itself" in problem for problem in NaiveOrganisation().problems_with(more)):
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


@st.composite
def drafts(draw: st.DrawFn, naive: NaiveOrganisation, deck: Deck, series: str = "KF") -> Beslut:
    """The next beslut: one to three changes, or what belongs together in a reorganisation."""
    day = draw(st.sampled_from(DAYS))
    changes: list[Change] = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        for put_off in (True, True, False):
            maker = deck.play(draw)
            made, fits = _played(draw, naive, maker, day)
            if fits or not put_off:
                break
            deck.put_off(maker)
        changes += made
    if draw(_now_and_then):
        changes = draw(st.permutations(changes))
    return Beslut(
        id=f"{series} § {len(naive.records)}",
        decided=draw(st.sampled_from(DECIDED)),
        decided_by=_decider(draw, naive, changes, day),
        effective=day,
        changes=tuple(changes),
    )


def _played(draw: st.DrawFn, naive: NaiveOrganisation, maker: Maker, day: date) -> tuple[list[Change], bool]:
    """What a kind of change says on the day or, now and then or where it does not fit, on one of its own."""
    late = maker in ENDING and not draw(_now_and_then)  # for an early end much that follows is in the way
    days = DAYS[-4:] if late else DAYS
    own = draw(st.sampled_from(days)) if late or draw(_now_and_then) else None
    for another in (False, True, True):
        own = draw(st.sampled_from(days)) if another else own
        pick = _Pick(draw, naive, own or day)
        made = maker(pick)
        if pick.fits:
            break
    return [attrs.evolve(change, effective=change.effective or own) for change in made], pick.fits


def _decider(draw: st.DrawFn, naive: NaiveOrganisation, changes: Iterable[Change], day: date) -> str | None:
    """Who takes the beslut: the chef that a row comes to, where it is passed on; or else mostly not known."""
    chefer: set[str] = set()
    for given in changes:
        if isinstance(given, VidaredelegationGranted):
            rows = naive.account().on(given.effective or day).rows
            numbered = (row for row in rows.values() if row.nummer == given.nummer)
            chefer |= {post for row in numbered if row.ordning == given.ordning for post in row.delegat}
    if chefer and not draw(_now_and_then):
        return draw(st.sampled_from(sorted(chefer)))
    return draw(st.sampled_from((*(None,) * 8, "kf", "kf", "ks", "forvaltningschef")))


_now_and_then = st.integers(1, 8).map(lambda n: n == 8)
_seldom = st.integers(1, 24).map(lambda n: n == 24)


class _Pick:
    """Draws what fits a day of the organisation; seldom anything, or where nothing fits."""

    def __init__(self, draw: st.DrawFn, naive: NaiveOrganisation, day: date) -> None:
        self._draw = draw
        self._naive = naive
        self.records = naive.records
        self.today = naive.account().on(day)
        self.yesterday = naive.account().on(day - timedelta(days=1))
        self.last = naive.account().on(date.max)
        self.day = day
        self.fits = True

    def any(self, pool: Sequence[T]) -> T:
        return self._draw(st.sampled_from(pool))

    def now_and_then(self) -> bool:
        return self._draw(_now_and_then)

    def often(self) -> bool:
        return self.any((True, False, False))

    def fitting(self, fitting: Iterable[T], pool: Sequence[T]) -> T:
        fits = sorted(fitting, key=str)
        if not fits:
            self.fits = False
        return self.any(fits) if fits and not self._draw(_seldom) else self.any(pool)

    def living(self, pool: Iterable[str], *but: str) -> str:
        """One of them that lives; seldom any of them, or a thing of any type."""
        pool = tuple(pool)
        return self.fitting((t for t in pool if t in self.today.life and t not in but), pool + ONE_OF_EACH)

    def another(self, pool: Iterable[str], *but: str) -> str:
        """The same, but never one of ``but``."""
        pool = tuple(t for t in pool if t not in but)
        return self.fitting((t for t in pool if t in self.today.life), pool)

    def some(self, pool: Iterable[str], *but: str) -> tuple[str, ...]:
        """Up to two that live."""
        fits = [t for t in pool if t in self.today.life and t not in but]
        return tuple(dict.fromkeys(self.any(fits) for _ in range(self.any((0, 1, 2))))) if fits else ()

    def enhet(self, *but: str) -> str:
        return self.living(ENHETER, *but)

    def organ(self, *but: str) -> str:
        return self.living(ORGANS, *but)

    def post(self, *but: str) -> str:
        return self.living(POSTS, *but)

    def party(self, *but: str) -> str:
        return self.living(PARTIES, *but)

    def free(self, pool: Iterable[str]) -> list[str]:
        """Those that have not been given to anything."""
        return [t for t in pool if t not in self.last.types]

    def new(self, pool: tuple[str, ...]) -> str:
        free = self.free(pool)
        return self.fitting(free, pool + ONE_OF_EACH if free else pool)

    def person(self) -> str:
        return self.any(PERSONS)

    def until(self) -> date | None:
        return self.later() if self.now_and_then() else None

    def later(self) -> date | None:
        """A later day; none on the last."""
        later = [d for d in DAYS if d > self.day]
        return self.any(later) if later else None

    def days(self) -> tuple[date, ...]:
        """Up to two days, in any order."""
        return tuple(dict.fromkeys(self.any(DAYS) for _ in range(self.any((0, 1, 2, 2)))))

    def beslut(self) -> Beslut:
        """Any recorded beslut but the first, the latest more often than others."""
        records = self.records
        return self.any(records[-3:]) if self.any((True, False)) else self.any(records[1:] or records)


Maker = Callable[[_Pick], list[Change]]


def _emptied(pick: _Pick, enhet: str, *but: str) -> list[Change]:
    """Moves what is in an enhet elsewhere; now and then forgets it."""
    moves: list[Change] = []
    if not pick.now_and_then():
        elsewhere = pick.enhet(enhet, *but)
        moves += [EnhetMoved(c, parent=elsewhere) for c in pick.today.children(enhet) if c != elsewhere]
        placed = [post for post in pick.today.living("befattning") if pick.today.placements[post] == enhet]
        moves += [BefattningMoved(post, enhet=elsewhere) for post in placed]
    return [*moves, *_relieved(pick, enhet)]


def _relieved(pick: _Pick, party: str) -> list[Change]:
    """Transfers or ends what an enhet or organ answers for; often forgets some of it."""
    uppdrag = [each for each in pick.today.living("uppdrag") if pick.today.ansvarig[each] == party]
    forums = [each for each in pick.today.living("forum") if pick.today.forum_of.get(each) == party]
    heir = pick.another(PARTIES, party)
    changes: list[Change] = []
    if not pick.often():
        changes += [UppdragTransferred(each, to=heir) for each in uppdrag]
    if not pick.often():
        changes += [ForumDissolved(each) for each in forums]
    if not pick.often():
        changes += [DelegationsordningRepealed(each) for each in pick.today.ordningar_of(party)]
    return [*changes, *_released_from_instruments(pick, party, heir)]


def _released_from_instruments(pick: _Pick, party: str, heir: str) -> list[Change]:
    """Transfers or ends the instruments it is a party of; often forgets one."""
    changes: list[Change] = []
    for instrument in filter(pick.today.in_force, pick.today.instruments()):
        orders = pick.today.bestallare[instrument] == party
        performs = pick.today.utforare[instrument] == party
        if not (orders or performs) or pick.often():
            continue
        if pick.any((True, False)):
            ending = AvtalEnded if pick.today.life[instrument] == "avtal" else OverenskommelseEnded
            changes.append(ending(instrument))
        else:
            to_order, to_perform = heir if orders else None, heir if performs else None
            changes.append(InstrumentTransferred(instrument, bestallare=to_order, utforare=to_perform))
    return changes


def _create_enhet(pick: _Pick) -> list[Change]:
    enhet = pick.new(ENHETER)
    parent = None if pick.now_and_then() else pick.enhet(enhet)
    end = DAYS[-1] if pick.now_and_then() else None
    return [EnhetCreated(enhet, name=enhet.title(), kind=pick.any(KINDS), parent=parent, planned_end=end)]


def _merge(pick: _Pick) -> list[Change]:
    """Every other time the receiver is merged in its turn, with all that has come into it."""
    into = pick.enhet()
    others = [enhet for enhet in ENHETER if enhet != into]
    living = [enhet for enhet in others if enhet in pick.today.life]
    inside = {*pick.today.parents.values(), *pick.today.placements.values()}
    merged = [pick.fitting([enhet for enhet in living if enhet in inside] or living, others)]
    if pick.now_and_then():
        merged.append(pick.fitting(living, others))
    changes = [EnheterMerged(merged, into=into)]
    later = [day for day in DAYS if day > pick.day]
    goes_on: bool = pick.any((True, False))
    if later and goes_on:
        next_one = pick.fitting((enhet for enhet in living if enhet not in merged), others)
        changes.append(EnheterMerged([into], into=next_one, effective=pick.any(later)))
    return [*changes]


def _split(pick: _Pick) -> list[Change]:
    enhet = pick.enhet()
    others = [other for other in ENHETER if other != enhet]
    living = [other for other in others if other in pick.today.life]
    parts = (pick.fitting(living, others), pick.fitting(living, others))
    return [*_emptied(pick, enhet), EnhetSplit(enhet, into=parts)]


def _dissolve(pick: _Pick) -> list[Change]:
    enhet = pick.enhet()
    successors = (pick.enhet(enhet),) if pick.now_and_then() else ()
    return [*_emptied(pick, enhet), EnhetDissolved(enhet, successors=successors)]


def _move_enhet(pick: _Pick) -> list[Change]:
    enhet = pick.enhet()
    return [EnhetMoved(enhet, parent=None if pick.now_and_then() else pick.enhet(enhet))]


def _headcount(pick: _Pick) -> list[Change]:
    return [HeadcountStated(pick.any((pick.enhet(), pick.post())), medarbetare=pick.any((3, 40)))]


def _remove_from_namnd(pick: _Pick) -> list[Change]:
    enhet, organ = pick.fitting(pick.today.under_namnd, [(pick.enhet(), pick.organ())])
    return [EnhetRemovedFromNamnd(enhet, namnd=organ)]


def _create_organ(pick: _Pick) -> list[Change]:
    """Now and then two, half of which are part of each other."""
    organ = pick.new(ORGANS)
    others = [other for other in pick.free(ORGANS) if other != organ]
    if others and pick.now_and_then():
        other = pick.any(others)
        whole = organ if pick.any((True, False)) else None
        return [_organ(pick, organ, part_of=other), _organ(pick, other, part_of=whole)]
    return [_organ(pick, organ, part_of=pick.organ(organ) if pick.now_and_then() else None)]


def _organ(pick: _Pick, organ: str, part_of: str | None) -> OrganCreated:
    kinds = [k for k in ORGAN_KINDS if k not in ("fullmaktige", "styrelse") or not pick.today.organs_of(k)]
    kind = pick.any(ORGAN_KINDS) if pick.now_and_then() else pick.fitting(kinds, ORGAN_KINDS)
    return OrganCreated(organ, name=organ.upper(), kind=kind, part_of=part_of)


def _dissolve_organ(pick: _Pick) -> list[Change]:
    organ = pick.organ()
    changes: list[Change] = [OrganDissolved(organ)]
    if not pick.now_and_then():
        placed = sorted(e for e, namnd in pick.today.under_namnd if namnd == organ)
        changes += [EnhetRemovedFromNamnd(enhet, namnd=organ) for enhet in placed]
        changes += _relieved(pick, organ)
        kind = pick.today.kinds.get(organ)
        if kind in ("fullmaktige", "styrelse") and not pick.often():
            successor = pick.new(ORGANS)
            changes.append(OrganCreated(successor, name=successor, kind=kind))  # type: ignore[arg-type]
    return changes


def _elect(pick: _Pick) -> list[Change]:
    role = pick.any(("ledamot", "ordforande", "ersattare"))
    organ, person = pick.organ(), pick.person()
    if pick.often():
        organ, person = pick.fitting(_chefer_under_a_namnd(pick), [(organ, person)])
    return [LedamotElected(organ, person=person, role=role, until=pick.until())]  # type: ignore[arg-type]


def _chefer_under_a_namnd(pick: _Pick) -> Iterable[tuple[str, str]]:
    for enhet, organ in pick.today.under_namnd:
        for post in pick.today.leaders(enhet):
            yield from ((organ, person) for person, _ in pick.today.holders(post))


def _release_ledamot(pick: _Pick) -> list[Change]:
    organ, person = pick.fitting(pick.today.seats, [(pick.organ(), pick.person())])
    return [LedamotReleased(organ, person=person)]


def _create_post(pick: _Pick) -> list[Change]:
    post = pick.new(POSTS)
    enhet = pick.enhet()
    leads = () if pick.any((True, False)) else tuple({pick.enhet()} - set(_led(pick)))
    answers = pick.any((None, True, False))
    return [BefattningCreated(post, title=post.title(), enhet=enhet, leads=leads, personalansvar=answers)]


def _led(pick: _Pick) -> Iterable[str]:
    return (enhet for enhet, post in pick.today.leaderships if post in pick.today.life)


def _withdraw(pick: _Pick) -> list[Change]:
    post = pick.post()
    changes: list[Change] = [BefattningWithdrawn(post)]
    if not pick.now_and_then():
        holders = sorted({person for person, _ in pick.today.holders(post)})
        changes += [HolderReleased(post, person=person) for person in holders]
        reporting = sorted(p for p, to in pick.today.reports_to.items() if to == post and p != post)
        changes += [ReportingChanged(p, to=None) for p in reporting if p in pick.today.life]
    return changes


def _lead(pick: _Pick) -> list[Change]:
    free = set(pick.today.living("enhet")) - set(_led(pick))
    enhet = pick.fitting(free, ENHETER)
    changes: list[Change] = []
    shared = None
    if pick.now_and_then():
        shared = "var sin halva"
        for post in sorted(pick.today.leaders(enhet)):
            changes.append(LeadershipAssigned(post, enhet=enhet, samledarskap=shared))
    return [*changes, LeadershipAssigned(pick.post(), enhet=enhet, samledarskap=shared)]


def _end_leadership(pick: _Pick) -> list[Change]:
    at_random = pick.enhet(), pick.post()
    enhet, post = at_random if pick.now_and_then() else pick.fitting(pick.today.leaderships, [at_random])
    return [LeadershipEnded(post, enhet=enhet)]


def _report(pick: _Pick) -> list[Change]:
    return [ReportingChanged(pick.post(), to=None if pick.now_and_then() else pick.post())]


def _appoint(pick: _Pick) -> list[Change]:
    free = {p for p in pick.today.living("befattning") if not pick.today.holders(p)}
    post = pick.fitting(free, POSTS)
    form = pick.any(("ordinarie", *FORMS[:3]))
    return [HolderAppointed(post, person=pick.person(), form=form, until=pick.until())]


def _reappoint(pick: _Pick) -> list[Change]:
    """A new appointment of somebody who holds the post already, or will hold it."""
    post, person, form = pick.fitting(pick.today.held, [(pick.post(), pick.person(), "tf")])
    until = pick.any((None, pick.later()))
    return [HolderAppointed(post, person=person, form=form, until=until)]  # type: ignore[arg-type]


def _release(pick: _Pick) -> list[Change]:
    held = {(post, person) for post, person, _ in pick.today.held}
    post, person = pick.fitting(held, [(pick.post(), pick.person())])
    return [HolderReleased(post, person=person)]


def _annul_annulment(pick: _Pick) -> list[Change]:
    annulling = [
        b for b in pick.records if any(isinstance(c, BeslutAnnulled | ChangeAnnulled) for c in b.changes)
    ]
    return [BeslutAnnulled(pick.fitting([b.id for b in annulling], [b.id for b in pick.records]))]


def _annul_change(pick: _Pick) -> list[Change]:
    beslut = pick.beslut()
    return [ChangeAnnulled(beslut.id, number=pick.any(range(1, 1 + max(1, len(beslut.changes)))))]


def _rename(pick: _Pick) -> list[Change]:
    return [EnhetRenamed(pick.enhet(), name=pick.any(("Nord", "Syd")))]


def _reclassify(pick: _Pick) -> list[Change]:
    return [EnhetReclassified(pick.enhet(), kind=pick.any(KINDS))]


def _alias(pick: _Pick) -> list[Change]:
    return [EnhetAliasAdded(pick.enhet(), alias=pick.any(("smeknamnet", "f.d. kansliet")))]


def _place_under_namnd(pick: _Pick) -> list[Change]:
    return [EnhetPlacedUnderNamnd(pick.enhet(), namnd=pick.organ())]


def _rename_organ(pick: _Pick) -> list[Change]:
    return [OrganRenamed(pick.organ(), name=pick.any(("Rådet", "Tinget")))]


def _retitle(pick: _Pick) -> list[Change]:
    return [BefattningRetitled(pick.post(), title=pick.any(("Chef", "Ledare")))]


def _move_post(pick: _Pick) -> list[Change]:
    return [BefattningMoved(pick.post(), enhet=pick.enhet())]


def _declare_vacancy(pick: _Pick) -> list[Change]:
    return [VacancyDeclared(pick.post())]


def _annul_beslut(pick: _Pick) -> list[Change]:
    return [BeslutAnnulled(pick.beslut().id)]


def _create_uppdrag(pick: _Pick) -> list[Change]:
    uppdrag, public = pick.new(UPPDRAG), pick.any((True, False))
    return [UppdragCreated(uppdrag, name=uppdrag, ansvarig=pick.party(), myndighetsutovning=public)]


def _transfer_uppdrag(pick: _Pick) -> list[Change]:
    return [UppdragTransferred(pick.living(UPPDRAG), to=pick.party())]


def _split_uppdrag(pick: _Pick) -> list[Change]:
    uppdrag = pick.living(UPPDRAG)
    others = [each for each in UPPDRAG if each != uppdrag]
    free = pick.free(others)[: pick.any((1, 2))]
    parts = [*free, *(each for each in others if each in pick.today.life), *others][:2]
    new = [UppdragCreated(each, name=each, ansvarig=pick.party()) for each in free]
    return [*new, UppdragSplit(uppdrag, into=parts)]


def _end_uppdrag(pick: _Pick) -> list[Change]:
    return [UppdragEnded(pick.living(UPPDRAG))]


def _assign_roll(pick: _Pick) -> list[Change]:
    return [RollAssigned(pick.party(), roll=pick.any(ROLLER))]


def _end_roll(pick: _Pick) -> list[Change]:
    thing, roll = pick.fitting(pick.today.roller, [(pick.party(), pick.any(ROLLER))])
    return [RollEnded(thing, roll=roll)]  # type: ignore[arg-type]


def _relate(pick: _Pick) -> list[Change]:
    thing = pick.living(ACTORS + UTFORARE)
    return [RelationEstablished(thing, kind=pick.any(RELATIONS), to=pick.another(ACTORS + UTFORARE, thing))]


def _end_relation(pick: _Pick) -> list[Change]:
    unrelated = (pick.living(ACTORS), pick.any(RELATIONS), pick.living(ACTORS))
    thing, kind, to = pick.fitting(pick.today.relations, [unrelated])
    return [RelationEnded(thing, kind=kind, to=to)]  # type: ignore[arg-type]


def _register_utforare(pick: _Pick) -> list[Change]:
    utforare = pick.new(UTFORARE)
    return [UtforareRegistered(utforare, name=utforare.title(), kind=pick.any(UTFORARE_KINDS))]


def _remove_utforare(pick: _Pick) -> list[Change]:
    utforare = pick.living(UTFORARE)
    heir = pick.another(UTFORARE + PARTIES, utforare)
    return [*_released_from_instruments(pick, utforare, heir), UtforareRemoved(utforare)]


def _conclude_avtal(pick: _Pick) -> list[Change]:
    avtal, about = pick.new(AVTAL), pick.some(UPPDRAG)
    utforare = pick.party() if pick.now_and_then() else pick.living(UTFORARE)
    needed = bool(pick.today.myndighet & set(about)) != pick.often()
    conclude = AvtalConcluded(
        avtal,
        name=avtal,
        bestallare=pick.another(PARTIES, utforare),
        utforare=utforare,
        regim=pick.any(REGIMER),
        until=pick.any((None, pick.later())),
        uppdrag=about,
        lagstod=LAW if needed else None,
    )
    return [conclude]


def _end_avtal(pick: _Pick) -> list[Change]:
    return [AvtalEnded(pick.living(AVTAL))]


def _make_overenskommelse(pick: _Pick) -> list[Change]:
    overenskommelse = pick.new(OVERENSKOMMELSER)
    utforare = pick.living(UTFORARE) if pick.now_and_then() else pick.party()
    make = OverenskommelseMade(
        overenskommelse,
        name=overenskommelse,
        bestallare=pick.another(PARTIES, utforare),
        utforare=utforare,
        until=pick.any((None, pick.later())),
        uppdrag=pick.some(UPPDRAG),
    )
    return [make]


def _end_overenskommelse(pick: _Pick) -> list[Change]:
    return [OverenskommelseEnded(pick.living(OVERENSKOMMELSER))]


def _renew_instrument(pick: _Pick) -> list[Change]:
    in_force = filter(pick.yesterday.in_force, pick.yesterday.instruments())
    instrument = pick.living(INSTRUMENTS) if pick.often() else pick.fitting(in_force, INSTRUMENTS)
    return [InstrumentRenewed(instrument, until=pick.any((None, pick.later())))]


def _transfer_instrument(pick: _Pick) -> list[Change]:
    instrument = pick.living(INSTRUMENTS)
    outside = (instrument in AVTAL) != pick.now_and_then()
    orders = pick.any((None, pick.party()))
    performs = pick.living(UTFORARE if outside else PARTIES) if pick.any((True, False)) else None
    if orders is None and performs is None:
        orders = pick.party()
    return [InstrumentTransferred(instrument, bestallare=orders, utforare=performs)]


def _create_forum(pick: _Pick) -> list[Change]:
    forum = pick.new(FORUMS)
    create = ForumCreated(
        forum,
        name=forum.title(),
        kind=pick.any(("forum", "arbetsgrupp")),
        part_of=pick.any((None, pick.party())),
        frequency=pick.any((None, "varje månad")),
        planned_end=pick.any((None, DAYS[-1])),
    )
    return [create]


def _dissolve_forum(pick: _Pick) -> list[Change]:
    return [ForumDissolved(pick.living(FORUMS))]


def _add_member(pick: _Pick) -> list[Change]:
    forum = pick.living(FORUMS)
    return [
        ForumMemberAdded(forum, member=pick.another(ACTORS + UTFORARE, forum), role=pick.any(FORUM_ROLES))
    ]


def _remove_member(pick: _Pick) -> list[Change]:
    forum, member = pick.fitting(pick.today.members, [(pick.living(FORUMS), pick.living(ACTORS))])
    return [ForumMemberRemoved(forum, member=member)]


def _add_seats(pick: _Pick) -> list[Change]:
    seats = pick.any((SEATS, SEATS[:1], SEATS[1:]))
    return [ForumSeatsAdded(pick.living(FORUMS), seats=seats, role=pick.any(FORUM_ROLES))]


def _fill_seat(pick: _Pick) -> list[Change]:
    there = [(forum, seat) for forum, seat in pick.today.forum_seats if forum in pick.today.life]
    any_seat = pick.living(FORUMS), pick.any(SEATS)
    forum, seat = any_seat if pick.now_and_then() else pick.fitting(there, [any_seat])
    return [ForumSeatFilled(forum, seat=seat, person=pick.any((*PERSONS, None)))]


def _change_planned_end(pick: _Pick) -> list[Change]:
    return [PlannedEndChanged(pick.living(ENHETER + FORUMS), planned_end=pick.any((None, *DAYS)))]


def _plan_atgard(pick: _Pick) -> list[Change]:
    """Now and then two that belong together; half of those wait for each other."""
    atgard = pick.new(ATGARDER)
    others = [other for other in pick.free(ATGARDER) if other != atgard]
    if others and pick.now_and_then():
        other = pick.any(others)
        after = (atgard,) if pick.any((True, False)) else ()
        return [_planned(pick, atgard, (other,)), _planned(pick, other, after)]
    return [_planned(pick, atgard, pick.some(ATGARDER + ACTORS, atgard))]


def _planned(pick: _Pick, atgard: str, depends_on: tuple[str, ...]) -> AtgardPlanned:
    return AtgardPlanned(
        atgard,
        name=atgard.title(),
        deadlines=pick.days(),
        ansvariga=pick.some(ACTORS + UTFORARE),
        beslutande=pick.some(ORGANS),
        depends_on=depends_on,
        concerns=pick.any(((), UPPDRAG[:1], FORSLAG)),
    )


def _open_atgard(pick: _Pick) -> str:
    planned = (each for each in ATGARDER if each in pick.today.life)
    return pick.fitting((each for each in planned if each not in pick.today.outcomes), ATGARDER)


def _reschedule(pick: _Pick) -> list[Change]:
    return [AtgardRescheduled(_open_atgard(pick), deadlines=pick.days())]


def _reassign(pick: _Pick) -> list[Change]:
    return [AtgardReassigned(_open_atgard(pick), ansvariga=pick.some(ACTORS + UTFORARE))]


def _complete_part(pick: _Pick) -> list[Change]:
    deadlines = {(each, d) for each, days in pick.today.deadlines.items() for d in days}
    met: set[tuple[str, date]] = set() if pick.often() else pick.today.met
    atgard, deadline = pick.fitting(deadlines - met, [(_open_atgard(pick), pick.any(DAYS))])
    return [AtgardCompleted(atgard, deadline=deadline, outcome=pick.any((None, "delvis")))]


def _complete(pick: _Pick) -> list[Change]:
    return [AtgardCompleted(_open_atgard(pick), outcome=pick.any((None, "klart")))]


def _cancel(pick: _Pick) -> list[Change]:
    return [AtgardCancelled(_open_atgard(pick), reason=pick.any((None, "för dyrt")))]


def _make_forslag(pick: _Pick) -> list[Change]:
    forslag = pick.new(FORSLAG)
    make = ForslagMade(
        forslag,
        name=forslag.title(),
        made_by=pick.any((None, pick.person(), pick.living(ACTORS), pick.any(ACTORS + UTFORARE))),
        concerns=pick.any(((), UPPDRAG, ATGARDER[:1])),
        alternative=pick.any((None, "Delad")),
    )
    return [make]


def _decide_forslag(pick: _Pick) -> list[Change]:
    made = (each for each in FORSLAG if each in pick.today.life)
    again = pick.often()
    forslag = pick.fitting((each for each in made if (each in pick.last.outcomes) == again), FORSLAG)
    return [ForslagDecided(forslag, outcome=pick.any(OUTCOMES), says=pick.any((None, "enligt förslaget")))]


def _note_contradiction(pick: _Pick) -> list[Change]:
    things = ACTORS + UPPDRAG + UTFORARE + INSTRUMENTS + PLANS
    return [ContradictionNoted(pick.living(things), says=pick.any(("en annan dag", "ett annat namn")))]


def _define_arende(pick: _Pick) -> list[Change]:
    reserved = "mal" if pick.now_and_then() else None
    arende, omrade = pick.new(ARENDEN), pick.any((None, *OMRADEN))
    define = ArendeDefined(
        arende,
        name=arende.title(),
        omrade=omrade,
        forbehallet=reserved,  # type: ignore[arg-type]
        lagrum=pick.any((None, LAW)),
    )
    return [define]


def _adopt_reglemente(pick: _Pick) -> list[Change]:
    """Every other time that of a nämnd with a delegationsordning; now and then it leaves a row outside."""
    with_one = [pick.today.ordningar[each].namnd for each in pick.today.living("delegationsordning")]
    namnd = pick.organ() if pick.any((True, False)) else pick.fitting(with_one, ORGANS)
    omraden: tuple[str, ...] = pick.any((OMRADEN, OMRADEN, OMRADEN[:1], ("miljö",)))
    return [ReglementeAdopted(namnd, omraden=omraden)]


def _adopt_ordning(pick: _Pick) -> list[Change]:
    """Instead of the one that the nämnd has; now and then beside it, or instead of another."""
    ordning, namnd = pick.new(ORDNINGAR), pick.organ()
    fallbacks: tuple[Fallback, ...] = pick.any(((), ("vikarie", "utsedd")))
    replaced: str | None = next(iter(pick.today.ordningar_of(namnd)), None)
    if pick.now_and_then() or replaced == ordning:
        replaced = pick.any((None, pick.another(ORDNINGAR, ordning)))
    adopt = DelegationsordningAdopted(
        ordning,
        namnd=namnd,
        name=ordning.title(),
        dnr=pick.any((None, "KS 2013/1")),
        replaces=replaced,
        ersattarordning=fallbacks,
        karenstid=pick.any((0, 6)),
        anmalan=pick.any(("namnden", "nej")),
    )
    return [adopt]


def _repeal_ordning(pick: _Pick) -> list[Change]:
    return [DelegationsordningRepealed(pick.living(ORDNINGAR))]


def _row(pick: _Pick, kind: type[Rad], ordning: str, rad: str) -> Rad:
    """A row that the law allows; now and then one that it does not, or that is outside the reglemente."""
    adopted = pick.today.ordningar.get(ordning)
    namnd = adopted.namnd if adopted else "ks"
    omraden = pick.today.omraden.get(namnd) or OMRADEN
    defined = {each: it for each, it in pick.today.arenden.items() if each in pick.today.life}
    allowed = {each for each, it in defined.items() if it.forbehallet is None}
    within = {each for each in allowed if defined[each].omrade in (None, *omraden)}
    arende = pick.living(ARENDEN) if pick.now_and_then() else pick.fitting(within, ARENDEN)
    urgent = pick.now_and_then()
    delegat = (pick.any(_seated(pick, namnd, urgent)),) if urgent else _delegat(pick, namnd)
    if pick.now_and_then():
        delegat = (*delegat, pick.post()) if pick.often() else ()
    automatic = not delegat and pick.any((True, False))
    return kind(
        ordning,
        rad=rad,
        nummer=pick.any(NUMMER),
        arende=arende,
        delegat=delegat,
        delegat_typ=None if delegat or automatic else pick.any(TITLAR),
        automatiserad=automatic,
        ersattare=pick.some(POSTS),
        belopp=pick.any((None, 50_000)),
        enhet=pick.any((None, None, pick.enhet())),
        far_vidaredelegeras=pick.any((True, True, False)),
        anmalan=pick.any((None, "nej")),
        bradskande=urgent,
    )


def _seated(pick: _Pick, namnd: str, urgent: bool) -> list[str]:
    """The persons who sit in a nämnd and may decide; now and then others."""
    seats = {person: role for (organ, person), role in pick.today.seats.items() if organ == namnd}
    fits = sorted(person for person, role in seats.items() if not urgent or role != "ersattare")
    return list(PERSONS) if pick.now_and_then() or not fits else fits


def _delegat(pick: _Pick, namnd: str) -> tuple[str, ...]:
    """Mostly a befattning, and often the förvaltningschef; else an organ, or a person."""
    chefer = [post for post in pick.today.living("befattning") if pick.today.heads_what_is_under(post, namnd)]
    match pick.any(("chef", "chef", "post", "organ", "person")):
        case "chef" if chefer:
            return (pick.any(chefer),)
        case "organ":
            part = (None, namnd)
            organs = [o for kind in ("utskott", "presidium") for o in pick.today.organs_of(kind)]
            its = [organ for organ in organs if pick.today.part_of.get(organ) in part]
            return (pick.organ() if pick.now_and_then() or not its else pick.any(its),)
        case "person":
            return (pick.any(_seated(pick, namnd, urgent=False)),)
    return (pick.post(),)


def _grant(pick: _Pick) -> list[Change]:
    ordning = pick.living(ORDNINGAR)
    free = [rad for rad in RADER if (ordning, rad) not in pick.today.rows]
    return [_row(pick, DelegationGranted, ordning, pick.fitting(free, RADER))]


def _a_row(pick: _Pick) -> tuple[str, str]:
    """A row that was there the day before, of a delegationsordning that is in force."""
    there = [key for key in pick.yesterday.rows if key[0] in pick.today.life]
    return pick.fitting(there, [(pick.living(ORDNINGAR), pick.any(RADER))])


def _change_row(pick: _Pick) -> list[Change]:
    return [_row(pick, DelegationChanged, *_a_row(pick))]


def _revoke_row(pick: _Pick) -> list[Change]:
    ordning, rad = _a_row(pick)
    return [DelegationRevoked(ordning, rad=rad)]


def _withhold(pick: _Pick) -> list[Change]:
    ordning, arende = pick.living(ORDNINGAR), pick.living(ARENDEN)
    return [DelegationWithheld(ordning, arende=arende, delegat_typ=pick.any(TITLAR))]


def _pass_on(pick: _Pick) -> list[Change]:
    """Mostly a row that comes to a förvaltningschef and may be passed on."""
    today = pick.today
    rows = today.rows_in_force().values()
    its_namnd = {ordning: adopted.namnd for ordning, adopted in today.ordningar.items()}
    numbers = {
        (row.ordning, row.nummer)
        for row in rows
        if row.far_vidaredelegeras
        and any(today.heads_what_is_under(post, its_namnd[row.ordning]) for post in row.delegat)
    }
    any_row = pick.living(ORDNINGAR), pick.any(NUMMER)
    ordning, nummer = any_row if pick.now_and_then() else pick.fitting(numbers, [any_row])
    to = pick.any((None, pick.post()))
    give = VidaredelegationGranted(
        pick.new(VIDARE),
        ordning=ordning,
        nummer=nummer,
        to=to,
        to_typ=None if to else pick.any(TITLAR),
        enhet=pick.any((None, None, pick.enhet())),
    )
    return [give]


def _revoke_what_is_passed_on(pick: _Pick) -> list[Change]:
    return [VidaredelegationRevoked(pick.living(VIDARE))]


def _designate_deputy(pick: _Pick) -> list[Change]:
    post = pick.post()
    return [DeputyDesignated(post, deputy=pick.any((None, *(pick.another(POSTS, post) for _ in range(3)))))]


ENDING: tuple[Maker, ...] = (
    _merge,
    _split,
    _dissolve,
    _dissolve_organ,
    _withdraw,
    _split_uppdrag,
    _end_uppdrag,
    _remove_utforare,
    _end_avtal,
    _end_overenskommelse,
    _dissolve_forum,
    _complete,
    _cancel,
    _repeal_ordning,
    _revoke_what_is_passed_on,
)
MAKERS: tuple[Maker, ...] = (
    _create_enhet,
    _create_enhet,
    _rename,
    _reclassify,
    *(_move_enhet,) * 3,
    *(_merge,) * 4,
    *(_split,) * 3,
    *(_dissolve,) * 3,
    _alias,
    *(_place_under_namnd,) * 2,
    *(_remove_from_namnd,) * 3,
    _headcount,
    _create_organ,
    _rename_organ,
    *(_dissolve_organ,) * 3,
    *(_elect,) * 2,
    *(_release_ledamot,) * 3,
    *(_create_post,) * 2,
    _retitle,
    _move_post,
    *(_withdraw,) * 3,
    *(_lead,) * 2,
    *(_end_leadership,) * 2,
    _report,
    *(_appoint,) * 2,
    *(_reappoint,) * 2,
    *(_release,) * 3,
    _declare_vacancy,
    *(_annul_beslut,) * 2,
    *(_annul_annulment,) * 2,
    *(_annul_change,) * 2,
    *(_create_uppdrag,) * 2,
    *(_transfer_uppdrag,) * 2,
    *(_split_uppdrag,) * 2,
    _end_uppdrag,
    _assign_roll,
    *(_end_roll,) * 2,
    *(_relate,) * 2,
    *(_end_relation,) * 2,
    *(_register_utforare,) * 2,
    *(_remove_utforare,) * 2,
    *(_conclude_avtal,) * 2,
    *(_end_avtal,) * 2,
    *(_make_overenskommelse,) * 2,
    *(_end_overenskommelse,) * 2,
    *(_renew_instrument,) * 2,
    *(_transfer_instrument,) * 2,
    *(_create_forum,) * 2,
    _dissolve_forum,
    *(_add_member,) * 2,
    *(_remove_member,) * 2,
    _add_seats,
    *(_fill_seat,) * 2,
    _change_planned_end,
    *(_plan_atgard,) * 2,
    _reschedule,
    *(_reassign,) * 2,
    *(_complete_part,) * 2,
    _complete,
    _cancel,
    _make_forslag,
    *(_decide_forslag,) * 2,
    _note_contradiction,
    *(_define_arende,) * 2,
    *(_adopt_reglemente,) * 2,
    *(_adopt_ordning,) * 3,
    *(_repeal_ordning,) * 2,
    *(_grant,) * 4,
    *(_change_row,) * 3,
    *(_revoke_row,) * 4,
    *(_withhold,) * 2,
    *(_pass_on,) * 4,
    *(_revoke_what_is_passed_on,) * 3,
    _designate_deputy,
)
HANDS = tuple(MAKERS[number::4] for number in range(4))
REORGANISING: tuple[tuple[Maker, ...], ...] = (
    (*(_merge, _split, _dissolve) * 2, _dissolve, _pass_on, _annul_beslut, _place_under_namnd),
    (
        _create_enhet,
        _move_enhet,
        _merge,
        _split,
        _dissolve,
        _place_under_namnd,
        _remove_from_namnd,
        _move_post,
        _retitle,
        _withdraw,
        *(_lead,) * 2,
        _end_leadership,
        _report,
        _appoint,
        _release,
        _declare_vacancy,
        *(_annul_beslut,) * 2,
        _annul_annulment,
        _annul_change,
        _adopt_ordning,
        *(_grant,) * 2,
        _change_row,
        *(_pass_on,) * 2,
        _designate_deputy,
    ),
)  # the hands that reorganise a town: what makes much happen first


class Deck:
    """The kinds of change in a random order: each is played once before any is played again.

    It is dealt a hand at a time. A hand is fewer than a hundred kinds: where larger numbers may be drawn,
    Hypothesis now and then draws one that stands in a module that is loaded, and what is generated would
    hang on which these are.

    Args:
        first: which of the hands is played first.
        hands: the kinds of change.
    """

    def __init__(self, first: int = 0, hands: Sequence[Sequence[Maker]] = HANDS) -> None:
        self._hands = hands
        self._hand: list[Maker] = []
        self._next = first

    def play(self, draw: st.DrawFn) -> Maker:
        """The next kind of change."""
        if not self._hand:
            self._hand += draw(st.permutations(self._hands[self._next % len(self._hands)]))
            self._next += 1
        return self._hand.pop()

    def put_off(self, maker: Maker) -> None:
        """To the end of the hand, where one does not fit; but not for ever."""
        self._hand.insert(0, maker)


def days_around(days: Iterable[date]) -> list[date]:
    """The days, the day before each and the day after."""
    return sorted({day + timedelta(days=n) for day in days for n in (-1, 0, 1)})
