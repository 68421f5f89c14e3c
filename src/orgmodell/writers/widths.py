"""How wide the columns of a table are, in characters, where a line or a page has only so much room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
from wcwidth import width

NARROWEST = 12  # what a longer word may be broken to
LONGEST = 120  # the longest word that is kept whole where there is room

Cells = Sequence[list[str]]


@attrs.frozen
class Wanted:
    """What a column wants, and what it can do with.

    Attributes:
        most: how wide it is by itself.
        word: how narrow it can be made without breaking a word.
        wide: whether it is to be wider than the others where there is little room.
    """

    most: int
    word: int
    wide: bool = False

    @property
    def least(self) -> int:
        """How narrow it can be made at all."""
        return min(self.word, NARROWEST)


def wanted(rows: Iterable[Cells], wide: Sequence[bool], widest: int) -> list[Wanted]:
    """What each column of a table wants.

    Args:
        rows: the table, with its heads; each cell is lines.
        wide: whether each column is to be wider than the others.
        widest: how wide a column is made by itself; longer lines go on below.

    >>> wanted([(["Enhet"], ["Antal"]), (["Bildning (buk)"], ["12"])], (False, False), 60)
    [Wanted(most=14, word=8, wide=False), Wanted(most=5, word=5, wide=False)]
    """
    columns = zip(zip(*rows, strict=True), wide, strict=True)
    return [
        _wanted([line for cell in column for line in cell], is_wide, widest) for column, is_wide in columns
    ]


def fitted(columns: Sequence[Wanted], room: int | None) -> list[int] | None:
    """How wide each column is made; None when there is no room for them beside each other.

    The widest are made narrower, and words are broken only when that is not enough.

    >>> fitted([Wanted(10, 8), Wanted(60, 12), Wanted(40, 12)], 80)
    [10, 35, 35]
    >>> fitted([Wanted(60, 12), Wanted(60, 12, wide=True)], 90)
    [30, 60]
    """
    widths = [each.most for each in columns]
    if room is None:
        return widths
    for least in ([each.word for each in columns], [each.least for each in columns]):
        while sum(widths) > room and (over := [at for at, width in enumerate(widths) if width > least[at]]):
            widths[max(over, key=lambda at: widths[at] / (2 if columns[at].wide else 1))] -= 1
    return widths if sum(widths) <= room else None


def _wanted(lines: Sequence[str], wide: bool, widest: int) -> Wanted:
    longest = max(map(width, lines), default=1)
    word = max((width(word) for line in lines for word in line.split(" ")), default=1)
    kept = max(min(word, LONGEST), 1)
    return Wanted(max(min(longest, widest), kept), kept, wide)
