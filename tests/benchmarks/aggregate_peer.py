"""The peer for opening a log: the same changes as the events of one aggregate of eventsourcing's own.

One change is one event, stored by its stock transcoder in a SQLite file. The aggregate does less with each
than a timeline does: it files it under the things it names, in the order recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from orgmodell import codec
from orgmodell.changes import Beslut, named_by

SAVED_AT_ONCE = 1000


class Kommun(Aggregate):
    """Everything that has been said of each thing."""

    def __init__(self) -> None:
        self.said: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}

    @event("Changed")
    def change(self, stored: str, day: str, things: list[str], fields: dict[str, Any]) -> None:
        for thing in things:
            self.said.setdefault(thing, []).append((day, stored, fields))


class AggregatePeer:
    """An application with one aggregate: the kommun."""

    def __init__(self, path: Path, beslut: Iterable[Beslut]) -> None:
        self._application: Application[UUID] = Application(
            {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)}
        )
        kommun = Kommun()
        self._id = kommun.id
        for each in beslut:
            for change in each.changes:
                things = [thing for _, _, thing in named_by(change)]
                kommun.change(change.stored, each.day_of(change).isoformat(), things, _fields(change))
            if len(kommun.pending_events) > SAVED_AT_ONCE:
                self._application.save(kommun)
        self._application.save(kommun)

    def open(self) -> Kommun:
        """The aggregate, replayed from all its events."""
        kommun: Kommun = self._application.repository.get(self._id)
        return kommun

    def close(self) -> None:
        self._application.close()


def _fields(change: object) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(codec._stored(change))
    (values,) = fields.values()
    assert isinstance(values, dict)
    return values
