"""The append-only log: one database, one stream of records for each organisation in it.

The only package that imports `eventsourcing`, whose recorders store the records in SQLite or PostgreSQL.
What they store is what `orgmodell.codec` says, under the stored name ``beslut``; the position on an
organisation's log is the version of its stream, and 1 is the first.

Laws: a record is one insert, all or nothing. A position is taken once. Nothing is changed or removed:
the database refuses it by trigger, and whoever reads finds it where the triggers were taken away.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from orgmodell.addresses import is_address
from orgmodell.changes import Recorded
from orgmodell.errors import SourceError
from orgmodell.log.application import LogApplication, reported
from orgmodell.log.postgres import open_postgres
from orgmodell.log.sqlite import open_file, open_memory
from orgmodell.log.stream import PAGE, Stream, Verification
from orgmodell.words import addresses as words

__all__ = ["Log", "Notice", "Stream", "Verification"]


class Notice(NamedTuple):
    """A record as whoever follows a whole database meets it.

    Attributes:
        number: its number in the database, rising, with gaps; where to go on from.
        organisation: whose log it is on.
        recorded: what it records.
    """

    number: int
    organisation: str
    recorded: Recorded


class Log:
    """A database of logs. Use it in a ``with`` statement, or close it.

    Attributes:
        file: the SQLite file it is; None when it is in memory, or somewhere else.
    """

    def __init__(self, application: LogApplication, file: Path | None = None) -> None:
        self._application = application
        self.file = file

    @classmethod
    def open(cls, where: str | os.PathLike[str], *, create: bool = True) -> Log:
        """Open the logs of ``":memory:"``, of a SQLite file or of a ``postgresql://`` URL.

        Args:
            where: which.
            create: whether to make a log of what is empty or not there; otherwise it is refused.

        Raises:
            SourceError: it is not there, cannot be reached, or is something else than a log.
        """
        text = os.fspath(where)
        if is_address(text):
            return cls(open_postgres(text, create))
        if "://" in text:
            raise SourceError(words.no_place(text))
        if text == ":memory:":
            return cls(open_memory())
        return cls(open_file(Path(text), create), Path(text).resolve())

    def organisations(self) -> list[str]:
        """The organisations that have records, in order of id."""
        return self._application.organisations()

    def stream(self, organisation: str) -> Stream:
        """The log of one organisation, empty if it is new."""
        return Stream(self._application, organisation)

    def follow(self, after: int = 0) -> Iterator[Notice]:
        """Everything recorded after a number, in all organisations, in the order it was recorded.

        It ends with the last record; ask again from its number. Numbers only rise, so a follower that
        keeps the last one it has seen misses nothing.

        Raises:
            LogDamaged: a record is not what was written at its place.
            UnreadableRecord: this version does not know what a record holds.
        """
        streams: dict[str, Stream] = {}
        while True:
            with reported():
                page = self._application.recorder.select_notifications(after, PAGE, inclusive_of_start=False)
            for notification in page:
                after, name = notification.id, str(notification.originator_id)
                stream = streams.setdefault(name, self.stream(name))
                yield Notice(after, name, stream.take(notification))
            if len(page) < PAGE:
                return

    def close(self) -> None:
        self._application.close()

    def __enter__(self) -> Log:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
