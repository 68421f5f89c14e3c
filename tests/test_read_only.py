"""A SQLite file that may not be written is read like any other."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from orgmodell import open_register

NOBODY = 65534
LEDGER = "beslut: nytt\ndecided: 2011-01-01\nchanges:\n  - create_enhet: {enhet: ny, name: Ny}\n"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may read."""
    if not hasattr(os, "getuid"):
        pytest.skip("not run: rights to files are told in another way here")
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)
        os.chmod(name, 0o755)


def register(folder: Path) -> Path:
    path = folder / "kommuner.db"
    with open_register(path) as register:
        organisation = register.organisation("exempelby")
        with organisation.beslut("grund", decided=date(2010, 1, 1)) as beslut:
            beslut.create_enhet("soc", name="Socialförvaltningen")
            beslut.create_befattning("chef", title="Chef", enhet="soc", leads=["soc"])
            beslut.appoint("chef", person="p-17", form="ordinarie")
        organisation.names.set("p-17", "Åsa Öberg")
    (folder / "nytt.yaml").write_text(LEDGER, encoding="utf-8")
    return path


AS_NOBODY = f"""
import importlib, os, pkgutil, sys
import click._termui_impl, encodings.utf_8_sig, eventsourcing.sqlite, networkx, orgmodell.cli
for module in pkgutil.walk_packages(orgmodell.__path__, "orgmodell."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
orgmodell.cli.main()
"""


def unprivileged(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command run by somebody with no rights but to read; root has them all, whatever a file says.

    All is imported first: nobody may have no right to read it.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "ORGMODELL_LANG": "en"}
    command = [sys.executable, "-c", AS_NOBODY, *arguments]
    return subprocess.run(command, env=environment, text=True, encoding="utf-8", capture_output=True)


def test_it_answers_every_question(folder: Path) -> None:
    """With the names; it is verified; to record is refused in words, and nothing is left behind."""
    path = register(folder)
    path.chmod(0o444)
    folder.chmod(0o555)
    there = sorted(folder.iterdir())
    for command in (
        ("chart", str(path), "--on", "2012-01-01"),
        ("check", str(path)),
        ("names", str(path)),
        ("verify", str(path)),
        ("record", str(folder / "nytt.yaml"), "--into", str(path), "--dry-run"),
    ):
        done = unprivileged(*command)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert command[0] not in ("chart", "names") or "Åsa Öberg" in done.stdout
    done = unprivileged("record", str(folder / "nytt.yaml"), "--into", str(path))
    assert done.returncode == 2
    assert f"{path} can be read here, but not written: nothing was recorded" in done.stderr
    done = unprivileged("names", str(path), "--set", "p-3", "Bo Ek")
    assert done.returncode == 2
    assert "the names cannot be read or written" in done.stderr
    assert sorted(folder.iterdir()) == there


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_one_right_is_not_enough_to_write(folder: Path, file_mode: int, folder_mode: int) -> None:
    """The file or its folder: it is read, and nothing made beside it that its owner could not write."""
    path = register(folder)
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    there = sorted(folder.iterdir())
    done = unprivileged("chart", str(path), "--on", "2012-01-01")
    assert "Åsa Öberg" in done.stdout, done.stderr
    assert sorted(folder.iterdir()) == there


def test_what_is_still_beside_the_file_is_read_or_told(folder: Path) -> None:
    """A writer's records show while it has the file open; a copy that lacks some is not read without them."""
    path = register(folder)
    with open_register(path) as writer:
        with writer.organisation("exempelby").beslut("ny", decided=date(2011, 1, 1)) as beslut:
            beslut.create_enhet("ny", name="Nya enheten", parent="soc")
        folder.chmod(0o555)
        done = unprivileged("chart", str(path), "--on", "2012-01-01")
        assert "Nya enheten" in done.stdout, done.stderr
        copy = folder.parent / f"{folder.name}-copy"
        copy.mkdir()
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", copy)
    copy.chmod(0o555)
    try:
        done = unprivileged("chart", str(copy / path.name), "--on", "2012-01-01")
        assert done.returncode == 2
        assert f"what was recorded last is in {copy / path.name}-wal" in done.stderr
    finally:
        copy.chmod(0o755)
        shutil.rmtree(copy)


def test_missing_triggers_are_told_where_they_cannot_be_put_back(folder: Path) -> None:
    path = register(folder)
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER stored_events_update")
    folder.chmod(0o555)
    done = unprivileged("verify", str(path))
    assert done.returncode == 1
    assert "stored_events_update" in done.stdout
