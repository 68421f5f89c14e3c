"""A page: one HTML file with all that it needs in it, for a screen and for paper."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Figures,
    Items,
    Lines,
    Paragraph,
    Presentation,
    Table,
    Tree,
)
from orgmodell.words import Lang, said
from orgmodell.writers.cells import visible, written
from orgmodell.writers.optional import needed

if TYPE_CHECKING:
    from jinja2 import Template

KINDS = {Table: "table", Figures: "figures", Tree: "tree", Items: "items", Paragraph: "paragraph"}


def write(presentation: Presentation, lang: Lang) -> str:
    """A presentation as a page.

    Raises:
        SourceError: Jinja2 is not installed.
    """
    return _template().render(
        presentation=presentation,
        lang=lang,
        kind_of=lambda part: KINDS[type(part)],
        said=lambda text: visible(said(text, lang)),
        lines=lambda cell: list(_lines(cell, lang)),
        wide=any(len(table.columns) > 6 for table in presentation.tables),
    )


def _lines(cell: Cell, lang: Lang) -> list[tuple[str, bool]]:
    """The lines of a cell, and whether each calls for attention."""
    lines = cell.lines if isinstance(cell, Lines) and cell.lines else (cell,)
    return [(written(each, lang), isinstance(each, Alert)) for each in lines]


def _template() -> Template:
    jinja2 = needed("jinja2", "Jinja2", "html", "HTML")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    template: Template = environment.from_string(page)
    return template
