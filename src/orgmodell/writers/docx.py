"""A Word document: real headings and tables, to go on writing in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

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
from orgmodell.writers.optional import needed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

ALERTING = "9B1C1C"
WIDE = 7  # a table with this many columns or more is on a page that lies down


def write(presentation: Presentation, lang: Lang) -> bytes:
    """A presentation as a Word document.

    Raises:
        SourceError: python-docx is not installed.
    """
    needed("docx", "python-docx", "docx", "Word")
    document = _Written(lang, lying_down=any(len(t.columns) >= WIDE for t in presentation.tables))
    document.heading(presentation.heading, 1)
    for part in presentation.whole:
        document.part(part)
    return document.saved()


class _Written:
    """A document that parts are written in, one after another."""

    def __init__(self, lang: Lang, lying_down: bool) -> None:
        import docx
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm, Pt

        self._lang = lang
        self._document: Document = docx.Document()
        section = self._document.sections[0]
        long, short = Mm(297), Mm(210)
        section.orientation = WD_ORIENT.LANDSCAPE if lying_down else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (long, short) if lying_down else (short, long)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(18)
        self._document.styles["Normal"].font.size = Pt(10)  # type: ignore[attr-defined]

    def saved(self) -> bytes:
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    def heading(self, heading: Text | None, level: int) -> None:
        if heading is not None:
            self._document.add_heading(visible(heading.said(self._lang)), level)

    def part(self, part: Part) -> None:
        match part:
            case Table():
                self.heading(part.heading, 2)
                self._table(part)
            case Figures():
                self.heading(part.heading, 2)
                self._figures(part)
            case Tree():
                self.heading(part.heading, 2)
                for node in part.nodes:
                    self._node(node)
            case Items() if part.items:
                self.heading(part.heading, 2)
                for item in part.items:
                    style = "List Number" if part.numbered else "List Bullet"
                    self._document.add_paragraph(visible(said(item, self._lang)), style)
            case Items():
                return
            case Paragraph():
                self._document.add_paragraph(visible(part.text.said(self._lang)))

    def _table(self, table: Table) -> None:
        if not table.rows:
            self._document.add_paragraph(table.nothing.said(self._lang))
            return
        word = self._document.add_table(1, len(table.columns), "Light Grid Accent 1")
        for cell, column in zip(word.rows[0].cells, table.columns, strict=True):
            head = column.head.said(self._lang).replace("-\n", "").replace("\n", " ")
            self._fill(cell, head, bold=True)
        _repeated_on_each_page(word)
        for row in table.rows:
            self._row(word, row, table)

    def _row(self, word: WordTable, row: Row, table: Table) -> None:
        if row.chapter is not None:
            cells = word.add_row().cells
            self._fill(cells[0].merge(cells[-1]), row.chapter, bold=True)
        for at, (cell, each) in enumerate(zip(word.add_row().cells, row.cells, strict=True)):
            self._fill(cell, each, star=row.assumed and at == 0)
            if table.columns[at].kind == "number":
                cell.paragraphs[0].alignment = 2  # type: ignore[assignment]

    def _figures(self, part: Figures) -> None:
        word = self._document.add_table(0, 2)
        for figure in part.figures:
            what, value = word.add_row().cells
            self._fill(what, figure.what, bold=True)
            self._fill(value, figure.value, star=figure.assumed)

    def _fill(self, cell: _Cell, value: Cell, bold: bool = False, star: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = 0
        run = paragraph.add_run(written(value, self._lang) + (" *" if star else ""))
        run.bold = bold
        _small(run, alerting=isinstance(value, Alert))

    def _node(self, node: Node) -> None:
        from docx.shared import Mm

        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(7 * node.depth)
        paragraph.paragraph_format.space_after = 0
        self._say(paragraph, node.says, bold_first=True)
        if node.assumed:
            paragraph.add_run(" *")
        for note in node.notes:
            noted = self._document.add_paragraph()
            noted.paragraph_format.left_indent = Mm(7 * node.depth + 5)
            noted.paragraph_format.space_after = 0
            self._say(noted, ("· ", *note))

    def _say(
        self, paragraph: WordParagraph, says: tuple[str | Text | Alert, ...], bold_first: bool = False
    ) -> None:
        for number, each in enumerate(says):
            run = paragraph.add_run(written(each, self._lang))
            run.bold = bold_first and number == 0
            _small(run, alerting=isinstance(each, Alert))


def _small(run: object, alerting: bool) -> None:
    from docx.shared import Pt, RGBColor
    from docx.text.run import Run

    assert isinstance(run, Run)
    run.font.size = Pt(9)
    if alerting:
        run.font.color.rgb = RGBColor.from_string(ALERTING)


def _repeated_on_each_page(table: WordTable) -> None:
    """Make the heads come again where the table goes on, on the next page."""
    from docx.oxml import OxmlElement

    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
