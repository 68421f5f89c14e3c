"""The pieces that texts are made of: heading, tables, lists of things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import TextWrapper

from tabulate import tabulate

from orgmodell import swedish
from orgmodell.presentations.asked import Asked

Row = Sequence[object]
Rows = Iterator[tuple[str, str]]  # what is said of one thing: a word for it, and what
WIDEST = 60  # characters in a column; longer texts go on below
NARROW = 36  # the same, in a table with many columns
PAGE = 110  # characters in a line of running text


def text(heading: str, lines: Iterable[str]) -> str:
    """A heading and what comes under it; no line ends in blanks."""
    whole = "\n".join([heading, "", *lines])
    return "\n".join(line.rstrip() for line in whole.split("\n"))


def table(heads: Sequence[str], rows: Sequence[Row], nothing: str, widest: int = WIDEST) -> str:
    """A table with heads; without rows, what to say instead."""
    if not rows:
        return nothing
    return tabulate(_cells(rows, widest), heads, "simple", disable_numparse=True)


def plain(rows: Sequence[Row]) -> str:
    """A table without heads: what, and how much of it."""
    return tabulate(_cells(rows), tablefmt="plain", disable_numparse=True)


def _cells(rows: Sequence[Row], widest: int = WIDEST) -> list[list[str]]:
    """The cells as text, in lines that break between words and never inside an id."""
    wrapper = TextWrapper(widest, break_on_hyphens=False, break_long_words=False)
    return [[wrapper.fill(str(cell)) for cell in row] for row in rows]


def rule(counting_rule: str) -> list[str]:
    """The lines that say how a figure was counted."""
    return ["", paragraph(f"Räkneregel: {counting_rule}")]


def paragraph(running: str) -> str:
    """Running text, in lines."""
    return TextWrapper(PAGE, break_on_hyphens=False).fill(running)


def things(asked: Asked, ids: Iterable[str]) -> str:
    """Several things by name and id, or a dash."""
    return ", ".join(map(asked.called, ids)) or swedish.NOTHING


def names(asked: Asked, ids: Iterable[str]) -> str:
    """Several things by name, with the id where two have the same; or a dash."""
    return ", ".join(apart(asked, ids).values()) or swedish.NOTHING


def apart(asked: Asked, ids: Iterable[str]) -> dict[str, str]:
    """What to call each of several things: by name, with the id where two have the same."""
    called = {each: asked.name(each) for each in ids}
    shared = Counter(called.values())
    return {each: asked.called(each) if shared[name] > 1 else name for each, name in called.items()}
