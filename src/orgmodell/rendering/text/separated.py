"""Comma-separated values: the one place that writes them, and makes them harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_BEGINS_A_FORMULA = re.compile(r"\t|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)


def separated(lines: Iterable[Iterable[object]]) -> str:
    """The lines, heads first, as comma-separated values.

    >>> print(separated([("Vad", "Antal"), ("=1+1", -2)]))
    Vad,Antal
    '=1+1,-2
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([harmless(_in_one_cell(str(cell))) for cell in line] for line in lines)
    return written.getvalue().rstrip("\n")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula; a number is none.

    >>> harmless("@SUM(A1)"), harmless(" -Stab"), harmless("-12,5"), harmless("Stab")
    ("'@SUM(A1)", "' -Stab", '-12,5', 'Stab')
    """
    return f"'{cell}" if _BEGINS_A_FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _in_one_cell(text: str) -> str:
    """The text with line breaks that the writer puts in quotes: a lone carriage return it does not."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
