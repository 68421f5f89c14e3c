"""An organisation, naively: replay everything that counts, day by day, into plain dicts.

Slow and obvious on purpose. It shares nothing with the library but the classes of the changes, so that
where the two agree there are two witnesses.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cached_property, lru_cache

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
    ForslagDecided,
    ForslagMade,
    ForumCreated,
    ForumDissolved,
    ForumMemberAdded,
    ForumMemberRemoved,
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
    OrganRenamed,
    Outcome,
    OverenskommelseEnded,
    OverenskommelseMade,
    PlannedEndChanged,
    Rad,
    ReglementeAdopted,
    RelationEnded,
    RelationEstablished,
    ReportingChanged,
    RollAssigned,
    RollEnded,
    UppdragCreated,
    UppdragEnded,
    UppdragSplit,
    UppdragTransferred,
    UtforareRegistered,
    UtforareRemoved,
    VacancyDeclared,
    VidaredelegationGranted,
    VidaredelegationRevoked,
    named_by,
)

ONE_DAY = timedelta(days=1)
PRESIDIUM = date(2018, 1, 1)  # the first day on which a presidium may decide: KL 2017:725, 6 kap. 37 §
AUTOMATISERAD = date(2022, 7, 1)  # and an automatiserad beslutsfunktion: the same, by lag (2022:638)


@dataclass(frozen=True)
class Said:
    """One change of one recorded beslut."""

    seq: int
    beslut: Beslut
    number: int
    change: Change
    position: int  # of the beslut on the log; the first is 1

    @cached_property
    def day(self) -> date:
        return self.beslut.day_of(self.change)

    @cached_property
    def created(self) -> str | None:
        """The id of what the change creates."""
        created = created_by(self.change)
        return created and created[1]

    @cached_property
    def ended(self) -> tuple[str, ...]:
        """The ids of what the change ends."""
        return ended_by(self.change)

    @cached_property
    def until(self) -> date | None:
        """The day on which what the change says is taken back."""
        match self.change:
            case HolderAppointed(until=until) | LedamotElected(until=until):
                return until
        return None

    @cached_property
    def lapses(self) -> date | None:
        """The day from which the instrument is no longer in force, unless it is renewed."""
        match self.change:
            case AvtalConcluded(until=until) | OverenskommelseMade(until=until):
                return until
            case InstrumentRenewed(until=until):
                return until
        return None

    @cached_property
    def days(self) -> set[date]:
        """The days on which anything is different because of the change."""
        return {day for day in (self.day, self.until, self.lapses) if day is not None}

    @property
    def order(self) -> tuple[date, int]:
        """By day; on the same day, as recorded."""
        return self.day, self.seq


def what_it_gives(change: Change) -> tuple[str, ...]:
    """The post or seat that a person is given, in which form."""
    match change:
        case HolderAppointed(befattning=post, person=person, form=form):
            return "post", post, person, form
        case LedamotElected(organ=organ, person=person):
            return "seat", organ, person
    return ()


def released_by(change: Change) -> tuple[str, ...]:
    """The post or seat that a person leaves."""
    match change:
        case HolderReleased(befattning=post, person=person):
            return "post", post, person
        case LedamotReleased(organ=organ, person=person):
            return "seat", organ, person
    return ()


def instrument_of(change: Change) -> str | None:
    """The avtal or överenskommelse that a change gives an end, or takes it from."""
    match change:
        case (
            AvtalConcluded(avtal=thing, until=date())
            | OverenskommelseMade(overenskommelse=thing, until=date())
        ):
            return thing
        case InstrumentRenewed(instrument=thing):
            return thing
    return None


def created_by(change: Change) -> tuple[str, str] | None:
    """(type, id) of what the change creates."""
    match change:
        case EnhetCreated(enhet=thing):
            return "enhet", thing
        case OrganCreated(organ=thing):
            return "organ", thing
        case BefattningCreated(befattning=thing):
            return "befattning", thing
        case UppdragCreated(uppdrag=thing):
            return "uppdrag", thing
        case UtforareRegistered(utforare=thing):
            return "utforare", thing
        case AvtalConcluded(avtal=thing):
            return "avtal", thing
        case OverenskommelseMade(overenskommelse=thing):
            return "overenskommelse", thing
        case ForumCreated(forum=thing):
            return "forum", thing
        case AtgardPlanned(atgard=thing):
            return "atgard", thing
        case ForslagMade(forslag=thing):
            return "forslag", thing
        case ArendeDefined(arende=thing):
            return "arende", thing
        case DelegationsordningAdopted(ordning=thing):
            return "delegationsordning", thing
        case VidaredelegationGranted(vidaredelegation=thing):
            return "vidaredelegation", thing
    return None


def ended_by(change: Change) -> tuple[str, ...]:
    """The ids of what the change ends."""
    match change:
        case EnheterMerged(enheter=enheter):
            return enheter
        case EnhetDissolved(enhet=thing) | EnhetSplit(enhet=thing):
            return (thing,)
        case OrganDissolved(organ=thing) | BefattningWithdrawn(befattning=thing):
            return (thing,)
        case UppdragEnded(uppdrag=thing) | UppdragSplit(uppdrag=thing):
            return (thing,)
        case UtforareRemoved(utforare=thing) | ForumDissolved(forum=thing):
            return (thing,)
        case AvtalEnded(avtal=thing) | OverenskommelseEnded(overenskommelse=thing):
            return (thing,)
        case DelegationsordningAdopted(replaces=str() as thing) | DelegationsordningRepealed(ordning=thing):
            return (thing,)
        case VidaredelegationRevoked(vidaredelegation=thing):
            return (thing,)
    return ()


def relation_ended_by(change: Change) -> tuple[str, ...] | None:
    """The role, relation or membership that the change ends."""
    match change:
        case RollEnded(thing=thing, roll=roll):
            return thing, roll
        case RelationEnded(thing=thing, kind=kind, to=to):
            return thing, kind, to
        case ForumMemberRemoved(forum=forum, member=member):
            return forum, member
    return None


def taken_over(change: Change) -> tuple[tuple[str, str], ...]:
    """(what ends, what takes over from it)."""
    match change:
        case EnheterMerged(enheter=enheter, into=into):
            return tuple((enhet, into) for enhet in enheter)
        case EnhetSplit(enhet=thing, into=parts) | UppdragSplit(uppdrag=thing, into=parts):
            return tuple((thing, part) for part in parts)
        case EnhetDissolved(enhet=thing, successors=successors):
            return tuple((thing, successor) for successor in successors)
    return ()


@dataclass
class Day:
    """The organisation at the end of one day."""

    day: date = date.min
    types: dict[str, str] = field(default_factory=dict)  # whatever has lived
    life: dict[str, str] = field(default_factory=dict)  # only what lives
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    aliases: set[tuple[str, str]] = field(default_factory=set)
    parents: dict[str, str | None] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    merging: dict[str, str] = field(default_factory=dict)  # on this very day
    planned_ends: dict[str, date | None] = field(default_factory=dict)
    headcounts: dict[str, HeadcountStated] = field(default_factory=dict)
    placements: dict[str, str] = field(default_factory=dict)
    personalansvar: dict[str, bool] = field(default_factory=dict)
    budgetansvar: dict[str, bool] = field(default_factory=dict)
    leaderships: dict[tuple[str, str], str | bool] = field(default_factory=dict)
    reports_to: dict[str, str | None] = field(default_factory=dict)
    held: set[tuple[str, str, str]] = field(default_factory=set)
    ever_held: set[str] = field(default_factory=set)
    vacant: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)  # vacant, and nobody has been appointed since
    takes_over: dict[tuple[str, str], date] = field(default_factory=dict)  # from when
    under_namnd: set[tuple[str, str]] = field(default_factory=set)
    placing: set[tuple[str, str]] = field(default_factory=set)  # said on this very day, or taken back
    part_of: dict[str, str] = field(default_factory=dict)
    seats: dict[tuple[str, str], str] = field(default_factory=dict)
    ansvarig: dict[str, str] = field(default_factory=dict)  # of an uppdrag
    myndighet: set[str] = field(default_factory=set)
    roller: set[tuple[str, ...]] = field(default_factory=set)
    relations: set[tuple[str, ...]] = field(default_factory=set)
    bestallare: dict[str, str] = field(default_factory=dict)
    utforare: dict[str, str] = field(default_factory=dict)
    regim: dict[str, str] = field(default_factory=dict)
    until: dict[str, date | None] = field(default_factory=dict)  # of an instrument
    about: set[tuple[str, str]] = field(default_factory=set)  # instrument, uppdrag
    lagstod: dict[str, str] = field(default_factory=dict)
    forum_of: dict[str, str] = field(default_factory=dict)
    frequency: dict[str, str] = field(default_factory=dict)
    members: dict[tuple[str, ...], str] = field(default_factory=dict)
    forum_seats: dict[tuple[str, str], str] = field(default_factory=dict)
    seated: dict[tuple[str, str], str | None] = field(default_factory=dict)
    deadlines: dict[str, tuple[date, ...]] = field(default_factory=dict)
    ansvariga: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of an åtgärd
    beslutande: dict[str, tuple[str, ...]] = field(default_factory=dict)
    depends_on: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    met: set[tuple[str, date]] = field(default_factory=set)
    made_by: dict[str, str] = field(default_factory=dict)
    alternatives: dict[str, str] = field(default_factory=dict)
    contradictions: set[tuple[str, str]] = field(default_factory=set)
    arenden: dict[str, ArendeDefined] = field(default_factory=dict)
    omraden: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of an organ, by its reglemente
    ordningar: dict[str, DelegationsordningAdopted] = field(default_factory=dict)
    rows: dict[tuple[str, str], Rad] = field(default_factory=dict)  # kept though the ordning ends
    withheld: set[tuple[str, str, str]] = field(default_factory=set)
    passed_on: dict[str, VidaredelegationGranted] = field(default_factory=dict)
    deputies: dict[str, str | None] = field(default_factory=dict)

    def copied(self) -> Day:
        return Day(**{each.name: copy.copy(getattr(self, each.name)) for each in fields(self)})

    def begin(self, change: Change) -> None:
        """What a change does on its day."""
        if created := created_by(change):
            self.life[created[1]] = self.types[created[1]] = created[0]
        for thing in ended_by(change):
            self.life.pop(thing, None)
        self.takes_over |= dict.fromkeys(taken_over(change), self.day)
        match change:
            case EnhetCreated():
                self.names[change.enhet] = change.name
                self.kinds[change.enhet] = change.kind
                self.parents[change.enhet] = change.parent
                if change.planned_end is not None:
                    self.planned_ends[change.enhet] = change.planned_end
            case EnhetRenamed():
                self.names[change.enhet] = change.name
            case EnhetReclassified():
                self.kinds[change.enhet] = change.kind
            case EnhetMoved():
                self.parents[change.enhet] = change.parent
            case EnheterMerged():
                self.merged |= dict.fromkeys(change.enheter, change.into)
                self.merging |= dict.fromkeys(change.enheter, change.into)
            case EnhetAliasAdded():
                self.aliases.add((change.enhet, change.alias))
            case EnhetPlacedUnderNamnd():
                self.under_namnd.add((change.enhet, change.namnd))
                self.placing.add((change.enhet, change.namnd))
            case EnhetRemovedFromNamnd():
                self.under_namnd.discard((change.enhet, change.namnd))
                self.placing.add((change.enhet, change.namnd))
            case HeadcountStated():
                self.headcounts[change.thing] = change
            case OrganCreated():
                self.names[change.organ] = change.name
                self.kinds[change.organ] = change.kind
                if change.part_of is not None:
                    self.part_of[change.organ] = change.part_of
            case OrganRenamed():
                self.names[change.organ] = change.name
            case LedamotElected():
                self.seats[change.organ, change.person] = change.role
            case LedamotReleased():
                self.seats.pop((change.organ, change.person), None)
            case BefattningCreated():
                self.names[change.befattning] = change.title
                self.placements[change.befattning] = change.enhet
                self.leaderships |= {(enhet, change.befattning): True for enhet in change.leads}
                if change.personalansvar is not None:
                    self.personalansvar[change.befattning] = change.personalansvar
                if change.budgetansvar is not None:
                    self.budgetansvar[change.befattning] = change.budgetansvar
            case BefattningRetitled():
                self.names[change.befattning] = change.title
            case BefattningMoved():
                self.placements[change.befattning] = change.enhet
            case LeadershipAssigned():
                self.leaderships[change.enhet, change.befattning] = change.samledarskap or True
            case LeadershipEnded():
                self.leaderships.pop((change.enhet, change.befattning), None)
            case ReportingChanged():
                self.reports_to[change.befattning] = change.to
            case HolderAppointed():
                self.held.add((change.befattning, change.person, change.form))
                self.declared.discard(change.befattning)
                self.ever_held.add(change.befattning)  # be it that another takes it back on the same day
            case HolderReleased():
                self.held -= {(change.befattning, change.person, form) for form in FORMS}
            case VacancyDeclared():
                self.vacant.add(change.befattning)
                self.declared.add(change.befattning)
            case EnhetDissolved() | EnhetSplit() | OrganDissolved() | BefattningWithdrawn():
                pass
            case BeslutAnnulled() | ChangeAnnulled():
                pass
            case _:
                self._begin_uppdrag_or_instrument(change)

    def _begin_uppdrag_or_instrument(self, change: Change) -> None:
        match change:
            case UppdragCreated():
                self.names[change.uppdrag] = change.name
                self.ansvarig[change.uppdrag] = change.ansvarig
                if change.myndighetsutovning:
                    self.myndighet.add(change.uppdrag)
            case UppdragTransferred():
                self.ansvarig[change.uppdrag] = change.to
            case RollAssigned():
                self.roller.add((change.thing, change.roll))
            case RelationEstablished():
                self.relations.add((change.thing, change.kind, change.to))
            case UtforareRegistered():
                self.names[change.utforare] = change.name
                self.kinds[change.utforare] = change.kind
            case AvtalConcluded():
                self._begin_instrument(change.avtal, change)
                self.regim[change.avtal] = change.regim
                if change.lagstod is not None:
                    self.lagstod[change.avtal] = change.lagstod
            case OverenskommelseMade():
                self._begin_instrument(change.overenskommelse, change)
            case InstrumentRenewed():
                self.until[change.instrument] = change.until
            case InstrumentTransferred():
                if change.bestallare is not None:
                    self.bestallare[change.instrument] = change.bestallare
                if change.utforare is not None:
                    self.utforare[change.instrument] = change.utforare
            case RollEnded() | RelationEnded():
                self.roller.discard(relation_ended_by(change) or ())
                self.relations.discard(relation_ended_by(change) or ())
            case UppdragEnded() | UppdragSplit() | UtforareRemoved() | AvtalEnded() | OverenskommelseEnded():
                pass
            case _:
                self._begin_forum_or_plan(change)

    def _begin_instrument(self, instrument: str, change: AvtalConcluded | OverenskommelseMade) -> None:
        self.names[instrument] = change.name
        self.bestallare[instrument] = change.bestallare
        self.utforare[instrument] = change.utforare
        self.about |= {(instrument, uppdrag) for uppdrag in change.uppdrag}
        if change.until is not None:
            self.until[instrument] = change.until

    def _begin_forum_or_plan(self, change: Change) -> None:
        match change:
            case ForumCreated():
                self.names[change.forum] = change.name
                self.kinds[change.forum] = change.kind
                if change.frequency is not None:
                    self.frequency[change.forum] = change.frequency
                if change.part_of is not None:
                    self.forum_of[change.forum] = change.part_of
                if change.planned_end is not None:
                    self.planned_ends[change.forum] = change.planned_end
            case ForumMemberAdded():
                self.members[change.forum, change.member] = change.role
            case ForumMemberRemoved():
                self.members.pop((change.forum, change.member), None)
            case ForumSeatsAdded():
                self.forum_seats |= {(change.forum, seat): change.role for seat in change.seats}
            case ForumSeatFilled():
                self.seated[change.forum, change.seat] = change.person
            case PlannedEndChanged():
                self.planned_ends[change.thing] = change.planned_end
            case AtgardPlanned():
                self.names[change.atgard] = change.name
                self.deadlines[change.atgard] = change.deadlines
                self.ansvariga[change.atgard] = change.ansvariga
                self.beslutande[change.atgard] = change.beslutande
                self.depends_on[change.atgard] = change.depends_on
                self.mentions[change.atgard] = change.concerns
            case AtgardRescheduled():
                self.deadlines[change.atgard] = change.deadlines
            case AtgardReassigned():
                self.ansvariga[change.atgard] = change.ansvariga
            case AtgardCompleted(deadline=date() as deadline):
                self.met.add((change.atgard, deadline))
            case AtgardCompleted():
                self.outcomes[change.atgard] = Outcome("avslutad", change.outcome)
            case AtgardCancelled():
                self.outcomes[change.atgard] = Outcome("installd", change.reason)
            case ForslagMade():
                self.names[change.forslag] = change.name
                self.mentions[change.forslag] = change.concerns
                if change.made_by is not None:
                    self.made_by[change.forslag] = change.made_by
                if change.alternative is not None:
                    self.alternatives[change.forslag] = change.alternative
            case ForslagDecided():
                self.outcomes[change.forslag] = Outcome(change.outcome, change.says)
            case ContradictionNoted():
                self.contradictions.add((change.thing, change.says))
            case ForumDissolved():
                pass
            case _:
                self._begin_delegation(change)

    def _begin_delegation(self, change: Change) -> None:
        match change:
            case ArendeDefined():
                self.names[change.arende] = change.name
                self.arenden[change.arende] = change
            case ReglementeAdopted():
                self.omraden[change.namnd] = change.omraden
            case DelegationsordningAdopted():
                self.names[change.ordning] = change.name
                self.ordningar[change.ordning] = change
            case DelegationGranted() | DelegationChanged():
                self.rows[change.ordning, change.rad] = change
            case DelegationRevoked():
                self.rows.pop((change.ordning, change.rad), None)
            case DelegationWithheld():
                self.withheld.add((change.ordning, change.arende, change.delegat_typ))
            case VidaredelegationGranted():
                self.passed_on[change.vidaredelegation] = change
            case DeputyDesignated():
                self.deputies[change.befattning] = change.deputy
            case DelegationsordningRepealed() | VidaredelegationRevoked():
                pass
            case _:
                raise AssertionError(f"the naive model does not know {type(change).__name__}")

    def run_out(self, change: Change) -> None:
        """What a change does on the first day no longer."""
        match change:
            case HolderAppointed():
                self.held.discard((change.befattning, change.person, change.form))
            case LedamotElected():
                self.seats.pop((change.organ, change.person), None)

    def close(self) -> None:
        """At the end of the day what merged enheter have is carried over to the ones they merged into."""
        for _ in self.merged:
            for enhet, parent in self.parents.items():
                if parent in self.merged:
                    self.parents[enhet] = self.merged[parent]
            for had in (self.placements, self.ansvarig, self.bestallare, self.utforare, self.forum_of):
                for thing, enhet in had.items():
                    if enhet in self.merged:
                        had[thing] = self.merged[enhet]
        self._carry_over_namnder()

    def _carry_over_namnder(self) -> None:
        """What has no nämnd of its own has, after a merger, those of what was merged into it."""
        placed = {enhet for enhet, _ in self.under_namnd}
        for _ in self.merging:
            for enhet, into in self.merging.items():
                if into not in placed:
                    found = {organ for under, organ in self.under_namnd if under == enhet}
                    carried = {(into, organ) for organ in found if self.life.get(organ) == "organ"}
                    self.under_namnd |= carried - self.placing

    def living(self, type_: str) -> list[str]:
        return [thing for thing, its_type in self.life.items() if its_type == type_]

    def is_enhet(self, thing: str | None) -> bool:
        return thing is not None and self.life.get(thing) == "enhet"

    def there(self, thing: str | None, *types: str) -> str | None:
        """The thing, if it lives and, where types are named, is of one of them."""
        lives_as = self.life.get(thing or "")
        return thing if lives_as is not None and (not types or lives_as in types) else None

    def instruments(self) -> list[str]:
        return self.living("avtal") + self.living("overenskommelse")

    def in_force(self, instrument: str) -> bool:
        until = self.until.get(instrument)
        return instrument in self.instruments() and (until is None or self.day < until)

    def waits_for(self, atgard: str) -> set[str]:
        """The åtgärder that it waits for, through others too."""
        found: set[str] = set()
        more = [atgard]
        for each in more:
            found |= set(self.depends_on.get(each, ()))
            more += [one for one in self.depends_on.get(each, ()) if one not in more]
        return found

    def parent(self, enhet: str) -> str | None:
        """The enhet it is under; none where that one is not there, or is under this one itself."""
        if not self.is_enhet(self.parents.get(enhet)) or self.under_itself(enhet):
            return None
        return self.parents[enhet]

    def under_itself(self, enhet: str) -> bool:
        above = self.parents.get(enhet)
        for _ in self.life:
            if above == enhet:
                return self.is_enhet(enhet)
            if above is None or not self.is_enhet(above):
                return False
            above = self.parents.get(above)
        return False

    def is_chef(self, post: str) -> bool:
        return bool(self.leads(post)) and self.personalansvar.get(post) is not False

    def over(self, post: str) -> set[str]:
        """Whoever is right over a post: by decision or, in the line, the nearest chefer."""
        to = self.reports_to.get(post)
        if to in self.life:
            return {to} if to is not None else set()
        starts = [self.placements.get(post)]
        if self.is_chef(post):
            depth = min(len(self.path(enhet)) for enhet in self.leads(post))
            starts = [self.parent(enhet) for enhet in self.leads(post) if len(self.path(enhet)) == depth]
        found: set[str] = set()
        for enhet in starts:
            chefer: set[str] = set()
            while self.is_enhet(enhet) and enhet is not None and not chefer:
                chefer = {leader for leader in self.leaders(enhet) if leader != post and self.is_chef(leader)}
                enhet = self.parent(enhet)
            found |= chefer
        return found

    def reports_over(self, post: str) -> set[str]:
        """The posts over a post, through others too."""
        found: set[str] = set()
        waiting = [post]
        for each in waiting:
            waiting += self.over(each) - found
            found |= self.over(each)
        return found

    def children(self, enhet: str | None) -> list[str]:
        return [child for child in self.living("enhet") if self.parent(child) == enhet]

    def path(self, enhet: str) -> list[str]:
        parent = self.parent(enhet)
        return [*(self.path(parent) if parent is not None else []), enhet]

    def leaders(self, enhet: str) -> set[str]:
        """With half the knowledge an id may name a forum that was given to a befattning as well."""
        posts = {post for led, post in self.leaderships if led == enhet}
        return {post for post in posts if self.life.get(post) == "befattning"}

    def leads(self, post: str) -> set[str]:
        return {led for led, leader in self.leaderships if leader == post and self.is_enhet(led)}

    def holders(self, post: str) -> set[tuple[str, str]]:
        return {(person, form) for held, person, form in self.held if held == post}

    def is_vacant(self, post: str) -> bool:
        return not self.holders(post) and (post in self.vacant or post in self.ever_held)

    def own_namnder(self, enhet: str) -> set[str]:
        return {organ for placed, organ in self.under_namnd if placed == enhet and organ in self.life}

    def namnder(self, enhet: str) -> set[str]:
        """Its own or, when it has none, those of what it is under."""
        parent = self.parent(enhet)
        return self.own_namnder(enhet) or (self.namnder(parent) if parent is not None else set())

    def ordningar_of(self, organ: str) -> list[str]:
        """The delegationsordningar in force; more than one only by mistake."""
        return [o for o in self.living("delegationsordning") if self.ordningar[o].namnd == organ]

    def rows_in_force(self) -> dict[tuple[str, str], Rad]:
        return {key: row for key, row in self.rows.items() if self.life.get(key[0]) == "delegationsordning"}

    def heads_what_is_under(self, post: str, organ: str) -> bool:
        """Whether a befattning is förvaltningschef: it leads an enhet that itself is under the organ."""
        is_there = self.life.get(post) == "befattning"
        return is_there and any(organ in self.own_namnder(enhet) for enhet in self.leads(post))

    def problems(self) -> Iterator[str]:
        """The invariants that are broken on this day."""
        for enhet in self.living("enhet"):
            parent = self.parents.get(enhet)
            if parent is not None and not self.is_enhet(parent):
                yield f"{enhet} is under {parent}, which is not there"
            if self.under_itself(enhet):
                yield f"{enhet} is under itself"
            leaders = self.leaders(enhet)
            shared = [post for post in leaders if self.leaderships[enhet, post] is not True]
            if len(leaders) > 1 and len(shared) < len(leaders):
                yield f"{enhet} has several leaders"
            if shared and self.kinds[enhet] == "skolenhet":
                yield f"{enhet} is a skolenhet in samledarskap"
            for organ in (o for placed, o in self.under_namnd if placed == enhet):
                if self.life.get(organ) != "organ":
                    yield f"{enhet} answers to {organ}, which is not there"
        for post in self.living("befattning"):
            if not self.is_enhet(self.placements[post]):
                yield f"{post} is placed in {self.placements[post]}, which is not there"
            if post in self.reports_over(post):
                yield f"{post} reports to itself"
            chef = self.reports_to.get(post)
            if chef is not None and self.life.get(chef) != "befattning":
                yield f"{post} reports to {chef}, which is not there"
            ordinarie = [person for person, form in self.holders(post) if form == "ordinarie"]
            acting = [person for person, form in self.holders(post) if form != "ordinarie"]
            if len(ordinarie) > 1 or len(acting) > 1:
                yield f"{post} has several holders"
            for enhet in self.leads(post):
                for organ in self.own_namnder(enhet):
                    for person, _ in self.holders(post):
                        if (organ, person) in self.seats:
                            yield f"{person} is chef of {enhet} and sits in its nämnd {organ}"
        for post in {post for post, _, _ in self.held}:
            if self.life.get(post) != "befattning":
                yield f"{post} is held but is not there"
        for organ in self.living("organ"):
            whole = self.part_of.get(organ)
            if whole is not None and self.life.get(whole) != "organ":
                yield f"{organ} is part of {whole}, which is not there"
            for _ in self.life:
                if whole == organ:
                    yield f"{organ} is part of itself"
                whole = self.part_of.get(whole or "")
        for kind in ("fullmaktige", "styrelse"):
            if len(self.organs_of(kind)) > 1:
                yield f"there are several of {kind}"
        yield from self._problems_of_uppdrag_and_instruments()
        yield from self._problems_of_delegation()
        for atgard in self.living("atgard"):
            if atgard in self.waits_for(atgard):
                yield f"{atgard} waits for itself"

    def _problems_of_uppdrag_and_instruments(self) -> Iterator[str]:
        for uppdrag in self.living("uppdrag"):
            if self.life.get(self.ansvarig[uppdrag]) not in ("enhet", "organ"):
                yield f"{self.ansvarig[uppdrag]} answers for {uppdrag}, but is not there"
        for forum in self.living("forum"):
            if forum in self.forum_of and self.forum_of[forum] not in self.life:
                yield f"{forum} is a forum of {self.forum_of[forum]}, which is not there"
        for instrument in filter(self.in_force, self.instruments()):
            for party in (self.bestallare[instrument], self.utforare[instrument]):
                if party not in self.life:
                    yield f"{party} is a party of {instrument}, but is not there"
        for avtal in self.living("avtal"):
            if self.types.get(self.utforare[avtal]) in ("enhet", "organ"):
                yield f"{avtal} is an avtal within the kommun"
        for instrument in self.living("overenskommelse"):
            if self.types.get(self.utforare[instrument]) == "utforare":
                yield f"{instrument} is an överenskommelse with another"

    def _problems_of_delegation(self) -> Iterator[str]:
        for ordning in self.living("delegationsordning"):
            organ = self.ordningar[ordning].namnd
            if self.life.get(organ) != "organ":
                yield f"{ordning} is of {organ}, which is not there"
            if len(self.ordningar_of(organ)) > 1:
                yield f"{ordning} is not the only one of {organ}"
        for (ordning, rad), row in self.rows_in_force().items():
            organ, arende = self.ordningar[ordning].namnd, self.arenden.get(row.arende)
            omrade, omraden = arende and arende.omrade, self.omraden.get(organ)
            if omraden and omrade is not None and omrade not in omraden:
                yield f"{rad} of {ordning} is about {omrade}, which is not in the reglemente of {organ}"

    def problems_of_new_row(self, row: Rad) -> Iterator[str]:
        """What is wrong with a row that holds from this day on; nobody asks again while it reads so."""
        organ, arende = self.ordningar[row.ordning].namnd, self.arenden.get(row.arende)
        if arende is not None and arende.forbehallet is not None:
            yield f"{row.arende} is not delegated"
        if len(row.delegat) > 1:
            yield "several would decide together"
        if row.automatiserad and self.day < AUTOMATISERAD:
            yield "nothing automatic decides yet"
        for delegat in row.delegat:
            if not self._may_be_delegate(delegat, organ):
                yield f"{delegat} cannot decide for {organ}"
        roles = {self.seats.get((organ, delegat), "none") for delegat in row.delegat} or {"nobody"}
        if row.bradskande and not roles <= {"ordforande", "vice ordforande", "ledamot"}:
            yield f"{row.delegat} do not sit in {organ}"

    def _may_be_delegate(self, delegat: str, organ: str) -> bool:
        match self.types.get(delegat):
            case None:
                return (organ, delegat) in self.seats
            case "organ" if self.part_of.get(delegat) in (None, organ):
                kind = self.kinds[delegat]
                return kind == "utskott" or (kind == "presidium" and self.day >= PRESIDIUM)
            case type_:
                return type_ == "befattning"

    def organs_of(self, kind: str) -> list[str]:
        return [organ for organ in self.living("organ") if self.kinds[organ] == kind]


NOTHING = Day()
NOT_SAID = {"day", "types", "ever_held", "merging", "placing"}  # what follows from what is said

Slot = tuple[str, object]  # what something is said of: a field of `Day`, and a key of it


@lru_cache(maxsize=4096)
def filled_by(change: Change) -> dict[Slot, object]:
    """What a change says, each with its value: what it leaves in a day on which there was nothing."""
    day = Day()
    day.begin(change)
    found: dict[Slot, object] = {}
    for each in fields(Day):
        value = getattr(day, each.name)
        if each.name not in NOT_SAID:
            found |= {(each.name, key): value[key] if isinstance(value, dict) else True for key in value}
    return found


def emptied_by(change: Change) -> set[Slot]:
    """What a change says to hold no longer."""
    found: set[Slot] = {("life", thing) for thing in ended_by(change)}
    match change:
        case HolderReleased(befattning=post, person=person):
            found |= {("held", (post, person, form)) for form in FORMS}
        case HolderAppointed(befattning=post):
            found.add(("declared", post))
        case LedamotReleased(organ=organ, person=person):
            found.add(("seats", (organ, person)))
        case LeadershipEnded(befattning=post, enhet=enhet):
            found.add(("leaderships", (enhet, post)))
        case EnhetRemovedFromNamnd(enhet=enhet, namnd=organ):
            found.add(("under_namnd", (enhet, organ)))
        case RollEnded() | RelationEnded() | ForumMemberRemoved():
            field_of = {RollEnded: "roller", RelationEnded: "relations", ForumMemberRemoved: "members"}
            found.add((field_of[type(change)], relation_ended_by(change)))
        case DelegationRevoked(ordning=ordning, rad=rad):
            found.add(("rows", (ordning, rad)))
    return found


@dataclass(frozen=True)
class Saying:
    """What one fact says of one thing from one day on; None where it no longer holds."""

    day: date
    said: Said
    value: object


class NaiveAccount:
    """What counts of an organisation, replayed."""

    def __init__(
        self,
        said: list[Said],
        things: list[str],
        rows: list[tuple[str, str]],
        records: list[tuple[int, Beslut]],
        organisation: NaiveOrganisation,
    ) -> None:
        self.said = said
        self.records = records  # (position, beslut) of those that count
        self.organisation = organisation
        self.things = things  # every id ever given, in recorded order
        self.rows = rows  # every row ever granted or changed, in recorded order
        self.days: dict[date, Day] = {}
        state = Day()
        for day in sorted({day for s in said for day in s.days}):
            state = state.copied()
            state.day, state.merging, state.placing = day, {}, set()
            for s in said:  # in recorded order
                if s.day == day:
                    state.begin(s.change)
                if s.until == day:
                    state.run_out(s.change)
            state.close()
            self.days[day] = state
        self._in_order = list(self.days)

    def on(self, day: date) -> Day:
        earlier = bisect_right(self._in_order, day)
        return self.days[self._in_order[earlier - 1]] if earlier else NOTHING

    @cached_property
    def sayings(self) -> dict[Slot, list[Saying]]:
        """All that is said of each thing, by day and then as recorded."""
        found: dict[Slot, list[Saying]] = {}
        for s in self.said:
            gone = dict.fromkeys(emptied_by(s.change))
            for slot, value in (gone | filled_by(s.change)).items():
                found.setdefault(slot, []).append(Saying(s.day, s, value))
                if s.until is not None and slot[0] in ("held", "seats"):
                    found[slot].append(Saying(s.until, s, None))
        for each in found.values():
            each.sort(key=lambda saying: (saying.day, saying.said.seq))
        return found

    def last_saying(self, field: str, key: object, day: date) -> Saying | None:
        """What holds of something on a day."""
        by_then = [each for each in self.sayings.get((field, key), ()) if each.day <= day]
        return by_then[-1] if by_then else None

    def holds(self, s: Said, day: date) -> bool:
        """Whether it is the day of a change, or something that it says holds."""
        if day <= s.day:
            return day == s.day
        slots = [slot for slot, value in filled_by(s.change).items() if value is not None]
        last = [self.last_saying(*slot, day) for slot in slots]
        return any(each is not None and each.said is s and each.value is not None for each in last)

    def ended(self, thing: str, day: date) -> date | None:
        """From which day a thing has ceased to exist; None when it has not by the day."""
        last = self.last_saying("life", thing, day)
        return last.day if last is not None and last.value is None else None

    @cached_property
    def types(self) -> dict[str, str]:
        """What each thing is; of an id that is given twice, what it was first."""
        found: dict[str, str] = {}
        for s in sorted(self.said, key=lambda s: s.order):
            if created := created_by(s.change):
                found.setdefault(created[1], created[0])
        return found

    def in_recorded_order(self, things: Iterable[str]) -> list[str]:
        return sorted(things, key=self.things.index)

    def in_tree_order(self, day: Day, under: str | None = None) -> list[str]:
        """The living enheter, each followed by what is under it."""
        found = []
        for enhet in self.in_recorded_order(day.children(under)):
            found += [enhet, *self.in_tree_order(day, enhet)]
        return found

    def taking_effect(self, after: date, until: date) -> list[tuple[date, int]]:
        """(day, number of the fact) of what begins, or really ends by an ``until``, in (after, until]."""
        days = {
            (s.day, s.seq) for s in self.said if not isinstance(s.change, BeslutAnnulled | ChangeAnnulled)
        }
        days |= {(s.until, s.seq) for s in self.said if s.until is not None and self._ends(s, s.until)}
        days |= {(s.lapses, s.seq) for s in self.said if s.lapses is not None and self._lapses(s, s.lapses)}
        return sorted((day, seq) for day, seq in days if after < day <= until)

    def _ends(self, s: Said, day: date) -> bool:
        """Whether it held the day before, and it is this fact that ends it on the day."""
        before, today = self.on(day - ONE_DAY), self.on(day)
        same = [o for o in self.said if o.until == day and what_it_gives(o.change) == what_it_gives(s.change)]
        match s.change:
            case HolderAppointed(befattning=post, person=person, form=form):
                held = [(post, person, form) in state.held for state in (before, today)]
                return held == [True, False] and post in before.life and s is self._last(same, day)
            case LedamotElected(organ=organ, person=person):
                sits = [(organ, person) in state.seats for state in (before, today)]
                return sits == [True, False] and organ in before.life and s is self._last(same, day)
        return False

    def _last(self, same: list[Said], day: date) -> Said | None:
        """The one of several ends on one day that decides; None when a release recorded later does."""
        last = max(same, key=lambda s: s.seq)
        releases = [o for o in self.said if o.day == day and o.seq > last.seq and released_by(o.change)]
        given = what_it_gives(last.change)
        return None if any(released_by(o.change) == given[:3] for o in releases) else last

    def _lapses(self, s: Said, day: date) -> bool:
        """Whether an instrument is in force the day before and, as this fact says, no longer on the day."""
        before, today = self.on(day - ONE_DAY), self.on(day)
        instrument = instrument_of(s.change) or ""
        saying = [o for o in self.said if o.day < day and instrument_of(o.change) == instrument]
        last = max(saying, key=lambda o: o.order)
        renewed_today = any(o.day == day and instrument_of(o.change) == instrument for o in self.said)
        in_force = instrument in before.life and before.until.get(instrument) == day
        return in_force and last is s and not renewed_today and today.until.get(instrument) == day

    @property
    def merges_in_a_muddle(self) -> bool:
        """Whether an enhet is merged twice, or lives on, or goes into one that is not there.

        Only half knowledge looks like that, as when the beslut that annuls a merger was decided later.
        """
        mergers = [(s.day, s.change) for s in self.said if isinstance(s.change, EnheterMerged)]
        merged = [enhet for _, merger in mergers for enhet in set(merger.enheter)]
        return (
            len(merged) > len(set(merged))
            or any(state.merged.keys() & state.life.keys() for state in self.days.values())
            or any(not self.on(day).is_enhet(merger.into) for day, merger in mergers)
        )

    def problems(self) -> list[str]:
        """Everything that is wrong with what is said, on some day."""
        found = [f"{day}: {p}" for day, state in self.days.items() for p in state.problems()]
        found += [*self._problems_of_politics(), *self._problems_of_atgarder(), *self._problems_of_rows()]
        for s in self.said:
            found += [f"{s.day}: {type(s.change).__name__}: {p}" for p in self._problems_of(s)]
        return found

    def _problems_of_politics(self) -> Iterator[str]:
        for kind in ("fullmaktige", "styrelse"):
            since = [day for day, state in self.days.items() if state.organs_of(kind)]
            for day, state in self.days.items():
                if since and day > since[0] and not state.organs_of(kind):
                    yield f"{day}: there is no {kind} any more"

    def _problems_of_rows(self) -> Iterator[str]:
        """Each row is judged on the first day on which both it, as it reads, and its ordning hold."""
        before: dict[tuple[str, str], Rad] = {}
        for day, state in self.days.items():
            rows = state.rows_in_force()
            for key, row in rows.items():
                if row is not before.get(key):
                    yield from (f"{day}: {key}: {problem}" for problem in state.problems_of_new_row(row))
            before = rows

    def _problems_of_atgarder(self) -> Iterator[str]:
        """In order: nothing is done about what is closed, and each deadline that is set is met once."""
        deadlines: dict[str, tuple[date, ...]] = {}
        met: set[tuple[str, date]] = set()
        closed: set[str] = set()
        for s in sorted(self.said, key=lambda s: s.order):
            match s.change:
                case (
                    AtgardPlanned(atgard=atgard, deadlines=now_set)
                    | AtgardRescheduled(atgard=atgard, deadlines=now_set)
                ):
                    deadlines[atgard] = now_set
            match s.change:
                case (
                    AtgardRescheduled(atgard=atgard)
                    | AtgardReassigned(atgard=atgard)
                    | AtgardCompleted(atgard=atgard)
                    | AtgardCancelled(atgard=atgard)
                ) if atgard in closed:
                    yield f"{atgard} is closed before {s.day}"
                case AtgardCompleted(atgard=atgard, deadline=date() as deadline):
                    if deadline not in deadlines.get(atgard, ()) or (atgard, deadline) in met:
                        yield f"{deadline} is no open deadline of {atgard} on {s.day}"
                    met.add((atgard, deadline))
                case AtgardCompleted(atgard=atgard) | AtgardCancelled(atgard=atgard):
                    closed.add(atgard)

    def _problems_of(self, s: Said) -> Iterator[str]:
        types = self.on(date.max).types
        today, yesterday = self.on(s.day), self.on(s.day - ONE_DAY)
        for _, ref, thing in named_by(s.change):
            if ref.must == "be named" or set(ref.thing) <= {"person", "plats", "rad"}:
                continue
            if "person" in ref.thing and thing not in types:
                continue
            if types.get(thing) not in ref.thing:
                yield f"{thing} is never {ref.thing}"
            if ref.must == "live" and thing not in today.life:
                yield f"{thing} is not there"
            if ref.must == "end" and (thing not in yesterday.life or thing in today.life):
                yield f"{thing} does not end"
            if ref.must == "have lived" and thing not in today.life and thing not in yesterday.life:
                yield f"{thing} was not there"
        if s.created and any(o.created == s.created for o in self.said if o is not s):
            yield f"the id {s.created} is given twice"
        for thing in s.ended:
            if any(thing in o.ended for o in self.said if o is not s):
                yield f"{thing} is ended twice"
        match s.change:
            case HolderReleased(befattning=post, person=person):
                if person not in {one for one, _ in yesterday.holders(post)}:
                    yield f"{person} does not hold {post}"
            case LeadershipEnded(befattning=post, enhet=enhet):
                if (enhet, post) not in yesterday.leaderships:
                    yield f"{post} does not lead {enhet}"
            case EnhetRemovedFromNamnd(enhet=enhet, namnd=organ):
                merged = {each for each, into in today.merging.items() if into == enhet}
                if not any((each, organ) in yesterday.under_namnd for each in (enhet, *merged)):
                    yield f"{enhet} is not under {organ}"
            case LedamotReleased(organ=organ, person=person):
                if (organ, person) not in yesterday.seats:
                    yield f"{person} does not sit in {organ}"
            case HolderAppointed(befattning=post, person=person, form=form):
                releases = [
                    r
                    for r in self.said
                    if isinstance(r.change, HolderReleased)
                    and (r.change.befattning, r.change.person) == (post, person)
                ]
                for day, state in self._in_its_course(s, releases):
                    if (post, person, form) not in state.held:
                        yield f"{person} should hold {post} on {day}, but another appointment ends it"
            case LedamotElected(organ=organ, person=person):
                releases = [
                    r
                    for r in self.said
                    if isinstance(r.change, LedamotReleased)
                    and (r.change.organ, r.change.person) == (organ, person)
                ]
                for day, state in self._in_its_course(s, releases):
                    if (organ, person) not in state.seats:
                        yield f"{person} should sit in {organ} on {day}, but another term ends it"
        ended = relation_ended_by(s.change)
        if ended and ended not in {*yesterday.roller, *yesterday.relations, *yesterday.members}:
            yield f"{ended} does not hold"
        yield from self._problems_of_what_must_be(s, today, yesterday)

    def _problems_of_what_must_be(self, s: Said, today: Day, yesterday: Day) -> Iterator[str]:
        match s.change:
            case ForumSeatFilled(forum=forum, seat=seat):
                if (forum, seat) not in today.forum_seats:
                    yield f"{forum} has no {seat}"
            case AvtalConcluded(uppdrag=about, lagstod=None):
                if today.myndighet & set(about):
                    yield "myndighetsutövning is handed over without a law"
            case InstrumentRenewed(instrument=instrument):
                new = instrument in today.life and instrument not in yesterday.life
                if not new and not yesterday.in_force(instrument):
                    yield f"{instrument} is not in force"
            case ForslagDecided(forslag=forslag):
                others = [o.change for o in self.said if o != s]
                if any(isinstance(o, ForslagDecided) and o.forslag == forslag for o in others):
                    yield f"{forslag} is decided twice"
            case DelegationGranted(ordning=ordning, rad=rad):
                if (ordning, rad) in yesterday.rows or self._granted_before(s):
                    yield f"{ordning} has {rad} already"
            case DelegationChanged(ordning=ordning, rad=rad) | DelegationRevoked(ordning=ordning, rad=rad):
                if (ordning, rad) not in yesterday.rows:
                    yield f"{ordning} does not have {rad}"
            case VidaredelegationGranted():
                yield from self._problems_of_passing_on(s, s.change, today)
            case OrganCreated(organ=organ) | OrganRenamed(organ=organ) | OrganDissolved(organ=organ):
                if today.kinds.get(organ) in ("styrelse", "namnd") and self._has_the_last_word(s):
                    yield from self._problems_of_who_decides_on_namnder(s)

    def _granted_before(self, s: Said) -> bool:
        """Whether the row is granted earlier in the records of the same day."""
        assert isinstance(s.change, DelegationGranted)
        row = s.day, s.change.ordning, s.change.rad
        return any(
            isinstance(o.change, DelegationGranted) and (o.day, o.change.ordning, o.change.rad) == row
            for o in self.said
            if o.seq < s.seq
        )

    def _problems_of_passing_on(self, s: Said, given: VidaredelegationGranted, today: Day) -> Iterator[str]:
        in_force = today.rows_in_force()
        of_it = [key for key in self.rows if key in in_force and key[0] == given.ordning]
        rows = [in_force[key] for key in of_it if in_force[key].nummer == given.nummer]
        if not rows:
            yield f"{given.ordning} has no row {given.nummer}"
            return
        took, organ = s.beslut.decided_by, today.ordningar[given.ordning].namnd
        open_rows = [row for row in rows if row.far_vidaredelegeras]
        if not open_rows:
            yield f"row {given.nummer} is not to be passed on"
        its = all(took in row.delegat for row in open_rows or rows)
        if took is None or not its or not today.heads_what_is_under(took, organ):
            yield f"{took} cannot pass on row {given.nummer}"

    def _has_the_last_word(self, s: Said) -> bool:
        """Whether nothing later on the day says the name of the organ, or whether it is there, anew."""
        again = (OrganCreated, OrganRenamed) if isinstance(s.change, OrganRenamed) else OrganDissolved
        later = [o.change for o in self.said if o.day == s.day and o.seq > s.seq]
        its = getattr(s.change, "organ", None)
        return not any(isinstance(change, again) and change.organ == its for change in later)

    def _problems_of_who_decides_on_namnder(self, s: Said) -> Iterator[str]:
        """Only fullmäktige, if there was one when it was decided, and if it is said who did."""
        took, fullmaktige = s.beslut.decided_by, self.on(s.beslut.decided).organs_of("fullmaktige")
        if fullmaktige and took is not None and took not in fullmaktige:
            yield f"{took} cannot decide on nämnder"

    def _in_its_course(self, s: Said, releases: list[Said]) -> Iterator[tuple[date, Day]]:
        """The days of an appointment, up to its end or a release after it."""
        for day, state in self.days.items():
            released = any(s.order < r.order and r.day <= day for r in releases)
            if s.day <= day and (s.until is None or day < s.until) and not released:
                yield day, state


class NaiveOrganisation:
    """Recorded beslut in a list."""

    def __init__(self, records: Iterable[Beslut] = ()) -> None:
        self.records: list[Beslut] = []
        self.recorded_on: date | None = None  # the day all of it was recorded, if that is said
        self._said: list[Said] = []
        self._accounts: dict[tuple[date | None, int | None], NaiveAccount] = {}
        for beslut in records:
            self.record(beslut)

    def record(self, beslut: Beslut) -> None:
        self.records.append(beslut)
        for number, change in enumerate(beslut.changes, 1):
            self._said.append(Said(len(self._said), beslut, number, change, len(self.records)))
        self._accounts.clear()

    def everything_said(self) -> list[Said]:
        return self._said

    def account(self, known: date | None = None, recorded: int | None = None) -> NaiveAccount:
        """What counts of what was decided by a day and recorded by a position."""
        if (known, recorded) not in self._accounts:
            said = self._counting(known, recorded)
            self._accounts[known, recorded] = NaiveAccount(
                said, self.things(), self.rows(), self._records(said, known, recorded), self
            )
        return self._accounts[known, recorded]

    def _records(
        self, said: list[Said], known: date | None, recorded: int | None
    ) -> list[tuple[int, Beslut]]:
        """The beslut of which anything counts, and those that change nothing."""
        of_it = {s.position for s in said}
        found = enumerate(self.records[:recorded], 1)
        in_time = [each for each in found if known is None or each[1].decided <= known]
        return [(at, beslut) for at, beslut in in_time if at in of_it or not beslut.changes]

    def _counting(self, known: date | None, recorded: int | None) -> list[Said]:
        """What annuls comes after what it annuls, so reading backwards settles what counts."""
        length = len(self.records) if recorded is None else recorded
        annulled: set[tuple[int, int]] = set()
        counting: list[Said] = []
        for s in reversed(self.everything_said()):
            if s.position > length or (known is not None and s.beslut.decided > known):
                continue
            if (s.position, s.number) not in annulled:
                annulled |= self.annulled_by(s.change)
                counting.append(s)
        return counting[::-1]

    def annulled_by(self, change: Change) -> set[tuple[int, int]]:
        """(position, number) of the changes that a change annuls; of two beslut with one id, of the first."""
        match change:
            case BeslutAnnulled(beslut=id):
                numbers: Iterable[int] = range(1, 1 + self.length_of(id))
            case ChangeAnnulled(beslut=id, number=number):
                numbers = [number] if number in range(1, 1 + self.length_of(id)) else []
            case _:
                return set()
        return {(self.position_of(id), number) for number in numbers}

    def position_of(self, id: str) -> int:
        """Where the beslut of an id stands on the log; 0 when it does not."""
        return next((at for at, beslut in enumerate(self.records, 1) if beslut.id == id), 0)

    def length_of(self, id: str) -> int:
        return len(self.records[at - 1].changes) if (at := self.position_of(id)) else 0

    def things(self) -> list[str]:
        """Every id that was ever given, counting or not, in recorded order."""
        named: list[str] = []
        for s in self.everything_said():
            named += [thing for thing in (s.created, *s.ended) if thing is not None and thing not in named]
        return named

    def rows(self) -> list[tuple[str, str]]:
        """Every row that was ever granted or changed, counting or not, in recorded order."""
        rows = [s.change for s in self.everything_said() if isinstance(s.change, Rad)]
        return list(dict.fromkeys((row.ordning, row.rad) for row in rows))

    def problems_with(self, *drafts: Beslut) -> list[str]:
        """Everything that would be wrong, on some day, if the drafts were recorded."""
        found: list[str] = []
        upon = self
        for draft in drafts:
            found += upon._bad_annulments(draft)
            upon = NaiveOrganisation([*upon.records, draft])
        return [*found, *upon.account().problems()]

    def _bad_annulments(self, draft: Beslut) -> Iterator[str]:
        counting = {(s.position, s.number) for s in self.account().said}
        for change in draft.changes:
            if isinstance(change, BeslutAnnulled | ChangeAnnulled) and not (
                self.annulled_by(change) & counting
            ):
                yield f"{change} annuls nothing that counts"
