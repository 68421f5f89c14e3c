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
from orgmodell.writers.cells import (
    Line,
    Said,
    breakable,
    headed,
    in_line,
    in_row,
    lines,
    on_one_line,
    starred,
)
from orgmodell.writers.widths import lies_down

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_KINDS = {Table: "table", Figures: "figures", Tree: "tree", Items: "items", Paragraph: "paragraph"}


def write(presentation: Presentation, lang: Lang) -> str:
    """A presentation as a page."""
    return _template().render(
        presentation=presentation,
        lang=lang,
        words=_Words(lang),
        kind_of=lambda part: _KINDS[type(part)],
        lies_down=lies_down(presentation),
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

    def head(self, head: Text) -> str:
        return breakable(head, self._lang)

    def row(self, row: Row, table: Table) -> list[list[Line]]:
        return [_held_together(cell) for cell in in_row(row, table.columns, self._lang)]

    def figure(self, figure: Figure) -> list[Line]:
        return _held_together(starred(lines(figure.value, self._lang), figure.assumed))

    def line(self, says: Iterable[Cell]) -> Line:
        return in_line(says, self._lang)

    def node(self, node: Node) -> Line:
        return _held_together(starred([self.line(node.says)], node.assumed))[0]


def _held_together(said: list[Line]) -> list[Line]:
    """The lines of a cell, with a star in one with what is before it, from which a page could part it."""
    *above, line = said
    match line:
        case (*before, Said(text, tone), Said(star, "star")):
            return [*above, (*before, Said(text + star, tone))]
        case _:
            return said


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    return environment.from_string(page)
