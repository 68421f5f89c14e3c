"""The names of persons: a register beside the log, from which a name can be erased.

The log knows a person by a pseudonymous id and is never changed. The name that goes with the id is
kept here, in a table of the same database that no trigger guards, so that gallring is possible.

An erased name is gone from a SQLite file and its write-ahead log, and from the table of a PostgreSQL
database. Backups, and PostgreSQL's own archive of its write-ahead log, are for whoever keeps them.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from typing import Any

import attrs

from orgmodell.addresses import as_the_driver_reads, is_address, uri_of
from orgmodell.draft import check_name
from orgmodell.errors import LogError, SourceError
from orgmodell.words import persons as words
from orgmodell.words.addresses import UNREADABLE

_TABLE = """CREATE TABLE IF NOT EXISTS person_names (
    organisation TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (organisation, person))"""
_SET = """INSERT INTO person_names (organisation, person, name) VALUES (?, ?, ?)
    ON CONFLICT (organisation, person) DO UPDATE SET name = excluded.name"""
_GET = "SELECT name FROM person_names WHERE organisation = ? AND person = ?"
_ALL = "SELECT person, name FROM person_names WHERE organisation = ? ORDER BY person"
_ERASE = "DELETE FROM person_names WHERE organisation = ? AND person = ?"


class NameRegister:
    """The names in one database. Use it in a ``with`` statement, or close it."""

    def __init__(self, database: _Database) -> None:
        self._database = database

    @classmethod
    def open(cls, where: str | os.PathLike[str], *, patience: float = 60.0) -> NameRegister:
        """Open the names of ``":memory:"``, of a SQLite file that is there, or of a PostgreSQL URL.

        Args:
            where: which.
            patience: seconds to wait for others who use the same SQLite file.

        Raises:
            SourceError: it is not there or cannot be reached.
        """
        text = os.fspath(where)
        if is_address(text):
            return cls(_postgres(text))
        return cls(_sqlite(text, patience))

    def of(self, organisation: str) -> PersonNames:
        """The names of one organisation's persons."""
        return PersonNames(self._database, organisation)

    def close(self) -> None:
        self._database.connection.close()

    def __enter__(self) -> NameRegister:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class PersonNames:
    """Person id → name, in one organisation."""

    def __init__(self, database: _Database, organisation: str) -> None:
        self._database = database
        self._organisation = organisation

    def set(self, person: str, name: str) -> None:
        """Give the person a name, in place of any before it.

        Raises:
            InvalidChange: it is empty, or holds a character that does not show.
        """
        check_name(person, name)
        self._database.ask(_TABLE)
        self._database.ask(_SET, self._organisation, person, name)

    def get(self, person: str) -> str | None:
        """The person's name; None when it is not known, or erased."""
        rows = self._rows(_GET, person)
        return rows[0][0] if rows else None

    def all(self) -> dict[str, str]:
        """Every name, by person."""
        return dict(self._rows(_ALL))

    def erase(self, person: str) -> None:
        """Remove the person's name for good; the log keeps the id.

        Raises:
            LogError: the name is removed, but traces remain in the file because other programs are
                reading it. Erase again when they are done.
        """
        database = self._database
        if not database.ask(database.has_table):
            return
        database.ask(_ERASE, self._organisation, person)
        if any(busy for busy, *_ in database.ask(database.cleaning)):
            raise LogError(words.traces_remain(person))

    def _rows(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        if not self._database.ask(self._database.has_table):
            return []
        return self._database.ask(question, self._organisation, *values)


@attrs.frozen
class _Database:
    """A connection, and how its kind of database is asked."""

    connection: Any
    error: type[Exception]
    placeholder: str
    has_table: str
    cleaning: str
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)

    def ask(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            with self._lock:  # threads share the connection
                cursor = self.connection.execute(question.replace("?", self.placeholder), values)
                return cursor.fetchall() if cursor.description else []
        except self.error as problem:
            raise SourceError(words.not_usable(problem)) from problem


def _sqlite(name: str, patience: float) -> _Database:
    path = Path(name)
    if name != ":memory:" and not path.is_file():
        raise SourceError(words.no_database(name))
    connection = sqlite3.connect(
        name if name == ":memory:" else uri_of(path),
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
    return _Database(
        connection,
        sqlite3.Error,
        placeholder="?",
        has_table="SELECT 1 FROM sqlite_master WHERE name = 'person_names'",
        cleaning="PRAGMA wal_checkpoint(TRUNCATE)",
    )


def _postgres(address: str) -> _Database:
    try:
        import psycopg
    except ImportError as missing:
        raise SourceError(words.DRIVER_MISSING) from missing
    try:
        url = as_the_driver_reads(address)
        if url is None:
            raise SourceError(UNREADABLE)
        connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.ProgrammingError:  # its text may show the password
        raise SourceError(UNREADABLE) from None
    except psycopg.Error as problem:
        raise SourceError(words.out_of_reach(problem)) from None
    return _Database(
        connection,
        psycopg.Error,
        placeholder="%s",
        has_table="SELECT 1 WHERE to_regclass('person_names') IS NOT NULL",
        cleaning="VACUUM FULL person_names",  # a small table, written anew without what was erased
    )
