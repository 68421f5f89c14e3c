"""Text for a terminal, or to paste into a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

import attrs
import wcwidth

from orgmodell.presentations.parts import (
    Branch,
    Column,
    Figures,
    Items,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
    Tree,
    to_read,
)
from orgmodell.words import Lang, Text
from orgmodell.writers.cells import (
    GLUE,
    UNDER,
    Alerting,
    Line,
    Said,
    in_line,
    in_row,
    in_text,
    lines,
    on_one_line,
    starred,
)
from orgmodell.writers.widths import Cells, broken, fitted, wanted, wrapped

WIDEST = 60  # characters in a column; longer texts go on below
NARROW, MANY = 36, 6  # the same in a table with so many columns
PAGE = 110  # characters in a line of running text
BETWEEN = "  "  # between two columns

_Pair = tuple[list[Line], list[Line]]
_PAIR = Column(""), Column("", wide=True)


def write(presentation: Presentation, lang: Lang, width: int | None = None, alert: Alerting = str) -> str:
    """A presentation as text: its heading is the first line, and no line ends in blanks.

    A table for which there is no room is told row by row, each column on a line of its own.

    Args:
        presentation: what to write.
        lang: in which language.
        width: how many characters a line of the terminal has; None: as many as a table takes.
        alert: how words that call for attention are made to stand out.
    """
    page = _Page(lang, width, alert)
    return page.joined([[on_one_line(presentation.heading, lang)], *map(page.part, presentation.whole)])


def write_parts(parts: Iterable[Part], lang: Lang) -> str:
    """Parts of a presentation as text, without its heading."""
    page = _Page(lang, None, str)
    return page.joined(map(page.part, to_read(parts)))


class _Page:
    """Writes the parts in one language, in lines of one width."""

    def __init__(self, lang: Lang, width: int | None, alert: Alerting) -> None:
        self._lang = lang
        self._width = width
        self._alert = alert

    @staticmethod
    def joined(blocks: Iterable[Sequence[str]]) -> str:
        """Blocks of lines, with an empty line between them."""
        whole = "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block)
        return whole.replace(GLUE, " ")

    def part(self, part: Part) -> list[str]:
        heading = [] if part.heading is None else self.running(part.heading)
        if heading and not isinstance(part, Items):
            heading.append("")
        return [*heading, *self._body(part)]

    def _body(self, part: Part) -> Iterable[str]:
        match part:
            case Table():
                return self._table(part)
            case Figures():
                return self._figures(part)
            case Tree():
                return (line for root in part.branches for line in self._branch(root, "", ""))
            case Items():
                return self._items(part)
            case Paragraph():
                return self.running(part.text)

    def running(self, text: Text | str) -> list[str]:
        return list(broken(on_one_line(text, self._lang), min(PAGE, self._width or PAGE)))

    def _within(self, line: Line, before: str = "", below: str = "") -> list[str]:
        """A line kept within the width, and what stands before it and before what goes on below."""
        if self._width is None:
            return [before + self._shown(line)]
        room = self._width - max(len(before), len(below))
        first, *rest = map(self._shown, wrapped(line, room))
        return [before + first, *(below + each for each in rest)]

    def _shown(self, line: Line) -> str:
        return in_text(line, self._alert)

    def _table(self, table: Table) -> Iterable[str]:
        if not table.rows:
            return self.running(table.nothing)
        heads = [lines(column.head, self._lang) for column in table.columns]
        rows = [in_row(row, table.columns, self._lang, UNDER) for row in table.rows]
        grid = self._grid([heads, *rows], table.columns)
        if grid is None:
            return self._row_by_row(table, rows)
        return [*grid.line(heads), grid.rule, *self._by_section(table.rows, map(grid.line, rows))]

    def _row_by_row(self, table: Table, rows: Sequence[Cells]) -> Iterator[str]:
        heads = [lines(column.head_on_one_line, self._lang) for column in table.columns]
        told = self._pairs([list(zip(heads, row, strict=True)) for row in rows])
        return self._by_section(table.rows, told, apart=True)

    def _by_section(
        self, rows: Sequence[Row], written: Iterable[Iterable[str]], apart: bool = False
    ) -> Iterator[str]:
        """The rows, with an empty line before each section, and before each row if they stand ``apart``."""
        for at, (row, line) in enumerate(zip(rows, written, strict=True)):
            if at and (apart or row.chapter is not None):
                yield ""
            if row.chapter is not None:
                yield from self.running(row.chapter)
            yield from line

    def _figures(self, part: Figures) -> Iterable[str]:
        pairs = [
            (lines(each.what, self._lang), starred(lines(each.value, self._lang), each.assumed))
            for each in part.figures
        ]
        return chain.from_iterable(self._pairs([pairs]))

    def _pairs(self, groups: Sequence[Sequence[_Pair]]) -> Iterator[list[str]]:
        """A word for each value and the value beside it, or under it where there is no room; in groups."""
        grid = self._grid([pair for group in groups for pair in group], _PAIR)
        write = self._one_under_the_other if grid is None else grid.line
        return ([line for pair in group for line in write(pair)] for group in groups)

    def _one_under_the_other(self, pair: Cells) -> list[str]:
        what, value = pair
        return [
            *(line for each in what for line in self._within(each)),
            *(line for each in value for line in self._within(each, "  ", "  ")),
        ]

    def _grid(self, rows: Sequence[Cells], columns: Sequence[Column]) -> _Grid | None:
        room = None if self._width is None else self._width - len(BETWEEN) * (len(columns) - 1)
        widest = WIDEST if len(columns) < MANY else NARROW
        widths = fitted(wanted(rows, [column.wide for column in columns], widest), room)
        if widths is None:
            return None
        return _Grid(widths, [column.kind == "number" for column in columns], self._alert)

    def _items(self, part: Items) -> Iterator[str]:
        for number, item in enumerate(part.items, 1):
            sign = f"{number:4}. " if part.numbered else "  - "
            yield from self._within((Said(on_one_line(item, self._lang)),), sign, " " * len(sign))

    def _branch(self, branch: Branch, sign: str, stem: str) -> Iterator[str]:
        """A line of a tree and all under it; before it stands its sign, and before all under it the stem."""
        node, below = branch.node, stem + ("│  " if branch.under else "   ")
        (says,) = starred([in_line(node.says, self._lang)], node.assumed)
        yield from self._within(says, sign, below)
        for note in node.notes:
            yield from self._within(in_line((UNDER, *note), self._lang), below, below + "  ")
        for at, each in enumerate(branch.under, 1):
            turn, on = ("└─ ", "   ") if at == len(branch.under) else ("├─ ", "│  ")
            yield from self._branch(each, stem + turn, stem + on)


@attrs.frozen
class _Grid:
    """Columns beside each other: how wide each is, and whether it stands to the right."""

    widths: Sequence[int]
    to_the_right: Sequence[bool]
    alert: Alerting

    @property
    def rule(self) -> str:
        return BETWEEN.join("-" * each for each in self.widths)

    def line(self, cells: Cells) -> list[str]:
        """The cells beside each other, in as many lines as the longest of them takes."""
        within = [
            [part for line in cell for part in wrapped(line, width)]
            for cell, width in zip(cells, self.widths, strict=True)
        ]
        return [BETWEEN.join(self._placed(line)) for line in zip_longest(*within, fillvalue=())]

    def _placed(self, parts: Sequence[Line]) -> Iterator[str]:
        for line, width, to_the_right in zip(parts, self.widths, self.to_the_right, strict=True):
            shown, blanks = in_text(line, self.alert), " " * (width - wcwidth.width(in_text(line)))
            yield blanks + shown if to_the_right else shown + blanks
