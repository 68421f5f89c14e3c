"""Logs in a SQLite file, or in memory."""

from __future__ import annotations

import itertools
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from eventsourcing.sqlite import SQLiteApplicationRecorder

from orgmodell.addresses import may_be_written, uri_of, written_beside
from orgmodell.errors import OrgmodellError, SourceError
from orgmodell.log.application import DAMAGE, LogApplication, tells_of_damage
from orgmodell.words import log as words
from orgmodell.words import same

LOCK_TIMEOUT = 60  # seconds to wait for others who use the same file

_MARK = 0x6F72676D  # "orgm": SQLite's application_id in a file that is a log
_MEMORY = itertools.count()
_TRIGGERS = {
    "stored_events_next": """BEFORE INSERT ON stored_events
    WHEN NEW.originator_version IS NOT 1 + COALESCE((SELECT MAX(originator_version)
        FROM stored_events WHERE originator_id = NEW.originator_id), 0)
      OR EXISTS (SELECT 1 FROM stored_events WHERE rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: this is not its next position'); END""",
    "stored_events_update": """BEFORE UPDATE ON stored_events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: a record is never changed'); END""",
    "stored_events_delete": """BEFORE DELETE ON stored_events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: a record is never removed'); END""",
}
_CREATE_TRIGGERS = {name: f"CREATE TRIGGER {name} {does}" for name, does in _TRIGGERS.items()}


class SqliteLog(LogApplication):
    """The logs in a file or in memory."""

    name = LogApplication.name  # eventsourcing would name its table for the class
    in_memory = False

    def version(self) -> int | None:
        """What SQLite counts up for a connection when another one has written to the file."""
        if self.keeper is None or self.in_memory:  # connections to what is in memory are not told
            return None
        try:
            found: int = self.keeper.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error:  # of which whoever reads is told
            return None
        return found

    def only_read(self, path: Path) -> None:
        """Refuse to record: the file may not be written."""
        self.read_only = words.only_read(path)
        recorder: Any = self.recorder
        recorder.datastore.pool.is_journal_mode_wal = True  # whatever it is, it cannot be changed

    def _missing_triggers(self) -> tuple[str, ...]:
        """Those that are not there as they were made: one of the same name may do nothing."""
        recorder: Any = self.recorder
        with recorder.datastore.transaction(commit=False) as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            there = {row["name"]: row["sql"] for row in cursor.fetchall()}
        return tuple(name for name, made in _CREATE_TRIGGERS.items() if there.get(name) != made)

    def _put_back_triggers(self) -> None:
        recorder: Any = self.recorder
        with closing(_connect(recorder.datastore.pool.db_name)) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            for name, made in _CREATE_TRIGGERS.items():
                connection.execute(f"DROP TRIGGER IF EXISTS {name}")
                connection.execute(made)


def open_memory() -> LogApplication:
    """A log of its own in memory, gone when it is closed."""
    application = _application(f"file:orgmodell-{next(_MEMORY)}?mode=memory&cache=shared")
    application.keeper = _prepared(application, ":memory:", create=True)
    application.in_memory = True
    return application


def open_file(path: Path, create: bool) -> LogApplication:
    """The log in a file.

    Raises:
        SourceError: it is not there, or is something else than a log.
    """
    if path.is_dir():
        raise SourceError(words.is_a_folder(path))
    if not path.parent.is_dir():
        raise SourceError(words.no_folder(path, path.parent))
    if not create and not path.exists():
        raise SourceError(words.no_log(path))
    _require_readable(path)
    application = _application(uri_of(path, create=create))
    if not may_be_written(path):
        application.only_read(path)
    try:
        application.keeper = _prepared(application, str(path), create)
        if create and not application.read_only:
            application.guard()
    except OrgmodellError:
        application.close()
        raise
    return application


def _require_readable(path: Path) -> None:
    """What was recorded last may stand beside the file, where SQLite reads it only with a file of its own."""
    real = path.resolve()
    if written_beside(path) and not may_be_written(path) and not real.with_name(f"{real.name}-shm").exists():
        raise SourceError(words.written_beside(path, written_beside(path)))


def _application(uri: str) -> SqliteLog:
    return SqliteLog(
        {
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": uri,
            "SQLITE_LOCK_TIMEOUT": str(LOCK_TIMEOUT),
        }
    )


def _prepared(application: LogApplication, name: str, create: bool) -> sqlite3.Connection:
    """The connection with which the log was checked, or created."""
    recorder = application.recorder
    assert isinstance(recorder, SQLiteApplicationRecorder)
    try:
        connection = _connect(recorder.datastore.pool.db_name)
    except sqlite3.Error as problem:  # no right to read or write there
        raise SourceError(words.cannot_be_opened(name, problem)) from problem
    try:
        if not _is_log(connection, name):
            if not create:
                raise SourceError(words.is_empty(name))
            _create(connection, name, [*recorder.create_table_statements, *_CREATE_TRIGGERS.values()])
        if not application.read_only:
            _use_wal(connection)
    except (sqlite3.Error, *DAMAGE) as problem:
        connection.close()
        way_out = words.GO_BACK if tells_of_damage(problem) else same("")
        raise SourceError(words.not_opened_as_a_log(name, problem) + way_out) from problem
    except SourceError:
        connection.close()
        raise
    return connection


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=LOCK_TIMEOUT, isolation_level=None, check_same_thread=False)


def _is_log(connection: sqlite3.Connection, name: str) -> bool:
    """Whether it is a log; False when it is empty and can become one."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == _MARK:
        return True
    if connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        raise SourceError(words.something_else(name))
    return False


def _create(connection: sqlite3.Connection, name: str, statements: Sequence[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")  # one creates, the others wait and find it done
    if not _is_log(connection, name):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_MARK}")
    connection.execute("COMMIT")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once. SQLite does not wait for others when it switches."""
    for _ in range(LOCK_TIMEOUT * 20):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem):
                raise
            time.sleep(0.05)
        else:
            return
