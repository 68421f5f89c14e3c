"""A synthetic kommun: as many beslut as are asked for, valid by construction, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from random import Random

from orgmodell.changes import (
    BefattningCreated,
    BefattningMoved,
    BefattningRetitled,
    BefattningWithdrawn,
    Beslut,
    Change,
    ChangeAnnulled,
    EnhetCreated,
    EnheterMerged,
    EnhetMoved,
    EnhetReclassified,
    EnhetRenamed,
    Form,
    HeadcountStated,
    HolderAppointed,
    HolderReleased,
    VacancyDeclared,
)

FOUNDED = date(2000, 1, 1)
FOUNDING_DAYS = 5 * 365
CHANGES_PER_BESLUT = 10
BRANCHES = 4  # enheter under each: 5,000 enheter are then six levels deep
KINDS = ("kommun", "förvaltning", "sektor", "avdelning", "enhet", "grupp")

Act = Callable[[], list[Change]]


def beslut_of(enheter: int, seed: int) -> Iterator[Beslut]:
    """The kommun's beslut, without end: first its enheter are created, then they change for ever."""
    return _Kommun(enheter, seed).beslut()


def up_to(changes: int, beslut: Iterator[Beslut]) -> list[Beslut]:
    """The next beslut, until they hold so many changes."""
    taken: list[Beslut] = []
    while changes > 0:
        taken.append(next(beslut))
        changes -= len(taken[-1].changes)
    return taken


class _Kommun:
    """What is so on the day reached; each act changes it and says so in changes.

    Days never go back, and nothing is touched twice on a day. So every change is valid.
    """

    def __init__(self, enheter: int, seed: int) -> None:
        self._enheter = enheter
        self._random = Random(seed)
        self._day = FOUNDED
        self._number = count(1)
        self._persons = count(1)
        self._touched: set[str] = set()
        self._level: dict[str, int] = {}
        self._by_level: list[list[str]] = []
        self._parent: dict[str, str | None] = {}
        self._under: dict[str, int] = {}  # how many enheter are directly under it
        self._created: dict[str, date] = {}
        self._chef_post: dict[str, str] = {}
        self._posts: list[str] = []
        self._holder: dict[str, str | None] = {}
        self._headcounts: list[tuple[str, int]] = []  # beslut and number of each that still counts
        self._acts: tuple[tuple[int, Act], ...] = (
            (200, self._count),
            (200, self._replace),
            (80, self._rename),
            (70, self._move),
            (50, self._reclassify),
            (70, self._retitle),
            (40, self._move_post),
            (15, self._leave_vacant),
            (3, self._merge),
            (1, self._annul),
        )

    def beslut(self) -> Iterator[Beslut]:
        founding = list(self._founding())
        for at, changes in enumerate(founding):
            self._go_to(FOUNDED + timedelta(days=at * FOUNDING_DAYS // len(founding)))
            yield self._decided(changes())
        weights = [weight for weight, _ in self._acts]
        while True:
            self._go_to(self._day + timedelta(days=self._random.randint(0, 2)))
            changes_now: list[Change] = []
            while len(changes_now) < CHANGES_PER_BESLUT:
                ((_, act),) = self._random.choices(self._acts, weights)
                changes_now += act()
            yield self._decided(changes_now)

    def _decided(self, changes: list[Change]) -> Beslut:
        number = next(self._number)
        cited = f"KS {self._day.year}/{number} § {number % 200 + 1}"
        for at, change in enumerate(changes, 1):
            if isinstance(change, HeadcountStated):
                self._headcounts.append((cited, at))
        decided = self._day - timedelta(days=self._random.randint(0, 60))
        return Beslut(id=cited, decided=decided, effective=self._day, changes=tuple(changes))

    def _go_to(self, day: date) -> None:
        if day != self._day:
            self._touched.clear()
        self._day = day

    # The founding

    def _founding(self) -> Iterator[Act]:
        for first in range(0, self._enheter, 2):
            numbers = range(first, min(first + 2, self._enheter))
            yield lambda numbers=numbers: [c for n in numbers for c in self._create(n)]  # type: ignore[misc]

    def _create(self, number: int) -> list[Change]:
        enhet, parent = f"enhet-{number}", f"enhet-{(number - 1) // BRANCHES}" if number else None
        level = self._level[parent] + 1 if parent else 0
        if level == len(self._by_level):
            self._by_level.append([])
        self._by_level[level].append(enhet)
        self._level[enhet], self._parent[enhet], self._created[enhet] = level, parent, self._day
        self._under[enhet] = 0
        if parent:
            self._under[parent] += 1
        chef, medarbetare = f"chef-{number}", f"handlaggare-{number}"
        self._chef_post[enhet] = chef
        self._posts += [chef, medarbetare]
        kind = KINDS[min(level, len(KINDS) - 1)]
        return [
            EnhetCreated(enhet, name=f"{kind.capitalize()} {number}", kind=kind, parent=parent),
            BefattningCreated(chef, title=f"{kind.capitalize()}schef", enhet=enhet, leads=[enhet]),
            *self._appointed(chef),
            BefattningCreated(medarbetare, title="Handläggare", enhet=enhet),
            *self._appointed(medarbetare),
        ]

    # What happens then

    def _rename(self) -> list[Change]:
        return [EnhetRenamed(e, name=f"Namn {self._random.randint(1, 9999)}") for e in self._some_enhet()]

    def _reclassify(self) -> list[Change]:
        return [EnhetReclassified(e, kind=self._random.choice(KINDS[1:])) for e in self._some_enhet()]

    def _count(self) -> list[Change]:
        return [
            HeadcountStated(e, medarbetare=self._random.randint(1, 400), effective=self._sometimes_earlier(e))
            for e in self._some_enhet()
        ]

    def _sometimes_earlier(self, enhet: str) -> date | None:
        earlier = self._day - timedelta(days=200)
        return earlier if self._random.random() < 0.05 and earlier > self._created[enhet] else None

    def _move(self) -> list[Change]:
        """Under another enhet of the same level, so that nothing comes under itself."""
        for enhet in self._some_enhet():
            if self._level[enhet] > 1:
                for parent in self._free(self._by_level[self._level[enhet] - 1]):
                    self._put(enhet, parent)
                    return [EnhetMoved(enhet, parent=parent)]
        return []

    def _put(self, enhet: str, parent: str | None) -> None:
        before = self._parent[enhet]
        if before:
            self._under[before] -= 1
        if parent:
            self._under[parent] += 1
        self._parent[enhet] = parent

    def _merge(self) -> list[Change]:
        """An enhet with none under it goes into another of its level; its chef leaves."""
        lowest = self._by_level[-1]
        if len(lowest) < 3:
            return []
        for enhet in self._free([e for e in lowest if self._under[e] == 0]):
            for into in self._free(lowest):
                for chef in self._free([self._chef_post[enhet]]):
                    lowest.remove(enhet)
                    self._posts.remove(chef)
                    self._put(enhet, None)
                    ended: list[Change] = [EnheterMerged([enhet], into=into), BefattningWithdrawn(chef)]
                    return self._released(chef) + ended
        return []

    def _retitle(self) -> list[Change]:
        return [
            BefattningRetitled(p, title=f"Titel {self._random.randint(1, 999)}") for p in self._some_post()
        ]

    def _move_post(self) -> list[Change]:
        for post in self._some_post():
            for enhet in self._some_enhet():
                return [BefattningMoved(post, enhet=enhet)]
        return []

    def _replace(self) -> list[Change]:
        return [change for p in self._some_post() for change in [*self._released(p), *self._appointed(p)]]

    def _leave_vacant(self) -> list[Change]:
        for post in self._some_post():
            if released := self._released(post):
                return [*released, VacancyDeclared(post)]
        return []

    def _released(self, post: str) -> list[Change]:
        person, self._holder[post] = self._holder[post], None
        return [HolderReleased(post, person=person)] if person else []

    def _appointed(self, post: str) -> list[Change]:
        """Somebody new; now and then a holder of another post, acting."""
        form: Form = "ordinarie"
        person: str | None = None
        if self._random.random() < 0.1:
            form, person = "tf", self._holder.get(self._random.choice(self._posts))
        person = person or f"p-{next(self._persons)}"
        self._holder[post] = person
        return [HolderAppointed(post, person=person, form=form)]

    def _annul(self) -> list[Change]:
        if not self._headcounts:
            return []
        at = self._random.randrange(len(self._headcounts))
        beslut, number = self._headcounts.pop(at)
        return [ChangeAnnulled(beslut, number=number)]

    def _some_enhet(self) -> list[str]:
        (level,) = self._random.choices(self._by_level, [len(level) for level in self._by_level])
        return self._free(level)

    def _some_post(self) -> list[str]:
        return self._free(self._posts)

    def _free(self, things: list[str]) -> list[str]:
        """One of the things, not touched on this day and from now on touched; or none."""
        for _ in range(5):
            if things and (thing := self._random.choice(things)) not in self._touched:
                self._touched.add(thing)
                return [thing]
        return []
