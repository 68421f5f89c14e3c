"""One organisation's log: reading, appending, verifying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from eventsourcing.persistence import IntegrityError, StoredEvent

from orgmodell import codec
from orgmodell.changes import Recorded
from orgmodell.errors import LogConflict, LogDamaged
from orgmodell.log.application import TOPIC, LogApplication, RecordEvent, event_of, reported

PAGE = 5000  # records fetched at a time


class Verification(NamedTuple):
    """What a verified log looks like; note the sha256 down elsewhere and give it to a later `verify`.

    Attributes:
        organisation: whose log it is.
        records: how many records it holds; the position of the last.
        sha256: of the last record; None when there is none.
    """

    organisation: str
    records: int
    sha256: str | None


class Stream:
    """One organisation's log. It remembers the last record it has seen, and nothing else."""

    def __init__(self, application: LogApplication, organisation: str) -> None:
        self.organisation = organisation
        self._application = application
        self._head: tuple[int, str | None] = (0, None)  # position and sha256

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """The records after a position, in order.

        Raises:
            LogDamaged: a record is missing, or is not where it says.
            UnreadableRecord: this version does not know what a record holds.
        """
        for event in map(event_of, self._stored(after)):
            if event.originator_version != after + 1:
                raise LogDamaged(_missing(self.organisation, after + 1, event.originator_version))
            after = event.originator_version
            self._saw(event)
            yield event.recorded

    def append(self, recorded: Recorded) -> None:
        """Record at the next position, which the record states.

        Raises:
            LogConflict: the position is taken, or is not the next. Read on and try again.
            InvalidChange: it holds a value that cannot be stored.
        """
        if recorded.position != self._head[0] + 1:
            self._catch_up()
        position, sha256 = self._head
        if recorded.position != position + 1:
            raise LogConflict(
                f"{self.organisation}: position {recorded.position} is not the next one, the log "
                f"ends with {position}; read what is new, judge again and record after it"
            )
        event = RecordEvent(self.organisation, recorded.position, recorded, sha256, "")
        try:
            with reported():
                (recording,) = self._application.save(event)
        except IntegrityError:
            raise LogConflict(
                f"{self.organisation}: another writer has recorded at position {recorded.position}; "
                "read what is new, judge again and record after it"
            ) from None
        self._head = (recorded.position, codec.sealed(recording.notification.state))

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the whole chain from the stored bytes.

        Args:
            expected_head: the sha256 of an earlier verification. That record must still be there,
                which shows that the log was not cut off below it or rewritten as a whole.

        Raises:
            LogDamaged: it names the first record that does not fit: organisation, position and, where
                it can be read, beslut.
        """
        position, head, found = 0, None, expected_head is None
        for stored in self._stored():
            position += 1
            _check(stored, self.organisation, position, head)
            head = codec.sealed(stored.state)
            found = found or head == expected_head
        if not found:
            raise LogDamaged(
                f"{self.organisation}: no record has the sha256 {expected_head}; the log, which ends "
                f"with position {position}, has been cut off or rewritten since that was noted"
            )
        return Verification(self.organisation, position, head)

    def _stored(self, after: int | None = None) -> Iterator[StoredEvent]:
        while True:
            page = self._select(gt=after, limit=PAGE)
            yield from page
            if len(page) < PAGE:
                return
            after = page[-1].originator_version

    def _select(self, **which: Any) -> Sequence[StoredEvent]:
        with reported():
            return self._application.recorder.select_events(self.organisation, **which)

    def _catch_up(self) -> None:
        for last in self._select(desc=True, limit=1):
            self._saw(event_of(last))

    def _saw(self, event: RecordEvent) -> None:
        if event.originator_version > self._head[0]:
            self._head = (event.originator_version, event.sha256)


def _check(stored: StoredEvent, organisation: str, position: int, previous: str | None) -> None:
    """Raise LogDamaged unless this is the record that should stand here.

    Whatever is read is suspect: the columns may hold values of any type.
    """
    state: Any = stored.state
    told = codec.label(state) if isinstance(state, bytes) else None
    wrong = None
    if stored.originator_version != position:
        if told is None or told.position == stored.originator_version:
            raise LogDamaged(_missing(organisation, position, stored.originator_version))
        position, wrong = told.position, f"it has been moved to position {stored.originator_version}"
    elif stored.topic != TOPIC:
        wrong = f"it is stored as '{stored.topic}', not as '{TOPIC}'"
    elif not isinstance(state, bytes) or not codec.is_intact(state):
        wrong = "its bytes are not those that its sha256 was taken of"
    elif told is None:
        wrong = "it is no record"
    elif (told.organisation, told.position) != (organisation, position):
        wrong = f"it says that it is {told.organisation}, position {told.position}"
    elif told.previous != previous:
        wrong = "it does not follow the record before it: one of the two has been rewritten"
    if wrong:
        beslut = f", beslut '{told.beslut.id}'" if told else ""
        raise LogDamaged(f"{organisation}, position {position}{beslut}: {wrong}")


def _missing(organisation: str, position: int, found: object) -> str:
    return f"{organisation}, position {position}: the record is missing; what comes next is {found}"
