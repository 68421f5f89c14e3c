"""An Excel workbook: a sheet for each table, numbers as numbers and days as days."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from orgmodell.presentations.parts import Items, Paragraph, Part, Presentation, Table
from orgmodell.words import Lang, Text, forms, said
from orgmodell.writers.cells import visible
from orgmodell.writers.optional import needed
from orgmodell.writers.typed import TypedTable, Value, typed_table

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WIDEST, NARROWEST = 60, 8  # characters in a column
_LONGEST_NAME = 31  # what Excel takes as the name of a sheet
_NOT_IN_A_NAME = re.compile(r"[\\/*?:\[\]]")


def write(presentation: Presentation, lang: Lang) -> bytes:
    """A presentation as a workbook: what was asked and how it was counted first, then each table.

    Raises:
        SourceError: openpyxl is not installed.
    """
    needed("openpyxl", "openpyxl", "xlsx", "Excel")
    from openpyxl import Workbook

    book = Workbook()
    cover = book.active
    assert cover is not None
    tables = [typed_table(each, lang) for each in presentation.tables]
    _cover(cover, presentation, lang)  # type: ignore[arg-type]
    for table in tables:
        _sheet(book, table)
    _name_sheets(book, [forms.ABOUT.said(lang), *(each.name or forms.TABLE.said(lang) for each in tables)])
    book.active = 1 if tables else 0
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cover(sheet: Worksheet, presentation: Presentation, lang: Lang) -> None:
    from openpyxl.styles import Alignment, Font

    lines = [presentation.heading, *(line for part in presentation.whole for line in _running(part))]
    for number, line in enumerate(lines, 1):
        cell = _put(sheet, number, 1, said(line, lang))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 110


def _running(part: Part) -> Iterator[Text | str]:
    match part:
        case Paragraph():
            yield part.text
        case Items() if part.items:
            yield part.heading or ""
            yield from part.items
        case Table(rows=()):
            yield part.nothing
        case _:
            return


def _sheet(book: Workbook, table: TypedTable) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    sheet: Worksheet = book.create_sheet()
    for column, head in enumerate(table.heads, 1):
        cell = _put(sheet, 1, column, head)
        cell.font, cell.border = Font(bold=True), Border(bottom=Side("thin"))
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
    for number, row in enumerate(table.rows, 2):
        for column, each in enumerate(row, 1):
            _put(sheet, number, column, each).alignment = Alignment(
                wrap_text=isinstance(each, str), vertical="top"
            )
    for column in range(1, len(table.heads) + 1):
        letter = sheet.cell(1, column).column_letter
        sheet.column_dimensions[letter].width = _width(
            [row[column - 1] for row in (table.heads, *table.rows)]
        )
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Put a value in a cell; words are words, also where they begin as a formula does."""
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    if isinstance(value, str):
        text = visible(value)[:32_767]  # as many as a cell holds
        cell.set_explicit_value(text, "s")
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))  # type: ignore[attr-defined]
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    else:
        cell.value = value
    return cell


def _width(values: list[Value]) -> float:
    longest = max((len(line) for each in values for line in str(each or "").split("\n")), default=0)
    return max(NARROWEST, min(WIDEST, longest + 2))


def _name_sheets(book: Workbook, names: list[str]) -> None:
    taken = set[str]()
    for sheet, name in zip(book.worksheets, names, strict=True):
        short = _NOT_IN_A_NAME.sub(" ", visible(name).replace("\n", " ")).strip("' :")[:_LONGEST_NAME] or "–"
        number = 2
        title = short
        while title.casefold() in taken:
            title, number = f"{short[: _LONGEST_NAME - 4]} ({number})", number + 1
        taken.add(title.casefold())
        sheet.title = title
