"""The Word document that parts are written in: its page and its styles, and what python-docx lacks."""

from __future__ import annotations

from importlib.resources import files

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from orgmodell.words import Lang
from orgmodell.words.forms import OF, PAGE
from orgmodell.writers.cells import SOFT_HYPHEN

MARGIN = Mm(16)
_LANGUAGES: dict[Lang, str] = {"sv": "sv-SE", "en": "en-GB"}


def new_document(title: str, lang: Lang, lies_down: bool) -> Document:
    """An empty document in A4, with its styles, and on each page at the bottom what it is a page of."""
    document = docx.Document()
    _style(document, lang)
    _lay(document, lies_down)
    _say_at_the_bottom(document, title, lang)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "orgmodell", ""
    properties.language = _LANGUAGES[lang]
    return document


def room(document: Document) -> Length:
    """How wide a line is."""
    page = document.sections[0].page_width
    assert page is not None
    return Length(page - 2 * MARGIN)


def add_paragraph(document: Document, style: str) -> Paragraph:
    """A new paragraph at the end, in the style with this id."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style
    return paragraph


def add_run(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add words to a paragraph, in the style with this id.

    Styles are named by id, since python-docx looks for a name among all styles each time.
    """
    run = paragraph.add_run()
    for number, part in enumerate(text.split(SOFT_HYPHEN)):
        if number:
            run._r.append(OxmlElement("w:softHyphen"))
        run.add_text(part)
    run._r.style = style


def repeat_on_each_page(row: _Row) -> None:
    """Make a row come again where its table goes on, on the next page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_together(row: _Row) -> None:
    """Let a row never begin on one page and end on the next."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground of a colour."""
    ground = OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): colour})
    cell._tc.get_or_add_tcPr().append(ground)


def new_numbering(document: Document) -> int:
    """A numbering for one more list, that begins with 1: the number that its items name it by."""
    numberings = document.part.numbering_part.element
    style = document.styles["List Number"].element
    like = numberings.num_having_numId(style.pPr.numPr.numId.val)
    numbering = numberings.add_num(like.abstractNumId.val)
    numbering.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(numbering.numId)


def number_by(paragraph: Paragraph, numbering: int) -> None:
    """Make a paragraph an item of a numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def _style(document: Document, lang: Lang) -> None:
    """Put the styles in the place of Word's own, with the language that is checked and hyphenated."""
    styles = document.styles.element
    for style in parse_xml(files(__package__).joinpath("word.xml").read_bytes()):
        of = style.get(qn("w:styleId"))
        for old in styles.xpath(f"w:style[@w:styleId='{of}']"):
            styles.remove(old)
        styles.append(style)
    for language in styles.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), _LANGUAGES[lang])
    hyphenation = OxmlElement("w:autoHyphenation")
    document.settings.element.xpath("w:defaultTabStop")[0].addprevious(hyphenation)


def _lay(document: Document, lies_down: bool) -> None:
    section, (short, long) = document.sections[0], (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if lies_down else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if lies_down else (short, long)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _say_at_the_bottom(document: Document, title: str, lang: Lang) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(room(document), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{title[:90]}\t{PAGE.said(lang)} ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(f" {OF.said(lang)} ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, what: str) -> None:
    """Add what Word itself fills in."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): what})
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
