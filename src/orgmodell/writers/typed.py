"""A table with the values themselves in its cells, for forms where a number is a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

import attrs

from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Day,
    Kronor,
    Lines,
    Number,
    Row,
    Table,
    Thing,
    Things,
)
from orgmodell.words import Lang, Text, said
from orgmodell.words.forms import ASSUMED, id_of
from orgmodell.words.values import NO, YES

Value = str | int | float | date | None


@attrs.frozen
class TypedTable:
    """A table with a value in each cell: a column of things is two, and marks are a column of their own."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def typed_table(table: Table, lang: Lang) -> TypedTable:
    """A table with values in its cells."""
    marked = any(row.assumed for row in table.rows)
    stated = {at for at, _ in enumerate(table.columns) if any(_wording(row.cells[at]) for row in table.rows)}
    heads = [
        _flat(head.said(lang))
        for at, column in enumerate(table.columns)
        for head in _heads(column, at in stated)
    ]
    rows = [tuple(chain.from_iterable(_values(table, row, stated, lang))) for row in table.rows]
    name = table.name or table.heading
    return TypedTable(
        name="" if name is None else name.said(lang),
        heads=(*heads, *([ASSUMED.said(lang)] if marked else [])),
        rows=tuple(
            (*cells, *([_mark(row, lang)] if marked else []))
            for cells, row in zip(rows, table.rows, strict=True)
        ),
    )


def value(cell: Cell, lang: Lang) -> Value:
    """What is in a cell: a number, a day, or words."""
    match cell:
        case bool():
            return (YES if cell else NO).said(lang)
        case str() | Text():
            return said(cell, lang)
        case None | int() | float() | date():
            return cell
        case Number() | Kronor():
            return cell.value
        case Day():
            return cell.day
        case Alert():
            return cell.text.said(lang)
        case Lines():
            return "\n".join(
                said(each.text if isinstance(each, Alert) else each, lang) for each in cell.lines
            )
        case Thing():
            return cell.name or cell.id
        case Things():
            return ", ".join(each.name or each.id for each in cell.things)


def _values(table: Table, row: Row, stated: set[int], lang: Lang) -> Iterator[tuple[Value, ...]]:
    for at, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        extra = (_wording(cell),) if at in stated else ()
        yield (value(cell, lang), *_ids(column, cell), *extra)


def _ids(column: Column, cell: Cell) -> tuple[Value, ...]:
    """The ids of what is in a cell of things; they have a column beside it."""
    if column.kind not in ("thing", "things"):
        return ()
    match cell:
        case Thing():
            return (cell.id,)
        case Things():
            return (", ".join(each.id for each in cell.things),)
        case _:
            return (None,)


def _heads(column: Column, stated: bool) -> Iterator[Text]:
    yield column.head
    if column.kind in ("thing", "things"):
        yield id_of(column.head)
    if stated:
        yield column.head + Text(", enligt källan", ", as the source says")


def _wording(cell: Cell) -> str | None:
    """The source's own words for a day, or that a number is approximate."""
    return (
        cell.stated
        if isinstance(cell, Day)
        else "ca"
        if isinstance(cell, Number) and cell.approximate
        else None
    )


def _mark(row: Row, lang: Lang) -> str:
    return (YES if row.assumed else NO).said(lang)


def _flat(head: str) -> str:
    """A heading that was broken to be narrow, on one line."""
    return head.replace("-\n", "").replace("\n", " ")
