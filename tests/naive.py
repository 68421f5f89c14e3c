"""An organisation, naively: replay everything that counts, day by day, into plain dicts.

Slow and obvious on purpose. It shares nothing with the library but the classes of the changes, so that
where the two agree there are two witnesses.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date, timedelta

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
    OrganRenamed,
    ReportingChanged,
    VacancyDeclared,
    named_by,
)

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Said:
    """One change of one recorded beslut."""

    seq: int
    beslut: Beslut
    number: int
    change: Change

    @property
    def day(self) -> date:
        return self.beslut.day_of(self.change)

    @property
    def until(self) -> date | None:
        match self.change:
            case HolderAppointed(until=until) | LedamotElected(until=until):
                return until
        return None

    @property
    def order(self) -> tuple[date, int]:
        """By day; on the same day, as recorded."""
        return self.day, self.seq


def created_by(change: Change) -> tuple[str, str] | None:
    """(type, id) of what the change creates."""
    match change:
        case EnhetCreated(enhet=thing):
            return "enhet", thing
        case OrganCreated(organ=thing):
            return "organ", thing
        case BefattningCreated(befattning=thing):
            return "befattning", thing
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
    return ()


@dataclass
class Day:
    """The organisation at the end of one day."""

    life: dict[str, str] = field(default_factory=dict)  # only what lives
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    aliases: set[tuple[str, str]] = field(default_factory=set)
    parents: dict[str, str | None] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    planned_ends: dict[str, date] = field(default_factory=dict)
    headcounts: dict[str, HeadcountStated] = field(default_factory=dict)
    placements: dict[str, str] = field(default_factory=dict)
    personalansvar: dict[str, bool] = field(default_factory=dict)
    budgetansvar: dict[str, bool] = field(default_factory=dict)
    leaderships: dict[tuple[str, str], str | bool] = field(default_factory=dict)
    reports_to: dict[str, str | None] = field(default_factory=dict)
    held: set[tuple[str, str, str]] = field(default_factory=set)
    ever_held: set[str] = field(default_factory=set)
    vacant: set[str] = field(default_factory=set)
    under_namnd: set[tuple[str, str]] = field(default_factory=set)
    part_of: dict[str, str] = field(default_factory=dict)
    seats: dict[tuple[str, str], str] = field(default_factory=dict)

    def copied(self) -> Day:
        return Day(**{each.name: copy.copy(getattr(self, each.name)) for each in fields(self)})

    def begin(self, change: Change) -> None:
        """What a change does on its day."""
        if created := created_by(change):
            self.life[created[1]] = created[0]
        for thing in ended_by(change):
            self.life.pop(thing, None)
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
            case EnhetAliasAdded():
                self.aliases.add((change.enhet, change.alias))
            case EnhetPlacedUnderNamnd():
                self.under_namnd.add((change.enhet, change.namnd))
            case EnhetRemovedFromNamnd():
                self.under_namnd.discard((change.enhet, change.namnd))
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
            case HolderReleased():
                self.held -= {(change.befattning, change.person, form) for form in FORMS}
            case VacancyDeclared():
                self.vacant.add(change.befattning)
            case EnhetDissolved() | EnhetSplit() | OrganDissolved() | BefattningWithdrawn():
                pass
            case BeslutAnnulled() | ChangeAnnulled():
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
        """At the end of the day what is in merged enheter is carried over to the ones they merged into."""
        for _ in self.merged:
            for enhet, parent in self.parents.items():
                if parent in self.merged:
                    self.parents[enhet] = self.merged[parent]
            for post, enhet in self.placements.items():
                if enhet in self.merged:
                    self.placements[post] = self.merged[enhet]
        self.ever_held |= {post for post, _, _ in self.held}

    def living(self, type_: str) -> list[str]:
        return [thing for thing, its_type in self.life.items() if its_type == type_]

    def is_enhet(self, thing: str | None) -> bool:
        return thing is not None and self.life.get(thing) == "enhet"

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

    def children(self, enhet: str | None) -> list[str]:
        return [child for child in self.living("enhet") if self.parent(child) == enhet]

    def path(self, enhet: str) -> list[str]:
        parent = self.parent(enhet)
        return [*(self.path(parent) if parent is not None else []), enhet]

    def leaders(self, enhet: str) -> set[str]:
        return {post for led, post in self.leaderships if led == enhet and post in self.life}

    def leads(self, post: str) -> set[str]:
        return {led for led, leader in self.leaderships if leader == post and led in self.life}

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

    def organs_of(self, kind: str) -> list[str]:
        return [organ for organ in self.living("organ") if self.kinds[organ] == kind]


NOTHING = Day()


class NaiveAccount:
    """What counts of an organisation, replayed."""

    def __init__(self, said: list[Said], things: list[str]) -> None:
        self.said = said
        self.things = things  # every id ever given, in recorded order
        self.days: dict[date, Day] = {}
        state = Day()
        for day in sorted({s.day for s in said} | {s.until for s in said if s.until is not None}):
            state = state.copied()
            for s in said:  # in recorded order
                if s.day == day:
                    state.begin(s.change)
                if s.until == day:
                    state.run_out(s.change)
            state.close()
            self.days[day] = state

    def on(self, day: date) -> Day:
        earlier = [d for d in self.days if d <= day]
        return self.days[max(earlier)] if earlier else NOTHING

    def in_recorded_order(self, things: Iterable[str]) -> list[str]:
        return sorted(things, key=self.things.index)

    def in_tree_order(self, day: Day, under: str | None = None) -> list[str]:
        """The living enheter, each followed by what is under it."""
        found = []
        for enhet in self.in_recorded_order(day.children(under)):
            found += [enhet, *self.in_tree_order(day, enhet)]
        return found

    def taking_effect(self, after: date, until: date) -> list[tuple[date, int]]:
        """(day, number of the fact) of what begins or runs out in (after, until]."""
        days = {
            (s.day, s.seq) for s in self.said if not isinstance(s.change, BeslutAnnulled | ChangeAnnulled)
        }
        days |= {(s.until, s.seq) for s in self.said if s.until is not None}
        return sorted((day, seq) for day, seq in days if after < day <= until)

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
        found += self._problems_of_politics()
        for s in self.said:
            found += [f"{s.day}: {type(s.change).__name__}: {p}" for p in self._problems_of(s)]
        return found

    def _problems_of_politics(self) -> Iterator[str]:
        for kind in ("fullmaktige", "styrelse"):
            since = [day for day, state in self.days.items() if state.organs_of(kind)]
            for day, state in self.days.items():
                if since and day > since[0] and not state.organs_of(kind):
                    yield f"{day}: there is no {kind} any more"

    def _problems_of(self, s: Said) -> Iterator[str]:
        types = {thing: type_ for state in self.days.values() for thing, type_ in state.life.items()}
        today, yesterday = self.on(s.day), self.on(s.day - ONE_DAY)
        for _, ref, thing in named_by(s.change):
            if ref.thing == ("person",):
                continue
            if types.get(thing) not in ref.thing:
                yield f"{thing} is never {ref.thing}"
            if ref.must == "live" and thing not in today.life:
                yield f"{thing} is not there"
            if ref.must == "end" and (thing not in yesterday.life or thing in today.life):
                yield f"{thing} does not end"
            if ref.must == "have lived" and thing not in today.life and thing not in yesterday.life:
                yield f"{thing} was not there"
        if created := created_by(s.change):
            others = [o for o in self.said if o != s and (created_by(o.change) or ("", ""))[1] == created[1]]
            if others:
                yield f"the id {created[1]} is given twice"
        for thing in ended_by(s.change):
            if any(thing in ended_by(o.change) for o in self.said if o != s):
                yield f"{thing} is ended twice"
        match s.change:
            case HolderReleased(befattning=post, person=person):
                if person not in {one for one, _ in yesterday.holders(post)}:
                    yield f"{person} does not hold {post}"
            case LeadershipEnded(befattning=post, enhet=enhet):
                if (enhet, post) not in yesterday.leaderships:
                    yield f"{post} does not lead {enhet}"
            case EnhetRemovedFromNamnd(enhet=enhet, namnd=organ):
                if (enhet, organ) not in yesterday.under_namnd:
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

    def _in_its_course(self, s: Said, releases: list[Said]) -> Iterator[tuple[date, Day]]:
        """The days of an appointment, up to its end or a release after it."""
        for day, state in self.days.items():
            released = any(s.order < r.order and r.day <= day for r in releases)
            if s.day <= day and (s.until is None or day < s.until) and not released:
                yield day, state


class NaiveOrganisation:
    """Recorded beslut in a list."""

    def __init__(self, records: Iterable[Beslut] = ()) -> None:
        self.records = list(records)
        self._accounts: dict[tuple[date | None, int | None], NaiveAccount] = {}

    def record(self, beslut: Beslut) -> None:
        self.records.append(beslut)
        self._accounts.clear()

    def everything_said(self) -> list[Said]:
        found: list[Said] = []
        for beslut in self.records:
            for number, change in enumerate(beslut.changes, 1):
                found.append(Said(len(found), beslut, number, change))
        return found

    def account(self, known: date | None = None, recorded: int | None = None) -> NaiveAccount:
        """What counts of what was decided by a day and recorded by a position."""
        if (known, recorded) not in self._accounts:
            self._accounts[known, recorded] = NaiveAccount(self._counting(known, recorded), self.things())
        return self._accounts[known, recorded]

    def _counting(self, known: date | None, recorded: int | None) -> list[Said]:
        """What annuls comes after what it annuls, so reading backwards settles what counts."""
        on_the_log = {b.id for b in self.records[:recorded]}
        annulled: set[tuple[str, int]] = set()
        counting: list[Said] = []
        for s in reversed(self.everything_said()):
            if s.beslut.id not in on_the_log or (known is not None and s.beslut.decided > known):
                continue
            if (s.beslut.id, s.number) in annulled:
                continue
            match s.change:
                case BeslutAnnulled(beslut=beslut):
                    annulled |= {(beslut, n) for n in range(1, 1 + self.length_of(beslut))}
                case ChangeAnnulled(beslut=beslut, number=number):
                    annulled.add((beslut, number))
            counting.append(s)
        return counting[::-1]

    def length_of(self, beslut: str) -> int:
        return sum(len(b.changes) for b in self.records if b.id == beslut)

    def things(self) -> list[str]:
        """Every id that was ever given, counting or not, in recorded order."""
        named: list[str] = []
        for s in self.everything_said():
            named += [thing for thing in ended_by(s.change) if thing not in named]
            created = created_by(s.change)
            if created and created[1] not in named:
                named.append(created[1])
        return named

    def problems_with(self, draft: Beslut) -> list[str]:
        """Everything that would be wrong, on some day, if the draft were recorded."""
        counting = {(s.beslut.id, s.number) for s in self.account().said}
        found = []
        for change in draft.changes:
            match change:
                case BeslutAnnulled(beslut=beslut):
                    targets = {(beslut, n) for n in range(1, 1 + self.length_of(beslut))}
                case ChangeAnnulled(beslut=beslut, number=number):
                    targets = {(beslut, number)}
                case _:
                    continue
            if not targets & counting:
                found.append(f"{change} annuls nothing that counts")
        return [*found, *NaiveOrganisation([*self.records, draft]).account().problems()]
