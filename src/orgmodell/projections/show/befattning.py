"""What a befattning is on a day, and who holds it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Literal

import attrs

from orgmodell.changes import Form, HeadcountStated, VidaredelegationGranted
from orgmodell.changes.attributes import HOLDS, Appointment
from orgmodell.periods import ONE_DAY, Period, one_day
from orgmodell.projections.answer import told_as, told_inside
from orgmodell.projections.history import naming
from orgmodell.projections.line import nearest_chef
from orgmodell.projections.show.atgard import to_do
from orgmodell.projections.show.delegation import ShownRow, passed_on_to, shown_rows
from orgmodell.projections.show.forum import Membership, memberships
from orgmodell.projections.vacancies import Vacancy, vacancy
from orgmodell.view import Atgard, Befattning, View


@attrs.frozen
class Holding:
    """A person's holding of a befattning.

    Attributes:
        befattning: which.
        person: who.
        form: in which form.
        since: from which day, without a break in this form.
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
class HeldBefattning:
    """A befattning on a day, and who holds it.

    Attributes:
        type: what sort of thing it is.
        befattning: what it is.
        holdings: who holds it, acting holders first.
        vacancy: since when it is vacant; None when it is held, or nobody is recorded.
        is_chef: whether it leads an enhet and answers for its staff.
        nearest_chef: the chef it reports to; None at the top.
        headcount: how many have it, as stated.
        happenings: how many recorded changes name it.
    """

    type: Literal["befattning"] = "befattning"
    befattning: Befattning = attrs.field(metadata=told_inside())
    holdings: tuple[Holding, ...]
    vacancy: Vacancy | None
    is_chef: bool
    nearest_chef: str | None
    headcount: HeadcountStated | None
    happenings: int


@attrs.frozen(kw_only=True)
class BefattningPortrait:
    """A befattning on a day, who holds it, and what comes with it.

    Attributes:
        post: what it is, and who holds it.
        member_of: the forums it is a member of.
        to_do: the open åtgärder it is ansvarig for.
        rader: the rows of delegationsordningar in force that name it, as delegate or ersättare.
        passed_on: what förvaltningschefer have passed on to it.
        deputy: its standing deputy.
    """

    post: HeldBefattning = attrs.field(metadata=told_inside())
    member_of: tuple[Membership, ...]
    to_do: tuple[Atgard, ...]
    rader: tuple[ShownRow, ...] = attrs.field(metadata=told_as("rows"))
    passed_on: tuple[VidaredelegationGranted, ...]
    deputy: str | None


def held_befattning(view: View, befattning: str) -> HeldBefattning:
    """A befattning on the day, and who holds it."""
    return HeldBefattning(
        befattning=view.befattning(befattning),
        holdings=tuple(
            holding(view, befattning, holder.person, holder.form) for holder in view.holders(befattning)
        ),
        vacancy=vacancy(view, befattning),
        is_chef=view.is_chef(befattning),
        nearest_chef=nearest_chef(view, befattning),
        headcount=view.headcount(befattning),
        happenings=len(naming(view.account, befattning)),
    )


def befattning_portrait(view: View, thing: str) -> BefattningPortrait:
    """A befattning on the day, who holds it, and what comes with it."""
    return BefattningPortrait(
        post=held_befattning(view, thing),
        member_of=tuple(memberships(view, thing)),
        to_do=tuple(to_do(view, thing)),
        rader=shown_rows(view, view.rader_som_namner(thing)),
        passed_on=tuple(passed_on_to(view, thing)),
        deputy=view.deputy(thing),
    )


def holding(view: View, befattning: str, person: str, form: Form) -> Holding:
    """A holding that is there on the day, whole: said again, it goes on."""
    held = partial(view.account.held, HOLDS, Appointment(befattning, person, form))
    first = last = next(held(one_day(view.day)))
    while before := next(held(_up_to(first.start)), None):
        first = before
    while after := next(held(one_day(last.until)), None) if last.until is not None else None:
        last = after
    stated = view.account.fact(first.seq).change.stated
    return Holding(befattning, person, form, first.start, stated, last.until)


def _up_to(day: date) -> Period:
    """Just the day before, if the calendar has it."""
    return Period(day, day) if day == date.min else one_day(day - ONE_DAY)
