"""Hypothesis strategies: random organisations, what could be decided next, and days to ask about.

They build only what they promise. `organisations` and `beslut` give what every rule accepts, `refused_beslut`
what one rule refuses. What fails shrinks to few beslut, and is printed as a beslutsfil.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import event, note, reject
from hypothesis import strategies as st

from orgmodell.changes import Beslut
from orgmodell.errors import BeslutRefused
from orgmodell.ledger import to_yaml
from orgmodell.organisation import OrganisationView, ReadableOrganisation, WritableOrganisation
from orgmodell.rules import STANDARD, Rule
from orgmodell.testing.drafting import drawn_beslut
from orgmodell.testing.drawing import SUBJECTS, Hands, Subject, hands_of
from orgmodell.testing.foundations import foundations
from orgmodell.testing.histories import DrawnOrganisation
from orgmodell.testing.pools import DAYS, DECIDED
from orgmodell.testing.refusals import WAYS, RefusedBeslut, refused
from orgmodell.violations import refusing

_TRIES = 8


def drafts(
    organisation: WritableOrganisation, *, subjects: Collection[Subject] = SUBJECTS
) -> st.SearchStrategy[Beslut]:
    """Beslut that somebody could try next: most are lawful, and some are refused.

    Args:
        organisation: what they are drafted for; it is not changed.
        subjects: what they are about.

    Raises:
        ValueError: nothing is recorded in it, or no subject is called so.
    """
    return _shown(drawn_beslut(_begun(organisation), hands_of(subjects)))


def _begun(organisation: WritableOrganisation) -> WritableOrganisation:
    if not organisation.beslut_log():
        raise ValueError("nothing is recorded in the organisation: draw its first beslut, with beslut()")
    return organisation


@st.composite
def _shown(draw: st.DrawFn, beslut: st.SearchStrategy[Beslut]) -> Beslut:
    """The same, shown as a beslutsfil where a test fails."""
    drawn = draw(beslut)
    note(to_yaml([drawn]))
    return drawn


def beslut(
    organisation: WritableOrganisation | None = None, *, subjects: Collection[Subject] = SUBJECTS
) -> st.SearchStrategy[Beslut]:
    """Beslut that the organisation would record next, by its rules; without one, the first of a new one.

    Args:
        organisation: what they are for; it is not changed.
        subjects: what they are about.

    Raises:
        ValueError: nothing is recorded in it, or no subject is called so.
    """
    hands = hands_of(subjects)
    if organisation is None:
        return _shown(foundations(subjects))
    return _shown(_lawful(_begun(organisation), hands))


@st.composite
def _lawful(draw: st.DrawFn, organisation: WritableOrganisation, hands: Hands) -> Beslut:
    for _ in range(_TRIES):
        drawn = draw(drawn_beslut(organisation, hands))
        if not refusing(organisation.violations(drawn)):
            return drawn
    return reject()


def organisations(
    *,
    min_beslut: int = 1,
    max_beslut: int = 12,
    subjects: Collection[Subject] = SUBJECTS,
    first: st.SearchStrategy[Beslut] | None = None,
    rules: Sequence[Rule] = STANDARD,
) -> st.SearchStrategy[DrawnOrganisation]:
    """Lawful organisations with a history: backdated, annulled, merged, split, passed on.

    Args:
        min_beslut: how many beslut it holds at least.
        max_beslut: and at most.
        subjects: what the beslut after the first are about: of all subjects, or for example only
            ``("enheter", "befattningar")``.
        first: draws the first beslut: `foundations` (a few enheter, and every other time more), or `towns`
            (manned, with delegationsordningar).
        rules: the rules in force; what they refuse is not in the history.

    Raises:
        ValueError: there are no such sizes, or no subject is called so.
        BeslutRefused: when drawn, if the rules refuse the first beslut; draw another one.
    """
    if not 1 <= min_beslut <= max_beslut:
        raise ValueError(f"from {min_beslut} to {max_beslut} beslut: from one or more, to as many or more")
    first = foundations(subjects) if first is None else first
    return _organisations(_Kind(min_beslut, max_beslut, hands_of(subjects), first, rules))


class _Kind(NamedTuple):
    """What organisations are asked for; short, since Hypothesis shows it where one cannot be drawn."""

    least: int
    most: int
    hands: Hands
    first: st.SearchStrategy[Beslut]
    rules: Sequence[Rule]

    def __repr__(self) -> str:
        return f"min_beslut={self.least}, max_beslut={self.most}"


@st.composite
def _organisations(draw: st.DrawFn, kind: _Kind) -> DrawnOrganisation:
    least, most, hands, first, rules = kind
    organisation = DrawnOrganisation(rules)
    organisation.record(draw(first))
    for left in range(3 * most, 0, -1):
        recorded = len(organisation.beslut_log())
        if recorded >= most or (recorded >= least and left <= 2 * most):
            break
        step = draw(_steps(organisation, hands))
        if step is not None:
            with suppress(BeslutRefused):
                organisation.record(step)
    if len(organisation.beslut_log()) < least:
        reject()
    for record in organisation.beslut_log():
        for change in record.beslut.changes:
            event(f"recorded: {change.verb}")
    return organisation


@st.composite
def _steps(draw: st.DrawFn, organisation: WritableOrganisation, hands: Hands) -> Beslut | None:
    """A draft, or nothing: the simplest step, so that Hypothesis can leave out any that does not matter."""
    return draw(drawn_beslut(organisation, hands)) if draw(st.sampled_from((False, True, True))) else None


def days_of(organisation: ReadableOrganisation) -> st.SearchStrategy[date]:
    """Days on which something is different than the day before, the day before each, and the day after.

    Of an organisation in which nothing holds on any day, any of a few days.
    """
    return st.sampled_from(days_around(organisation.days_of_change(date.min, date.max)) or list(DAYS))


def days_around(days: Collection[date]) -> list[date]:
    """The days, the day before each and the day after."""
    return sorted({day + timedelta(days=n) for day in days for n in (-1, 0, 1)})


@st.composite
def views_of(draw: st.DrawFn, organisation: ReadableOrganisation) -> OrganisationView:
    """Views by all three clocks: of a day, by what was known by another, as the log stood at some time."""
    there = len(organisation.beslut_log())
    position = there - draw(st.integers(0, there))
    known = draw(st.sampled_from((None, *DECIDED)))
    day = draw(days_of(organisation))
    note(f"as_recorded({position}).on({day!r}, known={known!r})")
    return organisation.as_recorded(position).on(day, known)


def refused_beslut(
    *rules: str, max_beslut: int = 4, subjects: Collection[Subject] = SUBJECTS
) -> st.SearchStrategy[RefusedBeslut]:
    """Histories, each with a beslut that breaks exactly one of the standard rules.

    Args:
        rules: the ids of the rules, as ``"R07"``; without any, of every rule that refuses.
        max_beslut: how many beslut the history holds at most, before what the last one stands on.
        subjects: what the history is about.

    Raises:
        ValueError: no rule that refuses has such an id.
    """
    if unknown := [rule for rule in rules if rule not in WAYS]:
        raise ValueError(f"no rule that refuses is called {unknown[0]!r}; they are {', '.join(WAYS)}")
    histories = organisations(max_beslut=max_beslut, subjects=subjects)
    return _refused_beslut(histories, rules or tuple(WAYS))


@st.composite
def _refused_beslut(
    draw: st.DrawFn, histories: st.SearchStrategy[DrawnOrganisation], rules: Sequence[str]
) -> RefusedBeslut:
    return refused(draw, draw(histories), draw(st.sampled_from(rules)))
