"""Every answer is a frozen value, and can be had in every form and both languages, over all the examples."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from html.parser import HTMLParser
from inspect import isabstract
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, get_args, get_origin, get_overloads, get_type_hints

import attrs
import click
import docx
import jsonschema
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from referencing import Registry, Resource

import orgmodell
from orgmodell import (
    Beslut,
    Change,
    Organisation,
    OrganisationView,
    ReadableOrganisation,
    presentations,
    read_alternative,
)
from orgmodell.cli import commands
from orgmodell.law import law_on
from orgmodell.ledger import read_files
from orgmodell.mapping import FrozenMapping
from orgmodell.organisation import compare as side_by_side
from orgmodell.organisation.chart import OrgChart
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Alert, Kronor, Number, Presentation, Table
from orgmodell.projections.answer import Answer, TableAnswer
from orgmodell.projections.basis import Basis
from orgmodell.projections.chart import Chart
from orgmodell.projections.compare import Comparison, compare
from orgmodell.projections.diff import diff as differences
from orgmodell.projections.history import history
from orgmodell.projections.lineage import lineage
from orgmodell.projections.log import log
from orgmodell.projections.names import Names
from orgmodell.projections.record import Record, Warned, record
from orgmodell.projections.rights import rights
from orgmodell.projections.show import Portrait
from orgmodell.projections.taking_effect import taking_effect
from orgmodell.projections.verify import Verify
from orgmodell.register import Register, alternatives_of, open_register, record_ledger
from orgmodell.timeline import Reading, Timeline
from orgmodell.view import View
from orgmodell.words import LANGS, Lang, Text, same
from orgmodell.writers import WRITERS
from orgmodell.writers import json as as_json
from orgmodell.writers.schema import ANSWERS, AS_IN_A_BESLUTSFIL, BESIDE, TOLD, answers_schema

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
EXAMPLES, DOCS = ROOT / "examples", ROOT / "docs"
DAYS = {
    "tyreso": date(2013, 1, 8),
    "vasby": date(2015, 1, 2),
    "varmdo": date(2018, 7, 1),
    "osteraker": date(2016, 3, 20),
    "ksl": date(2013, 6, 1),
    "delegation": date(2019, 6, 1),
}


@cache
def example(name: str) -> Organisation:
    return orgmodell.read_ledger(EXAMPLES / name)


class Shown(NamedTuple):
    """A question, how its answer is presented, and of which examples it is asked."""

    ask: Callable[[OrganisationView], Any]
    present: Callable[[Asked, Any], Presentation]
    of: tuple[str, ...] = tuple(DAYS)


def first(view: OrganisationView) -> str:
    return view.befattningar()[-1]


def before(view: OrganisationView, day: date = date(2000, 1, 1)) -> View:
    return View(view.account, day)


def drafts_of(name: str) -> dict[str, list[Beslut]]:
    found = alternatives_of(str(EXAMPLES / name)).items()
    return {alternative: [each.beslut for each in read_files(where).beslut] for alternative, where in found}


def compared(view: OrganisationView) -> Comparison:
    return compare([("nu", view, view.violations()), ("förut", before(view, date(2015, 6, 1)), ())])


def ordning(view: OrganisationView) -> Any:
    return view.delegationsordning(next(organ for organ in view.organs() if view.ordning_of(organ)))


def recorded(view: OrganisationView) -> Record:
    with in_memory() as register:
        told: list[Warned] = []
        ledger = read_files(EXAMPLES / "ksl")
        done = list(record_ledger(register.organisation("ksl"), ledger, told=told.append))
    return record(done, 0, told[0], dry_run=False)


def verified(view: OrganisationView) -> Verify:
    with in_memory() as register:
        organisation = register.organisation("ksl")
        list(record_ledger(organisation, read_files(EXAMPLES / "ksl")))
        return Verify(verification=organisation.verify())


def in_memory() -> Register:
    return open_register(":memory:", clock=lambda: datetime(2024, 5, 2, tzinfo=UTC))


DELEGATING = ("delegation", "varmdo")

SORTS = {
    "kommunen": "tyreso",
    "enskild-utforare-hemtjanst": "tyreso",
    "avtal-hemtjanst-lou": "tyreso",
    "kravspecifikationer": "tyreso",
    "ledningsgruppen": "varmdo",
    "organisationsoversyn": "varmdo",
    "kommundirektor": "osteraker",
    "p-motionaren": "osteraker",
    "motion-5-2015": "osteraker",
    "presidietraffar": "osteraker",
    "socialnamnden": "delegation",
    "namndorganisation": "delegation",
    "vd-2018-01": "delegation",
    "sn-2019": "delegation",
}


def show_of(thing: str) -> Shown:
    return Shown(lambda view: view.show(thing), presentations.show, (SORTS[thing],))


# Under the name of the command, which may be asked in several ways.
QUESTIONS: dict[str, Shown] = {
    "chart": Shown(lambda view: view.chart(), presentations.chart),
    **{f"show {thing}": show_of(thing) for thing in SORTS},
    "line": Shown(lambda view: view.reporting_line(first(view)), presentations.line),
    "chefsled": Shown(lambda view: view.chefsled(first(view)), presentations.chefsled),
    "chefsled of every": Shown(lambda view: view.chefsled(), presentations.every_chefsled),
    "kontrollspann": Shown(lambda view: view.kontrollspann(first(view)), presentations.kontrollspann),
    "kontrollspann of every": Shown(lambda view: view.kontrollspann(), presentations.every_kontrollspann),
    "vacancies": Shown(lambda view: view.vacancies(), presentations.vacancies, ("tyreso", "ksl")),
    "namnder": Shown(lambda view: view.answerable(), presentations.namnder, ("tyreso", "delegation")),
    "uppdrag": Shown(
        lambda view: view.responsibility(view.uppdrag()[0]),
        presentations.responsibility,
        ("tyreso", "ksl"),
    ),
    "uppdrag of every": Shown(lambda view: view.responsibilities(), presentations.responsibilities),
    "roller": Shown(lambda view: view.roles(), presentations.roller),
    "instrument": Shown(lambda view: view.ties(), presentations.ties),
    "expiring": Shown(lambda view: view.expiring(1200), presentations.expiring),
    "forum": Shown(
        lambda view: view.meeting(view.forums()[0]), presentations.meeting, ("tyreso", "osteraker")
    ),
    "forum of every": Shown(lambda view: view.meetings(), presentations.meetings),
    "plan": Shown(lambda view: view.plan(), presentations.plan),
    "delegationsordning": Shown(ordning, presentations.delegationsordning, DELEGATING),
    "who-decides": Shown(
        lambda view: view.who_decides("organisationsforandring", view.enheter()[-1], jav=["p-sn-01"]),
        presentations.who_decides,
        DELEGATING,
    ),
    "who-decides of much": Shown(
        lambda view: view.who_decides("inkop", belopp=5_000_000), presentations.who_decides, ("delegation",)
    ),
    "rights": Shown(lambda view: view.rights(), presentations.rights),
    "rights since": Shown(
        lambda view: rights(view, since=before(view, date(2018, 3, 1))), presentations.rights, DELEGATING
    ),
    "law": Shown(lambda view: law_on(view.day), presentations.law, ("tyreso", "delegation")),
    "diff": Shown(lambda view: differences(before(view), view), presentations.diff),
    "history": Shown(lambda view: history(view.account, first(view), view.day), presentations.history),
    "lineage": Shown(lambda view: lineage(view.account), presentations.lineage),
    "taking-effect": Shown(
        lambda view: taking_effect(view.account, date(2011, 12, 31), view.day), presentations.taking_effect
    ),
    "log": Shown(lambda view: log(view.account.records(), stamped=True), presentations.log),
    "alternatives": Shown(
        lambda view: example("varmdo").fits(drafts_of("varmdo")), presentations.alternatives, ("varmdo",)
    ),
    "compare": Shown(compared, presentations.compare, DELEGATING),
    "record": Shown(recorded, presentations.record, ("ksl",)),
    "check": Shown(lambda view: view.check(), presentations.check),
    "verify": Shown(verified, presentations.verify, ("ksl",)),
    "names": Shown(lambda view: Names(names=example("tyreso").names.all()), presentations.names, ("tyreso",)),
}


@cache
def answer_of(question: str, name: str) -> Any:
    return QUESTIONS[question].ask(view_of(name))


def view_of(name: str) -> OrganisationView:
    return example(name).on(DAYS[name])


def asked_of(name: str, in_full: bool = False) -> Asked:
    names = example(name).names.all()
    return Asked(organisation=name, day=DAYS[name], names=names, view=view_of(name), in_full=in_full)


every_example = pytest.mark.parametrize("name", DAYS)
every_answer = pytest.mark.parametrize(
    ("question", "name"), [(question, name) for question in QUESTIONS for name in QUESTIONS[question].of]
)


def basis_of(answer: object) -> Basis | None:
    """What an answer rests on; what alternatives rest on each of them says, and law and log on nothing."""
    return answer.basis if isinstance(answer, Answer) else None


REFUSED = (View, Reading, Timeline, dict, list, set, bytearray)


def inside(value: object, seen: set[int] | None = None) -> Iterator[object]:
    """A value, and all that is in it, each object once."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    match value:
        case tuple() | list() | set() | frozenset():
            parts: Any = value
        case Mapping():
            parts = [*value.keys(), *value.values()]
        case _ if attrs.has(type(value)):
            fields: Any = attrs.fields(type(value))  # type: ignore[arg-type]
            parts = [getattr(value, field.name) for field in fields]
        case _:
            parts = ()
    for part in parts:
        yield from inside(part, seen)


@every_answer
def test_an_answer_is_frozen_holds_no_view_and_is_the_same_when_asked_again(question: str, name: str) -> None:
    """It can be kept, sent, compared and looked up by; nothing in it can be changed, however deep."""
    ask, answer = QUESTIONS[question].ask, answer_of(question, name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        answer.basis = None
    assert not [each for each in inside(answer) if isinstance(each, REFUSED)]
    again = ask(example(name).on(DAYS[name]))
    assert (again, hash(again)) == (answer, hash(answer))
    unpickled = pickle.loads(pickle.dumps(answer))
    for field in attrs.fields(type(answer)):
        assert getattr(unpickled, field.name) == getattr(answer, field.name), field.name


def test_nobody_can_change_the_law_that_others_judge_by() -> None:
    """It is one for the whole process, and stands in the answers."""
    law: Any = example("delegation").on(DAYS["delegation"]).delegationsordning("socialnamnden").law
    for changed in (law.delegates, law.reserved):
        with pytest.raises(AttributeError):
            changed.clear()
        with pytest.raises(TypeError):
            del changed[next(iter(changed))]
    assert law_on(DAYS["delegation"]).delegates


def test_what_a_view_remembers_cannot_be_changed_by_who_asked() -> None:
    view = view_of("tyreso")
    found: Any = view.sides("ifo")
    with pytest.raises(AttributeError):
        found.clear()
    assert view.sides("ifo") == {"bestallare": ("ifo",), "utforare": ("ifo",)}


@pytest.mark.parametrize("name", [name for name in dir(OrganisationView) if not name.startswith("_")])
def test_no_question_of_a_view_gives_what_can_be_changed(name: str) -> None:
    method = getattr(OrganisationView, name)
    if callable(method):
        given = get_type_hints(method)["return"]
        assert get_origin(given) not in (dict, list, set), given


@every_answer
def test_json_is_the_answer_itself_with_every_fact_that_it_rests_on(question: str, name: str) -> None:
    answer = answer_of(question, name)
    told = json.loads(as_json.write(asked_of(name), answer, "sv"))
    assert (told["organisation"], told["day"]) == (name, DAYS[name].isoformat())
    if (basis := basis_of(answer)) is None:
        assert told.keys().isdisjoint({"basis", "assumed"})
    else:
        assert len(told["basis"]) == len(basis.facts)
        assert told["assumed"] == bool(basis.assumed)


@cache
def validator(command: str) -> jsonschema.Draft202012Validator:
    """What says whether JSON is an answer of a command, by the schemas that are kept in docs/."""
    kept = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in DOCS.glob("*.schema.json")}
    registry = Registry[Any]().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in kept.items()
    )
    return jsonschema.Draft202012Validator(
        {"$ref": f"answers.schema.json#/$defs/{command}"},
        registry=registry,
        format_checker=jsonschema.FormatChecker(),
    )


def command_of(question: str) -> str:
    return question.partition(" ")[0]


@every_answer
def test_the_json_of_every_answer_is_as_its_schema_says(question: str, name: str) -> None:
    """No key is missing, and none is there that the schema does not have."""
    asked, answer = asked_of(name), answer_of(question, name)
    if question == "law":
        asked = Asked(day=DAYS[name])
    told = json.loads(as_json.write(asked, answer, "sv"))
    wrong = validator(command_of(question)).iter_errors(told)
    assert [f"{error.json_path}: {error.message[:200]}" for error in wrong] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_schema_refuses_a_key_that_is_missing_and_one_that_is_new(question: str) -> None:
    """Also one that an answer of the same command has when it is about all."""
    schema = validator(command_of(question))
    name = QUESTIONS[question].of[0]
    asked = Asked(day=DAYS[name]) if question == "law" else Asked(organisation=name, day=DAYS[name])
    told = as_json.document(asked, answer_of(question, name), "sv")
    told = {key: [] if isinstance(each, list) else each for key, each in told.items()}
    assert schema.is_valid(told)
    assert not schema.is_valid(told | {"something": None})
    assert [key for key in told if schema.is_valid({k: v for k, v in told.items() if k != key})] == []


def test_every_answer_of_a_command_is_asked_for_here_and_has_a_schema() -> None:
    answered: dict[str, set[type]] = {command: set() for command in ANSWERS}
    for question, shown in QUESTIONS.items():
        answer = type(answer_of(question, shown.of[0]))
        answered[command_of(question)].add(OF_THE_VIEW.get(answer, answer))
    assert answered == {command: set(classes) for command, classes in ANSWERS.items()}


def test_every_sort_of_thing_is_shown() -> None:
    portraits = {type(view_of(name).show(thing).portrait) for thing, name in SORTS.items()}
    assert portraits == {*get_args(Portrait)}


OF_THE_VIEW: dict[type, type] = {OrgChart: Chart}


def test_every_command_that_gives_json_has_a_schema() -> None:
    gives_json = {name for name, command in commands.commands.items() if "json" in forms_of(command)}
    assert gives_json == ANSWERS.keys()


def forms_of(command: click.Command) -> Sequence[str]:
    """The forms that a command can give its answer in."""
    kinds = [each.type for each in command.params if each.name == "form"]
    return [form for kind in kinds if isinstance(kind, click.Choice) for form in kind.choices]


def test_every_answer_that_an_organisation_gives_has_a_schema() -> None:
    methods = [*vars(OrganisationView).values(), *vars(ReadableOrganisation).values()]
    asked = [each for each in methods if callable(each) and each.__name__ != "__init__"]
    returned = {returns(each) for method in asked for each in (*get_overloads(method), method)}
    answers = {each for each in returned if isinstance(each, type) and issubclass(each, Answer)}
    assert {OF_THE_VIEW.get(each, each) for each in answers} <= {*chain.from_iterable(ANSWERS.values())}
    assert len(answers) >= 20


def returns(method: Callable[..., object]) -> object:
    networkx = SimpleNamespace(DiGraph=list)  # which is imported for types alone
    return get_type_hints(method, localns={"networkx": networkx})["return"]


def test_what_json_tells_in_its_own_way_the_schema_does_too() -> None:
    """Whatever is not told by its fields alone stands in the schema's tables."""
    in_its_own_way = {cls for cls in as_json.plain.registry if cls.__module__.startswith("orgmodell.")}
    assert in_its_own_way == {*TOLD, *BESIDE, *AS_IN_A_BESLUTSFIL, Text, Change}


def test_the_kept_schema_of_the_answers_is_what_the_code_says() -> None:
    """docs/answers.schema.json is generated; `orgmodell schema --answers` makes it anew."""
    kept = (DOCS / "answers.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == json.loads(json.dumps(answers_schema()))
    assert jsonschema.Draft202012Validator.check_schema(json.loads(kept)) is None


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


@every_answer
@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_can_be_had_in_every_form(question: str, name: str, lang: Lang) -> None:
    """Each form is read back; numbers are numbers, and days are days."""
    shown = QUESTIONS[question]
    presentation = shown.present(asked_of(name), answer_of(question, name))
    heading = presentation.heading.said(lang)
    written = {form: write(presentation, lang) for form, write in WRITERS.items()}
    assert str(written["text"]).startswith(heading)
    assert str(written["markdown"]).startswith("# ")
    assert heading in "".join(_Read(str(written["html"])).said)
    document = docx.Document(io.BytesIO(bytes(written["docx"])))  # type: ignore[arg-type]
    assert document.paragraphs[0].text == (presentation.title or presentation.heading).said(lang)
    lines = list(csv.reader(io.StringIO(str(written["csv"])), strict=True))
    assert len({len(line) for line in lines}) <= 1
    book = openpyxl.load_workbook(io.BytesIO(bytes(written["xlsx"])))  # type: ignore[arg-type]
    assert book.worksheets[0]["A1"].value == heading
    assert [s.max_row - 1 for s in book.worksheets[1:]] == [len(t.rows) for t in presentation.tables]
    numbers = sum(_numbers(table) for table in presentation.tables)
    cells = [cell for sheet in book.worksheets[1:] for row in sheet.iter_rows(min_row=2) for cell in row]
    assert sum(cell.data_type == "n" and cell.value is not None for cell in cells) == numbers
    assert not [cell for cell in cells if cell.data_type == "f"]
    rows_of_words = [cell for sheet in book.worksheets[1:] for cell in _named(sheet)]
    assert not [(head, text) for head, text in rows_of_words if A_VALUE.fullmatch(text)]


A_VALUE = re.compile(r"-?\d+([.,]\d+)?|\d{4}-\d\d-\d\d( \d\d:\d\d)?")
A_ROW = ("Nr", "No.", "Rad", "Row", "Har inte längre", "Har fått", "Has no longer", "Has gained")  # 4.23


def _named(sheet: Worksheet) -> Iterator[tuple[str, str]]:
    """The words in a sheet, with the heads of their columns; ids and quotes are as they were written."""
    heads, *rows = sheet.iter_rows()
    for row in rows:
        for head, cell in zip(heads, row, strict=True):
            named = str(head.value)
            as_written = named.endswith((", id", ", enligt källan", ", as the source says"))
            if cell.data_type == "s" and named not in A_ROW and not as_written:
                yield named, str(cell.value)


def _numbers(table: Table) -> int:
    cells = (cell for row in table.rows for cell in row.cells)
    return sum(
        (isinstance(cell, int | float) and not isinstance(cell, bool))
        or (isinstance(cell, Alert) and isinstance(cell.says, int | float))
        or (isinstance(cell, Number) and cell.value is not None)
        or isinstance(cell, Kronor)
        for cell in cells
    )


@every_answer
def test_grounds_are_told_in_one_line_and_in_full_where_that_is_asked_for(question: str, name: str) -> None:
    shown = QUESTIONS[question]
    answer = answer_of(question, name)
    short, full = (shown.present(asked_of(name, in_full), answer) for in_full in (False, True))
    assert not [part for part in short.grounds if isinstance(part, Table)]
    rows = [len(part.rows) for part in full.grounds if isinstance(part, Table)]
    basis = basis_of(answer)
    assert rows == ([len(basis.facts)] if basis and basis.facts else [])


ENGLISH = re.compile(r"\b(the|is|was|which|not|there|been|of|with|what|how|by|on)\b", re.I)
SWEDISH = re.compile(r"\b(och|som|inte|är|vad|vem|den|hur|med|på|räknas|uppgifter|inga)\b", re.I)


@every_answer
def test_what_an_answer_says_of_itself_is_in_one_language(question: str, name: str) -> None:
    """Headings, columns, counting rules and grounds; names and quotes are as the kommun wrote them."""
    shown = QUESTIONS[question]
    presentation = shown.present(asked_of(name), answer_of(question, name))
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
        answer = answer_of(question, name) if name in shown.of else None
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
    return {each for each in found if not isabstract(each)}


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
    asked = Asked(organisation="delegation", way_to_grounds=same("--grounds"))
    shown, in_full, with_no_way = (
        str(WRITERS["text"](presentations.check(question, answer), "sv"))
        for question in (
            asked,
            attrs.evolve(asked, in_full=True),
            attrs.evolve(asked, way_to_grounds=None),  # as in a document
        )
    )
    assert len(re.findall(r"^\d{4}-\d\d-\d\d  ", shown, re.MULTILINE)) == len(together)
    assert "Detsamma gäller 15 till: sarskilt-boende, enhetschef-bistand;" in " ".join(shown.split())
    assert [text.count("lss-bostad-vuxna") for text in (shown, in_full, with_no_way)] == [0, 1, 1]
    as_data = str(WRITERS["csv"](presentations.check(asked, answer), "sv"))
    assert len(list(csv.reader(io.StringIO(as_data)))) == 1 + len(answer)


def test_a_frozen_mapping_stays_as_it_was_made() -> None:
    """Whoever holds what it was made of cannot change it; it equals any mapping that says the same."""
    source = {"bestallare": ("namnden",)}
    frozen = FrozenMapping(source)
    source["utforare"] = ("regin",)
    assert dict(frozen) == {"bestallare": ("namnden",)}
    assert frozen == {"bestallare": ("namnden",)} != source
    assert hash(frozen) == hash(FrozenMapping({"bestallare": ("namnden",)}))


@pytest.mark.parametrize(("alternative", "lost"), [("alt-b1", 0), ("alt-b2", 10)])
def test_what_an_alternative_adds_and_mends_is_told_in_each_way_and_nothing_else(
    alternative: str, lost: int
) -> None:
    """In Värmdö ten åtgärder lose the chef that was to do them, in one way."""
    nu = example("varmdo")
    beside = {"nu": nu, alternative: read_alternative(nu, alternatives_of(EXAMPLES / "varmdo")[alternative])}
    first, other = side_by_side(DAYS["varmdo"], beside).alternatives
    for told, all_of_them in (
        (first.breaches, first.broken),
        (other.breaches, other.broken),
        (other.breaches_added, other.added),
        (other.breaches_mended, other.mended),
    ):
        apart = [violation for each in told for violation in each.violations]
        assert sorted(map(repr, apart)) == sorted(map(repr, all_of_them))
    assert [len(each.violations) for each in other.breaches_added if each.rule == "PLAN"] == [lost] * (
        lost > 0
    )
