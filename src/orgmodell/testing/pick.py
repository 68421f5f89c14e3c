"""What a change being drawn can name: what fits a day of the organisation, and seldom anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from hypothesis import strategies as st

from orgmodell.changes import Beslut, Change, Rad
from orgmodell.changes.attributes import LIFE, Form, LedamotRole
from orgmodell.organisation import OrganisationView, ReadableOrganisation
from orgmodell.testing.pools import DAYS, ONE_OF_EACH, PERSONS, POOLS

T = TypeVar("T")

NOW_AND_THEN = st.integers(1, 8).map(lambda n: n == 8)
_SELDOM = st.integers(1, 24).map(lambda n: n == 24)


class Standing:
    """What there is in an organisation on a day."""

    def __init__(self, view: OrganisationView) -> None:
        self.view = view

    @cached_property
    def life(self) -> dict[str, str]:
        """What exists, and of what type each is."""
        account = self.view.account
        types = {thing: account.value(LIFE, thing, self.view.day) for thing in account.chronicle.things()}
        return {thing: type_ for thing, type_ in types.items() if type_ is not None}

    def living(self, *types: str) -> list[str]:
        return [thing for thing, type_ in self.life.items() if type_ in types]

    @property
    def under_namnd(self) -> list[tuple[str, str]]:
        """Each enhet with each organ that it is placed under itself."""
        return [(enhet, organ) for enhet in self.living("enhet") for organ in self.view.namnder_of(enhet)]

    @property
    def leaderships(self) -> list[tuple[str, str]]:
        """Each enhet with each befattning that leads it."""
        return [(enhet, post) for post in self.living("befattning") for enhet in self.view.leads(post)]

    @property
    def held(self) -> list[tuple[str, str, Form]]:
        """Each befattning with whoever holds it, and how."""
        posts = self.living("befattning")
        return [(post, holder.person, holder.form) for post in posts for holder in self.view.holders(post)]

    def holders(self, post: str) -> list[str]:
        """The persons who hold a befattning, if it exists."""
        return sorted({person for held, person, _ in self.held if held == post})

    def seats(self, organ: str) -> dict[str, LedamotRole]:
        """The persons who sit in an organ, if it exists."""
        sitting = self.view.ledamoter(organ) if self.life.get(organ) == "organ" else ()
        return {one.person: one.role for one in sitting}

    def organs_of(self, kind: str) -> list[str]:
        return self.view.account.organs_on(kind, self.view.day)

    def ordningar_of(self, organ: str) -> list[str]:
        """The delegationsordning of an organ."""
        return [each for each in self.living("delegationsordning") if self.namnd_of(each) == organ]

    def namnd_of(self, ordning: str) -> str:
        return self.view.ordning(ordning).namnd

    @property
    def rows(self) -> list[Rad]:
        """The rows of every delegationsordning."""
        return [row for ordning in self.living("delegationsordning") for row in self.view.rader(ordning)]

    def heads_what_is_under(self, post: str, organ: str) -> bool:
        """Whether a befattning is förvaltningschef: it leads an enhet that itself is under the organ."""
        there = self.life.get(post) == "befattning"
        return there and any(organ in self.view.namnder_of(enhet) for enhet in self.view.leads(post))

    def instruments(self) -> list[str]:
        return self.living("avtal", "overenskommelse")

    def in_force(self) -> list[str]:
        """The instruments in force."""
        return [each for each in self.instruments() if self.view.in_force(each)]


class Pick:
    """Draws what fits a day of the organisation; seldom anything, or where nothing fits.

    Attributes:
        organisation: what it is drawn for.
        day: the day.
        today, yesterday: what there is on it, and on the day before.
        fits: whether something that fits was there for all that was asked.
    """

    def __init__(self, draw: st.DrawFn, organisation: ReadableOrganisation, day: date) -> None:
        self._draw = draw
        self.organisation = organisation
        self.day = day
        self.today = Standing(organisation.on(day))
        self.yesterday = Standing(organisation.on(day - timedelta(days=1)))
        self.fits = True

    @property
    def view(self) -> OrganisationView:
        return self.today.view

    @cached_property
    def records(self) -> list[Beslut]:
        return [record.beslut for record in self.organisation.beslut_log()]

    def any(self, pool: Sequence[T]) -> T:
        return self._draw(st.sampled_from(pool))

    def now_and_then(self) -> bool:
        return self._draw(NOW_AND_THEN)

    def often(self) -> bool:
        return self.any((False, False, True))

    def fitting(self, fitting: Iterable[T], pool: Sequence[T]) -> T:
        fits = sorted(fitting, key=str)
        if not fits:
            self.fits = False
        return self.any(fits) if fits and not self._draw(_SELDOM) else self.any(pool)

    def living(self, *types: str, but: Iterable[str] = ()) -> str:
        """A thing of the types that exists; seldom any id of them, or of any type."""
        fits = (thing for thing in self.today.living(*types) if thing not in but)
        return self.fitting(fits, (*_pool(types), *ONE_OF_EACH))

    def another(self, *types: str, but: str) -> str:
        """The same, but never ``but``."""
        fits = (thing for thing in self.today.living(*types) if thing != but)
        return self.fitting(fits, tuple(thing for thing in _pool(types) if thing != but))

    def some(self, *types: str, but: str | None = None) -> tuple[str, ...]:
        """Up to two that exist."""
        fits = sorted(thing for thing in self.today.living(*types) if thing != but)
        return tuple(dict.fromkeys(self.any(fits) for _ in range(self.any((0, 1, 2))))) if fits else ()

    def enhet(self, *but: str) -> str:
        return self.living("enhet", but=but)

    def organ(self, *but: str) -> str:
        return self.living("organ", but=but)

    def post(self, *but: str) -> str:
        return self.living("befattning", but=but)

    def party(self) -> str:
        return self.living(*PARTIES)

    def free(self, type_: str) -> list[str]:
        """The ids of a type that have not been given to anything."""
        given = {*self.view.account.chronicle.things()}
        return [thing for thing in POOLS[type_] if thing not in given]

    def new(self, type_: str) -> str:
        free = self.free(type_)
        return self.fitting(free, (*POOLS[type_], *ONE_OF_EACH) if free else POOLS[type_])

    def person(self) -> str:
        return self.any(PERSONS)

    def until(self) -> date | None:
        return self.later() if self.now_and_then() else None

    def later(self) -> date | None:
        """A later day; none on the last."""
        later = [day for day in DAYS if day > self.day]
        return self.any(later) if later else None

    def days(self) -> tuple[date, ...]:
        """Up to two days, in any order."""
        return tuple(dict.fromkeys(self.any(DAYS) for _ in range(self.any((0, 1, 2, 2)))))

    def beslut(self) -> Beslut:
        """Any recorded beslut but the first, the latest more often than others."""
        records = self.records
        return self.any(records[-3:]) if self.any((True, False)) else self.any(records[1:] or records)


PARTIES = ("enhet", "organ")
ACTORS = ("enhet", "organ", "befattning", "forum")
Maker = Callable[[Pick], list[Change]]


def _pool(types: Iterable[str]) -> Iterator[str]:
    return (thing for type_ in types for thing in POOLS[type_])
