"""The command ``orgmodell``: what it answers, where errors go, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from asking import IN_ENGLISH, written
from orgmodell.changes import Beslut, BeslutAnnulled, Change, EnhetCreated, EnhetRenamed, Recorded
from orgmodell.cli import commands
from orgmodell.cli.door import Commands
from orgmodell.log import Log

ROOT = Path(__file__).parent.parent
EXAMPLES, DOCS = ROOT / "examples", ROOT / "docs"
TYRESO, VASBY, VARMDO = (str(EXAMPLES / name) for name in ("tyreso", "vasby", "varmdo"))
REPORT = ("--on", "2013-01-08")

GROUND = """\
beslut: grund
decided: 2010-01-01
changes:
  - create_enhet: {enhet: soc, name: Socialförvaltningen}
  - create_enhet: {enhet: stab, name: Stab, parent: soc}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, prog_name="orgmodell")


def in_english(*arguments: str) -> Result:
    return CliRunner(env=IN_ENGLISH).invoke(commands, arguments, prog_name="orgmodell")


def text(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


def data(*arguments: str) -> dict[str, Any]:
    answer = json.loads(text(*arguments, "--format", "json"))
    assert isinstance(answer, dict)
    return answer


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "orgmodell", *arguments],
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A folder with one beslutsfil."""
    folder = tmp_path / "beslut"
    folder.mkdir()
    (folder / "01.yaml").write_text(GROUND, encoding="utf-8")
    return folder


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A beslutsfil that breaks two rules."""
    file = tmp_path / "refused.yaml"
    file.write_text(
        GROUND + "---\nbeslut: fel\ndecided: 2011-01-01\nchanges:\n"
        "  - move_enhet: {enhet: stab, parent: kommunen}\n"
        "  - move_enhet: {enhet: kansliet, parent: soc}\n",
        encoding="utf-8",
    )
    return file


# What it answers


def test_the_chart_shows_chefer_tf_vacancies_and_what_is_assumed() -> None:
    """The first command of the README."""
    shown = text("chart", TYRESO, *REPORT)
    assert shown.startswith("tyreso: Organisationsplan den 2013-01-08\n\nTyresö kommun (kommun)")
    assert "Socialförvaltningen (förvaltning) – Förvaltningschef: p-forvaltningschef" in shown
    assert "Kvalitetschef: p-stabschef (t.f.)" in shown
    assert "Stab (stab) – Stabschef: VAKANT sedan 2012-10-01 («Hösten 2012»)" in shown
    assert "Systemförvaltare, Treserva: VAKANT känt den 2013-01-08" in shown
    assert "Bemanningsenheten (projekt) *" in shown
    assert "\x1b" not in shown
    in_full = text("chart", TYRESO, *REPORT, "--grounds")
    assert "enhet inrättad: bemanningsenheten, 2012-10-01 («under hösten 2012»)" in in_full


def test_chefsled_of_a_boendestodjare_with_path_and_marks() -> None:
    """Three steps, with path, marks and what each fact rests on."""
    answer = data("chefsled", TYRESO, "boendestodjare", "--up-to", "forvaltningschef", *REPORT)
    assert answer["chefsled"] == 3
    assert answer["path"] == ["enhetschef-fh-01", "avdelningschef-fh", "forvaltningschef"]
    assert answer["marks"]["stated"] > 0
    assert sum(answer["marks"].values()) == len(answer["basis"])
    assert {"beslut", "verb", "effective", "stated", "mark", "quote"} <= answer["basis"][0].keys()
    assert "Gruppledare" in answer["counting_rule"]


@pytest.mark.parametrize(
    ("source", "who", "up_to", "day", "steps"),
    [
        (TYRESO, "bistandshandlaggare-aldre", "forvaltningschef", "2013-01-08", 2),
        (TYRESO, "bistandshandlaggare-fh", "forvaltningschef", "2013-01-08", 2),
        (TYRESO, "utredare", "forvaltningschef", "2012-06-01", 2),
        (TYRESO, "utredare", "forvaltningschef", "2012-12-01", 1),
        (VARMDO, "medarbetare-hemtjanst", "sektorchef", "2018-01-18", 3),
    ],
)
def test_chefsled_is_what_the_documents_say(source: str, who: str, up_to: str, day: str, steps: int) -> None:
    """The column "nu" of the documents' own tables."""
    assert data("chefsled", source, who, "--up-to", up_to, "--on", day)["chefsled"] == steps
    assert f"\nChefsled: {steps} (" in text("chefsled", source, who, "--up-to", up_to, "--on", day)


def test_structure_counts_the_vacant_stabschef() -> None:
    """In the mode struktur a vacant chef is a step."""
    counted = ("chefsled", TYRESO, "utredare", "--up-to", "forvaltningschef", "--on", "2012-12-01")
    assert data(*counted, "--mode", "struktur")["chefsled"] == 2


def test_chefsled_of_every_befattning_up_to_one() -> None:
    """Without WHO a table of those that have the other above them; the rest are left out."""
    every = data("chefsled", TYRESO, "--up-to", "forvaltningschef", *REPORT)["befattningar"]
    steps = {each["befattning"]: each["chefsled"] for each in every}
    assert steps["personlig-assistent"] == 3
    assert "kvalitetschef" not in steps


def test_kontrollspann_in_tyreso_and_varmdo() -> None:
    """25,5 heads, 22,3 årsarbetare, 43,6 with uppdragstagare; in Värmdö underlag saknas."""
    shown = text("kontrollspann", TYRESO, "avdelningschef-fh", *REPORT)
    assert [number for number in ("25,5", "22,3", "43,6") if number not in shown] == []
    assert "Räkneregel: " in shown
    answer = data("kontrollspann", TYRESO, "avdelningschef-fh", *REPORT)
    assert round(answer["medarbetare_per_chef"], 1) == 25.5
    varmdo = data("kontrollspann", VARMDO, "sektorchef", "--on", "2018-01-18")
    assert (varmdo["medarbetare_per_chef"], varmdo["text"]) == (None, "underlag saknas")
    assert "underlag saknas" in text("kontrollspann", VARMDO, "sektorchef", "--on", "2018-01-18")


def test_who_was_chef_of_the_stab_and_of_the_sektor() -> None:
    """Q4: chef and form, or vacant since when."""
    assert "p-stabschef, ordinarie sedan" in text("show", TYRESO, "stab", "--on", "2012-06-01")
    assert "VAKANT sedan 2012-10-01" in text("show", TYRESO, "stab", "--on", "2012-12-01")
    sektor = data("show", VARMDO, "sektorn-omsorg-och-valfard", "--on", "2018-01-18")
    assert sektor["leaders"][0]["holdings"][0]["form"] == "konsult"
    assert data("show", TYRESO, "p-stabschef", *REPORT)["holdings"][0]["befattning"] == "kvalitetschef"
    assert data("show", TYRESO, "socialnamnden", *REPORT)["enheter"] == ["socialforvaltningen"]


def test_vacancies_and_namnder() -> None:
    """Q5 and Q7."""
    found = {each["befattning"]: each for each in data("vacancies", TYRESO, *REPORT)["vacancies"]}
    assert found.keys() == {"stabschef", "systemforvaltare-treserva"}
    assert found["stabschef"]["falls_to"] == "forvaltningschef"
    enheter = data("namnder", VARMDO, "--on", "2018-01-18")["enheter"]
    assert {len(each["namnder"]) for each in enheter} == {0, 1, 3}
    assert len(data("namnder", TYRESO, "fh-01", *REPORT)["enheter"]) == 1


def test_what_was_known_on_a_day() -> None:
    """Q20: with --known, what was decided later does not count, and the heading says so."""
    asked = ("chart", VASBY, "--on", "2015-01-02")
    assert "Kundvalskontoret" not in text(*asked)
    shown = text(*asked, "--known", "2014-08-01")
    assert "Kundvalskontoret (kontor)" in shown
    assert "enligt beslut fattade senast 2014-08-01" in shown.splitlines()[0]
    history = ("history", TYRESO, "verksamhetscontroller", "--on", "2012-12-31")
    assert [each["status"] for each in data(*history)["happenings"]][-1] == "beslutat"
    assert "Läge: beslutat." in text(*history)


def test_as_recorded_by_position_and_by_time(tmp_path: Path) -> None:
    """The log as it stood after N beslut, or at a time."""
    assert "Stab (stab)" not in text("chart", TYRESO, *REPORT, "--as-recorded", "3")
    assert data("chart", TYRESO, *REPORT, "--as-recorded", "3")["recorded"] == 3
    database = str(tmp_path / "k.db")
    text("record", TYRESO, "--into", database, "--org", "tyreso")
    before = data("log", database, "--as-recorded", "2000-01-01T00:00")
    assert (before["log"], before["recorded"]) == ([], "2000-01-01T00:00:00+00:00")


def test_diff_lineage_and_what_takes_effect() -> None:
    """Q15 and the questions about change."""
    differences = data("diff", TYRESO, "2012-06-01", "2013-01-08")["differences"]
    assert ("changed", "verksamhetscontroller", "konsult-och-servicekontoret", "stab") in {
        (d["what"], d["id"], str(d["before"]), str(d["after"])) for d in differences
    }
    assert "Konsult- och servicekontoret" in text("diff", TYRESO, "2012-06-01", "2013-01-08")
    successors = {
        edge["successor"]
        for edge in data("lineage", VASBY)["lineage"]
        if edge["predecessor"] == "kundvalskontoret"
    }
    assert "skolenheten" in successors
    (effect, *_) = data("taking-effect", TYRESO, "2012-12-31", "2013-01-08")["effects"]
    assert (effect["day"], effect["verb"]) == ("2013-01-01", "move_befattning")


@pytest.mark.parametrize(
    "arguments",
    [
        ("chart", TYRESO, *REPORT),
        ("show", TYRESO, "stab", *REPORT),
        ("line", TYRESO, "boendestodjare", *REPORT),
        ("chefsled", TYRESO, *REPORT),
        ("kontrollspann", TYRESO, *REPORT),
        ("vacancies", TYRESO, *REPORT),
        ("namnder", TYRESO, *REPORT),
        ("diff", TYRESO, "2012-01-01", "2013-01-08"),
        ("history", TYRESO, "stab"),
        ("lineage", VASBY),
        ("log", TYRESO),
        ("taking-effect", TYRESO, "2012-01-01", "2013-01-08"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_question_has_a_heading_a_text_and_an_object(arguments: tuple[str, ...]) -> None:
    """A heading that names the organisation; JSON that names it too; and what it rests on."""
    shown, answer = text(*arguments), data(*arguments)
    name = Path(arguments[1]).name
    assert shown.startswith(f"{name}: ")
    assert answer["organisation"] == name
    if arguments[0] not in ("log", "lineage"):
        assert "Vilar på " in shown
    if "--on" in arguments:
        assert answer["day"] == "2013-01-08"
        assert answer["basis"]


def test_chart_as_mermaid_and_dot() -> None:
    """Diagrams show chefer, vacancies, nämnder and what is assumed."""
    for form, begins in (("mermaid", "---\ntitle: "), ("dot", 'digraph "tyreso" {')):
        shown = text("chart", TYRESO, *REPORT, "--format", form)
        assert shown.startswith(begins)
        for word in ("VAKANT", "Socialnämnden", "antagna uppgifter"):
            assert word in shown


def test_the_schemas_are_those_in_the_docs() -> None:
    """`orgmodell schema` prints the JSON Schema of a beslutsfil, with --answers that of every answer."""
    for args, file in ((), "beslutsfil"), (("--answers",), "answers"):
        assert text("schema", *args) == (DOCS / f"{file}.schema.json").read_text(encoding="utf-8")


def test_a_log_as_yaml_is_a_beslutsfil(tmp_path: Path) -> None:
    """What is printed reads back as the same beslut."""
    file = tmp_path / "tyreso.yaml"
    file.write_text(text("log", TYRESO, "--format", "yaml"), encoding="utf-8")
    assert data("log", str(file))["log"] == data("log", TYRESO)["log"]


# Recording and checking


def test_a_dry_run_records_nothing_and_makes_nothing(ledger: Path, tmp_path: Path) -> None:
    """It says what would be recorded."""
    into = tmp_path / "kommuner.db"
    shown = text("record", str(ledger), "--into", str(into), "--org", "x", "--dry-run")
    assert "1 beslut skulle registreras." in shown
    assert not into.exists()


def test_recording_twice_finds_it_there(ledger: Path, tmp_path: Path) -> None:
    """Each beslut with its position, new or there already; then verify passes."""
    into = ("--into", str(tmp_path / "kommuner.db"), "--org", "x")
    assert data("record", str(ledger), *into)["beslut"] == [{"beslut": "grund", "position": 1, "new": True}]
    assert "0 beslut registrerade, 1 fanns redan." in text("record", str(ledger), *into)
    verified = data("verify", into[1])
    assert verified["records"] == 1
    assert text("verify", into[1], "--head", verified["sha256"])


def test_warnings_are_told_when_recording() -> None:
    """A warning does not refuse, and is told with file and line."""
    recording = ("record", TYRESO, "--into", "nowhere.db", "--org", "x", "--dry-run")
    (warning,) = data(*recording)["warnings"]
    assert "04-hosten-2012.yaml:" in warning
    assert "R04: stab har ingen chef" in warning


def test_names_follow_the_organisation_into_the_register(tmp_path: Path) -> None:
    """Person names go into the name register beside the log, and are shown."""
    into = str(tmp_path / "kommuner.db")
    text("record", VARMDO, "--into", into, "--org", "varmdo")
    assert "Anne Lundkvist (konsult)" in text("chart", into, "--on", "2018-01-18")


def test_check_tells_each_warning_once_with_its_first_day() -> None:
    """Violations found: exit status 1. None on a day: 0."""
    result = run("check", TYRESO, "--format", "json")
    assert result.exit_code == 1
    (violation,) = json.loads(result.stdout)["violations"]
    assert (violation["rule"], violation["day"]) == ("R04", "2012-10-01")
    assert run("check", TYRESO, *REPORT).exit_code == 1
    assert "Ingen regel är bruten." in text("check", TYRESO, "--on", "2012-06-01")


# Failures


def failed(status: int, *arguments: str) -> str:
    result = in_english(*arguments)
    assert result.exit_code == status, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def test_bad_usage_is_2() -> None:
    """A missing day, a day that does not exist, an unknown form."""
    assert "Missing option '--on'" in failed(2, "chart", TYRESO)
    assert "there is no day 2013-02-30" in failed(2, "chart", TYRESO, "--on", "2013-02-30")
    assert "write year-month-day" in failed(2, "chart", TYRESO, "--on", "8/1 2013")
    failed(2, "line", TYRESO, "utredare", *REPORT, "--format", "dot")
    assert "neither a number of beslut nor a time" in failed(
        2, "chart", TYRESO, *REPORT, "--as-recorded", "2014-01-01"
    )


def test_what_does_not_exist_is_2_with_the_nearest_name(tmp_path: Path) -> None:
    """Unknown ids, things that are not there that day, sources that are none."""
    assert "did you mean 'stab'?" in failed(2, "show", TYRESO, "stabb", *REPORT)
    assert "it is created on 2012-10-01" in failed(2, "show", TYRESO, "kvalitetschef", "--on", "2012-01-01")
    missing = failed(2, "chefsled", TYRESO, "utredare", "--up-to", "kvalitetschef", *REPORT)
    assert "kvalitetschef is not above utredare" in missing
    assert "nosuch" in failed(2, "chart", str(tmp_path / "nosuch"), *REPORT)
    assert "no beslutsfil" in failed(2, "chart", str(tmp_path), *REPORT)
    assert failed(2, "verify", TYRESO)
    garbage = tmp_path / "garbage.db"
    garbage.write_bytes(b"\xff\x00 not a database" * 100)
    assert failed(2, "chart", str(garbage), *REPORT)


def test_unreadable_beslutsfiler_are_2_with_every_problem(ledger: Path) -> None:
    """Broken YAML, an unknown change and bytes that are not UTF-8, all at once, file and line first."""
    (ledger / "02.yaml").write_text("beslut: [", encoding="utf-8")
    (ledger / "03.yaml").write_text("beslut: a\ndecided: 2013-02-30\nchanges:\n  - make_enhet: {}\n")
    (ledger / "04.yaml").write_bytes("beslut: åäö".encode("latin-1"))
    for command in (("check",), ("chart", "--on", "2013-01-01")):
        problems = failed(2, command[0], str(ledger), *command[1:]).splitlines()
        assert [Path(problem.split(":")[0]).name for problem in problems] == [
            "02.yaml",
            "03.yaml",
            "03.yaml",
            "04.yaml",
        ]


def test_a_refused_beslut_is_1_with_file_and_line_of_the_change(refused: Path, tmp_path: Path) -> None:
    """Every violation; nothing is recorded."""
    into = tmp_path / "kommuner.db"
    for command in (
        ("check", str(refused)),
        ("record", str(refused), "--into", str(into), "--org", "x"),
        ("record", str(refused), "--into", str(into), "--org", "x", "--dry-run"),
    ):
        problems = failed(1, *command).splitlines()
        assert problems[0].startswith(f"{refused}:10:5: beslut 'fel' is refused: R08 error, 2011-01-01:")
        assert len(problems) > 1
    assert "no organisation yet" in failed(2, "log", str(into))


def test_another_content_under_the_same_id_is_1(ledger: Path, tmp_path: Path) -> None:
    """The beslut on the log is never changed."""
    into = ("--into", str(tmp_path / "kommuner.db"), "--org", "x")
    text("record", str(ledger), *into)
    (ledger / "01.yaml").write_text(GROUND.replace("Stab,", "Staben,"), encoding="utf-8")
    assert "is recorded already (position 1" in failed(1, "record", str(ledger), *into)


def test_a_beslut_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    """A log that another program wrote, whole but for that, is read by every question; check names both."""
    into = str(tmp_path / "kommuner.db")
    written: list[tuple[str, Change]] = [
        ("grund", EnhetCreated("soc", name="Socialförvaltningen")),
        ("nytt namn", EnhetRenamed("soc", name="Omsorgen")),
        ("grund", EnhetRenamed("soc", name="Vården")),
        ("åter", BeslutAnnulled("grund")),
    ]
    with Log.open(into) as log:
        for position, (name, change) in enumerate(written, 1):
            beslut = Beslut(id=name, decided=date(2009 + position, 1, 1), changes=(change,))
            recorded = datetime(2024, 5, 2, tzinfo=UTC)
            log.stream("x").append(Recorded(position=position, recorded=recorded, beslut=beslut))
    assert "Vården" in text("chart", into, "--on", "2012-06-01", "--as-recorded", "3")
    for command in (
        ("chart", "--on", "2012-06-01"),
        ("history", "soc"),
        ("log",),
        ("log", "--format", "yaml"),
        ("taking-effect", "2009-01-01", "2030-01-01"),
        ("lineage",),
    ):
        text(command[0], into, *command[1:])
    told = run("check", into, "--format", "json")
    assert told.exit_code == 1
    (violation,) = (each for each in json.loads(told.stdout)["violations"] if each["rule"] == "ID")
    assert violation["things"] == ["grund"]
    assert "på plats 1 och 3" in violation["message"]
    assert run("check", into, "--as-recorded", "2").exit_code == 0
    assert "ID" not in run("check", into, "--known", "2011-06-01").stdout


def test_missing_triggers_are_1_until_something_is_recorded(ledger: Path, tmp_path: Path) -> None:
    """Verify tells which, in text and as data; questions are answered, and leave it as it is."""
    into = str(tmp_path / "kommuner.db")
    text("record", str(ledger), "--into", into, "--org", "x")
    with sqlite3.connect(into) as database:
        database.execute("DROP TRIGGER stored_events_update")
    database.close()
    text("chart", into, "--on", "2012-01-01")
    told = run("verify", into)
    assert (told.exit_code, told.stderr) == (1, "")
    assert "Spärrar mot ändringar saknas i databasen: stored_events_update." in told.stdout
    answer = json.loads(run("verify", into, "--format", "json").stdout)
    assert (answer["verified"], answer["missing_triggers"]) == (True, ["stored_events_update"])
    text("record", str(ledger), "--into", into)
    assert data("verify", into)["missing_triggers"] == []


def test_a_log_that_was_tampered_with_is_1(ledger: Path, tmp_path: Path) -> None:
    """Verifying, asking and recording all name the record that does not fit, and answer nothing."""
    into = tmp_path / "kommuner.db"
    text("record", str(ledger), "--into", str(into), "--org", "x")
    with sqlite3.connect(into) as database:
        for (trigger,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute(
            "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), 'Stab', 'Stub') AS BLOB)"
        )
    database.close()
    told = failed(1, "verify", str(into))
    assert "x, position 1, beslut 'grund': its bytes are not those" in told
    for command in (
        ("chart", str(into), "--on", "2012-01-01"),
        ("log", str(into)),
        ("check", str(into)),
        ("record", str(ledger), "--into", str(into)),
        ("record", str(ledger), "--into", str(into), "--dry-run"),
    ):
        assert failed(1, *command) == told


def test_recording_into_beslutsfiler_is_bad_usage(ledger: Path) -> None:
    """A folder is read, never written."""
    assert "put its file there" in failed(2, "record", str(ledger), "--into", str(ledger))


def test_a_source_that_holds_several_wants_org(ledger: Path, tmp_path: Path) -> None:
    """And the message lists them."""
    into = str(tmp_path / "kommuner.db")
    assert "say which with --org" in failed(2, "record", str(ledger), "--into", into)
    for name in ("a", "b"):
        text("record", str(ledger), "--into", into, "--org", name)
    assert "holds a, b; say which with --org" in failed(2, "log", into)
    assert "(it holds a, b)" in failed(2, "log", into, "--org", "c")
    assert text("log", into, "--org", "a")


# As a process


def test_a_process_writes_utf8_whatever_the_locale() -> None:
    """Also where the locale is C and the stream is a pipe; nothing is coloured."""
    done = process("chart", TYRESO, *REPORT, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Tyresö kommun" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_a_process_tells_failures_on_stderr() -> None:
    """Exit status 2, nothing on stdout, no traceback."""
    done = process("chart", "ingenstans åäö", *REPORT)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "ingenstans åäö" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    """As ``orgmodell log … | head -1``."""
    command = [sys.executable, "-m", "orgmodell", "log", TYRESO, "--format", "yaml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment}
    with subprocess.Popen(command, **pipes) as running:  # type: ignore[call-overload]
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.parametrize(
    ("into", "status", "told"),
    [
        (">&-", 141, ""),
        ("> /dev/full", 2, "orgmodell: No space left on device: the output. Free some space"),
        ("-o ej/svar.csv", 2, "orgmodell: No such file or folder: 'ej/svar.csv'. Correct the path"),
        ("-o svar.csv >&-", 0, ""),
    ],
)
def test_an_answer_that_cannot_be_written_is_no_fault_of_the_program(
    into: str, status: int, told: str, tmp_path: Path
) -> None:
    """What is closed is as a reader that goes away; a full or missing place is told with the way out."""
    command = f"'{sys.executable}' -m orgmodell --lang en log '{TYRESO}' {into}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert done.returncode == status
    assert done.stderr.startswith(told)
    assert bool(done.stderr) == bool(told)
    assert done.stderr.count("\n") <= 1


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (KeyboardInterrupt(), 130, "orgmodell: interrupted"),
        (PermissionError(13, "Permission denied", "kommuner.db"), 2, "Permission denied: 'kommuner.db'"),
    ],
    ids=["Ctrl-C", "a file that may not be read"],
)
def test_what_comes_from_outside_is_no_traceback(error: BaseException, status: int, told: str) -> None:
    """An interrupt has the shell's own status; what the system refuses is unreadable input."""

    def ends_so() -> None:
        raise error

    door = Commands("orgmodell", commands=[click.Command("ends", callback=ends_so)])
    result = CliRunner(env=IN_ENGLISH).invoke(door, ["ends"])
    assert result.exit_code == status
    assert told in result.stderr


def test_importing_orgmodell_loads_no_cli_library() -> None:
    """Click and tabulate are for the command alone."""
    loaded = "import orgmodell, sys; print([m for m in ('click', 'tabulate') if m in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, env=environment)
    assert done.stdout == "[]\n"


def test_a_name_is_kept_and_erased_beside_the_log(tmp_path: Path) -> None:
    """`names` lists, sets and erases; beslutsfiler say where their names are; the log is not touched."""
    database = str(tmp_path / "k.db")
    text("record", VARMDO, "--into", database, "--org", "varmdo")
    head = data("verify", database)["sha256"]
    assert data("names", database)["names"]["p-konsult-2017"] == "Anne Lundkvist"
    text("names", database, "--set", "p-kommundirektor", "Ada Ek", "--erase", "p-konsult-2017")
    kept = data("names", database)["names"]
    assert kept["p-kommundirektor"] == "Ada Ek"
    assert "p-konsult-2017" not in kept
    assert data("verify", database)["sha256"] == head
    unknown = in_english("names", database, "--erase", "p-konsult-2061")
    assert unknown.exit_code == 2
    assert "no name is kept for 'p-konsult-2061'; did you mean 'p-konsult-2016'?" in unknown.stderr
    assert in_english("names", VARMDO, "--erase", "p-konsult-2017").exit_code == 2


def test_options_that_mean_nothing_for_a_source_are_told(tmp_path: Path) -> None:
    """An option that cannot have an effect is bad usage, and a failed record leaves no file behind."""
    assert "leave out --org" in in_english("chart", TYRESO, *REPORT, "--org", "nada").stderr
    assert "no time of recording" in in_english("log", TYRESO, "--as-recorded", "2014-01-01T00:00").stderr
    assert "before it begins" in in_english("taking-effect", TYRESO, "2013-01-08", "2012-01-01").stderr
    new = tmp_path / "new.db"
    assert in_english("record", TYRESO, "--into", str(new)).exit_code == 2
    assert in_english("record", TYRESO, "--into", str(new), "--org", "Tyresö").exit_code == 2
    assert not new.exists()


def test_a_misspelt_decider_is_found_by_check_too(tmp_path: Path) -> None:
    """R27 is listed when recording, and whenever the organisation is checked as a whole."""
    (tmp_path / "1.yaml").write_text(
        "beslut: a\ndecided: 2010-01-01\nchanges:\n"
        "  - create_organ: {organ: kf, name: KF, kind: fullmaktige}\n"
        "---\nbeslut: b\ndecided: 2011-01-01\ndecided_by: kff\nchanges:\n"
        "  - create_organ: {organ: au, name: AU, kind: utskott, part_of: kf}\n",
        encoding="utf-8",
    )
    result = run("check", str(tmp_path), "--format", "json")
    assert result.exit_code == 1
    (violation,) = json.loads(result.stdout)["violations"]
    assert (violation["rule"], violation["day"]) == ("R27", "2011-01-01")


def test_what_is_stated_as_none_is_told(tmp_path: Path) -> None:
    """Nobody is a number too."""
    ledger = written(
        tmp_path,
        "beslut: SN § 9\ndecided: 2013-01-01\nchanges:\n  - state_headcount: {thing: soc, medarbetare: 0}\n",
    )
    assert "(medarbetare: 0)" in text("history", ledger, "soc")


def test_a_column_of_ids_has_the_ids_of_persons_too() -> None:
    """Two who share a name are two; the name stands beside."""
    asked = ("rights", str(EXAMPLES / "varmdo"), "--on", "2018-07-01", "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(text(*asked))))
    held = {(each["Innehavare"], each["Innehavare, id"]) for each in lines if each["Innehavare"]}
    assert held
    assert all(person and person != name for name, person in held if " " in name)
    assert any(" " in name for name, _ in held)
