"""Every answer is a frozen value, and can be had in every form and both languages, over all the examples."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import docx
import openpyxl
import pytest

import orgmodell
from orgmodell import Organisation, OrganisationView, presentations
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Kronor, Number, Presentation, Table
from orgmodell.projections.answer import Answer, TableAnswer
from orgmodell.projections.diff import diff as differences
from orgmodell.projections.history import history
from orgmodell.projections.lineage import lineage
from orgmodell.projections.taking_effect import taking_effect
from orgmodell.timeline import Reading, Timeline
from orgmodell.view import View
from orgmodell.words import LANGS, Lang
from orgmodell.writers import WRITERS
from orgmodell.writers import json as as_json

EXAMPLES = Path(__file__).parent.parent / "examples"
DAYS = {
    "tyreso": date(2013, 1, 8),
    "vasby": date(2015, 1, 2),
    "varmdo": date(2018, 7, 1),
    "osteraker": date(2016, 3, 20),
    "ksl": date(2013, 6, 1),
    "delegation": date(2019, 6, 1),
}


class Shown(NamedTuple):
    """A question, and how its answer is presented."""

    ask: Callable[[OrganisationView], Any]
    present: Callable[[Asked, Any], Presentation]


def first(view: OrganisationView) -> str:
    return view.befattningar()[-1]


def example_before(view: OrganisationView) -> View:
    return View(view.account, date(2000, 1, 1))


QUESTIONS: dict[str, Shown] = {
    "chefsled": Shown(lambda view: view.chefsled(first(view)), presentations.chefsled),
    "chefsled of every": Shown(lambda view: view.chefsled(), presentations.every_chefsled),
    "kontrollspann": Shown(lambda view: view.kontrollspann(first(view)), presentations.kontrollspann),
    "kontrollspann of every": Shown(lambda view: view.kontrollspann(), presentations.every_kontrollspann),
    "line": Shown(lambda view: view.reporting_line(first(view)), presentations.line),
    "uppdrag": Shown(lambda view: view.responsibilities(), presentations.responsibilities),
    "roller": Shown(lambda view: view.roles(), presentations.roller),
    "instrument": Shown(lambda view: view.ties(), presentations.ties),
    "diff": Shown(lambda view: differences(example_before(view), view), presentations.diff),
    "rights": Shown(lambda view: view.rights(), presentations.rights),
    "expiring": Shown(lambda view: view.expiring(1200), presentations.expiring),
    "forum": Shown(lambda view: view.meetings(), presentations.meetings),
    "plan": Shown(lambda view: view.plan(), presentations.plan),
    "check": Shown(lambda view: view.check(), presentations.check),
    "history": Shown(lambda view: history(view.account, first(view), view.day), presentations.history),
    "taking effect": Shown(
        lambda view: taking_effect(view.account, date(2011, 12, 31), view.day), presentations.taking_effect
    ),
    "lineage": Shown(lambda view: lineage(view.account), presentations.lineage),
}


@cache
def example(name: str) -> Organisation:
    return orgmodell.read_ledger(EXAMPLES / name)


def view_of(name: str) -> OrganisationView:
    return example(name).on(DAYS[name])


def asked_of(name: str, in_full: bool = False) -> Asked:
    names = example(name).names.all()
    return Asked(organisation=name, day=DAYS[name], names=names, view=view_of(name), in_full=in_full)


every_example = pytest.mark.parametrize("name", DAYS)
every_question = pytest.mark.parametrize("question", QUESTIONS)


def inside(value: object, seen: set[int] | None = None) -> Iterator[object]:
    """A value, and all that is in it, each object once."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    match value:
        case tuple() | list():
            parts: Any = value
        case dict():
            parts = value.values()
        case _ if attrs.has(type(value)):
            fields: Any = attrs.fields(type(value))  # type: ignore[arg-type]
            parts = [getattr(value, field.name) for field in fields]
        case _:
            parts = ()
    for part in parts:
        yield from inside(part, seen)


@every_example
@every_question
def test_an_answer_is_frozen_holds_no_view_and_is_the_same_when_asked_again(name: str, question: str) -> None:
    """It can be kept, sent and compared."""
    ask = QUESTIONS[question].ask
    answer = ask(view_of(name))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        answer.basis = None
    assert not [each for each in inside(answer) if isinstance(each, View | Reading | Timeline)]
    assert ask(example(name).on(DAYS[name])) == answer
    unpickled = pickle.loads(pickle.dumps(answer))
    for field in attrs.fields(type(answer)):
        assert getattr(unpickled, field.name) == getattr(answer, field.name), field.name


@every_example
@every_question
def test_json_is_the_answer_itself_with_every_fact_that_it_rests_on(name: str, question: str) -> None:
    answer = QUESTIONS[question].ask(view_of(name))
    told = json.loads(as_json.write(asked_of(name), answer, "sv"))
    assert (told["organisation"], told["day"]) == (name, DAYS[name].isoformat())
    assert len(told["basis"]) == len(answer.basis.facts)
    assert told["assumed"] == bool(answer.basis.assumed)


class _Read(HTMLParser):
    """Reads a page, and keeps its text and whether every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: object) -> None:
        if tag not in ("meta", "br", "link", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@every_example
@every_question
@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_can_be_had_in_every_form(name: str, question: str, lang: Lang) -> None:
    """Each form is read back; numbers are numbers, and days are days."""
    shown = QUESTIONS[question]
    presentation = shown.present(asked_of(name), shown.ask(view_of(name)))
    heading = presentation.heading.said(lang)
    written = {form: write(presentation, lang) for form, write in WRITERS.items()}
    assert str(written["text"]).startswith(heading)
    assert str(written["markdown"]).startswith("# ")
    assert heading in "".join(_Read(str(written["html"])).said)
    document = docx.Document(io.BytesIO(bytes(written["docx"])))  # type: ignore[arg-type]
    assert document.paragraphs[0].text == heading
    lines = list(csv.reader(io.StringIO(str(written["csv"])), strict=True))
    assert len({len(line) for line in lines}) <= 1
    book = openpyxl.load_workbook(io.BytesIO(bytes(written["xlsx"])))  # type: ignore[arg-type]
    assert book.worksheets[0]["A1"].value == heading
    assert [s.max_row - 1 for s in book.worksheets[1:]] == [len(t.rows) for t in presentation.tables]
    numbers = sum(_numbers(table) for table in presentation.tables)
    cells = [cell for sheet in book.worksheets[1:] for row in sheet.iter_rows(min_row=2) for cell in row]
    assert sum(cell.data_type == "n" and cell.value is not None for cell in cells) == numbers
    assert not [cell for cell in cells if cell.data_type == "f"]


def _numbers(table: Table) -> int:
    cells = (cell for row in table.rows for cell in row.cells)
    return sum(
        (isinstance(cell, int | float) and not isinstance(cell, bool))
        or (isinstance(cell, Number) and cell.value is not None)
        or isinstance(cell, Kronor)
        for cell in cells
    )


@every_example
@every_question
def test_grounds_are_told_in_one_line_and_in_full_where_that_is_asked_for(name: str, question: str) -> None:
    shown = QUESTIONS[question]
    answer = shown.ask(view_of(name))
    short, full = (shown.present(asked_of(name, in_full), answer) for in_full in (False, True))
    assert not [part for part in short.grounds if isinstance(part, Table)]
    rows = [len(part.rows) for part in full.grounds if isinstance(part, Table)]
    assert rows == ([len(answer.basis.facts)] if answer.basis.facts else [])


ENGLISH = re.compile(r"\b(the|is|was|which|not|there|been|of|with|what|how|by|on)\b", re.I)
SWEDISH = re.compile(r"\b(och|som|inte|är|vad|vem|den|hur|med|på|räknas|uppgifter|inga)\b", re.I)


@every_example
@every_question
def test_what_an_answer_says_of_itself_is_in_one_language(name: str, question: str) -> None:
    """Headings, columns, counting rules and grounds; names and quotes are as the kommun wrote them."""
    shown = QUESTIONS[question]
    presentation = shown.present(asked_of(name), shown.ask(view_of(name)))
    texts = [
        *(column.head for table in presentation.tables for column in table.columns),
        *([presentation.counting_rule] if presentation.counting_rule else ()),
        *(part.text for part in presentation.grounds if hasattr(part, "text")),
        *(table.nothing for table in presentation.tables),
    ]
    assert not [text.sv for text in texts if ENGLISH.search(text.sv)]
    assert not [text.en for text in texts if SWEDISH.search(text.en)]


def _is_assumed(line: object) -> bool | None:
    """Whether anything a line rests on is assumed; None when it tells of none."""
    if isinstance(line, Answer):
        return bool(line.basis.assumed)
    fact = getattr(line, "fact", None)
    return None if fact is None else fact.change.mark == "assumed"


@every_example
def test_an_answer_that_is_a_table_is_one_in_python_too(name: str) -> None:
    """With the numbers and days as they are, in pandas and polars as well."""
    view = view_of(name)
    for question, shown in QUESTIONS.items():
        answer = shown.ask(view)
        if not isinstance(answer, TableAnswer):
            continue
        dicts = answer.to_dicts()
        assert len(dicts) == len(answer) == len(answer.to_pandas()) == answer.to_polars().height, question
        for line, told in zip(answer, dicts, strict=True):
            assert told.get("assumed") == _is_assumed(line), question
        json.dumps(dicts, default=str)
    assert view.kontrollspann().to_pandas()["befattning"].tolist() == [
        each.befattning for each in view.kontrollspann()
    ]


def answers() -> set[type[Answer]]:
    found, waiting = set[type[Answer]](), [Answer]
    while waiting:
        for each in waiting.pop().__subclasses__():
            found.add(each)
            waiting.append(each)
    return found - {TableAnswer}


@pytest.mark.parametrize("answer", sorted(answers(), key=str))
def test_every_class_of_answers_is_frozen(answer: type[Answer]) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(object.__new__(answer), "basis", None)  # noqa: B010


def test_a_rule_broken_in_one_way_is_told_once_where_it_is_read_and_each_time_as_data() -> None:
    """Those together have one rule, one severity, and what was said in the same beslut; none is left out."""
    organisation = example("delegation")
    answer, account = organisation.check(), organisation.account()
    assert answer.violations == organisation.violations_ever()
    together = [each.violations for each in answer.breaches]
    assert sorted(map(repr, chain.from_iterable(together))) == sorted(map(repr, answer))
    assert (len(answer), len(together)) == (51, 11)
    for each in answer.breaches:
        assert {(v.rule, v.severity) for v in each.violations} == {(each.rule, each.severity)}
        beslut = {frozenset(account.fact(s).beslut.id for s in v.facts) for v in each.violations}
        assert len(beslut) == 1
    asked = Asked(organisation="delegation")
    shown, in_full = (
        str(WRITERS["text"](presentations.check(attrs.evolve(asked, in_full=full), answer), "sv"))
        for full in (False, True)
    )
    assert len(re.findall(r"^\d{4}-\d\d-\d\d  ", shown, re.MULTILINE)) == len(together)
    assert "Detsamma gäller 15 till: sarskilt-boende, enhetschef-bistand;" in " ".join(shown.split())
    assert [text.count("lss-bostad-vuxna") for text in (shown, in_full)] == [0, 1]
    as_data = str(WRITERS["csv"](presentations.check(asked, answer), "sv"))
    assert len(list(csv.reader(io.StringIO(as_data)))) == 1 + len(answer)
