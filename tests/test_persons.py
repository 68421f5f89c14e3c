"""Names are kept beside the log, and can be erased from there – in every store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from orgmodell.changes import Beslut, HolderAppointed, Recorded
from orgmodell.errors import LogError, SourceError
from orgmodell.log import Log
from orgmodell.persons import NameRegister


def test_a_name_is_kept_changed_and_erased(where: str) -> None:
    """set, get, all and erase; erasing what is not there is nothing."""
    with Log.open(where), NameRegister.open(where) as register:
        names = register.of("tyreso")
        names.erase("p-17")
        assert names.get("p-17") is None
        assert names.all() == {}
        names.set("p-17", "Åsa Öberg")
        names.set("p-17", "Åsa Öberg-Ek")
        names.set("p-3", "Bo % Ek?")
        assert names.get("p-17") == "Åsa Öberg-Ek"
        names.erase("p-17")
        names.erase("p-17")
        assert names.get("p-17") is None
        assert names.all() == {"p-3": "Bo % Ek?"}


def test_organisations_name_their_own(where: str) -> None:
    """p-17 in Tyresö is not p-17 in Nacka."""
    with Log.open(where), NameRegister.open(where) as register:
        register.of("tyreso").set("p-17", "Åsa")
        register.of("nacka").set("p-17", "Bo")
        register.of("tyreso").erase("p-17")
        assert register.of("nacka").all() == {"p-17": "Bo"}


def test_names_outlive_the_program_and_leave_the_log_alone(lasting: str) -> None:
    """A name comes and goes, and the chain of records is the same."""
    appointed = Recorded(
        position=1,
        recorded=datetime(2024, 5, 2, 9, tzinfo=UTC),
        beslut=Beslut(
            id="KS § 1", decided=date(2013, 1, 8), changes=(HolderAppointed("chef", person="p-17"),)
        ),
    )
    with Log.open(lasting) as log, NameRegister.open(lasting) as register:
        log.stream("tyreso").append(appointed)
        before = log.stream("tyreso").verify()
        register.of("tyreso").set("p-17", "Åsa")
    with Log.open(lasting, create=False) as log, NameRegister.open(lasting) as register:
        assert register.of("tyreso").get("p-17") == "Åsa"
        register.of("tyreso").erase("p-17")
        assert log.stream("tyreso").verify(expected_head=before.sha256) == before


def on_disk(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.iterdir() if each.is_file())


def test_an_erased_name_is_nowhere_on_disk(tmp_path: Path) -> None:
    """Not in the file, nor in its write-ahead log, whatever was written before and while log is open."""
    path = tmp_path / "kommuner.db"
    with Log.open(path), NameRegister.open(path) as register:
        names = register.of("tyreso")
        for number in range(400):  # many pages, filled, split and emptied
            names.set(f"p-{number * 7 % 400}", f"Namn{number * 7 % 400:04}" + "x" * (number % 50))
        names.set("p-17", "Namn0017, omgift")
        assert b"Namn0017" in on_disk(path)
        for number in range(0, 400, 3):
            names.erase(f"p-{number}")
        names.erase("p-17")
        left = on_disk(path)
        assert not [n for n in [17, *range(0, 400, 3)] if f"Namn{n:04}".encode() in left]
        assert b"Namn0001" in left


def test_a_reader_in_the_way_is_reported(tmp_path: Path) -> None:
    """While somebody reads an older state of the file, the name is gone but its traces are not."""
    path = tmp_path / "kommuner.db"
    with Log.open(path), NameRegister.open(path, patience=0.1) as register:
        names = register.of("tyreso")
        names.set("p-17", "Åsa Öberg")
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM person_names").fetchall()
            with pytest.raises(LogError, match="traces of it remain"):
                names.erase("p-17")
            assert names.get("p-17") is None
            reader.execute("COMMIT")
        names.erase("p-17")
        assert "Åsa".encode() not in on_disk(path)


def test_names_need_a_database_that_is_there(tmp_path: Path) -> None:
    """The register of names creates no file of its own, and reads no other kind."""
    with pytest.raises(SourceError, match="there is no database"):
        NameRegister.open(tmp_path / "ghost.db")
    assert not list(tmp_path.iterdir())
    (tmp_path / "text").write_text("beslut: KF")
    with (
        NameRegister.open(tmp_path / "text") as register,
        pytest.raises(SourceError, match="the names cannot be read or written"),
    ):
        register.of("tyreso").all()


def test_no_server() -> None:
    """A PostgreSQL that does not answer is said not to, and its password is not shown."""
    pytest.importorskip("psycopg")
    with pytest.raises(SourceError, match="cannot be reached") as refused:
        NameRegister.open("postgresql://registrator:hemligt@127.0.0.1:9/kommuner")
    assert "hemligt" not in str(refused.value)
