"""What eventsourcing is told about our records: how they are stored, and under which name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
from eventsourcing.application import Application
from eventsourcing.persistence import (
    ConnectionPoolClosedError,
    InfrastructureFactory,
    IntegrityError,
    Mapper,
    PersistenceError,
    StoredEvent,
)
from eventsourcing.utils import Environment, EnvType

from orgmodell import codec
from orgmodell.changes import Recorded
from orgmodell.errors import LogDamaged, LogError, SourceError
from orgmodell.words import Text
from orgmodell.words import log as words

TOPIC = "beslut"
DAMAGE = (
    IndexError,
    UnicodeDecodeError,
)  # of a column renamed by a flipped bit; of a message that quotes one


@attrs.frozen
class RecordEvent:
    """A record as eventsourcing hands it about."""

    originator_id: str
    originator_version: int
    recorded: Recorded
    previous: str | None
    sha256: str


class RecordMapper(Mapper[str]):
    """Records ⇄ stored events, by the codec."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        event: RecordEvent = domain_event
        state = codec.encode(event.originator_id, event.recorded, event.previous)
        return StoredEvent(event.originator_id, event.originator_version, TOPIC, state)

    def to_domain_event(self, stored_event: StoredEvent) -> RecordEvent:
        return event_of(stored_event)


def event_of(stored: StoredEvent) -> RecordEvent:
    """The record in a stored event, whose seal has been checked.

    Raises:
        UnreadableRecord: this version does not know what it holds.
    """
    organisation, position = str(stored.originator_id), stored.originator_version
    entry = codec.decode(stored.state, organisation, position)
    return RecordEvent(organisation, position, entry.recorded, entry.previous, entry.sha256)


class LogApplication(Application[str]):
    """Recorder, mapper and notification log; no aggregates, and nothing taken from the environment."""

    name = "orgmodell"
    keeper: sqlite3.Connection | None = None  # open as long as this is: what is in memory lives so long
    read_only: Text | None = None  # why nothing can be recorded
    _guarded = False
    _put_back: tuple[str, ...] = ()

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        return Environment(name, {"CREATE_TABLE": "no", "ORIGINATOR_ID_TYPE": "text", **(env or {})})

    def construct_mapper(self) -> Mapper[str]:
        return RecordMapper(self.construct_transcoder())

    def construct_factory(self, env: Environment) -> InfrastructureFactory:
        factory: Any = super().construct_factory(env)
        if url := env.get("POSTGRES_URL"):  # whole, with sslmode and all the rest that a URL can say
            pool = factory.datastore.pool
            pool.conninfo = url
            pool.kwargs = {"row_factory": pool.kwargs["row_factory"]}
        opened: InfrastructureFactory = factory
        return opened

    def organisations(self) -> list[str]:
        """Whoever has records, in order of id."""
        recorder: Any = self.recorder
        schema = getattr(recorder.datastore, "schema", "main")
        with reported(), recorder.datastore.transaction(commit=False) as cursor:
            cursor.execute(f"SELECT DISTINCT originator_id FROM {schema}.{recorder.events_table_name}")
            return sorted(str(row["originator_id"]) for row in cursor.fetchall())

    def guard(self) -> None:
        """Put back the triggers that are missing; done once, before anything is recorded.

        Raises:
            SourceError: the database can only be read.
        """
        if self.read_only:
            raise SourceError(self.read_only)
        if not self._guarded:
            with reported():
                self._put_back = self._missing_triggers()
                if self._put_back:
                    self._put_back_triggers()
            self._guarded = True

    def missing_triggers(self) -> tuple[str, ...]:
        """The triggers that are missing, or were so until `guard` put them back."""
        with reported():
            return tuple(dict.fromkeys([*self._put_back, *self._missing_triggers()]))

    def _missing_triggers(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _put_back_triggers(self) -> None:
        raise NotImplementedError

    def version(self) -> int | None:
        """A number that is another when anything has been recorded since; None: it takes reading to know."""
        return None

    def close(self) -> None:
        super().close()
        if self.keeper is not None:
            self.keeper.close()


@contextmanager
def reported() -> Iterator[None]:
    """A conflict is passed on; whatever else a database can say becomes an error of ours."""
    try:
        yield
    except IntegrityError:
        raise
    except ConnectionPoolClosedError:
        raise LogError(words.CLOSED) from None
    except (PersistenceError, sqlite3.Error, *DAMAGE) as problem:
        if tells_of_damage(problem):
            raise LogDamaged(words.file_is_damaged(problem)) from problem
        raise LogError(words.not_just_now(problem)) from problem


def tells_of_damage(problem: Exception) -> bool:
    """Whether it is the structure of the file that is broken, and not a record in it."""
    return isinstance(problem, DAMAGE) or "malformed" in str(problem)
