"""The command line at its edges: the first and last day, empty names, damaged files. Never a traceback."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orgmodell import InvalidChange, open_register
from orgmodell.cli import commands

ROOT = Path(__file__).parent.parent
FIRST, LAST = str(date.min), str(date.max)
EXAMPLES = ("tyreso", "delegation")
ON_A_DAY = (
    *("chart", "chefsled", "kontrollspann", "vacancies", "namnder", "uppdrag", "roller", "instrument"),
    *("expiring", "forum", "plan", "rights", "check"),
)


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
