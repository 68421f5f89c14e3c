"""A ledger under pytest: a test for each rule, and the fixture `organisation`."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from orgmodell.rules import STANDARD

pytestmark = pytest.mark.long
pytest_plugins = "pytester"

RULES = sorted({rule.id for rule in STANDARD if rule.severity == "error"})
LEDGER = """
beslut: KF 2014 § 12
decided: 2014-03-01
effective: 2015-01-01
changes:
  - create_enhet: {enhet: soc, name: Socialförvaltningen, kind: förvaltning}
  - create_enhet: {enhet: hemtjanst, name: Hemtjänsten, kind: avdelning, parent: soc}
"""
REFUSED = """
beslut: SN 2016 § 9
decided: 2016-05-01
changes:
  - dissolve_enhet: {enhet: soc}
---
beslut: KF 2014 § 12
decided: 2016-05-01
---
beslut: SN 2016 § 10
decided: 2016-05-01
changes:
  - rename_enhet: {enhet: hemvard, name: Hemvården}
"""
R07 = (
    "ledger/02.yaml:5:5: beslut 'SN 2016 § 9' is refused: R07 error, 2016-05-01: soc cannot be dissolved on "
    "2016-05-01: avdelning hemtjanst is still under it. Move or dissolve it in the same beslut. "
    "In the way: 'KF 2014 § 12'."
)
R08 = (
    "ledger/02.yaml:13:5: beslut 'SN 2016 § 10' is refused: R08 error, 2016-05-01: rename_enhet on "
    "2016-05-01 names enhet 'hemvard', which is never created. Create it, or correct the id."
)
ASKS = "def test_asks(organisation):\n    assert organisation.name == {name!r}\n"


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with a ledger, and nothing else."""
    write(pytester, "ledger/01.yaml", LEDGER)
    return pytester


def write(pytester: pytest.Pytester, name: str, text: str) -> None:
    file = pytester.path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """What pytest does, as it is where orgmodell is installed, with every warning an error."""
    installed = bool(entry_points(group="pytest11", name="orgmodell"))
    plugin = [] if installed else ["-p", "orgmodell_pytest"]
    others = ["-p", "no:random_order", "-p", "no:cacheprovider", "-W", "error", "--strict-markers"]
    return pytester.runpytest_subprocess(*plugin, *others, *arguments)


def outcomes(result: pytest.RunResult, **expected: int) -> None:
    result.assert_outcomes(**expected)
    assert (result.ret == 0) == (not {"failed", "errors"} & expected.keys())


def section(result: pytest.RunResult, title: str) -> list[str]:
    """The lines that are told of one test."""
    lines = result.outlines
    start = next(n for n, line in enumerate(lines) if line.strip("_ ") == title) + 1
    end = next(n for n, line in enumerate(lines[start:], start) if line.startswith(("___", "===")))
    return lines[start:end]


# --- a test for each rule -------------------------------------------------------------------------


def test_a_ledger_that_holds_passes_a_test_for_each_rule(project: pytest.Pytester) -> None:
    """Without any test written; and they are counted as collected."""
    result = run(project, "-v", "--orgmodell-ledger", "ledger")
    outcomes(result, passed=len(RULES) + 1)
    tests = [line.split()[0] for line in result.outlines if line.startswith("orgmodell-ledger::")]
    assert tests == ["orgmodell-ledger::beslutsfiler", *(f"orgmodell-ledger::{rule}" for rule in RULES)]
    result.stdout.fnmatch_lines([f"collecting ... collected {len(RULES) + 1} items"])


def test_what_is_refused_fails_under_its_rule_with_nothing_but_the_message(project: pytest.Pytester) -> None:
    """Every beslut of every file, not only the first; and an id that is taken under the files."""
    write(project, "ledger/02.yaml", REFUSED)
    result = run(project, "--orgmodell-ledger", "ledger")
    outcomes(result, failed=3, passed=len(RULES) - 2)
    assert section(result, "orgmodell-ledger::R07") == [R07]
    assert section(result, "orgmodell-ledger::R08") == [R08]
    (taken,) = section(result, "orgmodell-ledger::beslutsfiler")
    assert taken.startswith("ledger/02.yaml:7:1: beslut 'KF 2014 § 12' ")
    assert taken.count("says something else") == 1


def test_what_follows_on_a_refused_beslut_is_judged_as_if_it_were_recorded(
    project: pytest.Pytester,
) -> None:
    """One mistake is told once; and what the refused beslut is only warned of is not told."""
    creating = (
        "  - create_enhet: {enhet: stab, name: Staben}\n"
        "  - create_befattning: {befattning: chef, title: Chef, enhet: stab, leads: [stab]}\n"
    )
    following = (
        "---\nbeslut: SN 2016 § 10\ndecided: 2016-06-01\nchanges:\n"
        "  - rename_enhet: {enhet: stab, name: Stab}\n"
    )
    write(project, "ledger/02.yaml", REFUSED.partition("---")[0] + creating + following)
    project.makepyfile(ASKS.format(name=""))
    result = run(project, "--orgmodell-ledger", "ledger")
    outcomes(result, failed=1, passed=len(RULES), errors=1)
    assert section(result, "orgmodell-ledger::R07") == [R07]
    assert section(result, "ERROR at setup of test_asks") == [R07]


def test_warnings_do_not_fail(project: pytest.Pytester) -> None:
    write(
        project,
        "ledger/02.yaml",
        "beslut: a\ndecided: 2016-01-01\nchanges:\n"
        "  - create_befattning: {befattning: chef, title: Chef, enhet: soc, leads: [soc]}\n",
    )
    outcomes(run(project, "--orgmodell-ledger", "ledger"), passed=len(RULES) + 1)


@pytest.mark.parametrize(
    ("folder", "file", "told"),
    [
        ("ledger", "beslut: [", "ledger/02.yaml:2:1: this is not YAML: "),
        ("ledger", "beslut: a\n", "ledger/02.yaml:1:1: a beslut needs 'decided'"),
        ("nowhere", LEDGER, "there is no file or folder 'nowhere'"),
    ],
)
def test_a_ledger_that_cannot_be_read_fails_once(
    project: pytest.Pytester, folder: str, file: str, told: str
) -> None:
    write(project, "ledger/02.yaml", file)
    result = run(project, "--orgmodell-ledger", folder)
    outcomes(result, failed=1)
    (line,) = section(result, "orgmodell-ledger::beslutsfiler")
    assert line.startswith(told)


def test_tests_of_the_ledger_are_chosen_among_as_others(project: pytest.Pytester) -> None:
    """By -k, beside tests that are written, and in several processes."""
    write(project, "ledger/02.yaml", REFUSED)
    project.makepyfile("def test_r07(): pass\ndef test_r08(): pass")
    chosen = run(project, "--orgmodell-ledger", "ledger", "-k", "R07")
    chosen.assert_outcomes(failed=1, passed=1, deselected=len(RULES) + 1)
    spread = run(project, "--orgmodell-ledger", "ledger", "-n", "2", "-k", "R07 or R03")
    outcomes(spread, failed=1, passed=2)
    assert R07 in spread.outlines


def test_without_the_option_nothing_is_added(project: pytest.Pytester) -> None:
    """Not for a ledger that the configuration names for the fixture, either."""
    project.makeini("[pytest]\norgmodell_ledger = ledger\n")
    assert run(project).ret == pytest.ExitCode.NO_TESTS_COLLECTED


# --- the fixture ----------------------------------------------------------------------------------


def test_the_marker_goes_before_the_option_and_that_before_the_configuration(
    project: pytest.Pytester,
) -> None:
    for name in ("by-option", "by-setting", "tests/marked", "at-root"):
        write(project, f"{name}/01.yaml", LEDGER)
    project.makeini("[pytest]\norgmodell_ledger = by-setting\n")
    marked = "import pytest\n@pytest.mark.orgmodell_ledger({folder!r})\n" + ASKS
    write(project, "tests/test_marked.py", marked.format(folder="marked", name="marked"))
    write(project, "tests/test_at_root.py", marked.format(folder="at-root", name="at-root"))
    write(project, "tests/test_other.py", ASKS.format(name="by-option"))
    outcomes(run(project, "tests", "--orgmodell-ledger", "by-option"), passed=3 + len(RULES) + 1)
    write(project, "tests/test_other.py", ASKS.format(name="by-setting"))
    outcomes(run(project, "tests"), passed=3)


def test_beside_the_test_goes_before_the_root(project: pytest.Pytester) -> None:
    write(project, "tests/ledger/01.yaml", LEDGER.replace("KF 2014 § 12", "KF 2015 § 1"))
    write(
        project,
        "tests/test_a.py",
        "import pytest\n@pytest.mark.orgmodell_ledger('ledger')\ndef test_a(organisation):\n"
        "    assert [r.beslut.id for r in organisation.beslut_log()] == ['KF 2015 § 1']\n",
    )
    outcomes(run(project, "tests"), passed=1)


def test_what_a_test_records_no_other_sees_and_the_ledger_is_read_once(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        from datetime import date
        import pathlib
        import pytest

        @pytest.mark.parametrize("nth", [1, 2])
        def test_records(organisation, nth):
            with organisation.beslut(f"x {nth}", decided=date(2016, 1, 1)) as beslut:
                beslut.rename_enhet("soc", name="Soc")
            assert len(organisation.beslut_log()) == 2
            pathlib.Path("ledger/01.yaml").write_text("gone")
            assert organisation.scenario("a").drafts() == ()
        """
    )
    outcomes(run(project, "--orgmodell-ledger", "ledger"), passed=2 + len(RULES) + 1)


@pytest.mark.parametrize("marked", ["", "import pytest\n@pytest.mark.orgmodell_ledger\n"])
def test_without_a_ledger_the_three_ways_are_told(project: pytest.Pytester, marked: str) -> None:
    """Also when the marker names none."""
    project.makepyfile(marked + ASKS.format(name=""))
    result = run(project)
    outcomes(result, errors=1)
    assert section(result, "ERROR at setup of test_asks") == [
        "the fixture organisation needs a folder of beslutsfiler: mark the test "
        '@pytest.mark.orgmodell_ledger("folder"), or run pytest --orgmodell-ledger FOLDER, '
        "or set orgmodell_ledger = folder in the configuration of pytest"
    ]


def test_a_ledger_that_is_refused_fails_whoever_asks_for_it_with_the_same_lines(
    project: pytest.Pytester,
) -> None:
    write(project, "ledger/02.yaml", REFUSED.replace("---\nbeslut: KF 2014 § 12\ndecided: 2016-05-01\n", ""))
    project.makeini("[pytest]\norgmodell_ledger = ledger\n")
    project.makepyfile(ASKS.format(name=""))
    result = run(project)
    outcomes(result, errors=1)
    assert section(result, "ERROR at setup of test_asks") == [R07, R08.replace("13:5", "10:5")]


def test_a_ledger_that_cannot_be_read_fails_whoever_asks_for_it(project: pytest.Pytester) -> None:
    project.makepyfile("import pytest\n@pytest.mark.orgmodell_ledger('nowhere')\n" + ASKS.format(name=""))
    result = run(project)
    outcomes(result, errors=1)
    assert section(result, "ERROR at setup of test_asks") == ["there is no file or folder 'nowhere'"]


# --- where it is not used -------------------------------------------------------------------------


def test_a_run_that_does_not_use_it_imports_nothing_of_the_package(pytester: pytest.Pytester) -> None:
    """Nor anything that pytest does not: in a project that has nothing to do with it, it costs nothing."""
    pytester.makepyfile(
        """
        import sys

        def test_alone():
            assert "orgmodell_pytest" in sys.modules
            assert not {"orgmodell", "yaml", "attrs", "msgspec"} & {*sys.modules}
        """
    )
    outcomes(run(pytester, "-p", "no:hypothesispytest"), passed=1)


def test_the_plugin_imports_nothing_at_the_top_but_pytest() -> None:
    script = (
        "import pytest, sys; before = {*sys.modules}; import orgmodell_pytest; print({*sys.modules} - before)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "{'orgmodell_pytest'}\n"


def test_it_is_entered_as_a_plugin_of_pytest() -> None:
    """What is installed is made of pyproject.toml."""
    project = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert '[project.entry-points.pytest11]\norgmodell = "orgmodell_pytest"\n' in project


def test_an_option_that_names_no_folder_is_told(project: pytest.Pytester) -> None:
    """As in CI where a variable is not set: nothing would be checked, and all be well."""
    write(project, "test_other.py", "def test_other():\n    pass\n")
    result = run(project, "--orgmodell-ledger=")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--orgmodell-ledger names no folder"])


@pytest.mark.parametrize("marked", ["'a', 'b'", "3", "map='ledger'"])
def test_a_marker_that_names_something_else_is_told(project: pytest.Pytester, marked: str) -> None:
    mark = f"import pytest\n\n@pytest.mark.orgmodell_ledger({marked})\n"
    write(project, "test_asks.py", mark + ASKS.format(name="ledger"))
    result = run(project, "-q")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["the fixture organisation needs a folder of beslutsfiler: mark the test*"])
    result.stdout.no_fnmatch_line("*TypeError*")


def test_a_marker_may_name_the_folder_by_its_name(project: pytest.Pytester) -> None:
    mark = "import pytest\n\n@pytest.mark.orgmodell_ledger(folder='ledger')\n"
    write(project, "test_asks.py", mark + ASKS.format(name="ledger"))
    outcomes(run(project, "-q"), passed=1)
