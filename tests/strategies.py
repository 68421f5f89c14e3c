"""Random histories of an organisation, for Hypothesis.

Ids, persons and days come from small pools, so that what happens collides. Most of the time a change is
drawn so that it fits the organisation as the naive model has it on the day, and now and then not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from naive import NaiveOrganisation
from orgmodell.changes import (
    FORMS,
    BefattningCreated,
    BefattningMoved,
    BefattningRetitled,
    BefattningWithdrawn,
    Beslut,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
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
    HeadcountStated,
    HolderAppointed,
    HolderReleased,
    LeadershipAssigned,
    LeadershipEnded,
    LedamotElected,
    LedamotReleased,
    OrganCreated,
    OrganDissolved,
    OrganKind,
    OrganRenamed,
    ReportingChanged,
    VacancyDeclared,
)

T = TypeVar("T")

ENHETER = ("kontor", "skola", "hemtjanst", "stab", "vard", "park", "kok", "ateljen")
ORGANS = ("kf", "ks", "son", "kf-ny", "utskott")
POSTS = ("direktor", "rektor", "enhetschef", "samordnare", "kanslichef", "assistent")
PERSONS = ("p-1", "p-2", "p-3")
KINDS = ("avdelning", "skolenhet", "styrelse")  # an enhet may be called a styrelse; it is none
ORGAN_KINDS: tuple[OrganKind, ...] = ("fullmaktige", "styrelse", "namnd", "utskott")
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
    """The first beslut: what there is to begin with and, every other time, a chain of mergers to come."""
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
    return Beslut(id="KF § 0", decided=DECIDED[0], effective=DAYS[0], changes=tuple(changes))


@st.composite
def drafts(draw: st.DrawFn, naive: NaiveOrganisation, deck: list[Maker]) -> Beslut:
    """The next beslut: one to three changes, or what belongs together in a reorganisation.

    The deck is the kinds of change in a random order: each is played once before any is played again.
    """
    day = draw(st.sampled_from(DAYS))
    changes: list[Change] = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        if not deck:
            deck += draw(st.permutations(MAKERS))
        maker = deck.pop()
        late = maker in ENDING and not draw(_now_and_then)  # for an early end much that follows is in the way
        days = DAYS[-4:] if late else DAYS
        own = draw(st.sampled_from(days)) if late or draw(_now_and_then) else None
        for another in (False, True, True):  # another day, where nothing on the one before fits
            own = draw(st.sampled_from(days)) if another else own
            pick = _Pick(draw, naive, own or day)
            made = maker(pick)
            if pick.fits:
                break
        changes += [attrs.evolve(change, effective=change.effective or own) for change in made]
    if draw(_now_and_then):
        changes = draw(st.permutations(changes))
    return Beslut(
        id=f"KF § {len(naive.records)}",
        decided=draw(st.sampled_from(DECIDED)),
        effective=day,
        changes=tuple(changes),
    )


_now_and_then = st.integers(1, 8).map(lambda n: n == 8)
_seldom = st.integers(1, 24).map(lambda n: n == 24)


class _Pick:
    """Draws what fits a day of the organisation; seldom anything, or where nothing fits."""

    def __init__(self, draw: st.DrawFn, naive: NaiveOrganisation, day: date) -> None:
        self._draw = draw
        self._naive = naive
        self.records = naive.records
        self.today = naive.account().on(day)
        self.day = day
        self.fits = True

    def any(self, pool: Sequence[T]) -> T:
        return self._draw(st.sampled_from(pool))

    def now_and_then(self) -> bool:
        return self._draw(_now_and_then)

    def fitting(self, fitting: Iterable[T], pool: Sequence[T]) -> T:
        fits = sorted(fitting, key=str)
        if not fits:
            self.fits = False
        return self.any(fits) if fits and not self._draw(_seldom) else self.any(pool)

    def _living(self, pool: tuple[str, ...], *but: str) -> str:
        return self.fitting((t for t in pool if t in self.today.life and t not in but), pool)

    def enhet(self, *but: str) -> str:
        return self._living(ENHETER, *but)

    def organ(self, *but: str) -> str:
        return self._living(ORGANS, *but)

    def post(self, *but: str) -> str:
        return self._living(POSTS, *but)

    def new(self, pool: tuple[str, ...]) -> str:
        given = self._naive.account().days.values()
        return self.fitting((t for t in pool if not any(t in state.life for state in given)), pool)

    def person(self) -> str:
        return self.any(PERSONS)

    def until(self) -> date | None:
        later = [d for d in DAYS if d > self.day]
        return self.any(later) if later and self.now_and_then() else None

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
    return moves


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
    organ = pick.new(ORGANS)
    part_of = pick.organ(organ) if pick.now_and_then() else None
    kinds = [k for k in ORGAN_KINDS if k in ("namnd", "utskott") or not pick.today.organs_of(k)]
    return [OrganCreated(organ, name=organ.upper(), kind=pick.fitting(kinds, ORGAN_KINDS), part_of=part_of)]


def _dissolve_organ(pick: _Pick) -> list[Change]:
    organ = pick.organ()
    changes: list[Change] = [OrganDissolved(organ)]
    if not pick.now_and_then():
        placed = sorted(e for e, namnd in pick.today.under_namnd if namnd == organ)
        changes += [EnhetRemovedFromNamnd(enhet, namnd=organ) for enhet in placed]
        kind = pick.today.kinds.get(organ)
        if kind in ("fullmaktige", "styrelse"):
            successor = pick.new(ORGANS)
            changes.append(OrganCreated(successor, name=successor, kind=kind))  # type: ignore[arg-type]
    return changes


def _elect(pick: _Pick) -> list[Change]:
    role = pick.any(("ledamot", "ordforande", "ersattare"))
    return [LedamotElected(pick.organ(), person=pick.person(), role=role, until=pick.until())]  # type: ignore[arg-type]


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
    enhet, post = pick.fitting(pick.today.leaderships, [(pick.enhet(), pick.post())])
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
    until = pick.until()
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


ENDING: tuple[Maker, ...] = (_merge, _split, _dissolve, _dissolve_organ, _withdraw)
MAKERS: tuple[Maker, ...] = (
    _create_enhet,
    _create_enhet,
    _rename,
    _reclassify,
    *(_move_enhet,) * 3,
    *(_merge,) * 4,
    *(_split,) * 2,
    *(_dissolve,) * 3,
    _alias,
    *(_place_under_namnd,) * 2,
    *(_remove_from_namnd,) * 3,
    _headcount,
    _create_organ,
    _rename_organ,
    _dissolve_organ,
    *(_elect,) * 2,
    *(_release_ledamot,) * 3,
    *(_create_post,) * 2,
    _retitle,
    _move_post,
    *(_withdraw,) * 3,
    *(_lead,) * 2,
    _end_leadership,
    _report,
    *(_appoint,) * 2,
    _reappoint,
    *(_release,) * 2,
    _declare_vacancy,
    *(_annul_beslut,) * 2,
    *(_annul_annulment,) * 2,
    *(_annul_change,) * 2,
)


def days_around(days: Iterable[date]) -> list[date]:
    """The days, the day before each and the day after."""
    return sorted({day + timedelta(days=n) for day in days for n in (-1, 0, 1)})
