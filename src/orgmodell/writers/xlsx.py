"""An Excel workbook: a sheet for each table, numbers as numbers and days as days."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from orgmodell.presentations.parts import (
    Alert,
    Column,
    Items,
    Kronor,
    Number,
    Paragraph,
    Part,
    Presentation,
    Table,
)
from orgmodell.words import Lang, Text, forms
from orgmodell.writers.cells import on_one_line, visible
from orgmodell.writers.typed import TypedTable, Value, plain, typed
from orgmodell.writers.widths import broken

WIDEST, WIDE, NARROWEST = 45, 75, 9  # characters in a column, in one given more room, and at least
COVER = 110  # characters in a line of the first sheet
ALERTING = "9B1C1C"
_FONT = "Calibri"
_LONGEST = 32_767  # what a cell holds, counted in UTF-16
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\\/*?:\[\]]")
_FIRST_DAY = date(1900, 3, 1)  # Excel counts the days before it wrongly, or not at all
_FORMULA = ("=", "+", "-", "@")
_LINE, _HIGHEST = 15, 409  # points
_LETTER = 1.1  # letters for which there is room where there is for one figure
_UNDER = Border(bottom=Side("thin", color="CCCCCC"))
_KRONOR, _DAY, _TIME = '#,##0 "kr"', "yyyy-mm-dd", "yyyy-mm-dd hh:mm"


def write(presentation: Presentation, lang: Lang) -> bytes:
    """A presentation as a workbook: each table, and before them what was asked and what there is to know."""
    book = Workbook()
    book.properties.creator, book.properties.title = "orgmodell", on_one_line(presentation.heading, lang)
    _cover(book.worksheets[0], presentation, lang)
    for table in presentation.tables:
        _table(book.create_sheet(), typed(table), lang)
    names = (table.name or table.heading or forms.TABLE for table in presentation.tables)
    for sheet, name in zip(book.worksheets, _apart([forms.ABOUT, *names], lang), strict=True):
        sheet.title = name
        _page(sheet, presentation.heading, lang)
    book.active = 1 if presentation.tables else 0
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cover(sheet: Worksheet, presentation: Presentation, lang: Lang) -> None:
    title = _put(sheet, 1, 1, presentation.heading, lang)
    title.font, title.alignment = Font(_FONT, 14, bold=True), Alignment(wrap_text=False)
    told = (each for part in presentation.whole for each in _told(part))
    for number, (text, bold) in enumerate(told, 2):
        cell = _put(sheet, number, 1, text, lang)
        cell.font, cell.alignment = Font(_FONT, 11, bold=bold), Alignment("left", "top", wrap_text=True)
    sheet.column_dimensions["A"].width = COVER
    _set_heights(sheet, 2)
    sheet.sheet_view.showGridLines = False


def _told(part: Part) -> Iterator[tuple[Text | str, bool]]:
    """What the first sheet tells of a part, after an empty line, and whether each line is a heading."""
    lines = list(_lines(part))
    if lines:
        yield "", False
    if lines and part.heading is not None:
        yield part.heading, True
    yield from ((line, False) for line in lines)


def _lines(part: Part) -> Iterator[Text | str]:
    match part:
        case Paragraph():
            yield part.text
        case Table(rows=()):
            yield part.nothing
        case Items():
            signs = (f"{number}. " if part.numbered else "– " for number in range(1, len(part.items) + 1))
            yield from (sign + item for sign, item in zip(signs, part.items, strict=True))
        case _:
            return


def _table(sheet: Worksheet, table: TypedTable, lang: Lang) -> None:
    for at, column in enumerate(table.columns, 1):
        head = _put(sheet, 1, at, column.head, lang)
        head.font, head.border = Font(_FONT, 11, bold=True), Border(bottom=Side("medium"))
        head.alignment = _placed(column, "bottom", wrapped=True)
        for number, row in enumerate(table.rows, 2):
            cell = _put(sheet, number, at, row[at - 1], lang)
            cell.alignment, cell.border = _placed(column, "top", wrapped=cell.data_type == "s"), _UNDER
        sheet.column_dimensions[get_column_letter(at)].width = _width(sheet, at, column)
    _set_heights(sheet, 1)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"


def _placed(column: Column, at_the: Literal["top", "bottom"], wrapped: bool) -> Alignment:
    return Alignment("right" if column.kind == "number" else "left", at_the, wrap_text=wrapped, indent=1)


def _put(sheet: Worksheet, row: int, column: int, value: Value, lang: Lang) -> Cell:
    """Put a value in a cell; words are words, also where they begin as a formula does."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    match plain(value, lang):
        case str() as text:
            cell.value, cell.data_type = _short(visible(text)), "s"
            cell.quotePrefix = text.startswith(_FORMULA)
        case date() as day if not isinstance(day, datetime) and day < _FIRST_DAY:
            cell.value = str(day)
        case other:
            cell.value, cell.number_format = other, _format(value)
    if isinstance(value, Alert):
        cell.font = Font(_FONT, 11, bold=True, color=ALERTING)
    return cell


def _format(value: Value) -> str:
    match value:
        case datetime():
            return _TIME
        case date():
            return _DAY
        case Kronor():
            return _KRONOR
        case Number(decimals=int(decimals)) if decimals:
            return f"0.{'0' * decimals}"
        case Number(decimals=0):
            return "0"
        case _:
            return "General"


def _short(text: str) -> str:
    """The text, cut where a cell holds no more."""
    if len(text.encode("utf-16-le")) <= 2 * _LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def _width(sheet: Worksheet, at: int, column: Column) -> float:
    """How wide a column is: as its longest line, or the longest word of its head with the filter's sign."""
    head, *cells = (
        str(cell.value) for (cell,) in sheet.iter_rows(min_col=at, max_col=at) if cell.value is not None
    )
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=0) + 2
    word = max(map(len, head.split()), default=0) + 4
    return max(NARROWEST, word, min(WIDE if column.wide else WIDEST, longest))


def _set_heights(sheet: Worksheet, first: int) -> None:
    """Make rows as high as what is in them; not every program does so by itself."""
    for number, row in enumerate(sheet.iter_rows(first), first):
        lines = max(_lines_in(sheet, cell) for cell in row)
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines * _LINE, _HIGHEST)


def _lines_in(sheet: Worksheet, cell: Cell | MergedCell) -> int:
    if not isinstance(cell.value, str):
        return 1
    width = int(sheet.column_dimensions[get_column_letter(cell.column)].width * _LETTER)
    return sum(len(list(broken(line, width))) for line in cell.value[:_LONGEST].split("\n"))


def _page(sheet: Worksheet, heading: Text, lang: Lang) -> None:
    """A page to print lies down, is as wide as the sheet, and says what it is a page of."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7, header=0.3, footer=0.3)
    footer = sheet.oddFooter
    assert footer is not None
    footer.left.text = on_one_line(heading, lang)[:100].replace("&", "&&")
    footer.right.text = f"{forms.PAGE.said(lang)} &P {forms.OF.said(lang)} &N"


def _apart(names: Sequence[Text], lang: Lang) -> Iterator[str]:
    """Names that sheets can have, each another."""
    taken = set[str]()
    for name in names:
        text = _NOT_IN_A_NAME.sub(" ", on_one_line(name, lang)).strip("' ")[:_LONGEST_NAME].strip("' ") or "–"
        numbers = (f"{text[: _LONGEST_NAME - 5]} ({number})" for number in range(2, len(names) + 2))
        found = next(each for each in (text, *numbers) if each.casefold() not in taken)
        taken.add(found.casefold())
        yield found
