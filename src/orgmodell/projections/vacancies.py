"""What is vacant, since when, and who takes over what it led; and which seats of forums nobody fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes.attributes import HOLDS, SEAT, SEATED, VACANT, Appointment, ForumSeat
from orgmodell.chronicle import Account
from orgmodell.projections.answer import Answer, TableAnswer, rests_on
from orgmodell.projections.basis import united
from orgmodell.projections.line import nearest_chef
from orgmodell.timeline import Step
from orgmodell.view import NotingView, View


@attrs.frozen(kw_only=True)
class Vacancy(Answer):
    """A befattning nobody holds.

    Attributes:
        befattning: its id.
        title: its title.
        enhet: where it is placed.
        since: the day the last holder left or, when it is only declared, the day it was declared for.
        at_latest: whether it may have been vacant before that: nobody is recorded as having left.
        stated: the source's own words for the day, when that is vague.
        days: how many days it has been vacant, at the least.
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
    days: int
    declared: bool
    leads: tuple[str, ...]
    falls_to: str | None


@attrs.frozen(kw_only=True)
class UnfilledSeat(Answer):
    """A seat of a forum that nobody fills.

    Attributes:
        forum: whose seat it is.
        seat: its id in the forum.
        role: what whoever fills it is: ordforande, ledamot …
        since: the day it was added, or left.
        stated: the source's own words for the day, when that is vague.
    """

    forum: str
    seat: str
    role: str
    since: date
    stated: str | None


@attrs.frozen(kw_only=True)
class Vacancies(TableAnswer[Vacancy]):
    """What nobody holds or fills on a day, in recorded order; a sequence of `Vacancy`.

    Attributes:
        vacancies: the befattningar that are vacant.
        unfilled_seats: the seats of forums that nobody fills.
    """

    vacancies: tuple[Vacancy, ...]
    unfilled_seats: tuple[UnfilledSeat, ...]

    @property
    def lines(self) -> tuple[Vacancy, ...]:
        return self.vacancies


@attrs.frozen(kw_only=True)
class VacantFrom:
    """When a vacancy began; the fields are those of `Vacancy`."""

    since: date
    at_latest: bool
    stated: str | None
    declared: bool


def vacancies(view: View) -> Vacancies:
    """What is vacant on the day, and the seats that nobody fills, in recorded order."""
    found = tuple(filter(None, (vacancy(view, post) for post in view.befattningar() if view.is_vacant(post))))
    seats = tuple(seat for forum in view.forums() for seat in _unfilled(view, forum))
    return Vacancies(
        vacancies=found,
        unfilled_seats=seats,
        basis=united(each.basis for each in (*found, *seats)),
    )


def vacancy(view: View, befattning: str) -> Vacancy | None:
    """Since when a befattning is vacant on the day; None when it is not known to be.

    Raises:
        UnknownThing: there is no such befattning on the day.
    """
    noting = NotingView(view)
    began = vacant_from(noting, befattning)
    if began is None:
        return None
    post = noting.befattning(befattning)
    return Vacancy(
        befattning=befattning,
        title=post.title,
        enhet=post.enhet,
        since=began.since,
        at_latest=began.at_latest,
        stated=began.stated,
        days=(view.day - began.since).days,
        declared=began.declared,
        leads=post.leads,
        falls_to=nearest_chef(noting, befattning),
        basis=rests_on(noting),
    )


def vacant_from(view: View, befattning: str) -> VacantFrom | None:
    """When the vacancy of a befattning began; None when it is not known to be vacant."""
    if not view.is_vacant(befattning):
        return None
    account, day = view.account, view.day
    ended = [
        (step.start, step.seq)
        for appointment in account.appointments_ever(befattning)
        for step in _left(account, appointment)
        if step.start <= day
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


def _left(account: Account, appointment: Appointment) -> Iterator[Step[bool | None]]:
    """The steps from the days on which it is left; an end that comes when it is left already is none."""
    was_left = False
    for step in account.steps(HOLDS, appointment):
        if not step.value and not was_left:
            yield step
        was_left = not step.value


def _unfilled(view: View, forum: str) -> Iterator[UnfilledSeat]:
    noting = NotingView(view)
    account, day = noting.account, view.day
    for seat in noting.forum(forum).seats:
        if seat.person is None:
            key = ForumSeat(forum, seat.seat)
            entry = account.entry(SEATED, key, day) or account.entry(SEAT, key, day)
            assert entry is not None
            yield UnfilledSeat(
                forum=forum,
                seat=seat.seat,
                role=seat.role,
                since=entry[0],
                stated=account.fact(entry[1]).change.stated,
                basis=rests_on(noting),
            )
