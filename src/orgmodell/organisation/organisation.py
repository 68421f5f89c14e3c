"""An organisation on a log: beslut can be recorded in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from orgmodell.chronicle import Chronicle
from orgmodell.organisation.keeping import BeslutStore, MemoryNames, NameStore
from orgmodell.organisation.recorder import Recorder
from orgmodell.organisation.scenario import Scenario
from orgmodell.organisation.writable import WritableOrganisation
from orgmodell.rules import STANDARD, Rule


def utc_now() -> datetime:
    """The time, where nobody hands in another clock."""
    return datetime.now(UTC)


class Organisation(WritableOrganisation):
    """An organisation on a log: everything a `ReadableOrganisation` answers, and beslut can be recorded.

    Threads may share one. Whoever asks while another records is answered from whole beslut, as the log stood
    at some moment; a view stays as it was when it was made. Those who record come one after another.

    Args:
        name: the organisation's id.
        log: where its beslut are kept.
        rules: the rules in force.
        clock: what time it is, in UTC; stamps what is recorded.
        names: the names of its persons; they are never on the log.
        chronicle: what of the log is laid out already.
    """

    def __init__(
        self,
        name: str,
        log: BeslutStore,
        rules: Sequence[Rule] = STANDARD,
        clock: Callable[[], datetime] = utc_now,
        names: NameStore | None = None,
        chronicle: Chronicle | None = None,
    ) -> None:
        recorder = Recorder(log, Chronicle() if chronicle is None else chronicle, rules, clock)
        super().__init__(name, recorder, MemoryNames() if names is None else names)

    def rehearsal(self) -> Organisation:
        """The organisation as it is: what is recorded in it goes nowhere else."""
        branch, names = self._recorder.branch(), MemoryNames(self.names.all())
        rehearsal = Organisation(self.name, branch.log, self.rules, self.clock, names, branch.chronicle)
        rehearsal.read_as(self)
        return rehearsal

    def scenario(self, name: str) -> Scenario:
        """A named branch of draft beslut on top of the log as it is: an alternative.

        It is asked like the organisation, which it leaves as it is; `Scenario.adopt` records a draft.
        """
        return Scenario(name, self)
