"""Where an organisation keeps its beslut and the names of its persons; and both in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from orgmodell.changes import Recorded
from orgmodell.draft import check_name
from orgmodell.errors import LogError
from orgmodell.words import organisation as words

if TYPE_CHECKING:
    from orgmodell.codec import Unrestored
    from orgmodell.log import Verification


class BeslutStore(Protocol):
    """Where an organisation's beslut are kept, in order."""

    def read(self, after: int = 0) -> Iterable[Recorded]:
        """The records after a position, in order."""

    def append(self, recorded: Recorded) -> None:
        """Add the next record, or raise LogConflict when its position is taken."""

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the chain, or raise LogDamaged."""


@runtime_checkable
class StoredLog(Protocol):
    """A store that can give its records checked, and not yet made into beslut."""

    def unrestored(self, after: int = 0) -> Iterator[Unrestored]:
        """The records after a position, in order."""


class NameStore(Protocol):
    """Where the names of an organisation's persons are kept, beside the log; they can be erased."""

    def set(self, person: str, name: str) -> None:
        """Give the person a name, or raise InvalidChange when it cannot be shown on one line."""

    def get(self, person: str) -> str | None: ...

    def all(self) -> dict[str, str]: ...

    def erase(self, person: str) -> None: ...


class MemoryLog:
    """A log that lives as long as the program: for beslutsfiler.

    Args:
        records: what is on it.
    """

    def __init__(self, records: Iterable[Recorded] = ()) -> None:
        self._records = list(records)

    def read(self, after: int = 0) -> Iterator[Recorded]:
        return islice(self._records, after, None)

    def append(self, recorded: Recorded) -> None:
        self._records.append(recorded)

    def verify(self, expected_head: str | None = None) -> Verification:
        raise LogError(words.NO_CHAIN)


class BranchLog(MemoryLog):
    """What is kept on top of a log, and never in it: for rehearsals and scenarios.

    Args:
        log: what it stands on, and what is verified.
        after: the position that its first record comes after.
    """

    def __init__(self, log: BeslutStore, after: int) -> None:
        super().__init__()
        self._log = log
        self._after = after

    def read(self, after: int = 0) -> Iterator[Recorded]:
        return super().read(max(0, after - self._after))

    def verify(self, expected_head: str | None = None) -> Verification:
        return self._log.verify(expected_head)


class MemoryNames(dict[str, str]):
    """Person names that live as long as the program."""

    def set(self, person: str, name: str) -> None:
        check_name(person, name)
        self[person] = name

    def all(self) -> dict[str, str]:
        return dict(self)

    def erase(self, person: str) -> None:
        self.pop(person, None)
