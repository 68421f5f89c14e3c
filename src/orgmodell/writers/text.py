"""Text for a terminal, or to paste into a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from textwrap import TextWrapper

from tabulate import tabulate

from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Figures,
    Items,
    Node,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
    Tree,
)
from orgmodell.words import Lang, Text, said
from orgmodell.writers.cells import visible, written

WIDEST = 60  # characters in a column; longer texts go on below
NARROW, MANY = 36, 6  # the same in a table with so many columns
NARROWEST = 12  # no column is made narrower than this to fit
PAGE = 110  # characters in a line of running text
BETWEEN = 2  # blanks between two columns

Alerting = Callable[[str], str]


def write(presentation: Presentation, lang: Lang, width: int | None = None, alert: Alerting = str) -> str:
    """A presentation as text; no line ends in blanks.

    Args:
        presentation: what to write.
        lang: in which language.
        width: how many characters a line of the terminal has; None: as many as it takes.
        alert: how words that call for attention are made to stand out.
    """
    page = _Page(lang, width, alert)
    parts = [page.part(each) for each in presentation.whole]
    blocks = [visible(presentation.heading.said(lang)), *("\n".join(lines) for lines in parts if lines)]
    return "\n\n".join("\n".join(line.rstrip() for line in block.split("\n")) for block in blocks)


class _Page:
    """Writes the parts in one language, in lines of one width."""

    def __init__(self, lang: Lang, width: int | None, alert: Alerting) -> None:
        self._lang = lang
        self._width = width
        self._alert = alert

    def part(self, part: Part) -> list[str]:
        match part:
            case Table():
                return [*self._heading(part.heading), self._table(part)]
            case Figures():
                return [*self._heading(part.heading), self._figures(part)]
            case Tree():
                return [*self._heading(part.heading), *self._tree(part.nodes)]
            case Items():
                return list(self._items(part))
            case Paragraph():
                return [self._filled(said(part.text, self._lang))]

    def _heading(self, heading: Text | None) -> list[str]:
        return [] if heading is None else [f"{heading.said(self._lang)}", ""]

    def _filled(self, running: str) -> str:
        return TextWrapper(min(PAGE, self._width or PAGE), break_on_hyphens=False).fill(visible(running))

    def _table(self, table: Table) -> str:
        if not table.rows:
            return table.nothing.said(self._lang)
        heads = [column.head.said(self._lang) for column in table.columns]
        cells = [self._row(row) for row in table.rows]
        widths = fitted(natural_widths([heads, *cells]), self._width)
        return tabulate(
            _in_lines(cells, widths), _in_lines([heads], widths)[0], "simple", disable_numparse=True
        )

    def _row(self, row: Row) -> list[str]:
        first, *rest = [self._cell(cell) for cell in row.cells]
        return [first + (" *" if row.assumed else ""), *rest]

    def _cell(self, cell: Cell) -> str:
        text = written(cell, self._lang)
        return self._alert(text) if isinstance(cell, Alert) else text

    def _figures(self, part: Figures) -> str:
        cells = [
            [each.what.said(self._lang), self._cell(each.value) + (" *" if each.assumed else "")]
            for each in part.figures
        ]
        widths = fitted(natural_widths(cells), self._width)
        return tabulate(_in_lines(cells, widths), tablefmt="plain", disable_numparse=True)

    def _items(self, part: Items) -> Iterator[str]:
        if part.items and part.heading is not None:
            yield part.heading.said(self._lang)
        for number, item in enumerate(part.items, 1):
            sign = f"{number:4}. " if part.numbered else "  - "
            yield sign + visible(said(item, self._lang))

    def _tree(self, nodes: Sequence[Node]) -> Iterator[str]:
        for branch, below, node in branches(nodes):
            yield branch + self._says(node.says) + (" *" if node.assumed else "")
            for note in node.notes:
                yield f"{below}· {self._says(note)}"

    def _says(self, says: Sequence[str | Text | Alert]) -> str:
        return "".join(self._cell(each) for each in says)


def branches(nodes: Sequence[Node]) -> Iterator[tuple[str, str, Node]]:
    """Each node with the branches drawn before it, and those drawn before what is said under it."""
    last, opened = _last_of_their_siblings(nodes), list[bool]()
    for at, node in enumerate(nodes):
        del opened[node.depth :]
        stem = "".join("│  " if going_on else "   " for going_on in opened[1:])
        branch = "" if node.depth == 0 else "└─ " if at in last else "├─ "
        opened.append(at not in last)
        below = "" if node.depth == 0 else "│  " if opened[-1] else "   "
        has_more = at + 1 < len(nodes) and nodes[at + 1].depth > node.depth
        yield stem + branch, stem + below + ("│  " if has_more else "   "), node


def _last_of_their_siblings(nodes: Sequence[Node]) -> set[int]:
    found, latest = set(range(len(nodes))), dict[int, int]()
    for at, node in enumerate(nodes):
        for deeper in [depth for depth in latest if depth > node.depth]:
            del latest[deeper]
        found.discard(latest.get(node.depth, -1))
        latest[node.depth] = at
    return found


def natural_widths(lines: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column would be by itself, up to what is easy to read."""
    columns = list(zip(*lines, strict=True))
    widest = WIDEST if len(columns) < MANY else NARROW
    return [min(widest, max(len(line) for cell in column for line in cell.split("\n"))) for column in columns]


def fitted(widths: list[int], width: int | None) -> list[int]:
    """The widths, the widest made narrower until they fit in a line.

    >>> fitted([10, 60, 40], 80)
    [10, 33, 33]
    """
    room = None if width is None else width - BETWEEN * (len(widths) - 1)
    found = list(widths)
    while room is not None and sum(found) > room and max(found) > NARROWEST:
        widest = max(found)
        found = [min(each, widest - 1) for each in found]
    return found


def _in_lines(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> list[list[str]]:
    """The cells in lines that break between words and never inside an id, unless there is no room for it."""
    wrappers = [TextWrapper(width, break_on_hyphens=False, break_long_words=False) for width in widths]
    return [
        [
            "\n".join(wrapper.fill(line) for line in cell.split("\n"))
            for wrapper, cell in zip(wrappers, row, strict=True)
        ]
        for row in cells
    ]
