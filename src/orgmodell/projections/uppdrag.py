"""Who answers for an uppdrag, and when it moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes.attributes import CONCERNS, RESPONSIBLE, SUCCESSOR
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_inside
from orgmodell.projections.basis import united
from orgmodell.view import NotingView, Uppdrag, View


@attrs.frozen
class Tenure:
    """For how long an enhet or organ answers for an uppdrag.

    Attributes:
        ansvarig: the enhet or organ.
        since: the first day.
        until: the first day no longer; None: no end is recorded.
        stated: the source's own words for the first day, when that is vague.
        beslut: the beslut that says so.
    """

    ansvarig: str
    since: date
    until: date | None
    stated: str | None
    beslut: str

    def holds_on(self, day: date) -> bool:
        """Whether it answers for it on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@attrs.frozen(kw_only=True)
class Responsibility(Answer):
    """Who answers for an uppdrag on a day, before and after.

    Attributes:
        uppdrag: what it is on the day.
        now: who answers for it on the day, and since when; None when nobody does.
        tenures: everyone who ever answers for it, in order of day.
        split_from: the uppdrag it was a part of.
        instruments: the avtal and överenskommelser about it.
        contradictions: what sources say beside what is recorded.
    """

    uppdrag: Uppdrag = attrs.field(metadata=told_inside())
    now: Tenure | None
    tenures: tuple[Tenure, ...]
    split_from: tuple[str, ...]
    instruments: tuple[str, ...]
    contradictions: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Responsibilities(TableAnswer[Responsibility]):
    """Who answers for each uppdrag, in recorded order; a sequence of `Responsibility`.

    Attributes:
        of: the enhet or organ whose uppdrag they are; None: every uppdrag.
        uppdrag: who answers for each.
    """

    of: str | None
    uppdrag: tuple[Responsibility, ...]

    @property
    def lines(self) -> tuple[Responsibility, ...]:
        return self.uppdrag


def responsibility(view: View, uppdrag: str) -> Responsibility:
    """Who answers for an uppdrag, and when it moved.

    Raises:
        UnknownThing: there is none with that id; NotOnThisDay if only on other days.
    """
    noting = NotingView(view)
    account = noting.account
    whole = (each for each in account.keys_to(SUCCESSOR, uppdrag) if account.value(SUCCESSOR, each, view.day))
    about = (concern.instrument for concern in account.keys_to(CONCERNS, uppdrag))
    found, tenures = noting.uppdrag(uppdrag), tuple(_tenures(noting, uppdrag))
    return Responsibility(
        uppdrag=found,
        now=next((tenure for tenure in tenures if tenure.holds_on(view.day)), None),
        tenures=tenures,
        split_from=tuple(succession.ended for succession in whole),
        instruments=tuple(i for i in about if noting.exists(i)),
        contradictions=noting.contradictions(uppdrag),
        basis=rests_on(noting),
    )


def responsibilities(view: View, of: str | None = None) -> Responsibilities:
    """Who answers for each uppdrag, in recorded order; or for those of an enhet or organ.

    Raises:
        UnknownThing: there is no enhet or organ ``of``.
    """
    found = tuple(responsibility(view, uppdrag) for uppdrag in _uppdrag_of(view, of))
    return Responsibilities(of=of, uppdrag=found, basis=united(each.basis for each in found))


def _uppdrag_of(view: View, party: str | None) -> tuple[str, ...]:
    if party is None:
        return view.uppdrag()
    is_organ = view.account.type_of(party) == "organ"
    return view.uppdrag(organ=party) if is_organ else view.uppdrag(enhet=party)


def _tenures(view: View, uppdrag: str) -> Iterator[Tenure]:
    account = view.account
    for life in account.life(uppdrag):
        for step in account.enhet_steps(RESPONSIBLE, uppdrag, life.period):
            shared = step.period.overlap(life.period)
            if step.value is not None and shared is not None and shared.start is not None:
                fact = account.fact(step.seq)
                yield Tenure(step.value, shared.start, shared.until, fact.change.stated, fact.beslut.id)
