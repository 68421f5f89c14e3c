"""Whatever a command answers, of every example, is in one language; what the kommun wrote stays as it is.

Answers are read as Markdown, which says what the text says, with no line broken inside a name or a quote.
"""

from __future__ import annotations

import html
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from asking import written
from orgmodell import Organisation, ledger
from orgmodell.cli import commands
from orgmodell.cli.question import FORMS
from orgmodell.register import alternatives_of, open_source
from orgmodell.words import LANGS, Lang
from test_words_of_errors import ENGLISH, GLOSSARY

pytestmark = pytest.mark.long

EXAMPLES = Path(__file__).parent.parent / "examples"
DAYS = {
    "tyreso": "2013-01-08",
    "vasby": "2015-01-02",
    "varmdo": "2018-07-01",
    "osteraker": "2016-03-20",
    "ksl": "2013-06-01",
    "delegation": "2019-06-01",
}
SWEDISH = re.compile(
    r"\b(och|är|inte|som|för|med|den|det|av|till|eller|på|ett|har|från|vid|utan|sedan|ingen|inget|inga|"
    r"alla|varje|var|denna|detta|efter|före|över|enligt|minst|skulle|kan|får|ska|om|att|där|när)\b",
    re.I,
)
QUOTED = re.compile(r"«[^»]*»|[“”][^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'|\S*/\S*", re.DOTALL)
FOREIGN = {"sv": ENGLISH, "en": SWEDISH}
SWEDISH_LETTERS = r"\w*[åäöÅÄÖ]\w*"
TERMS = tuple({*re.findall(SWEDISH_LETTERS, GLOSSARY.casefold())})
SAID_ELSEWHERE = {"schema", "checkpoint"}  # JSON for editors; and what answers nothing
OF_A_THING = ("show", "history")
MANY = 4  # things of each type are asked about


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The database that an example is recorded in."""
    folder = tmp_path_factory.mktemp("kept")

    @cache
    def kept_in(name: str) -> str:
        said("record", str(EXAMPLES / name), "--into", str(folder / name), "--org", name)
        return str(folder / name)

    return kept_in


def said(*arguments: str) -> str:
    """What a command answers, or why there is no answer."""
    result = CliRunner().invoke(commands, arguments, prog_name="orgmodell")
    assert result.exit_code in (0, 1, 2), (arguments, result.output)
    return result.stdout + result.stderr


def things(organisation: Organisation) -> dict[str, list[str]]:
    """Some things of each type, spread over all there are."""
    chronicle, found = organisation.up_to_date(), defaultdict(list)
    account = chronicle.account()
    for thing in chronicle.things():
        found[account.type_of(thing)].append(thing)
    return {str(kind): each[:: max(1, len(each) // MANY)] for kind, each in found.items()}


def calls(name: str, kept: str) -> Iterator[list[str]]:
    """Every command, asked of an example in all the ways that have an answer of another shape."""
    folder, day = str(EXAMPLES / name), DAYS[name]
    on = ["--on", day]
    with open_source(kept) as organisation:
        of, view = things(organisation), organisation.on(date.fromisoformat(day))
    yield ["law", *on]
    for command in ("lineage", "log", "check", "names", "verify"):
        yield [command, kept]
    yield ["record", folder, "--into", kept, "--dry-run"]
    yield ["taking-effect", kept, "2000-01-01", "2030-01-01"]
    for before in ("2000-01-01", "2012-06-01"):
        yield ["diff", kept, before, day]
    for command in ("chart", "vacancies", "chefsled", "kontrollspann", "namnder", "uppdrag", "roller"):
        yield [command, kept, *on]
    for command in ("instrument", "expiring", "forum", "plan", "rights", "check"):
        yield [command, kept, *on]
    yield ["rights", kept, *on, "--since", "2015-06-01"]
    yield ["expiring", kept, *on, "--within", "240"]
    for command in ("chart", "plan"):
        yield [command, kept, *on, "--known", day, "--as-recorded", "3", "--grounds"]
    for command in OF_A_THING:
        for thing in chain.from_iterable(of.values()):
            yield [command, kept, thing, *(on if command == "show" or len(thing) % 2 else ())]
    for befattning in view.befattningar()[:: max(1, len(view.befattningar()) // MANY)]:
        for command in ("line", "chefsled", "kontrollspann", "rights"):
            yield [command, kept, befattning, *on, "--grounds"]
    for enhet in view.enheter()[:MANY]:
        yield ["namnder", kept, enhet, *on]
        yield ["uppdrag", kept, "--enhet", enhet, *on]
    for command, asked in (("uppdrag", "uppdrag"), ("forum", "forum"), ("delegationsordning", "organ")):
        for thing in of.get(asked, ()):
            yield [command, kept, thing, *on]
    for arende in view.arenden()[:: max(1, len(view.arenden()) // 15)]:
        absent = view.befattningar()[:1]
        yield ["who-decides", kept, arende, *on]
        yield ["who-decides", kept, arende, *on, "--belopp", "50000", "--bradskande", "--absent", *absent]
    if names := list(alternatives_of(folder)):
        yield ["alternatives", folder]
        yield ["compare", folder, "nu", *names, *on]
        yield ["chart", folder, *on, "--with", names[0]]


@cache
def written_by_the_kommun(name: str) -> re.Pattern[str]:
    """All that is data: names, ids, beslut, titles, quotes, and words of the source's own."""
    folder = EXAMPLES / name
    sources = [folder, *alternatives_of(folder).values()]
    read = [ledger.read_files(source) for source in sources]
    data = {*map(str, sources), *(name for files in read for name in files.persons.values())}
    documents = (ledger.document(each.beslut) for files in read for each in files.beslut)
    data |= {" ".join(each.split()) for document in documents for each in texts(document)}
    longest_first = sorted(data - {""}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)


def texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from texts([*value.values()])
        case list() | tuple():
            for each in value:
                yield from texts(each)


def without_data(name: str, told: str) -> str:
    """An answer without what the kommun wrote, and what is quoted."""
    plain = " ".join(told.replace("<br>", " ").replace("\\", "").split())
    return QUOTED.sub("", written_by_the_kommun(name).sub("", plain))


def foreign(left: str, lang: Lang) -> set[str]:
    """The words of the other language; of Swedish in English, those of the glossary are meant."""
    found = {match[0] for match in FOREIGN[lang].finditer(left)}
    if lang == "en":
        found |= {word for word in re.findall(SWEDISH_LETTERS, left) if not explained(word)}
    return found


def explained(word: str) -> bool:
    """Whether a Swedish word is one of the glossary, whatever its ending."""
    small = word.casefold()
    return small.startswith(TERMS) or any(term.startswith(small) for term in TERMS)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", DAYS)
def test_an_answer_is_in_one_language(kept: Callable[[str], str], name: str, lang: Lang) -> None:
    """Neither a Swedish sentence in English nor an English one in Swedish."""
    wrong: dict[str, str] = {}
    for call in calls(name, kept(name)):
        left = without_data(name, said("--lang", lang, *call, "--format", "markdown"))
        for word in foreign(left, lang):
            at = left.index(word)
            wrong.setdefault(word, f"{' '.join(call)}: … {left[max(0, at - 60) : at + 60]} …")
    assert not wrong, "\n".join(f"{word}: {where}" for word, where in wrong.items())


def test_every_command_is_asked(kept: Callable[[str], str]) -> None:
    asked = {call[0] for name in ("tyreso", "delegation") for call in calls(name, kept(name))}
    assert asked == set(commands.commands) - SAID_ELSEWHERE


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_of_the_other_language_would_be_found(lang: Lang) -> None:
    other = {"sv": "the chef is away", "en": "chefen är borta"}[lang]
    assert FOREIGN[lang].search(without_data("tyreso", f"stab: Utredare {other} ('{other}')"))


# --- what is recorded, verified and kept ----------------------------------------------------------

MORE = """\
beslut: KF 2011 § 2
decided: 2011-01-01
changes:
  - create_enhet: {enhet: norr, name: Norr, parent: regi}
  - create_enhet: {enhet: soder, name: Söder, parent: regi}
  - create_befattning: {befattning: chef-norr, title: Enhetschef, enhet: norr, leads: [norr]}
  - create_befattning: {befattning: chef-soder, title: Enhetschef, enhet: soder, leads: [soder]}
"""
OF_THE_LOG = ("record", "verify", "names")


@pytest.fixture(scope="module")
def exempelby(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A folder of beslutsfiler that gives rise to warnings, and the database they are recorded in."""
    folder = tmp_path_factory.mktemp("exempelby")
    files, database = written(folder, MORE), str(folder / "kommuner.db")
    said("record", files, "--into", database, "--org", "exempelby")
    said("names", database, "--set", "p-1", "Karin Exempel")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DROP TRIGGER stored_events_update")
    return files, database


def of_the_log(command: str, files: str, database: str) -> list[str]:
    if command == "record":
        return [command, files, "--into", f"{database}.new", "--org", "exempelby", "--dry-run"]
    return [command, database]


def read(file: Path) -> str:
    """All the words in a file, of whatever form."""
    match file.suffix:
        case ".xlsx":
            book = openpyxl.load_workbook(file)
            cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
            return "\n".join([*book.sheetnames, *(str(each) for each in cells if each is not None)])
        case ".docx":
            document = docx.Document(str(file))
            inside = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
            return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *inside])
        case ".html":
            page = re.sub(r"<style.*?</style>|<[^>]*>", " ", file.read_text("utf-8"), flags=re.DOTALL)
            return html.unescape(page)
        case _:
            return file.read_text("utf-8").replace("\\", "")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", OF_THE_LOG)
def test_what_is_kept_can_be_had_in_every_form_in_one_language(
    exempelby: tuple[str, str], tmp_path: Path, command: str, form: str, lang: Lang
) -> None:
    """The same in each: the beslut and the warnings, the head and what is missing, the names."""
    file = tmp_path / f"answer.{form}"
    said("--lang", lang, *of_the_log(command, *exempelby), "--format", form, "--output", str(file))
    told = read(file)
    assert {
        "record": "KF 2011 § 2",
        "verify": json.loads(said("verify", exempelby[1], "--format", "json"))["sha256"],
        "names": "Karin Exempel",
    }[command] in told
    if command == "verify":
        assert "stored_events_update" in told
    assert not foreign(QUOTED.sub("", re.sub("Karin Exempel|Söder|beställare", "", told)), lang), told


def test_every_warning_keeps_its_line_and_those_alike_are_told_once(exempelby: tuple[str, str]) -> None:
    """As data each by itself; where they are read, under the first of their kind."""
    files, _ = exempelby
    call = of_the_log("record", *exempelby)
    warnings = json.loads(said(*call, "--format", "json"))["warnings"]
    lines = [int(each.split(":")[1]) for each in warnings]
    assert [each.split(": ")[1] for each in warnings] == ["R04", "R10", "R04", "R04"]
    assert all(each.startswith(f"{files}/01.yaml:") for each in warnings)
    shown = said(*call)
    assert [shown.count(f"{files}/01.yaml:{line}:5: ") for line in lines] == [1, 1, 1, 0]
    assert f"Detsamma gäller 1 till: soder, chef-soder (rad {lines[-1]})." in shown
    assert f"The same holds for 1 more: soder, chef-soder (line {lines[-1]})." in said("--lang", "en", *call)


def test_nothing_is_recorded_when_its_answer_cannot_be_shown(
    exempelby: tuple[str, str], tmp_path: Path
) -> None:
    """In which form the answer is wanted is settled before anything is done."""
    into = tmp_path / "new.db"
    told = said("record", exempelby[0], "--into", str(into), "--org", "x", "--output", "svar.pdf")
    assert "'svar.pdf' säger ingen form" in told
    assert not into.exists()
