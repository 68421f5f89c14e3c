"""The beslut that carries changes, as drafted and as recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

import attrs

from orgmodell.changes.base import Change, Mark, Source
from orgmodell.changes.validity import wrong_texts, wrong_types
from orgmodell.words import Text

__all__ = [
    "Beslut",
    "Fact",
    "Recorded",
]


@attrs.frozen(kw_only=True)
class Beslut:
    """A decision and the changes it makes, all or none of which are recorded.

    Attributes:
        id: how it is cited, as ``SN 2013/17 § 5``; unique in the organisation.
        decided: the day it was taken (beslutsdag).
        effective: the day its changes take effect, where they name none of their own.
        decided_by: the organ or befattning that took it; None when not known.
        title: what it is about.
        decided_stated: the source's own words for the day it was taken, when that is vague.
        source: the document its changes rest on, where they name none of their own.
        mark: how sure the decision itself (its day and who took it) is.
        forhandlad: the day it was negotiated with the unions (MBL 11 §).
        riskbedomd: the day its risks for the work environment were assessed (AFS 2001:1 8 §).
        changes: what it changes, in order.
    """

    id: str
    decided: date
    effective: date | None = None
    decided_by: str | None = None
    title: str | None = None
    decided_stated: str | None = None
    source: Source | None = None
    mark: Mark | None = None
    forhandlad: date | None = None
    riskbedomd: date | None = None
    changes: tuple[Change, ...] = ()

    def problems(self) -> Iterator[Text]:
        """What cannot be meant in it, its changes apart, whatever is recorded."""
        if mistyped := list(wrong_types(self)):
            yield from mistyped
            return
        yield from wrong_texts(self)
        if self.source is not None:
            yield from self.source.problems()

    def problems_with(self, change: Change) -> Iterator[Text]:
        """What cannot be meant in a change of this beslut, whatever is recorded."""
        return change.problems(self.day_of(change), self.id)

    def day_of(self, change: Change) -> date:
        """The day a change of this beslut takes effect: its own, the beslut's, or the beslutsdag."""
        return change.effective or self.effective or self.decided

    def source_of(self, change: Change) -> Source | None:
        """The source of a change; the document, but no quote, is the beslut's where it names none."""
        if self.source is None or (change.source and change.source.document):
            return change.source
        return attrs.evolve(change.source or Source(), document=self.source.document)


@attrs.frozen(kw_only=True)
class Recorded:
    """A beslut on the log.

    Attributes:
        position: its number on the organisation's log; 1 is the first.
        recorded: when the log learnt of it, in UTC.
        beslut: the beslut.
        alternative: the scenario whose draft it is; None when it is on the log.
    """

    position: int
    recorded: datetime
    beslut: Beslut
    alternative: str | None = None


class Fact(NamedTuple):
    """One change of a recorded beslut, with the day it takes effect.

    Attributes:
        seq: its number among all facts of the organisation, in recorded order.
        number: which change of the beslut it is; 1 is the first.
    """

    seq: int
    number: int
    day: date
    change: Change
    record: Recorded

    @property
    def decided(self) -> date:
        return self.record.beslut.decided

    @property
    def beslut(self) -> Beslut:
        return self.record.beslut

    @property
    def source(self) -> Source | None:
        return self.record.beslut.source_of(self.change)
