"""What a question that is a table is answered on each of several days, as one long table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

import attrs

from orgmodell.projections.answer import TableAnswer, told_inside
from orgmodell.projections.basis import united

L_co = TypeVar("L_co", covariant=True)
L = TypeVar("L")


@attrs.frozen(kw_only=True)
class OnDay(Generic[L_co]):
    """A line of a table, and the day on which that was the answer.

    Attributes:
        day: the day asked about.
        line: what the line says on that day.
    """

    day: date
    line: L_co = attrs.field(metadata=told_inside())


@attrs.frozen(kw_only=True)
class OverDays(TableAnswer[OnDay[L_co]], Generic[L_co]):
    """The tables of several days as one; a sequence of `OnDay`, in the order of the days.

    In `to_dicts`, `to_pandas` and `to_polars` the day is the first column, and what the line says follows.
    It rests on what the answers of all the days rest on.

    Attributes:
        days: the days asked about, also those on which the table has no lines.
        on_days: each line of each day.
    """

    days: tuple[date, ...]
    on_days: tuple[OnDay[L_co], ...]

    @property
    def lines(self) -> tuple[OnDay[L_co], ...]:
        return self.on_days


def over(answers: Iterable[tuple[date, TableAnswer[L]]]) -> OverDays[L]:
    """The tables of several days as one.

    Args:
        answers: each day, and the table of that day.
    """
    tables = tuple(answers)
    return OverDays(
        days=tuple(day for day, _ in tables),
        on_days=tuple(OnDay(day=day, line=line) for day, table in tables for line in table),
        basis=united(table.basis for _, table in tables),
    )
