"""How wide the columns of a table are, in characters, where a line or a page has only so much room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs
from wcwidth import iter_graphemes, width

from orgmodell.presentations.parts import Presentation
from orgmodell.writers.cells import Line, Said, in_text

NARROWEST = 12  # what a longer word may be broken to
LONGEST = 120  # the longest word that is kept whole where there is room
TOO_MANY = 7  # columns on a page that stands

Cells = Sequence[list[Line]]


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


def lies_down(presentation: Presentation) -> bool:
    """Whether a page lies down, since a table has more columns than there is room for on one that stands."""
    return presentation.widest >= TOO_MANY


def wanted(rows: Iterable[Cells], wide: Sequence[bool], widest: int) -> list[Wanted]:
    """What each column of a table wants.

    Args:
        rows: the table, with its heads.
        wide: whether each column is to be wider than the others.
        widest: how wide a column is made by itself; longer lines go on below.
    """
    columns = zip(zip(*rows, strict=True), wide, strict=True)
    return [
        _wanted(list(map(in_text, chain.from_iterable(cells))), is_wide, widest) for cells, is_wide in columns
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


def wrapped(line: Line, room: int) -> Iterator[Line]:
    """A line in several for which there is room; what is said in each is what it was."""
    whole, end = in_text(line), 0
    for part in broken(whole, room):
        start = whole.index(part, end)
        end = start + len(part)
        yield tuple(_cut(line, start, end))


def broken(text: str, room: int) -> Iterator[str]:
    """A text in lines for which there is room, broken between words; only a word that is wider is broken.

    >>> list(broken("Avdelningen för bistånd", 12))
    ['Avdelningen', 'för bistånd']
    """
    words, taken = list[str](), 0
    for word in chain.from_iterable(_pieces(word, room) for word in text.split(" ")):
        if words and taken + 1 + width(word) > room:
            yield " ".join(words)
            words, taken = [], 0
        taken += width(word) + (1 if words else 0)
        words.append(word)
    yield " ".join(words)


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word, in as many pieces as it takes; each but the last fills a line."""
    if width(word) <= room:
        yield word
        return
    piece, taken = "", 0
    for each in iter_graphemes(word):
        if piece and taken + width(each) > room:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + each, taken + width(each)
    yield piece


def _cut(line: Line, start: int, end: int) -> Iterator[Said]:
    """What of a line is from one character to another."""
    for said in line:
        if text := said.text[max(start, 0) : max(end, 0)]:
            yield Said(text, said.tone)
        start, end = start - len(said.text), end - len(said.text)
