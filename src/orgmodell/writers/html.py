"""A page: one HTML file with all that it needs in it, for a screen and for paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from orgmodell.presentations.parts import (
    Cell,
    Figure,
    Figures,
    Items,
    Node,
    Paragraph,
    Presentation,
    Row,
    Table,
    Tree,
)
from orgmodell.words import Lang, Text
from orgmodell.words.forms import OF, PAGE
from orgmodell.writers.cells import Line, headed, in_line, in_row, lines, on_one_line, starred, visible

LYING_DOWN = 7  # a table with this many columns or more is printed on a page that lies down
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_KINDS = {Table: "table", Figures: "figures", Tree: "tree", Items: "items", Paragraph: "paragraph"}


def write(presentation: Presentation, lang: Lang) -> str:
    """A presentation as a page."""
    return _template().render(
        presentation=presentation,
        lang=lang,
        words=_Words(lang),
        kind_of=lambda part: _KINDS[type(part)],
        lies_down=presentation.widest >= LYING_DOWN,
        page=PAGE.said(lang),
        of=OF.said(lang),
    )


class _Words:
    """What the page says, in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def title(self, text: Text) -> str:
        return on_one_line(text, self._lang)

    def headed(self, heading: Text) -> Markup:
        return self.unbroken(headed(heading, self._lang))

    def said(self, text: Text | str) -> Markup:
        return self.unbroken(on_one_line(text, self._lang))

    def unbroken(self, text: str) -> Markup:
        """Words, with no line break inside a day."""
        return Markup(_DAY.sub(r'<span class="day">\g<0></span>', str(escape(text))))

    def head(self, head: Text) -> Markup:
        """A heading that may be broken where it was broken, but need not be."""
        broken = escape(visible(head.said(self._lang)))
        return broken.replace("-\n", Markup("&shy;")).replace("\n", " ")

    def row(self, row: Row, table: Table) -> list[list[Line]]:
        return in_row(row, table.columns, self._lang)

    def figure(self, figure: Figure) -> list[Line]:
        return starred(lines(figure.value, self._lang), figure.assumed)

    def line(self, says: Iterable[Cell]) -> Line:
        return in_line(says, self._lang)

    def node(self, node: Node) -> Line:
        return starred([self.line(node.says)], node.assumed)[0]


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    return environment.from_string(page)
