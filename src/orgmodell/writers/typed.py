"""A table with one value in each cell, for forms where a number is a number and a day a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

import attrs

from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Day,
    Kronor,
    Lines,
    New,
    Number,
    Phrase,
    Row,
    Table,
    Thing,
    Things,
)
from orgmodell.words import Lang, Text, forms, joined, said
from orgmodell.words.values import MISSING, NO, YES

Value = str | Text | int | float | date | datetime | Number | Kronor | Alert | None
Plain = str | int | float | date | datetime | None


@attrs.frozen
class TypedTable:
    """A table with one value in each cell; its columns hold no things, and no head is broken."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def typed(table: Table) -> TypedTable:
    """A table with one value in each cell.

    What a value says besides itself has a column of its own: the id of a thing, the source's words for a day,
    that a number is approximate. So has what a row is marked with.

    >>> from orgmodell.presentations.parts import row, table
    >>> rows = [row(Thing("buk", "Bildning"))]
    >>> found = typed(table(Column("Enhet", "thing"), rows=rows, nothing=Text("ingen", "none")))
    >>> [column.head.sv for column in found.columns], found.rows
    (['Enhet', 'Enhet, id'], (('Bildning', 'buk'),))
    """
    filled = [*_filled(table), *_marks(table.rows)]
    return TypedTable(
        columns=tuple(column for column, _ in filled),
        rows=tuple(zip(*(values for _, values in filled), strict=True)),
    )


def plain(value: Value, lang: Lang) -> Plain:
    """A value in a language, and without how it is shown."""
    match value:
        case Text() | str():
            return said(value, lang)
        case Alert():
            return plain(value.says, lang)
        case Number() | Kronor():
            return value.value
        case datetime():
            return value.replace(second=0, microsecond=0, tzinfo=None)
        case _:
            return value


def _filled(table: Table) -> Iterator[tuple[Column, list[Value]]]:
    """Each column and what is in it, from the first row to the last."""
    for at, column in enumerate(table.columns):
        cells, of_things = [row.cells[at] for row in table.rows], column.kind in ("thing", "things")
        head, kind = column.head_on_one_line, "text" if of_things else column.kind
        yield Column(head, kind, column.wide), [_value(cell, column) for cell in cells]
        for called, besides in _BESIDES:
            values = [besides(cell) for cell in cells]
            if any(values) or (besides is _ids and of_things):
                yield Column(called(head)), values


def _marks(rows: Sequence[Row]) -> Iterator[tuple[Column, list[Value]]]:
    """What rows are marked with, where any is."""
    if any(row.chapter for row in rows):
        yield Column(forms.SECTION), list(_chapters(rows))
    if any(row.under for row in rows):
        yield Column(forms.UNDER, "yes or no"), [YES if row.under else NO for row in rows]
    if any(row.assumed for row in rows):
        yield Column(forms.ASSUMED, "yes or no"), [YES if row.assumed else NO for row in rows]


def _chapters(rows: Sequence[Row]) -> Iterator[Text | None]:
    chapter = None
    for row in rows:
        chapter = row.chapter or chapter
        yield chapter


def _value(cell: Cell, column: Column) -> Value:
    match cell:
        case bool():
            return YES if cell else NO
        case Number(None):
            return None if column.kind == "number" else MISSING
        case Day():
            return cell.day
        case Thing():
            return cell.name or cell.id
        case Things():
            return ", ".join(each.name or each.id for each in cell.things) or None
        case Lines():
            return _in_one(cell.lines, "\n")
        case Phrase():
            return _in_one(cell.words, "")
        case New():
            return cell.text
        case _:
            return cell


def _in_one(several: Sequence[str | Text | Alert | New | Phrase], separator: str) -> Text | Alert | None:
    """Several words as one value, which calls for attention if any of them does."""
    values = [_in_one(each.words, "") if isinstance(each, Phrase) else each for each in several]
    texts = [each.text if isinstance(each, Alert | New) else each or "" for each in values]
    text = joined(texts, separator) if texts else None
    return Alert(text) if text and any(isinstance(each, Alert) for each in values) else text


def _ids(cell: Cell) -> Value:
    match cell:
        case Thing():
            return cell.id
        case Things():
            return ", ".join(each.id for each in cell.things) or None
        case _:
            return None


def _stated(cell: Cell) -> Value:
    return cell.stated if isinstance(cell, Day) else None


def _approximate(cell: Cell) -> Value:
    return YES if isinstance(cell, Number) and cell.approximate else None


_BESIDES: tuple[tuple[Callable[[Text], Text], Callable[[Cell], Value]], ...] = (
    (forms.id_of, _ids),
    (forms.stated, _stated),
    (forms.approximate, _approximate),
)
