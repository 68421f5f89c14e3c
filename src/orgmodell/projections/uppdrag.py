"""Who answers for an uppdrag, and when it moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes.attributes import CONCERNS, RESPONSIBLE, SUCCESSOR
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Uppdrag, View


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


@attrs.frozen
class Responsibility:
    """Who answers for an uppdrag on a day, before and after.

    Attributes:
        uppdrag: what it is on the day.
        tenures: everyone who ever answers for it, in order of day.
        split_from: the uppdrag it was a part of.
        instruments: the avtal and överenskommelser about it.
        contradictions: what sources say beside what is recorded.
    """

    uppdrag: Uppdrag
    tenures: tuple[Tenure, ...]
    split_from: tuple[str, ...]
    instruments: tuple[str, ...]
    contradictions: tuple[str, ...]
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def now(self) -> Tenure | None:
        """Who answers for it on the day, and since when."""
        day = self._view.day
        return next((t for t in self.tenures if t.since <= day and (t.until is None or day < t.until)), None)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: responsibility(view, self.uppdrag.id))


def responsibility(view: View, uppdrag: str) -> Responsibility:
    """Who answers for an uppdrag, and when it moved.

    Raises:
        UnknownThing: there is none with that id; NotOnThisDay if only on other days.
    """
    account = view.account
    parts = (key[0] for key in account.keys_having(SUCCESSOR, uppdrag) if key[1] == uppdrag)
    about = (key[0] for key in account.keys_having(CONCERNS, uppdrag) if key[1] == uppdrag)
    return Responsibility(
        uppdrag=view.uppdraget(uppdrag),
        tenures=tuple(_tenures(view, uppdrag)),
        split_from=tuple(p for p in parts if account.value(SUCCESSOR, (p, uppdrag), view.day)),
        instruments=tuple(i for i in about if view.exists(i)),
        contradictions=view.contradictions(uppdrag),
        view=view,
    )


def every_responsibility(view: View) -> tuple[Responsibility, ...]:
    """Who answers for each uppdrag, in recorded order."""
    return tuple(responsibility(view, uppdrag) for uppdrag in view.uppdrag())


def _tenures(view: View, uppdrag: str) -> Iterator[Tenure]:
    account = view.account
    for life in account.life(uppdrag):
        for step in account.enhet_steps(RESPONSIBLE, uppdrag, life.period):
            shared = step.period.overlap(life.period)
            if step.value is not None and shared is not None and shared.start is not None:
                fact = account.fact(step.seq)
                yield Tenure(step.value, shared.start, shared.until, fact.change.stated, fact.beslut.id)
