"""Comma-separated values: the first table, one line a row, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from orgmodell.presentations.parts import Presentation
from orgmodell.words import Lang
from orgmodell.writers.cells import visible
from orgmodell.writers.typed import typed_table

_BEGINS_A_FORMULA = re.compile(r"\t|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)


def write(presentation: Presentation, lang: Lang) -> str:
    """The first table of a presentation; heads first."""
    table = typed_table(presentation.tables[0], lang) if presentation.tables else None
    return "" if table is None else separated([table.heads, *table.rows])


def separated(lines: Iterable[Iterable[object]]) -> str:
    """The lines, heads first, as comma-separated values.

    >>> print(separated([("Vad", "Antal"), ("=1+1", -2)]))
    Vad,Antal
    '=1+1,-2
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([_cell(cell) for cell in line] for line in lines)
    return written.getvalue().rstrip("\n")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula; a number is none.

    >>> harmless("@SUM(A1)"), harmless(" -Stab"), harmless("-12,5"), harmless("Stab")
    ("'@SUM(A1)", "' -Stab", '-12,5', 'Stab')
    """
    return f"'{cell}" if _BEGINS_A_FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _cell(cell: object) -> str:
    """A value in one cell; a lone carriage return the writer would not put in quotes."""
    text = "" if cell is None else visible(str(cell).replace("\r\n", "\n").replace("\r", "\n"), but="\n\t")
    return harmless(text)
