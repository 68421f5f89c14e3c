"""The forms of an answer: whatever is presented can be had in every form, says the same, and does no harm."""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import docx
import openpyxl
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openpyxl.worksheet.worksheet import Worksheet
from wcwidth import width

from orgmodell import OrgmodellError
from orgmodell.presentations.parts import (
    Alert,
    Branch,
    Cell,
    Column,
    Day,
    Figure,
    Figures,
    Items,
    Kronor,
    Lines,
    Node,
    Number,
    Paragraph,
    Presentation,
    Row,
    Table,
    Thing,
    Things,
    Tree,
    row,
    table,
)
from orgmodell.words import LANGS, Lang, Text, same
from orgmodell.writers import WRITERS, text
from orgmodell.writers.cells import written
from orgmodell.writers.widths import NARROWEST

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
FORMS = list(WRITERS)
PRINTED = ("markdown", "html", "docx")  # the forms that have tables and headings, to be read
VACANT = Text("vakant", "vacant")
NOTHING = Text("Ingen finns.", "There is none.")

CHEFER = Table(
    columns=(
        Column(Text("Chef", "Chef"), "thing"),
        Column(Text("Leder", "Leads"), "things"),
        Column(Text("Med-\narbetare", "Em-\nployees"), "number"),
        Column(Text("Per\nchef", "Per\nchef"), "number"),
        Column(Text("Från", "From"), "day"),
        Column(Text("Belopp", "Amount"), "number"),
        Column(Text("Fast", "Fixed"), "yes or no"),
        Column(Text("Villkor", "Conditions"), wide=True),
    ),
    rows=(
        Row(
            (
                Thing("rektor-a", "Rektor"),
                Things((Thing("skola-a", "Skola A"), Thing("skola-b"))),
                Number(22.5, approximate=True),
                Number(25.4545, decimals=1),
                Day(date(2012, 10, 1), "hösten 2012"),
                Kronor(200000.0),
                True,
                Lines(("till taket", Alert(VACANT))),
            ),
            assumed=True,
            chapter=Text("1. Skola", "1. Schools"),
        ),
        Row(
            (Thing("p-1"), Things(()), None, Number(None, 1), date(2013, 1, 1), None, False, None), under=True
        ),
        Row(
            (
                Thing("vc", "Chef", brief=True),
                Thing("vard", "Vård"),
                0,
                3.5,
                None,
                Kronor(0.0),
                None,
                "a | b",
            ),
            chapter=Text("2. Vård", "2. Care"),
        ),
    ),
    nothing=NOTHING,
    heading=Text("Chefer", "Chefer on the day"),
    name=Text("Alla: chefer/ledare", "All: chefer/leaders"),
)

RICH = Presentation(
    heading=Text("exempelby: Allt den 2014-01-01", "exempelby: Everything on 2014-01-01"),
    parts=(
        Figures(
            (
                Figure(Text("Antal", "Number"), Number(280, approximate=True), assumed=True),
                Figure(Text("Kostar", "Costs"), Kronor(1234567.0)),
                Figure(Text("Saknas", "Missing"), Number(None)),
                Figure(Text("Leder", "Leads"), Thing("buk", "Bildning")),
                Figure(Text("Hålls", "Kept"), Alert(Text("nej", "no"))),
            )
        ),
        CHEFER,
        Tree(
            (
                Node(0, ("Kommun",), assumed=True),
                Node(1, ("Skola: ", Alert(VACANT)), notes=(("Rektor: ", same("p-1")),)),
                Node(2, ("Skola A",)),
                Node(1, ("Vård",)),
            ),
            table(Column(same("Enhet"), "thing"), rows=[row(Thing("vard", "Vård"))], nothing=NOTHING),
            heading=Text("Träd", "Tree"),
        ),
        Items(Text("Ordning:", "Order:"), (same("först"), same("sedan")), numbered=True),
        Items(Text("Åter:", "Again:"), (same("från ett"),), numbered=True),
        Items(Text("Visas inte:", "Not shown:"), ()),
        table(Column("Tom"), rows=[], nothing=NOTHING, heading=Text("Tomt", "Empty")),
    ),
    counting_rule=Text("Alla räknas.", "Everybody counts."),
    grounds=(
        Paragraph(Text("Vilar på 2 uppgifter.", "Rests on 2 facts.")),
        Items(Text("Antaget:", "Assumed:"), (same("enhet inrättad: buk"),)),
    ),
)

HEADS: dict[Lang, list[str]] = {
    "sv": ["Chef", "Leder", "Medarbetare", "Per chef", "Från", "Belopp", "Fast", "Villkor"],
    "en": ["Chef", "Leads", "Employees", "Per chef", "From", "Amount", "Fixed", "Conditions"],
}
SAYS: dict[Lang, list[list[str]]] = {
    "sv": [
        ["1. Skola"],
        [
            *("Rektor (rektor-a) *", "Skola A (skola-a), skola-b", "ca 22,5", "25,5"),
            *("2012-10-01 («hösten 2012»)", "200 000 kr", "ja", "till taket\nvakant"),
        ],
        ["p-1", "–", "underlag saknas", "underlag saknas", "2013-01-01", "underlag saknas", "nej", "–"],
        ["2. Vård"],
        ["Chef", "Vård (vard)", "0", "3,5", "–", "0 kr", "–", "a | b"],
    ],
    "en": [
        ["1. Schools"],
        [
            *("Rektor (rektor-a) *", "Skola A (skola-a), skola-b", "approx. 22.5", "25.5"),
            *("2012-10-01 (“hösten 2012”)", "SEK 200,000", "yes", "till taket\nvacant"),
        ],
        ["p-1", "–", "not stated", "not stated", "2013-01-01", "not stated", "no", "–"],
        ["2. Care"],
        ["Chef", "Vård (vard)", "0", "3.5", "–", "SEK 0", "–", "a | b"],
    ],
}
HEADINGS: dict[Lang, list[tuple[int, str]]] = {
    "sv": [
        *((1, "exempelby: Allt den 2014-01-01"), (2, "Chefer"), (2, "Träd"), (2, "Ordning"), (2, "Åter")),
        *((2, "Tomt"), (2, "Underlag"), (3, "Antaget")),
    ],
    "en": [
        *((1, "exempelby: Everything on 2014-01-01"), (2, "Chefer on the day"), (2, "Tree"), (2, "Order")),
        *((2, "Again"), (2, "Empty"), (2, "Grounds"), (3, "Assumed")),
    ],
}
TYPED_HEADS: dict[Lang, list[str]] = {
    "sv": [
        *("Chef", "Chef, id", "Leder", "Leder, id", "Medarbetare", "Medarbetare, ungefärligt", "Per chef"),
        *("Från", "Från, enligt källan", "Belopp", "Fast", "Villkor"),
        *("Avsnitt", "Hör till raden före", "Vilar på antagande"),
    ],
    "en": [
        *("Chef", "Chef, id", "Leads", "Leads, id", "Employees", "Employees, approximate", "Per chef"),
        *("From", "From, as the source says", "Amount", "Fixed", "Conditions"),
        *("Section", "Belongs to the row before", "Rests on an assumption"),
    ],
}


def typed_rows(lang: Lang) -> list[list[object]]:
    """What is in the cells of the table of chefer where a number is a number and a day a day."""
    yes, no = ("ja", "nej") if lang == "sv" else ("yes", "no")
    schools, care = ("1. Skola", "2. Vård") if lang == "sv" else ("1. Schools", "2. Care")
    taket = f"till taket\n{VACANT.said(lang)}"
    return [
        [
            *("Rektor", "rektor-a", "Skola A, skola-b", "skola-a, skola-b", 22.5, yes, 25.4545),
            *(date(2012, 10, 1), "hösten 2012", 200000, yes, taket, schools, no, yes),
        ],
        [
            *("p-1", "p-1", None, None, None, None, None),
            *(date(2013, 1, 1), None, None, no, None, schools, yes, no),
        ],
        [
            *("Chef", "vc", "Vård", "vard", 0, None, 3.5),
            *(None, None, 0, None, "a | b", care, no, no),
        ],
    ]


# Reading a form back


@attrs.frozen
class Read:
    """What a form says, read back: its headings with their levels, its tables, and all its words."""

    headings: list[tuple[int, str]]
    tables: list[list[list[str]]]
    whole: str


def in_form(presentation: Presentation, form: str, lang: Lang) -> str:
    """A presentation in a form that is text."""
    written = WRITERS[form](presentation, lang)
    assert isinstance(written, str)
    return written


def as_file(presentation: Presentation, form: str, lang: Lang) -> io.BytesIO:
    """A presentation in a form that is a file."""
    written = WRITERS[form](presentation, lang)
    assert isinstance(written, bytes)
    return io.BytesIO(written)


def read_markdown(presentation: Presentation, lang: Lang) -> Read:
    tokens = MarkdownIt("commonmark").enable("table").parse(in_form(presentation, "markdown", lang))
    headings = [
        (int(token.tag[1]), said_in(tokens[at + 1]))
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    tables: list[list[list[str]]] = []
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            tables[-1][-1].append(said_in(tokens[at + 1]))
    tables = [[alone(cells) for cells in rows] for rows in tables]
    return Read(headings, tables, "\n".join(said_in(t) for t in tokens if t.type == "inline"))


def said_in(token: Token) -> str:
    """The words of a line of Markdown; the only tag there may be is a line break."""
    assert token.children is not None
    assert {t.type for t in token.children} <= {
        *("text", "text_special", "html_inline", "strong_open", "strong_close", "softbreak"),
    }, token.content
    assert {t.content for t in token.children if t.type == "html_inline"} <= {"<br>"}
    return "".join(t.content.replace("<br>", "\n") for t in token.children)


def alone(cells: list[str]) -> list[str]:
    return cells if any(cells[1:]) else cells[:1]


def read_docx(presentation: Presentation, lang: Lang) -> Read:
    document = docx.Document(as_file(presentation, "docx", lang))
    headings = [
        (int(p.style.name.removeprefix("Heading ")), p.text)
        for p in document.paragraphs
        if p.style is not None and p.style.name is not None and p.style.name.startswith("Heading")
    ]
    tables = [
        [[unglued(cell.text) for cell in dict.fromkeys(row.cells)] for row in table.rows]
        for table in document.tables
    ]
    cells = [cell for rows in tables for cells in rows for cell in cells]
    return Read(headings, tables, "\n".join([*(unglued(p.text) for p in document.paragraphs), *cells]))


def read_html(presentation: Presentation, lang: Lang, page: Page) -> Read:
    page.set_content(in_form(presentation, "html", lang))
    headings = page.eval_on_selector_all("h1, h2, h3", "all => all.map(e => [+e.tagName[1], e.innerText])")
    tables = page.eval_on_selector_all(
        "table", "all => all.map(t => [...t.rows].map(r => [...r.cells].map(c => c.innerText)))"
    )
    tables = [[[unglued(cell.replace("\u00ad", "")) for cell in cells] for cells in rows] for rows in tables]
    return Read([tuple(each) for each in headings], tables, unglued(page.inner_text("body")))


def unglued(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser, started once."""
    if importlib.util.find_spec("playwright") is None or not CHROMIUM.exists():
        why = "pages are looked at in Chromium: apt-get install chromium, pip install 'orgmodell[test]'"
        pytest.fail(why) if "CI" in os.environ else pytest.skip(f"not run, {why}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in it, without dialogs or errors."""
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    heard: list[object] = []
    for event in ("dialog", "pageerror", "request"):
        opened.on(event, lambda about: heard.append(about))
    yield opened
    assert heard == []
    opened.close()


@pytest.fixture
def read(request: pytest.FixtureRequest) -> Callable[[Presentation, str, Lang], Read]:
    """Reads a presentation back from a printed form."""

    def read_back(presentation: Presentation, form: str, lang: Lang) -> Read:
        if form == "html":
            return read_html(presentation, lang, request.getfixturevalue("page"))
        return {"markdown": read_markdown, "docx": read_docx}[form](presentation, lang)

    return read_back


Reading = Callable[[Presentation, str, Lang], Read]


# Every form says the same


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", PRINTED)
def test_what_is_read_back_is_what_was_presented(form: str, lang: Lang, read: Reading) -> None:
    """Headings at their levels, every cell of a table, figures, trees, lists and grounds."""
    found = read(RICH, form, lang)
    chefer = next(rows for rows in found.tables if rows[0] == HEADS[lang])
    assert found.headings == HEADINGS[lang]
    assert [[cell.removeprefix("· ") for cell in cells] for cells in chefer[1:]] == SAYS[lang]
    for words in (
        *("Bildning (buk)", "Kommun *", "Skola A", "först", "från ett", "enhet inrättad: buk"),
        *(NOTHING.said(lang), VACANT.said(lang), Text("Räkneregel: Alla", "Counting rule: Every").said(lang)),
        *(Text("1 234 567 kr", "SEK 1,234,567").said(lang), Text("ca 280 *", "approx. 280 *").said(lang)),
    ):
        assert words in found.whole, words
    assert Text("Visas inte", "Not shown").said(lang) not in found.whole


@pytest.mark.parametrize("lang", LANGS)
def test_a_workbook_holds_the_values_themselves(lang: Lang) -> None:
    """A sheet a table; numbers are numbers, days are days, things are names and ids, marks have columns."""
    book = openpyxl.load_workbook(as_file(RICH, "xlsx", lang))
    about, figures, chefer, tree, empty = book.worksheets
    assert [sheet.title for sheet in book.worksheets] == [
        Text("Om svaret", "About the answer").said(lang),
        Text("Uppgifter", "Figures").said(lang),
        Text("Alla  chefer ledare", "All  chefer leaders").said(lang),
        Text("Träd", "Tree").said(lang),
        Text("Tomt", "Empty").said(lang),
    ]
    assert values(chefer) == [TYPED_HEADS[lang], *typed_rows(lang)]
    assert values(tree) == [["Enhet", "Enhet, id"], ["Vård", "vard"]]
    assert values(empty) == [["Tom"]]
    assert [each[1] for each in values(figures)[1:4]] == [
        280,
        1234567,
        Text("underlag saknas", "not stated").said(lang),
    ]
    told = [value for (value,) in values(about) if value]
    assert told[0] == RICH.heading.said(lang)
    assert {NOTHING.said(lang), "1. först", "– enhet inrättad: buk"} <= set(told)


def test_a_sheet_can_be_filtered_read_and_printed() -> None:
    """The heads stay, can be filtered by, and come again on each page, which is as wide as the sheet."""
    book = openpyxl.load_workbook(as_file(RICH, "xlsx", "sv"))
    chefer = book.worksheets[2]
    formats = {cell.value: chefer.cell(2, cell.column or 1).number_format for cell in chefer[1]}
    assert book.active is book.worksheets[1]
    assert chefer.freeze_panes == "B2"
    assert chefer.auto_filter.ref == "A1:O4"
    assert chefer.print_title_rows == "$1:$1"
    assert (chefer.page_setup.orientation, chefer.page_setup.fitToWidth) == ("landscape", 1)
    assert (formats["Per chef"], formats["Från"], formats["Belopp"]) == ("0.0", "yyyy-mm-dd", '#,##0 "kr"')
    assert chefer.column_dimensions["A"].width < chefer.column_dimensions["C"].width
    alert = chefer.cell(2, 12)
    assert alert.font.color is not None
    assert alert.font.color.rgb == "009B1C1C"


@pytest.mark.parametrize("lang", LANGS)
def test_csv_is_the_main_table_with_the_same_values(lang: Lang) -> None:
    """As in the workbook; days are ISO and numbers have a point in either language."""
    heads, *rows = csv.reader(io.StringIO(in_form(RICH, "csv", lang)), strict=True)
    assert heads == TYPED_HEADS[lang]
    assert rows == [["" if value is None else str(value) for value in each] for each in typed_rows(lang)]


def test_the_main_table_is_the_one_said_to_be_and_else_the_first() -> None:
    """Figures are it only when there is nothing else; without any table there is no line."""
    one, other = (table(Column(name), rows=[row(name)], nothing=NOTHING) for name in ("en", "två"))
    figures = Figures((Figure("Antal", 3),))
    heading = same("Fråga")
    assert in_form(Presentation(heading, (figures, one, other)), "csv", "sv") == "en\nen"
    chosen = Presentation(heading, (figures, one, attrs.evolve(other, main=True)))
    assert in_form(chosen, "csv", "sv") == "två\ntvå"
    assert in_form(Presentation(heading, (figures,)), "csv", "en") == "Figure,Value\nAntal,3"
    assert in_form(Presentation(heading, (Paragraph("Nej."),)), "csv", "sv") == ""


def test_a_word_document_is_made_to_be_gone_on_with() -> None:
    """Its tables have styles, heads that come again, and rows that stay whole; each list begins with one."""
    file = as_file(RICH, "docx", "sv")
    document = docx.Document(file)
    figures, chefer = document.tables
    assert chefer.style is not None
    assert chefer.style.name == "Answer"
    assert [len(row._tr.xpath("./w:trPr/w:tblHeader")) for row in chefer.rows] == [1, 0, 0, 0, 0, 0]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in chefer.rows)
    assert sum(column.width or 0 for column in chefer.columns) <= (document.sections[0].page_width or 0)
    assert figures.rows[0].cells[0].text == "Antal"
    numbered = [p for p in document.paragraphs if p.style is not None and p.style.name == "List Number"]
    assert [p._p.xpath("./w:pPr/w:numPr/w:numId/@w:val") for p in numbered] == [["10"], ["10"], ["11"]]
    assert {
        run.style.name for row in chefer.rows for cell in row.cells for p in cell.paragraphs for run in p.runs
    } >= {"Alert", "Id"}
    assert document.core_properties.title == RICH.heading.sv
    with zipfile.ZipFile(file) as parts:
        assert 'w:val="sv-SE"' in parts.read("word/styles.xml").decode()
        assert "NUMPAGES" in parts.read("word/footer1.xml").decode()


def test_a_column_can_be_for_reading_or_for_data_only() -> None:
    """And so can a table; grounds without anything to show have no heading."""
    columns = Column("alla"), Column("läses", only="reading"), Column("räknas", only="data")
    asked = Presentation(
        same("Fråga"),
        (
            table(*columns, rows=[row("a", "b", "c")], nothing=NOTHING),
            Table((Column("data"),), (row("d"),), NOTHING, only="data"),
            Table((Column("text"),), (row("t"),), NOTHING, only="reading"),
        ),
        grounds=(Items(same("Tomt"), ()),),
    )
    assert in_form(asked, "csv", "sv") == "alla,räknas\na,c"
    assert read_markdown(asked, "sv").tables == [[["alla", "läses"], ["a", "b"]], [["text"], ["t"]]]
    assert read_markdown(asked, "sv").headings == [(1, "Fråga")]
    sheets = openpyxl.load_workbook(as_file(asked, "xlsx", "sv")).worksheets[1:]
    assert list(map(values, sheets)) == [[["alla", "räknas"], ["a", "c"]], [["data"], ["d"]]]


@pytest.mark.parametrize(("columns", "wide"), [(6, False), (7, True)])
def test_a_page_with_many_columns_lies_down(columns: int, wide: bool, page: Page) -> None:
    """On paper and in Word; one with few stands."""
    cells = [str(number) for number in range(columns)]
    asked = Presentation(same("Fråga"), (table(*map(Column, cells), rows=[row(*cells)], nothing=NOTHING),))
    section = docx.Document(as_file(asked, "docx", "sv")).sections[0]
    assert ((section.page_width or 0) > (section.page_height or 0)) is wide
    page.set_content(in_form(asked, "html", "sv"))
    size = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert size is not None
    assert (float(size[1]) > float(size[2])) is wide


def test_a_page_is_read_on_a_telephone(page: Page) -> None:
    """What is too wide is scrolled by itself, beside its first column; the page is as wide as the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.set_content(in_form(RICH, "html", "sv"))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("document.querySelector('.scroll').scrollWidth") > 390
    first = page.locator("tbody td").first
    before = first.bounding_box()
    page.evaluate("document.querySelector('.scroll').scrollLeft = 200")
    assert first.bounding_box() == before
    assert page.evaluate("document.title") == RICH.heading.sv
    assert page.get_attribute("html", "lang") == "sv"


def values(sheet: Worksheet) -> list[list[object]]:
    """What is in the cells of a sheet."""
    return [
        [each.date() if isinstance(each, datetime) else each for each in cells]
        for cells in sheet.iter_rows(values_only=True)
    ]


# Text

LAID_OUT = """exempelby: Allt den 2014-01-01

Antal   ca 280 *
Kostar  1 234 567 kr
Saknas  underlag saknas
Leder   Bildning (buk)
Hålls   nej

Chefer

Chef                            Med-  Villkor
                            arbetare
-------------------  ---------------  ----------
1. Skola
Rektor (rektor-a) *          ca 22,5  till taket
                                      vakant
· p-1                underlag saknas  –

2. Vård
Chef                               0  a | b

Träd

Kommun *
├─ Skola: vakant
│  │  · Rektor: p-1
│  └─ Skola A
└─ Vård

Ordning:
   1. först
   2. sedan

Åter:
   1. från ett

Tomt

Ingen finns.

Räkneregel: Alla räknas.

Vilar på 2 uppgifter.

Antaget:
  - enhet inrättad: buk"""


def test_text_is_laid_out_to_be_read() -> None:
    """Figures beside their words, numbers to the right, sections, branches of a tree, lists; grounds last."""
    columns = Column("Chef", "thing"), Column("Med-\narbetare", "number"), Column("Villkor")
    cells = [each.cells for each in CHEFER.rows]
    rows = tuple(
        attrs.evolve(each, cells=(who, number, villkor))
        for each, (who, _, number, *_, villkor) in zip(CHEFER.rows, cells, strict=True)
    )
    figures, _, *others = RICH.parts
    shown = attrs.evolve(RICH, parts=(figures, Table(columns, rows, NOTHING, CHEFER.heading), *others))
    assert in_form(shown, "text", "sv") == LAID_OUT


@pytest.mark.parametrize("wide", [200, 120, 80, 40, 20])
def test_text_keeps_within_the_width_and_loses_no_word(wide: int) -> None:
    """No line but the heading is wider, and no short word is broken."""
    _, *shown = text.write(RICH, "sv", wide).split("\n")
    assert max(map(width, shown)) <= wide
    words = {
        word for cells in SAYS["sv"] for cell in cells for word in cell.split() if len(word) <= NARROWEST
    }
    assert words <= {word for line in shown for word in line.split()}


@pytest.mark.parametrize("wide", [0, 1, 2, 5, 13])
def test_text_has_no_least_width(wide: int) -> None:
    assert text.write(RICH, "en", wide).startswith(RICH.heading.en)


def test_a_table_with_room_for_its_words_breaks_none() -> None:
    """Ids least of all: the other columns are made narrower first."""
    ids = [f"enhetschef-i-hemtjansten-nummer-{number}" for number in range(3)]
    says = "Leder det som inte leds av någon annan, och svarar för allt som hör dit. " * 2
    rows = [row(Thing(each, "Enhetschef"), each, says) for each in ids]
    asked = Presentation(same("F"), (table(*map(Column, "abc"), rows=rows, nothing=NOTHING),))
    shown = text.write(asked, "sv", 110)
    assert all(shown.count(each) == 2 for each in ids)
    assert max(map(len, shown.split("\n"))) <= 110


def test_a_table_for_which_there_is_no_room_is_told_row_by_row() -> None:
    """Each column by its heading, on a line of its own."""
    columns = (
        Column("Chef", "thing"),
        Column("Med-\narbetare", "number"),
        Column("Riktmärket"),
        Column("Innehavare"),
    )
    rows = [
        Row((Thing("a", "Rektor"), number, "hålls", "Ada"), chapter=same(f"Del {number}"))
        for number in (1, 2)
    ]
    asked = Presentation(same("F"), (table(*columns, rows=rows, nothing=NOTHING),))
    assert text.write(asked, "sv", 32).split("\n")[2:9] == [
        "Del 1",
        "Chef         Rektor (a)",
        "Medarbetare  1",
        "Riktmärket   hålls",
        "Innehavare   Ada",
        "",
        "Del 2",
    ]


def test_columns_stand_under_each_other_whatever_the_characters() -> None:
    """Wide ones take two places, combining ones none, and what makes an alert stand out none either."""
    names = ("Ska\u030ane", "漢字", "Skåne", "é")
    rows = [row(name, Alert("vakant"), "här") for name in names]
    asked = Presentation(same("F"), (table(*map(Column, "abc"), rows=rows, nothing=NOTHING),))
    _, _, *lines = text.write(asked, "sv", alert=lambda words: f"\x1b[31m{words}\x1b[0m").split("\n")
    assert {width(line[: line.index(last)]) for line, last in zip(lines[2:], ["här"] * 4, strict=True)} == {
        15
    }
    assert all("\x1b[31mvakant\x1b[0m" in line for line in lines[2:])


def test_what_is_broken_into_lines_stands_out_in_each() -> None:
    """A colour ends where its column does."""
    asked = Presentation(
        same("F"), (table(Column("a"), Column("b"), rows=[row(Alert("ett två"), "x y")], nothing=NOTHING),)
    )
    shown = text.write(asked, "sv", 8, lambda words: f"\x1b[31m{words}\x1b[0m")
    assert shown.split("\n")[4:] == ["\x1b[31mett\x1b[0m  x y", "\x1b[31mtvå\x1b[0m"]


# Whatever others wrote is shown, and does no harm

HOSTILE = (
    *("=1+1", "@SUM(A1)", "-2+3", "+46 8", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>"),
    *("a|b", "`a` *b* _c_ [d](http://e) <http://f>", "1. ett", "- ett", "# ett", "{{ 7*7 }}", "a\\", "&amp;"),
    *(
        "\x1b[31mröd",
        "två\nrader",
        "ett\r\ntvå",
        "\u202eomvänt",
        "\x00",
        "\x07\ufffe\uffff",
        "\ud800",
        "\u2028",
    ),
    *(
        "a\tb",
        "  ",
        "",
        "_x0041_",
        "'apostrof",
        '"citat"',
        "#REF!",
        "%PDF",
        "]]>",
        "å" * 40_000,
        "ord " * 1_000,
    ),
)


def hostile(names: tuple[str, ...]) -> Presentation:
    """Names in every place that others may write in."""
    cells: tuple[Callable[[str], Cell], ...] = (
        *(str, same, Alert, Thing, lambda name: Thing("id", name), lambda name: Things((Thing(name, name),))),
        *(lambda name: Lines((name, Alert(name))), lambda name: Day(date(1800, 1, 1), name)),
    )
    rows = tuple(
        Row(tuple(cell(name) for cell in cells), assumed=True, under=True, chapter=same(name))
        for name in names
    )
    tables = [
        Table(tuple(Column(name) for _ in cells), rows[:number], same(name), heading=same(name))
        for number, name in zip((len(names), 3, 3), names, strict=False)
    ]
    nodes = tuple(
        Node(at % 5, (name, Alert(name)), notes=((name,),), assumed=True) for at, name in enumerate(names)
    )
    return Presentation(
        same(f"F {names[0]}"),
        (
            *tables,
            Figures(tuple(Figure(name, name) for name in names), heading=same(names[0])),
            Tree(nodes, tables[0], heading=same(names[0])),
            Items(same(names[0]), tuple(names)),
            Items(same(names[0]), tuple(map(same, names)), numbered=True),
            *map(Paragraph, names),
            table(Column(names[0]), rows=[], nothing=same(names[0])),
        ),
        counting_rule=same(names[0]),
        grounds=tuple(map(Paragraph, names)),
    )


HARM = hostile(HOSTILE)


@pytest.mark.parametrize("wide", [None, 40])
def test_text_shows_names_and_obeys_none(wide: int | None) -> None:
    """Nothing in a name steers the terminal, or hides or turns what comes after."""
    shown = text.write(HARM, "sv", wide)
    assert {each for each in shown if not each.isprintable()} == {"\n"}
    assert r"\x1b[31mröd" in shown


def test_csv_holds_no_formula() -> None:
    """And nothing that does not show, but line breaks and tabs."""
    lines = list(csv.reader(io.StringIO(in_form(HARM, "csv", "sv"), newline=""), strict=True))
    assert len(lines) == 1 + len(HOSTILE)
    assert not [cell for line in lines for cell in line if cell[:1] in tuple("=+-@\t\r")]
    assert {each for line in lines for cell in line for each in cell if not each.isprintable()} == {
        "\n",
        "\t",
    }


def test_markdown_takes_no_name_for_markup() -> None:
    """No heading, list, link, code or tag is one that was not written here; each table is a table."""
    found = read_markdown(HARM, "sv")
    assert [level for level, _ in found.headings] == [1, *[2] * 7, 2]
    assert {len(cells) for rows in found.tables for cells in rows} <= {8, 2, 1}
    assert "<script>alert(1)</script>" in found.whole
    tokens = MarkdownIt("commonmark").enable("table").parse(in_form(HARM, "markdown", "sv"))
    assert not {"html_block", "code_block", "fence", "hr", "blockquote_open"} & {t.type for t in tokens}


def test_a_page_runs_no_name(page: Page) -> None:
    """Names are shown as they were written; nothing is fetched, nothing runs, nothing is a tag."""
    page.set_content(in_form(HARM, "html", "sv"))
    assert page.locator("script, img, a").count() == 0
    shown = page.inner_text("body")
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7*7 }}" in shown
    assert "\x1b" not in shown


def test_a_workbook_calculates_no_name() -> None:
    """Words are words; what Excel refuses is written out, and what it has no room for is cut."""
    book = openpyxl.load_workbook(as_file(HARM, "xlsx", "sv"))
    cells = [cell for sheet in book.worksheets for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert max(len(str(cell.value)) for cell in cells) == 32_767
    assert {"=1+1", "#REF!", r"\x00", "1800-01-01"} <= {cell.value for cell in cells}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "@")))
    assert len({sheet.title.casefold() for sheet in book.worksheets}) == len(book.worksheets)


def test_a_word_document_holds_any_name() -> None:
    """What XML cannot hold is written out."""
    found = read_docx(HARM, "sv")
    assert r"\x00" in found.whole
    assert "<script>alert(1)</script>" in found.whole


def test_a_cell_is_written_alike_wherever_it_stands() -> None:
    """A missing number is told where a number should be, and a dash elsewhere."""
    assert [written(None, "sv", kind) for kind in ("text", "number")] == ["–", "underlag saknas"]
    assert written(Number(1 / 3, decimals=2, approximate=True), "en") == "approx. 0.33"
    assert written(Lines(()), "sv") == "–"


def test_things_are_told_apart_where_a_name_has_a_comma() -> None:
    """Three names, not four."""
    fh, ao = (
        Thing("fh", "Funktionshinderområdet, egen regi", brief=True),
        Thing("ao", "Äldreomsorg", brief=True),
    )
    assert written(Things((fh, ao)), "sv") == "Funktionshinderområdet, egen regi; Äldreomsorg"
    assert written(Things((ao, ao)), "sv") == "Äldreomsorg, Äldreomsorg"


# What must be there, and what need not


@pytest.mark.parametrize(
    ("form", "module", "library"),
    [("html", "jinja2", "Jinja2"), ("xlsx", "openpyxl", "openpyxl"), ("docx", "docx", "python-docx")],
)
def test_a_form_tells_what_it_lacks(
    form: str, module: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name, with the extra that brings it, in both languages; the other forms need none of it."""
    for loaded in [each for each in sys.modules if each.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    for loaded in (f"orgmodell.writers.{form}", "orgmodell.writers.word"):
        monkeypatch.delitem(sys.modules, loaded, raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(OrgmodellError) as lacking:
        WRITERS[form](RICH, "sv")
    title = WRITERS[form].title
    assert lacking.value.text.en == f"{title} needs {library}: pip install 'orgmodell[{form}]'"
    assert lacking.value.text.sv == f"{title} kräver {library}: pip install 'orgmodell[{form}]'"
    assert all(in_form(RICH, each, "sv") for each in ("text", "markdown", "csv"))


def test_the_libraries_of_forms_are_loaded_only_when_asked_for() -> None:
    """Neither the library nor its command line loads any."""
    libraries = {"jinja2", "openpyxl", "docx", "pandas", "polars"}
    code = f"import sys, orgmodell, orgmodell.cli; print(*{libraries} & {{*sys.modules}})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


# A new question


@attrs.frozen
class Birthday:
    """An answer that the library knows nothing of: who turns how old."""

    ages: tuple[tuple[str, int], ...]


def present(answer: Birthday) -> Presentation:
    columns = Column(Text("Vem", "Who")), Column(Text("Fyller", "Turns"), "number")
    rows = [row(who, age) for who, age in answer.ages]
    return Presentation(
        Text("Födelsedagar", "Birthdays"), (table(*columns, rows=rows, nothing=Text("Ingen.", "Nobody.")),)
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMS)
def test_a_new_question_has_every_form_from_one_presentation(form: str, lang: Lang) -> None:
    """Whoever presents an answer need do nothing for any form."""
    presented = present(Birthday((("Ada", 36), ("Bo", 50))))
    shown = WRITERS[form](presented, lang)
    if isinstance(shown, bytes):
        with zipfile.ZipFile(io.BytesIO(shown)) as parts:
            shown = "".join(parts.read(each).decode() for each in parts.namelist() if each.endswith(".xml"))
    assert all(words in shown for words in ("Ada", "36", Text("Vem", "Who").said(lang)))
    if form != "csv":
        assert presented.heading.said(lang) in shown


def test_a_tree_has_under_each_line_what_stands_further_in() -> None:
    """Also where a step is left out."""
    nodes = tuple(Node(depth, (str(at),)) for at, depth in enumerate((0, 2, 1, 0, 1)))
    empty = table(Column("a"), rows=[], nothing=NOTHING)

    def shape(branches: tuple[Branch, ...]) -> list[Any]:
        return [(branch.node.says[0], shape(branch.under)) for branch in branches]

    assert shape(Tree(nodes, empty).branches) == [("0", [("1", []), ("2", [])]), ("3", [("4", [])])]


def test_a_number_that_calls_for_attention_is_a_number_and_a_time_a_time() -> None:
    """In a workbook both can be counted with; elsewhere they read as words do, in Swedish and English."""
    at = datetime(2024, 5, 2, 9, 30, 12, tzinfo=UTC)
    asked = Presentation(
        same("F"), (table(Column("a"), Column("b", "day"), rows=[row(Alert(2.5), at)], nothing=NOTHING),)
    )
    number, time = openpyxl.load_workbook(as_file(asked, "xlsx", "sv")).worksheets[1][2]
    assert (number.value, number.font.b) == (2.5, True)
    assert (time.value, time.number_format) == (datetime(2024, 5, 2, 9, 30), "yyyy-mm-dd hh:mm")
    assert in_form(asked, "csv", "sv").splitlines()[1] == "2.5,2024-05-02 09:30"
    assert in_form(asked, "text", "sv").splitlines()[-1] == "2,5  2024-05-02 09:30"
