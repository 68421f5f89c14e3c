"""What a thing is on a day: all that there is to say of one enhet, befattning, organ or person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes import Form, HeadcountStated
from orgmodell.changes.attributes import HOLDS, LEDAMOT, NAMND
from orgmodell.errors import NotOnThisDay
from orgmodell.projections.basis import Basis, basis
from orgmodell.projections.line import nearest_chef
from orgmodell.projections.past import history
from orgmodell.projections.vacancies import Vacancy, vacancy
from orgmodell.view import Befattning, Enhet, Ledamot, Organ, View


@attrs.frozen
class Holding:
    """A person's holding of a befattning.

    Attributes:
        befattning: which.
        person: who.
        form: in which form.
        since: from which day.
        stated: the source's own words for the day, when that is vague.
    """

    befattning: str
    person: str
    form: Form
    since: date
    stated: str | None


@attrs.frozen
class _Portrait:
    """A thing on a day.

    Attributes:
        id: its id.
        happenings: how many recorded changes name it; ask for its history to see them.
    """

    id: str
    happenings: int
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: portrait(view, self.id))


@attrs.frozen
class BefattningPortrait(_Portrait):
    """A befattning on a day.

    Attributes:
        befattning: what it is.
        holdings: who holds it, acting holders first.
        vacancy: since when it is vacant; None when it is held, or nobody is recorded.
        is_chef: whether it leads an enhet and answers for its staff.
        nearest_chef: the chef it reports to; None at the top.
        headcount: how many have it, as stated.
    """

    befattning: Befattning
    holdings: tuple[Holding, ...]
    vacancy: Vacancy | None
    is_chef: bool
    nearest_chef: str | None
    headcount: HeadcountStated | None


@attrs.frozen
class EnhetPortrait(_Portrait):
    """An enhet on a day.

    Attributes:
        enhet: what it is.
        leaders: the befattningar that lead it.
        children: the enheter directly under it.
        befattningar: the befattningar placed in it.
        namnder: the organ it answers to.
        headcount: how many work in it, as stated.
    """

    enhet: Enhet
    leaders: tuple[BefattningPortrait, ...]
    children: tuple[str, ...]
    befattningar: tuple[str, ...]
    namnder: tuple[str, ...]
    headcount: HeadcountStated | None


@attrs.frozen
class OrganPortrait(_Portrait):
    """A political body on a day, who sits in it, and the enheter placed under it."""

    organ: Organ
    ledamoter: tuple[Ledamot, ...]
    enheter: tuple[str, ...]


@attrs.frozen
class PersonPortrait(_Portrait):
    """A person on a day: the befattningar held, and (organ, role) of the organ sat in."""

    holdings: tuple[Holding, ...]
    seats: tuple[tuple[str, str], ...]


Portrait = BefattningPortrait | EnhetPortrait | OrganPortrait | PersonPortrait


def portrait(view: View, thing: str) -> Portrait:
    """What a thing is on the day.

    Raises:
        UnknownThing: nothing on record has that id; NotOnThisDay if only on other days.
    """
    _happenings(view, thing)  # raises when nothing names it
    match view.account.type_of(thing):
        case "enhet":
            return _enhet(view, thing)
        case "befattning":
            return _befattning(view, thing)
        case "organ":
            return _organ(view, thing)
        case _:
            return _person(view, thing)


def _happenings(view: View, thing: str) -> int:
    return len(history(view.account, thing))


def _enhet(view: View, enhet: str) -> EnhetPortrait:
    return EnhetPortrait(
        id=enhet,
        happenings=_happenings(view, enhet),
        view=view,
        enhet=view.enhet(enhet),
        leaders=tuple(_befattning(view, leader) for leader in view.leaders(enhet)),
        children=view.children(enhet),
        befattningar=view.befattningar(enhet),
        namnder=view.namnder(enhet),
        headcount=view.headcount(enhet),
    )


def _befattning(view: View, befattning: str) -> BefattningPortrait:
    return BefattningPortrait(
        id=befattning,
        happenings=_happenings(view, befattning),
        view=view,
        befattning=view.befattning(befattning),
        holdings=tuple(
            _holding(view, befattning, holder.person, holder.form) for holder in view.holders(befattning)
        ),
        vacancy=vacancy(view, befattning),
        is_chef=view.is_chef(befattning),
        nearest_chef=nearest_chef(view, befattning),
        headcount=view.headcount(befattning),
    )


def _organ(view: View, organ: str) -> OrganPortrait:
    return OrganPortrait(
        id=organ,
        happenings=_happenings(view, organ),
        view=view,
        organ=view.organ(organ),
        ledamoter=view.ledamoter(organ),
        enheter=tuple(_placed_under(view, organ)),
    )


def _placed_under(view: View, organ: str) -> Iterator[str]:
    for key in view.account.keys_having(NAMND, organ):
        if key[1] == organ and view.account.value(NAMND, key, view.day) and view.exists(key[0]):
            yield key[0]


def _person(view: View, person: str) -> PersonPortrait:
    holdings = tuple(
        _holding(view, befattning, person, holder.form)
        for befattning in view.account.posts_ever(person)
        if view.exists(befattning)
        for holder in view.holders(befattning)
        if holder.person == person
    )
    seats = tuple(_seats(view, person))
    if not holdings and not seats:
        raise NotOnThisDay(f"'{person}' holds no befattning and sits in no organ on {view.day}")
    return PersonPortrait(person, _happenings(view, person), view, holdings, seats)


def _seats(view: View, person: str) -> Iterator[tuple[str, str]]:
    for key in view.account.keys_having(LEDAMOT, person):
        role = view.account.value(LEDAMOT, key, view.day)
        if key[1] == person and role and view.exists(key[0]):
            yield key[0], role


def _holding(view: View, befattning: str, person: str, form: Form) -> Holding:
    entry = view.account.entry(HOLDS, (befattning, person, form), view.day)
    assert entry is not None
    stated = view.account.fact(entry[1]).change.stated
    return Holding(befattning, person, form, entry[0], stated)
