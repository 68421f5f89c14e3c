"""Markdown with tables, as GitHub and most editors show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wcwidth import ljust, width

from orgmodell.presentations.parts import (
    Branch,
    Figures,
    Items,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
    Tree,
)
from orgmodell.words import Lang, Text, said
from orgmodell.words.forms import FIGURE, VALUE
from orgmodell.writers.cells import (
    GLUE,
    UNDER,
    Line,
    headed,
    in_line,
    in_row,
    lines,
    on_one_line,
    starred,
    visible,
)

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_BEGINS_A_BLOCK = re.compile(r"\s*(?:[-+=]|\d+[.)])")
_WIDEST = 40  # characters that a column is filled up to, for whoever reads it as text


def write(presentation: Presentation, lang: Lang) -> str:
    """A presentation in Markdown."""
    return "\n\n".join(_written(presentation, lang)).replace(GLUE, " ")


def escaped(text: str) -> str:
    r"""Text in which nothing is taken for Markdown or HTML.

    >>> escaped("a|b <script>"), escaped("- ett\ntvå")
    ('a\\|b \\<script\\>', '\\- ett<br>två')
    """
    harmless = _SIGNS.sub(r"\\\1", visible(text))
    if found := _BEGINS_A_BLOCK.match(harmless):
        sign = found.end() - 1
        harmless = f"{harmless[:sign]}\\{harmless[sign:]}"
    return harmless.replace("\n", "<br>")


def _written(presentation: Presentation, lang: Lang) -> Iterator[str]:
    yield _heading("#", presentation.heading, lang)
    for heading, parts in presentation.sections:
        if heading is not None:
            yield _heading("##", heading, lang)
        for part in parts:
            if part.heading is not None:
                yield _heading("##" if heading is None else "###", part.heading, lang)
            yield _body(part, lang)


def _heading(level: str, heading: Text, lang: Lang) -> str:
    return f"{level} {escaped(headed(heading, lang))}"


def _body(part: Part, lang: Lang) -> str:
    match part:
        case Table():
            return _table(part, lang)
        case Figures():
            return _figures(part, lang)
        case Tree():
            return "\n".join(line for root in part.branches for line in _branch(root, lang))
        case Items():
            return "\n".join(_items(part, lang))
        case Paragraph():
            return escaped(part.text.said(lang).strip())


def _table(table: Table, lang: Lang) -> str:
    if not table.rows:
        return escaped(table.nothing.said(lang))
    heads = [escaped(on_one_line(column.head_on_one_line, lang)) for column in table.columns]
    rows = [cells for row in table.rows for cells in _cells(row, table, lang)]
    return _piped(heads, rows, [column.kind == "number" for column in table.columns])


def _figures(part: Figures, lang: Lang) -> str:
    rows = [
        [escaped(on_one_line(each.what, lang)), _in_cell(starred(lines(each.value, lang), each.assumed))]
        for each in part.figures
    ]
    return _piped([FIGURE.said(lang), VALUE.said(lang)], rows, [False, False])


def _piped(heads: list[str], rows: list[list[str]], to_the_right: Sequence[bool]) -> str:
    widths = [min(_WIDEST, max(3, *map(width, column))) for column in zip(heads, *rows, strict=True)]
    rule = [
        "-" * (wide - 1) + (":" if right else "-") for wide, right in zip(widths, to_the_right, strict=True)
    ]
    return "\n".join(f"| {' | '.join(map(ljust, cells, widths))} |" for cells in (heads, rule, *rows))


def _cells(row: Row, table: Table, lang: Lang) -> Iterator[list[str]]:
    """The cells of a row; before them, in a row of its own, what is said over it."""
    if row.chapter is not None:
        chapter = f"**{escaped(on_one_line(row.chapter, lang))}**"
        yield [chapter, *("" for _ in table.columns[1:])]
    yield [_in_cell(cell) for cell in in_row(row, table.columns, lang, UNDER)]


def _in_cell(said: list[Line]) -> str:
    return "<br>".join(map(_marked, said))


def _marked(line: Line) -> str:
    """A line, with what calls for attention in bold."""
    return "".join(f"**{escaped(s.text)}**" if s.tone == "alert" else escaped(s.text) for s in line)


def _items(part: Items, lang: Lang) -> Iterator[str]:
    for number, item in enumerate(part.items, 1):
        yield f"{f'{number}.' if part.numbered else '-'} {escaped(said(item, lang))}"


def _branch(branch: Branch, lang: Lang, indent: str = "") -> Iterator[str]:
    node = branch.node
    notes = [in_line((UNDER, *note), lang) for note in node.notes]
    said = [*starred([in_line(node.says, lang)], node.assumed), *notes]
    yield f"{indent}- " + "<br>".join(map(_marked, said))
    for each in branch.under:
        yield from _branch(each, lang, indent + "  ")
