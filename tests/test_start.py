"""What is imported is what is used: the front door, help and completion come at once."""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import orgmodell
from orgmodell.words import cli as words

ROOT = Path(__file__).parent.parent
HEAVY = {"hypothesis", "eventsourcing", "yaml", "networkx", "psycopg", "numpy", "msgspec", "jsonschema"}
ANSWERING = {"register", "organisation", "presentations", "ledger", "log", "rules", "decide", "draft"}
OF_THE_HOUSE = {f"orgmodell.{part}" for part in ANSWERING}
COMMANDS = {f"orgmodell.cli.{name.replace('-', '_')}" for name in words.COMMANDS}
TELLING = (
    "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    "from orgmodell.cli import main; main()"
)


def run(code: str, *arguments: str, **environment: str) -> tuple[str, set[str]]:
    """What a new process prints, and what it says on stderr that it has imported."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **environment},
        check=True,
    )
    return done.stdout, set(done.stderr.split())


def completed(*typed: str) -> tuple[str, set[str]]:
    """What zsh is given for the last word typed, and what was imported for it."""
    line = {"COMP_WORDS": " ".join(("orgmodell", *typed)), "COMP_CWORD": str(len(typed))}
    return run(TELLING, _ORGMODELL_COMPLETE="zsh_complete", **line)


def imported_for_types() -> Iterator[tuple[str, object]]:
    """The names that the front door shows type checkers, each with what it is where it is from."""
    tree = ast.parse(inspect.getsource(orgmodell))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("orgmodell."):
            module = import_module(node.module or "")
            yield from ((each.name, getattr(module, each.name)) for each in node.names)


def test_the_front_door_imports_what_is_asked_for() -> None:
    _, loaded = run("import orgmodell, sys; print(*sys.modules, file=sys.stderr)")
    assert not (HEAVY | OF_THE_HOUSE | {"click", "attrs", "tabulate"}) & loaded
    _, loaded = run("import orgmodell, sys; orgmodell.LedgerError; print(*sys.modules, file=sys.stderr)")
    assert "orgmodell.errors" in loaded
    assert not (HEAVY | OF_THE_HOUSE | {"click"}) & loaded


def test_every_name_of_the_front_door_is_what_type_checkers_take_it_for() -> None:
    shown = dict(imported_for_types())
    assert {*shown} == {*orgmodell.__all__}
    for name, found in shown.items():
        assert getattr(orgmodell, name) is found, name
    assert {*orgmodell.__all__} <= {*dir(orgmodell)}


def test_a_module_is_there_without_being_imported_and_what_is_not_there_is_told() -> None:
    said, _ = run("import orgmodell; print(orgmodell.periods.Period.__name__, hasattr(orgmodell, 'no_such'))")
    assert said == "Period False\n"
    with pytest.raises(AttributeError, match="module 'orgmodell' has no attribute 'organisations'"):
        orgmodell.organisations  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(ImportError, match="cannot import name 'Organization'"):
        from orgmodell import Organization  # type: ignore[attr-defined]  # noqa: F401


def test_help_imports_no_command() -> None:
    said, loaded = run(TELLING, "--help")
    assert all(f"\n  {command} " in said for command in words.COMMANDS)
    assert not (HEAVY | OF_THE_HOUSE | COMMANDS) & loaded


def test_completion_of_a_command_imports_none_and_says_what_each_is_for() -> None:
    said, loaded = completed("ch")
    assert said.split("\n")[::3][:3] == ["plain", "plain", "plain"]
    assert said.split("\n")[1::3][:3] == ["chart", "chefsled", "check"]
    assert "Organisationsplanen: enheter, chefer, …" in said
    assert not (HEAVY | OF_THE_HOUSE | COMMANDS) & loaded


def test_completion_of_an_option_imports_nothing_that_answers() -> None:
    assert "--version" in completed("--v")[0]
    said, loaded = completed("chart", "--")
    assert {"--on", "--known", "--format"} <= {*said.split("\n")}
    assert not (HEAVY | OF_THE_HOUSE) & loaded


@pytest.mark.parametrize("command", [name for name in words.COMMANDS if name != "kontrollspann"])
def test_help_of_a_command_imports_nothing_that_answers(command: str) -> None:
    """But for one, whose default is a figure of its projection."""
    _, loaded = run(TELLING, command, "--help")
    assert not (HEAVY | OF_THE_HOUSE) & loaded
