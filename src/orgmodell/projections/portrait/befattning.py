"""What a befattning is on a day, and who holds it."""

from __future__ import annotations

from datetime import date
from typing import Self

import attrs

from orgmodell.changes import Form, HeadcountStated, Rad, VidaredelegationGranted
from orgmodell.changes.attributes import HOLDS, Appointment
from orgmodell.periods import one_day
from orgmodell.projections.line import nearest_chef
from orgmodell.projections.portrait.atgard import to_do
from orgmodell.projections.portrait.delegation import passed_on_to
from orgmodell.projections.portrait.forum import Membership, memberships
from orgmodell.projections.portrait.thing import ThingPortrait
from orgmodell.projections.vacancies import Vacancy, vacancy
from orgmodell.view import Atgard, Befattning, View


@attrs.frozen
class Holding:
    """A person's holding of a befattning.

    Attributes:
        befattning: which.
        person: who.
        form: in which form.
        since: from which day.
        stated: the source's own words for the day, when that is vague.
        until: the first day no longer, as far as is recorded; None: no end is.
    """

    befattning: str
    person: str
    form: Form
    since: date
    stated: str | None
    until: date | None


@attrs.frozen(kw_only=True)
class BefattningPortrait(ThingPortrait):
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

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        return cls(
            id=thing,
            view=view,
            befattning=view.befattning(thing),
            holdings=tuple(
                holding(view, thing, holder.person, holder.form) for holder in view.holders(thing)
            ),
            vacancy=vacancy(view, thing),
            is_chef=view.is_chef(thing),
            nearest_chef=nearest_chef(view, thing),
            headcount=view.headcount(thing),
        )

    @property
    def member_of(self) -> tuple[Membership, ...]:
        """The forums it is a member of."""
        return tuple(memberships(self._view, self.id))

    @property
    def to_do(self) -> tuple[Atgard, ...]:
        """The open åtgärder it is ansvarig for."""
        return tuple(to_do(self._view, self.id))

    @property
    def rader(self) -> tuple[Rad, ...]:
        """The rows of delegationsordningar in force that name it, as delegate or ersättare."""
        return self._view.rader_som_namner(self.id)

    @property
    def passed_on(self) -> tuple[VidaredelegationGranted, ...]:
        """What förvaltningschefer have passed on to it."""
        return tuple(passed_on_to(self._view, self.id))

    @property
    def deputy(self) -> str | None:
        """Its standing deputy."""
        return self._view.deputy(self.id)

    def whole(self) -> object:
        return super().whole(), self.member_of, self.to_do, self.rader, self.passed_on, self.deputy


def holding(view: View, befattning: str, person: str, form: Form) -> Holding:
    """A holding that is there on the day, with the day it began."""
    held = view.account.steps(HOLDS, Appointment(befattning, person, form), one_day(view.day))
    since, until, _, seq = next(held)
    return Holding(befattning, person, form, since, view.account.fact(seq).change.stated, until)
