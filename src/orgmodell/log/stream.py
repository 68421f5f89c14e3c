"""One organisation's log: reading, appending, verifying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from eventsourcing.persistence import IntegrityError, StoredEvent

from orgmodell import codec
from orgmodell.changes import Recorded
from orgmodell.errors import LogConflict, LogDamaged, LogError
from orgmodell.log.application import TOPIC, LogApplication, RecordEvent, event_of, reported
from orgmodell.words import Text
from orgmodell.words import log as words

PAGE = 5000  # records fetched at a time


class Verification(NamedTuple):
    """What a verified log looks like; note the sha256 down elsewhere and give it to a later `verify`.

    Attributes:
        organisation: whose log it is.
        records: how many records it holds; the position of the last.
        sha256: of the last record; None when there is none.
        missing_triggers: those that keep the database from changing or removing a record, and that are
            missing, or were so when the log was opened for writing and they were put back. The chain
            is whole all the same.
    """

    organisation: str
    records: int
    sha256: str | None
    missing_triggers: tuple[str, ...] = ()


class Stream:
    """One organisation's log. It remembers the last record it has read, and when nothing came after."""

    def __init__(self, application: LogApplication, organisation: str) -> None:
        self.organisation = organisation
        self._application = application
        self._head: tuple[int, str | None] = (0, None)  # position and sha256
        self._read_on: tuple[int | None, int] | None = None  # a version with nothing after a position

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """The records after a position, in order, each checked against its seal and the one before it.

        Raises:
            LogDamaged: a record is missing, or is not what was written there; the first is named.
            UnreadableRecord: this version does not know what a record holds.
        """
        for record in self.unrestored(after):
            yield codec.restored(record.text)

    def unrestored(self, after: int = 0) -> Iterator[codec.Unrestored]:
        """The same, each beslut to be made when it is asked for; nothing is checked less for that.

        Raises:
            LogDamaged, UnreadableRecord: as `read`.
        """
        version = self._application.version()
        if version is not None and self._read_on == (version, after):
            return
        position, previous = after, self._sha256_at(after)
        for position, stored in enumerate(self._stored(after), after + 1):
            record = self._whole(stored, position, previous) or self._told(stored, position, previous)
            previous = record.sha256
            if position > self._head[0]:
                self._head = (position, previous)
            yield record
        self._read_on = (version, position)

    def _whole(self, stored: StoredEvent, position: int, previous: str | None) -> codec.Unrestored | None:
        """A record that is as it should be in every way; None of any other."""
        at = stored.originator_id, stored.originator_version, stored.topic
        if at != (self.organisation, position, TOPIC) or type(stored.state) is not bytes:
            return None
        return codec.unrestored(stored.state, self.organisation, position, previous)

    def _told(self, stored: StoredEvent, position: int, previous: str | None) -> codec.Unrestored:
        """What is wrong with a record is raised, and told by whoever looks at one thing after the other."""
        _require_follows(_label(stored, self.organisation, position), previous)
        beslut = event_of(stored).recorded.beslut
        sha256, day = codec.sealed(stored.state), beslut.effective or beslut.decided
        text = codec.text_of(stored.state)
        return codec.Unrestored(text, sha256, beslut.id, beslut.decided, day, beslut.changes)

    def stands_at(self, position: int, sha256: str) -> bool:
        """Whether the record at a position is whole and has this seal; if so, reading goes on after it."""
        try:
            stored = self._stored_at(position)
        except LogError:  # of which whoever reads on is told
            return False
        if stored is None or codec.sealed(stored.state) != sha256:
            return False
        self._head = (position, sha256)
        return True

    def append(self, recorded: Recorded) -> None:
        """Record at the next position, which the record states.

        Raises:
            SourceError: the log can be read and not written.
            LogConflict: the position is taken, or is not the next. Read on and try again.
            LogDamaged: what is new on the log is not what was written there.
            InvalidChange: it holds a value that cannot be stored.
        """
        self._application.guard()
        if recorded.position != self._head[0] + 1:
            self._catch_up()
        position, sha256 = self._head
        if recorded.position != position + 1:
            raise LogConflict(words.not_the_next(self.organisation, recorded.position, position))
        event = RecordEvent(self.organisation, recorded.position, recorded, sha256, "")
        try:
            with reported():
                (recording,) = self._application.save(event)
        except IntegrityError:
            self._stored_at(position)  # whoever reads on learns nothing of what has been cut off
            raise LogConflict(words.taken(self.organisation, recorded.position)) from None
        self._head = (recorded.position, codec.sealed(recording.notification.state))

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the whole chain from the stored bytes, whether this version can read them or not.

        Args:
            expected_head: the sha256 of an earlier verification. That record must still be there,
                which shows that the log was not cut off below it or rewritten as a whole.

        Raises:
            LogDamaged: it names the first record that does not fit: organisation, position and, where
                it can be read, beslut.
        """
        position, head, found = 0, None, expected_head is None
        for stored in self._chained():
            position, head = stored.originator_version, codec.sealed(stored.state)
            found = found or head == expected_head
        if not found:
            raise LogDamaged(words.no_such_head(self.organisation, expected_head, position))
        return Verification(self.organisation, position, head, self._application.missing_triggers())

    def take(self, stored: StoredEvent) -> Recorded:
        """What a record of this log holds, which was found in another order than the log's own.

        Raises:
            LogDamaged: it is not what was written at its place.
            UnreadableRecord: this version does not know what it holds.
        """
        label = _label(stored, self.organisation, stored.originator_version)
        _require_follows(label, self._sha256_at(label.position - 1))
        event = event_of(stored)
        self._saw(event)
        return event.recorded

    def _chained(self, after: int = 0) -> Iterator[StoredEvent]:
        """What is stored after a position; each record is checked when its turn has come."""
        previous = self._sha256_at(after)
        for position, stored in enumerate(self._stored(after), after + 1):
            _require_follows(_label(stored, self.organisation, position), previous)
            previous = codec.sealed(stored.state)
            yield stored

    def _sha256_at(self, position: int) -> str | None:
        """What the record after a position has to follow."""
        if position == self._head[0]:
            return self._head[1]
        stored = self._stored_at(position)
        return codec.sealed(stored.state) if stored else None

    def _stored_at(self, position: int) -> StoredEvent | None:
        """The record at a position; None at 0, before the first."""
        if position == 0:
            return None
        for stored in self._select(gt=position - 1, lte=position):
            _label(stored, self.organisation, position)
            return stored
        raise _damaged(self.organisation, position, None, words.ENDS_BEFORE)

    def _stored(self, after: int) -> Iterator[StoredEvent]:
        last = after or None  # from the start, with whatever stands before the first position
        while True:
            page = self._select(gt=last, limit=PAGE)
            yield from page
            if len(page) < PAGE:
                return
            last = page[-1].originator_version

    def _select(self, **which: Any) -> Sequence[StoredEvent]:
        with reported():
            return self._application.recorder.select_events(self.organisation, **which)

    def _catch_up(self) -> None:
        position, sha256 = self._head
        for stored in self._chained(position):
            position, sha256 = stored.originator_version, codec.sealed(stored.state)
        self._head = (position, sha256)

    def _saw(self, event: RecordEvent) -> None:
        if event.originator_version > self._head[0]:
            self._head = (event.originator_version, event.sha256)


def _label(stored: StoredEvent, organisation: str, position: int) -> codec.Label:
    """What a record says of itself; raises LogDamaged unless it is the one that should stand here."""
    state: Any = stored.state
    at = stored.originator_version
    told = codec.label(state) if isinstance(state, bytes) else None
    if at != position:
        if told is None or told.position == at:
            raise _damaged(organisation, position, None, words.missing(at))
        raise _damaged(organisation, told.position, told, words.moved(at))
    wrong = _wrong(stored, told)
    if wrong or told is None:
        raise _damaged(organisation, position, told, wrong or words.NO_RECORD)
    return told


def _wrong(stored: StoredEvent, told: codec.Label | None) -> Text | None:
    """What does not fit of a record by itself. The columns may hold values of any type."""
    state: object = stored.state
    if stored.topic != TOPIC:
        return words.stored_as(stored.topic, TOPIC)
    if not isinstance(state, bytes) or not codec.is_intact(state):
        return words.OTHER_BYTES
    if told and (told.organisation, told.position) != (stored.originator_id, stored.originator_version):
        return words.says_it_is(told.organisation, told.position)
    return None


def _require_follows(label: codec.Label, previous: str | None) -> None:
    if label.previous != previous:
        raise _damaged(label.organisation, label.position, label, words.DOES_NOT_FOLLOW)


def _damaged(organisation: str, position: int, told: codec.Label | None, wrong: Text) -> LogDamaged:
    return LogDamaged(words.damaged(organisation, position, told.beslut.id if told else None, wrong))
