"""The one way for a beslut into an organisation: judged, appended to the log, taken in to the chronicle."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from orgmodell.changes import Beslut, Recorded
from orgmodell.chronicle import Chronicle
from orgmodell.decide import judge, judge_after
from orgmodell.draft import check
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused, LogConflict
from orgmodell.organisation.keeping import BeslutStore, BranchLog, StoredLog
from orgmodell.rules import Rule
from orgmodell.violations import Violation, refusing
from orgmodell.words import organisation as words


class Recorder:
    """Whatever is recorded in an organisation goes through here, one beslut after another.

    Args:
        log: where beslut are kept.
        chronicle: what of the log is laid out already.
        rules: the rules in force.
        clock: what time it is, in UTC; stamps what is recorded.
        alternative: the scenario whose drafts are recorded; None on a log.
    """

    def __init__(
        self,
        log: BeslutStore,
        chronicle: Chronicle,
        rules: Sequence[Rule],
        clock: Callable[[], datetime],
        alternative: str | None = None,
    ) -> None:
        self.log = log
        self.chronicle = chronicle
        self.rules = tuple(rules)
        self.clock = clock
        self._alternative = alternative
        self._stored = log if isinstance(log, StoredLog) else None
        self._lock = threading.RLock()

    def up_to_date(self) -> Chronicle:
        """The chronicle, with what any writer has recorded until now."""
        with self._lock:
            if self._stored is not None:
                self.chronicle.take_in(self._stored.unrestored(self.chronicle.position))
            else:
                for recorded in self.log.read(self.chronicle.position):
                    self.chronicle.record(recorded)
        return self.chronicle

    def branch(self, alternative: str | None = None) -> Recorder:
        """One that stands on this one as it is: what it records shows nowhere else."""
        chronicle = Chronicle(self.up_to_date())
        log = BranchLog(self.log, after=chronicle.position)
        return Recorder(log, chronicle, self.rules, self.clock, alternative)

    def judged(self, beslut: Beslut) -> tuple[Violation, ...]:
        """What recording a beslut would break, warnings too."""
        check(beslut)
        return judge(self.up_to_date(), beslut, self.rules)

    def judged_since(self, position: int) -> tuple[Violation, ...]:
        """What the beslut recorded after a position break together, warnings too."""
        with self._lock:
            return judge_after(self.up_to_date(), position, self.rules)

    def record(self, beslut: Beslut, told: Callable[[list[Violation]], object] | None = None) -> Recorded:
        """Record a beslut, judged again when another writer gets in between: see `WritableOrganisation`."""
        check(beslut)
        with self._lock:
            while (recorded := self._already(beslut)) is None:
                warnings = self._warnings(beslut)
                try:
                    recorded = self._append(beslut)
                except LogConflict:
                    continue
                if told is not None:
                    told(warnings)
                break
        return recorded

    def propose(self, beslut: Beslut) -> Recorded:
        """Record a draft even if it breaks rules; only in a branch, which no other writer knows of."""
        check(beslut)
        with self._lock:
            return self._already(beslut) or self._append(beslut)

    def _already(self, beslut: Beslut) -> Recorded | None:
        """The record of the same beslut; raises when its id is taken by another content."""
        already = self.up_to_date().find(beslut.id)
        return None if already is None else _same(already, beslut)

    def _warnings(self, beslut: Beslut) -> list[Violation]:
        """What a beslut would break and that does not refuse it; raises BeslutRefused when it is refused."""
        violations = judge(self.chronicle, beslut, self.rules)
        if refusing(violations):
            raise BeslutRefused(beslut.id, violations)
        return list(violations)

    def _append(self, beslut: Beslut) -> Recorded:
        """Append a beslut as the next record, or raise LogConflict."""
        now = self.chronicle.no_earlier_than_the_last(self.clock())
        position = self.chronicle.position + 1
        recorded = Recorded(position=position, recorded=now, beslut=beslut, alternative=self._alternative)
        self.log.append(recorded)
        self.chronicle.record(recorded)
        return recorded


def _same(already: Recorded, beslut: Beslut) -> Recorded:
    if already.beslut == beslut:
        return already
    raise BeslutAlreadyRecorded(words.says_something_else(beslut.id, already.position, already.recorded))
