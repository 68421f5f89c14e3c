"""Which befattningar are vacant, since when, and who takes over what they led."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import attrs

from orgmodell.changes.attributes import HOLDS, VACANT
from orgmodell.projections.basis import Basis, basis
from orgmodell.projections.line import nearest_chef
from orgmodell.view import View


@attrs.frozen
class Vacancy:
    """A befattning nobody holds.

    Attributes:
        befattning: its id.
        title: its title.
        enhet: where it is placed.
        since: the day the last holder left or, when it is only declared, the day it was declared for.
        at_latest: whether it may have been vacant before that: nobody is recorded as having left.
        stated: the source's own words for the day, when that is vague.
        declared: whether it was declared vacant; otherwise it follows from the holder's leaving.
        leads: the enheter it leads, which have no chef of their own meanwhile.
        falls_to: the nearest chef above, to whom it falls; None at the top.
    """

    befattning: str
    title: str
    enhet: str
    since: date
    at_latest: bool
    stated: str | None
    declared: bool
    leads: tuple[str, ...]
    falls_to: str | None
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def days(self) -> int:
        """How many days it has been vacant, at the least."""
        return (self._view.day - self.since).days

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: vacancy(view, self.befattning))


def vacancies(view: View) -> tuple[Vacancy, ...]:
    """The befattningar that are vacant on the day, in recorded order."""
    found = (vacancy(view, befattning) for befattning in view.befattningar())
    return tuple(each for each in found if each is not None)


def vacancy(view: View, befattning: str) -> Vacancy | None:
    """Since when a befattning is vacant on the day; None when it is not known to be.

    Raises:
        UnknownThing: there is no such befattning on the day.
    """
    began = vacant_from(view, befattning)
    if began is None:
        return None
    post = view.befattning(befattning)
    return Vacancy(
        befattning=befattning,
        title=post.title,
        enhet=post.enhet,
        since=began.since,
        at_latest=began.at_latest,
        stated=began.stated,
        declared=began.declared,
        leads=post.leads,
        falls_to=nearest_chef(view, befattning),
        view=view,
    )


class VacantFrom(NamedTuple):
    """When a vacancy began; the fields are those of `Vacancy`."""

    since: date
    at_latest: bool
    stated: str | None
    declared: bool


def vacant_from(view: View, befattning: str) -> VacantFrom | None:
    """When the vacancy of a befattning began; None when it is not known to be vacant."""
    if not view.is_vacant(befattning):
        return None
    account, day = view.account, view.day
    ended = [
        (step.start, step.seq)
        for appointment in account.appointments_ever(befattning)
        for step in account.steps(HOLDS, appointment)
        if not step.value and step.start <= day
    ]
    declared = account.entry(VACANT, befattning, day)
    since, seq = max(ended) if ended else declared[:2] if declared else (day, None)
    because = account.fact(seq) if seq is not None else None
    return VacantFrom(
        since=since,
        at_latest=not ended,
        stated=because.change.stated if because and because.day == since else None,
        declared=bool(declared and declared[2]),
    )
