"""Logs in a PostgreSQL database. The driver is imported when one is opened."""

from __future__ import annotations

from typing import Any

from eventsourcing.persistence import PersistenceError

from orgmodell.addresses import as_the_driver_reads
from orgmodell.errors import SourceError
from orgmodell.log.application import LogApplication
from orgmodell.words import Text
from orgmodell.words import log as words
from orgmodell.words.addresses import UNREADABLE

_LOCK = 0x6F72676D  # held while the table is created
_STATEMENTS = (
    """CREATE OR REPLACE FUNCTION {schema}.{table}_next() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.originator_version IS DISTINCT FROM 1 + COALESCE((SELECT MAX(originator_version)
          FROM {schema}.{table} WHERE originator_id = NEW.originator_id), 0) THEN
        RAISE EXCEPTION 'the log is append-only: this is not its next position'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$""",
    """CREATE OR REPLACE FUNCTION {schema}.{table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the log is append-only: a record is never changed or removed';
    END $$""",
    """ALTER TABLE {schema}.{table}
    ALTER COLUMN topic SET NOT NULL, ALTER COLUMN state SET NOT NULL""",
    "DROP TRIGGER IF EXISTS {table}_next ON {schema}.{table}",
    """CREATE TRIGGER {table}_next BEFORE INSERT ON {schema}.{table}
    FOR EACH ROW EXECUTE FUNCTION {schema}.{table}_next()""",
    "DROP TRIGGER IF EXISTS {table}_refuse ON {schema}.{table}",
    """CREATE TRIGGER {table}_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.{table}
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.{table}_refuse()""",
)
_PREPARED = "SELECT 1 WHERE to_regclass('public.orgmodell_events') IS NOT NULL"
_FIRING = """SELECT tgname FROM pg_trigger
    WHERE tgrelid = to_regclass('{schema}.{table}') AND tgenabled IN ('O', 'A')"""


class PostgresLog(LogApplication):
    """The logs in a database."""

    name = LogApplication.name  # eventsourcing would name its table for the class

    def _names(self) -> dict[str, str]:
        recorder: Any = self.recorder
        return {"schema": recorder.datastore.schema, "table": recorder.events_table_name}

    def _missing_triggers(self) -> tuple[str, ...]:
        """Those that are not there, or disabled."""
        recorder: Any = self.recorder
        with recorder.datastore.transaction(commit=False) as cursor:
            cursor.execute(_FIRING.format(**self._names()))
            firing = {row["tgname"] for row in cursor.fetchall()}
        table = recorder.events_table_name
        return tuple(name for name in (f"{table}_next", f"{table}_refuse") if name not in firing)

    def _put_back_triggers(self) -> None:
        self.create()

    def create(self) -> None:
        """Make the table and its triggers; what is there already is left, or made again as it was."""
        recorder: Any = self.recorder
        with recorder.datastore.transaction(commit=True) as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock({_LOCK})")  # one creates, others wait
            recorder.create_table()
            for statement in _STATEMENTS:
                cursor.execute(statement.format(**self._names()))


def open_postgres(address: str, create: bool) -> LogApplication:
    """The logs in a database.

    Raises:
        SourceError: it cannot be reached, or there is no log in it and none may be created.
    """
    try:
        import psycopg
    except ImportError as missing:
        raise SourceError(words.DRIVER_MISSING) from missing
    url, name = _read(address)
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            prepared = connection.execute(_PREPARED).fetchone() is not None
        if not prepared and not create:
            raise SourceError(words.no_log_in_it(name))
        application = PostgresLog(_settings(url))
        if not prepared:
            application.create()
        if create:
            application.guard()
    except (psycopg.Error, PersistenceError) as problem:
        raise SourceError(words.not_usable(name, str(problem).strip())) from None
    return application


def _read(address: str) -> tuple[str, Text]:
    """The address as the driver reads it, and what to call the database."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    url = as_the_driver_reads(address)
    try:
        database = conninfo_to_dict(url or "")
    except psycopg.Error:  # its text may show the password
        url = None
    if url is None or not str(database.get("port", "1")).replace(",", "").isdigit():
        raise SourceError(UNREADABLE)
    return url, words.database(database.get("dbname", ""), database.get("host", ""))


def _settings(url: str) -> dict[str, str]:
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_URL": url,
        "POSTGRES_DBNAME": "",  # these are asked for, but the URL says them
        "POSTGRES_HOST": "",
        "POSTGRES_USER": "",
        "POSTGRES_PASSWORD": "",
        "POSTGRES_POOL_SIZE": "1",
    }
