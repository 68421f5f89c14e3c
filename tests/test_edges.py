"""The command line at its edges: the first and last day, empty names, damaged files. Never a traceback."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asking import IN_ENGLISH
from orgmodell import InvalidChange, open_register
from orgmodell.cli import commands

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
FIRST, LAST = str(date.min), str(date.max)
EXAMPLES = ("tyreso", "delegation")
SMALL = """\
beslut: grund
decided: 2010-01-01
changes:
  - create_enhet: {enhet: soc, name: Socialförvaltningen}
  - create_befattning: {befattning: chef, title: Socialchef, enhet: soc, leads: [soc]}
  - appoint: {befattning: chef, person: p-1}
"""
ON_A_DAY = (
    *("chart", "chefsled", "kontrollspann", "vacancies", "namnder", "uppdrag", "roller", "instrument"),
    *("expiring", "forum", "plan", "rights", "check"),
)


def in_english(*arguments: str) -> Result:
    return CliRunner(env=IN_ENGLISH).invoke(commands, arguments, prog_name="orgmodell")


def run(*arguments: str) -> Result:
    """The result of a command, which ended with a status and no traceback."""
    result = CliRunner().invoke(commands, arguments, prog_name="orgmodell")
    assert result.exception is None or isinstance(result.exception, SystemExit), (arguments, result.exception)
    return result


@pytest.fixture(scope="module", params=EXAMPLES)
def log(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An example, recorded in a SQLite file."""
    file = str(tmp_path_factory.mktemp("edges") / "log.db")
    into = ("--into", file, "--org", request.param)
    assert run("record", str(ROOT / "examples" / request.param), *into).exit_code == 0
    return file


# The first and the last day of the calendar


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_every_question_has_an_answer_on_the_first_and_last_day(log: str, day: str) -> None:
    """No day of the calendar is too early or too late to be asked about."""
    for command in ON_A_DAY:
        assert run(command, log, "--on", day).exit_code in (0, 1), command
        assert run(command, log, "--on", day, "--known", day).exit_code in (0, 1), command
    assert run("compare", log, "nu", "--on", day).exit_code == 0
    assert run("rights", log, "--on", LAST, "--since", day).exit_code == 0
    assert run("diff", log, day, LAST).exit_code == 0
    assert run("diff", log, day, FIRST).exit_code == 0
    assert run("taking-effect", log, day, LAST, "--known", LAST).exit_code == 0
    assert run("law", "--on", day).exit_code == 0


def test_what_is_broken_today_is_broken_on_the_last_day(log: str) -> None:
    """The period that is the last day has that day in it: what holds without end is found there too."""
    late = run("check", log, "--on", "2100-01-01")
    assert "varning" in late.output
    assert run("check", log, "--on", LAST).output == late.output.replace("2100-01-01", LAST)


def test_nothing_takes_effect_on_the_first_day_of_the_calendar() -> None:
    """What ends has held the day before, and before that day there is none: it is refused in words."""
    with (
        open_register(":memory:") as register,
        pytest.raises(InvalidChange, match=r"nothing can take effect on 0001-01-01: .* correct the day"),
    ):
        with register.organisation("exempelby").beslut("a", decided=date.min) as beslut:
            beslut.create_enhet("soc", name="Soc")
            beslut.create_befattning("chef", title="Chef", enhet="soc")
            beslut.release("chef", person="p-1")


# Empty names


@pytest.mark.parametrize("name", ["", ".", "./", "/"])
def test_an_empty_name_is_no_alternative(
    name: str, tmp_path: Path, ledger_log: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder one happens to stand in is not read for a name that was left empty."""
    (tmp_path / "01.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "log.db").write_bytes(ledger_log)
    monkeypatch.chdir(tmp_path)
    day = ("--on", "2012-01-01")
    for asked in (
        ("compare", "log.db", "nu", name),
        ("compare", "log.db", f"01.yaml+{name}"),
        ("chart", "log.db", "--with", name),
    ):
        result = in_english(*asked, *day)
        assert result.exit_code == 2, asked
        assert "names no alternative: 'log.db' has no alternatives; name one, or a folder" in result.stderr


def test_an_empty_name_is_no_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither to ask, nor to record from or into."""
    (tmp_path / "01.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for asked in (("log", ""), ("record", "", "--into", "a.db"), ("record", "01.yaml", "--into", "")):
        result = run(*asked)
        assert (result.exit_code, result.stdout) == (2, ""), asked
        assert result.stderr.startswith("orgmodell: '' "), result.stderr


# Damaged files


@pytest.fixture(scope="module")
def ledger_log(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a small log with a name in it."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "01.yaml").write_text(SMALL, encoding="utf-8")
    file = str(folder / "log.db")
    assert run("record", str(folder / "01.yaml"), "--into", file, "--org", "exempelby").exit_code == 0
    assert run("names", file, "--set", "p-1", "Ada Ek").exit_code == 0
    return Path(file).read_bytes()


def _asked_of(file: str, folder: Path) -> list[tuple[str, ...]]:
    """One of each way that a log is opened, read and written."""
    more = folder / "02.yaml"
    more.write_text("beslut: mer\ndecided: 2012-01-01\n", encoding="utf-8")
    return [
        *(("chart", file, "--on", "2012-01-01"), ("log", file), ("check", file), ("verify", file)),
        *(("history", file, "soc"), ("diff", file, "2011-01-01", "2012-01-01"), ("names", file)),
        *(("names", file, "--set", "p-1", "Bo Ek"), ("names", file, "--erase", "p-1")),
        ("record", str(more), "--into", file),
    ]


def _flipped(whole: bytes, chance: random.Random) -> bytes:
    """A few bits of the schema page, after its header, or of any page."""
    damaged = bytearray(whole)
    for _ in range(chance.choice((1, 1, 3, 20))):
        damaged[chance.choice((chance.randrange(100, 4096), chance.randrange(16, len(whole))))] ^= (
            1 << chance.randrange(8)
        )
    return bytes(damaged)


def _cut_off(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _garbage(whole: bytes, chance: random.Random) -> bytes:
    start = chance.choice((0, 100, chance.randrange(len(whole) - 600)))
    return whole[:start] + chance.randbytes(600) + whole[start + 600 :]


@pytest.mark.parametrize("damage", [_flipped, _cut_off, _garbage])
def test_a_damaged_file_is_told_in_words(
    damage: Callable[[bytes, random.Random], bytes], ledger_log: bytes, tmp_path: Path
) -> None:
    """Whatever happens to the bytes of a file, no command takes the fault for its own."""
    chance, told = random.Random(damage.__name__), 0
    for number in range(300):
        file = tmp_path / f"{number}.db"
        file.write_bytes(damage(ledger_log, chance))
        result = run(*chance.choice(_asked_of(str(file), tmp_path)))
        assert result.exit_code in (0, 1, 2)
        assert result.exit_code == 0 or result.output
        told += result.exit_code == 2
    assert told > 10


def test_a_bit_flipped_in_the_schema_is_told_with_the_way_out(ledger_log: bytes, tmp_path: Path) -> None:
    """A name in the schema that is no text, and one that is another column: both are damage to the file."""
    file = tmp_path / "log.db"
    at = ledger_log.index(b"stored_events_delete")
    file.write_bytes(ledger_log[:at] + b"\xf3" + ledger_log[at + 1 :])
    told = in_english("chart", str(file), "--on", "2012-01-01")
    assert told.exit_code == 2
    assert told.stderr.startswith(f"orgmodell: {file} cannot be opened as a log: ")
    assert told.stderr.endswith(". Go back to a copy of the file from before the damage\n")
    at = ledger_log.index(b"state")
    file.write_bytes(ledger_log[:at] + b"stave" + ledger_log[at + 5 :])
    told = in_english("chart", str(file), "--on", "2012-01-01")
    assert (told.exit_code, told.stderr.startswith("orgmodell: the database file itself is damaged: ")) == (
        1,
        True,
    )
