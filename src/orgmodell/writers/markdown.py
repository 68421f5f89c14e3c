"""Markdown with tables, as GitHub and most editors show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabulate import tabulate

from orgmodell.presentations.parts import (
    Figures,
    Items,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
    Tree,
    figures_as_table,
)
from orgmodell.words import Lang, Text, said
from orgmodell.writers.cells import visible, written

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_BEGINS_A_BLOCK = re.compile(r"\s*(?:[-+=]|\d+[.)])")


def write(presentation: Presentation, lang: Lang) -> str:
    """A presentation in Markdown."""
    blocks = [f"# {escaped(presentation.heading.said(lang))}"]
    blocks += (block for part in presentation.whole for block in _blocks(part, lang))
    return "\n\n".join(blocks)


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


def _blocks(part: Part, lang: Lang) -> Iterator[str]:
    match part:
        case Table():
            yield from _heading(part.heading, lang)
            yield _table(part, lang)
        case Figures():
            yield from _heading(part.heading, lang)
            yield _table(figures_as_table(part), lang)
        case Tree():
            yield from _heading(part.heading, lang)
            yield "\n".join(_tree(part, lang))
        case Items() if part.items:
            yield from _heading(part.heading, lang)
            yield "\n".join(
                f"{f'{number}.' if part.numbered else '-'} {escaped(said(item, lang))}"
                for number, item in enumerate(part.items, 1)
            )
        case Items():
            return
        case Paragraph():
            yield escaped(part.text.said(lang))


def _heading(heading: Text | None, lang: Lang) -> Iterator[str]:
    if heading is not None:
        yield f"## {escaped(heading.said(lang))}"


def _table(table: Table, lang: Lang) -> str:
    if not table.rows:
        return escaped(table.nothing.said(lang))
    heads = [
        escaped(column.head.said(lang).replace("-\n", "").replace("\n", " ")) for column in table.columns
    ]
    aligned = ["right" if column.kind == "number" else "left" for column in table.columns]
    return tabulate(
        [_cells(row, lang) for row in table.rows], heads, "pipe", colalign=aligned, disable_numparse=True
    )


def _cells(row: Row, lang: Lang) -> list[str]:
    first, *rest = [escaped(written(cell, lang)) for cell in row.cells]
    return [first + (" \\*" if row.assumed else ""), *rest]


def _tree(tree: Tree, lang: Lang) -> Iterator[str]:
    for node in tree.nodes:
        indent = "  " * node.depth
        says = "".join(escaped(written(each, lang)) for each in node.says)
        yield indent + "- " + says + (" \\*" if node.assumed else "")
        for note in node.notes:
            yield indent + "  - " + "".join(escaped(written(each, lang)) for each in note)
