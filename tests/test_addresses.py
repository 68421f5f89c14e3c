"""Addresses of databases: known in any spelling, and never shown with their passwords."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodell.addresses import is_address, without_passwords
from orgmodell.cli import commands
from orgmodell.errors import LogError, SourceError
from orgmodell.log import Log
from orgmodell.persons import NameRegister

ADDRESSES = [
    "postgresql://registrator:hemligt@127.0.0.1:9/kommuner",
    "PostgreSQL://registrator:hemligt@127.0.0.1:9/kommuner",
    "POSTGRES://registrator:hemligt@127.0.0.1:9/kommuner",
    "postgres://registrator:hemligt@127.0.0.1:9/kommuner?sslmode=disable",
    "postgresql://127.0.0.1:9/kommuner?user=x&password=hemligt",
    "postgresql://127.0.0.1:9/kommuner?PassWord=hemligt",
    "postgresql://registrator:a@hemligt@127.0.0.1:9/kommuner",
    "postgresql://registrator:a/hemligt@127.0.0.1:9/kommuner",
    "postgresql://registrator:hemligt%zz@127.0.0.1:9/kommuner",
    "postgresql://registrator:hemligt",
    "postgre://registrator:hemligt@127.0.0.1:9/kommuner",
    "postgre://registrator:hemligt/@127.0.0.1",
    "postgre:/registrator:hemligt@127.0.0.1:9/kommuner",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_message_shows_a_password(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever command, and wherever on the line the address stands: it is refused in words, without it."""
    pytest.importorskip("psycopg")
    monkeypatch.chdir(tmp_path)
    for command in (
        ("chart", address, "--on", "2020-01-01"),
        ("verify", address),
        ("record", address, "--into", address),
        ("compare", address, "nu", "alt-a", "--on", "2020-01-01"),
        ("chart", "x", address, "--on", "2020-01-01"),
        ("chart", "x", "--on", address),
        (address,),
    ):
        told = CliRunner().invoke(commands, command)
        assert told.exit_code == 2, told
        assert "hemligt" not in told.output, command
    for opened in (Log.open, NameRegister.open):
        with pytest.raises(SourceError) as refused:
            opened(address)
        assert "hemligt" not in str(refused.value) + repr(refused.value)
    assert not list(tmp_path.iterdir())


def test_an_address_is_known_in_any_case() -> None:
    assert all(map(is_address, ADDRESSES[:10]))
    assert not any(map(is_address, ("postgresql.db", "postgresql", "x/postgresql://y", "postgre://x")))


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "PostgreSQL", "POSTGRES"])
def test_a_database_is_opened_by_any_spelling(new_postgres_database: object, scheme: str) -> None:
    """The log, and the names beside it."""
    assert callable(new_postgres_database)
    address = new_postgres_database().replace("postgresql", scheme, 1)
    with Log.open(address) as log, NameRegister.open(address) as names:
        assert log.organisations() == []
        names.of("tyreso").set("p-17", "Åsa")
        assert names.of("tyreso").get("p-17") == "Åsa"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("'postgresql://a:b@c/d' holds x", "'postgresql://a:***@c/d' holds x"),
        ("'postgresql://c/d?password=b' holds x", "'postgresql://c/d?password=***' holds x"),
        ("postgresql://c/d?sslpassword=b&user=a", "postgresql://c/d?sslpassword=***&user=a"),
        ("host=c password='b b' dbname=d", "host=c password=*** dbname=d"),
        ("there is no file 'postgresql://a:b'", "there is no file 'postgresql://a:***'"),
        ("postgresql://c:5432/d and postgresql://c:5432", "postgresql://c:5432/d and postgresql://c:5432"),
        ("postgresql://a@c:5432/d, person@kommun.se", "postgresql://a@c:5432/d, person@kommun.se"),
        ("there is no log C:/data/kommuner.db", "there is no log C:/data/kommuner.db"),
    ],
)
def test_the_rest_of_an_address_is_shown(text: str, shown: str) -> None:
    """What helps to see which database is meant is left."""
    assert without_passwords(text) == shown
    assert str(SourceError(text)) == str(LogError(text)) == shown
