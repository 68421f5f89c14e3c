"""A Word document: real headings and tables, to go on writing in."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Length, Mm
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from orgmodell.presentations.parts import (
    Branch,
    Column,
    Figures,
    Items,
    Paragraph,
    Part,
    Presentation,
    Table,
    Tree,
)
from orgmodell.words import Lang, Text
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
from orgmodell.writers.widths import fitted, lies_down, wanted
from orgmodell.writers.word import (
    add_paragraph,
    add_run,
    keep_together,
    new_document,
    new_numbering,
    number_by,
    repeat_on_each_page,
    room,
    shade,
)

_CHARACTER, _MARGINS = Mm(1.6), Mm(2.6)  # the room for a character in a table, and beside what is in a cell
_WIDEST = 120  # characters in a column
_STEP = Mm(6)  # how far in a line stands from the one that it is under
_CHAPTER, _UNDER = "EEEEEE", "F7F7F7"
_STYLES = {"plain": None, "id": "Id", "alert": "Alert", "new": None, "star": None}

_Cells = Sequence[list[Line]]


def write(presentation: Presentation, lang: Lang) -> bytes:
    """A presentation as a Word document."""
    title = presentation.title or presentation.heading
    document = _Written(new_document(on_one_line(title, lang), lang, lies_down(presentation)), lang)
    document.heading(title, 1)
    if presentation.title is not None:
        document.paragraph(presentation.heading)
    for heading, parts in presentation.sections:
        document.heading(heading, 2)
        for part in parts:
            document.part(part, 2 if heading is None else 3)
    return document.saved()


class _Written:
    """A document that parts are written in, one after another."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self._document = document
        self._lang = lang

    def saved(self) -> bytes:
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    def heading(self, heading: Text | None, level: int) -> None:
        if heading is not None:
            self._document.add_heading(headed(heading, self._lang), level)

    def part(self, part: Part, level: int) -> None:
        self.heading(part.heading, level)
        match part:
            case Table() if part.rows:
                self._table(part)
            case Table():
                self.paragraph(part.nothing)
            case Figures():
                self._figures(part)
            case Tree():
                for root in part.branches:
                    self._branch(root, 0)
            case Items():
                self._items(part)
            case Paragraph():
                self.paragraph(part.text)

    def paragraph(self, text: Text | str, style: str = "Normal") -> WordParagraph:
        paragraph = add_paragraph(self._document, style)
        paragraph.add_run(on_one_line(text, self._lang))
        return paragraph

    def _items(self, part: Items) -> None:
        numbering = new_numbering(self._document) if part.numbered else None
        for item in part.items:
            paragraph = self.paragraph(item, "ListBullet" if numbering is None else "ListNumber")
            if numbering is not None:
                number_by(paragraph, numbering)

    def _table(self, table: Table) -> None:
        heads: list[list[Line]] = [[(Said(breakable(each.head, self._lang)),)] for each in table.columns]
        rows = [in_row(row, table.columns, self._lang) for row in table.rows]
        broken = [lines(column.head, self._lang) for column in table.columns]
        word = self._new_table("Answer", [broken, *rows], table.columns)
        repeat_on_each_page(self._row(word, heads, table.columns))
        for row, cells, after in zip(table.rows, rows, (*table.rows[1:], None), strict=True):
            if row.chapter is not None:
                self._chapter(word, row.chapter)
            written = self._row(word, cells, table.columns)
            if row.under:
                _set_under(written)
            if after is not None and after.under:
                written.cells[0].paragraphs[0].paragraph_format.keep_with_next = True

    def _figures(self, part: Figures) -> None:
        columns = Column(""), Column("", wide=True)
        rows = [
            [lines(each.what, self._lang), starred(lines(each.value, self._lang), each.assumed)]
            for each in part.figures
        ]
        word = self._new_table("Figures", rows, columns)
        for row in rows:
            self._row(word, row, columns, "Figure")

    def _new_table(self, style: str, rows: Sequence[_Cells], columns: Sequence[Column]) -> WordTable:
        word: WordTable = self._document.add_table(0, len(columns), style)
        word.autofit = False
        for column, width in zip(word.columns, self._widths(rows, columns), strict=True):
            column.width = width
        return word

    def _widths(self, rows: Sequence[_Cells], columns: Sequence[Column]) -> list[Length]:
        """How wide each column is; where words must be broken, they are in proportion."""
        width = room(self._document) - len(columns) * _MARGINS
        wants = wanted(rows, [column.wide for column in columns], _WIDEST)
        found = fitted(wants, width // _CHARACTER) or [each.least for each in wants]
        of_one = min(_CHARACTER, width / sum(found))
        return [Length(int(each * of_one) + _MARGINS) for each in found]

    def _row(
        self, word: WordTable, cells: _Cells, columns: Sequence[Column], style: str = "InTable"
    ) -> WordRow:
        row: WordRow = word.add_row()
        keep_together(row)
        for cell, said, column in zip(row.cells, cells, columns, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph._p.style = style
            if column.kind == "number":
                paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
            for number, line in enumerate(said):
                if number:
                    paragraph.add_run().add_break()
                self._say(paragraph, line)
        return row

    def _chapter(self, word: WordTable, chapter: Text) -> None:
        row: WordRow = word.add_row()
        keep_together(row)
        cells = row.cells
        cell = cells[0].merge(cells[-1])
        shade(cell, _CHAPTER)
        paragraph = cell.paragraphs[0]
        paragraph._p.style, paragraph.paragraph_format.keep_with_next = "InTable", True
        paragraph.add_run(on_one_line(chapter, self._lang)).bold = True

    def _branch(self, branch: Branch, depth: int) -> None:
        node = branch.node
        self._in_tree("InTree", depth, *starred([in_line(node.says, self._lang)], node.assumed))
        for note in node.notes:
            self._in_tree("Note", depth, in_line(note, self._lang))
        for each in branch.under:
            self._branch(each, depth + 1)

    def _in_tree(self, style: str, depth: int, line: Line) -> None:
        paragraph = add_paragraph(self._document, style)
        paragraph.paragraph_format.left_indent = Length(_STEP * depth)
        self._say(paragraph, line)

    def _say(self, paragraph: WordParagraph, line: Line) -> None:
        for each in line:
            add_run(paragraph, each.text, _STYLES[each.tone])


def _set_under(row: WordRow) -> None:
    """Show that a row belongs under the one before it."""
    for cell in row.cells:
        shade(cell, _UNDER)
    row.cells[0].paragraphs[0].paragraph_format.left_indent = Mm(3)
