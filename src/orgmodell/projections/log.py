"""The log: every beslut, in recorded order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import attrs

from orgmodell.changes import Beslut, Recorded
from orgmodell.projections.answer import told_inside, untold


@attrs.frozen(kw_only=True)
class LoggedBeslut:
    """A beslut on the log.

    Attributes:
        position: its number; 1 is the first.
        recorded: when the log learnt of it, in UTC; None where the log keeps no times.
        alternative: the alternative whose draft it is; None when it is on the log.
        beslut: the beslut, with its changes.
        days: the days on which its changes take effect, in order.
    """

    position: int
    recorded: datetime | None
    alternative: str | None
    beslut: Beslut = attrs.field(metadata=told_inside())
    days: tuple[date, ...] = attrs.field(metadata=untold())


@attrs.frozen(kw_only=True)
class BeslutLog:
    """Every beslut, in recorded order; what is on the log is itself, and rests on nothing else."""

    log: tuple[LoggedBeslut, ...]


def log(records: Iterable[Recorded], stamped: bool) -> BeslutLog:
    """Every beslut, in recorded order.

    Args:
        records: the beslut on the log.
        stamped: whether the times of recording mean anything.
    """
    return BeslutLog(log=tuple(_logged(each, stamped) for each in records))


def _logged(each: Recorded, stamped: bool) -> LoggedBeslut:
    beslut = each.beslut
    return LoggedBeslut(
        position=each.position,
        recorded=each.recorded if stamped else None,
        alternative=each.alternative,
        beslut=beslut,
        days=tuple(sorted({beslut.day_of(change) for change in beslut.changes})),
    )
