"""Comma-separated values: the main table, one line a row, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime

from orgmodell.presentations.parts import Presentation
from orgmodell.words import Lang
from orgmodell.words.values import time
from orgmodell.writers.cells import visible
from orgmodell.writers.typed import plain, typed

_BEGINS_A_FORMULA = re.compile(r"\t|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)


def write(presentation: Presentation, lang: Lang) -> str:
    """The main table of a presentation; heads first. Numbers and days are written alike in both languages."""
    if presentation.main is None:
        return ""
    table = typed(presentation.main)
    heads = [column.head.said(lang) for column in table.columns]
    return separated([heads, *([plain(value, lang) for value in row] for row in table.rows)])


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


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.15g}"
        case datetime():
            return time(value)
        case str():
            return harmless(visible(value.replace("\r\n", "\n").replace("\r", "\n"), but="\n\t"))
        case _:
            return str(value)
