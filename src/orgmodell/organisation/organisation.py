"""An organisation on a log: beslut can be recorded in it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from orgmodell.changes import Beslut, Change, Mark, Recorded, Source
from orgmodell.chronicle import Chronicle
from orgmodell.decide import at_first, judge, judge_after
from orgmodell.draft import Draft, check
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused, LogConflict
from orgmodell.organisation.keeping import Log, MemoryLog, MemoryNames, Names
from orgmodell.organisation.readable import ReadableOrganisation
from orgmodell.rules import STANDARD, Rule
from orgmodell.violations import Violation

if TYPE_CHECKING:
    from orgmodell.log import Verification
    from orgmodell.organisation.scenario import Scenario
    from orgmodell.projections.comparison import Comparison
    from orgmodell.projections.line import Mode


def utc_now() -> datetime:
    """The time, where nobody hands in another clock."""
    return datetime.now(UTC)


class Organisation(ReadableOrganisation):
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
        log: Log,
        rules: Sequence[Rule] = STANDARD,
        clock: Callable[[], datetime] = utc_now,
        names: Names | None = None,
        chronicle: Chronicle | None = None,
    ) -> None:
        super().__init__(name, Chronicle() if chronicle is None else chronicle, rules)
        self.names: Names = MemoryNames() if names is None else names
        self._log = log
        self.clock = clock
        self._lock = threading.RLock()

    def up_to_date(self) -> Chronicle:
        """The chronicle, with what any writer has recorded until now."""
        with self._lock, _uncollected():
            for recorded in self._log.read(self._chronicle.position):
                self._chronicle.record(recorded)
        return self._chronicle

    def beslut(
        self,
        id: str,
        *,
        decided: date,
        effective: date | None = None,
        decided_by: str | None = None,
        title: str | None = None,
        decided_stated: str | None = None,
        source: Source | None = None,
        mark: Mark | None = None,
        forhandlad: date | None = None,
        riskbedomd: date | None = None,
    ) -> OpenBeslut:
        """A beslut to fill with changes in a ``with`` block; leaving the block records it, or nothing.

        Raises:
            BeslutRefused: on leaving the block, when it breaks rules.
            BeslutAlreadyRecorded: on leaving it, when the id is taken by another content.
        """
        head = Beslut(
            id=id,
            decided=decided,
            effective=effective,
            decided_by=decided_by,
            title=title,
            decided_stated=decided_stated,
            source=source,
            mark=mark,
            forhandlad=forhandlad,
            riskbedomd=riskbedomd,
        )
        return OpenBeslut(self, head)

    def violations(self, beslut: Beslut) -> tuple[Violation, ...]:
        """What recording a beslut would break, warnings too; nothing is recorded.

        Raises:
            InvalidChange: it cannot be meant, whatever is recorded.
        """
        check(beslut)
        return judge(self.up_to_date(), beslut, self.rules)

    def record(self, beslut: Beslut, told: Callable[[list[Violation]], object] | None = None) -> Recorded:
        """Record a beslut, all of it or nothing.

        When another writer gets in between, it is judged again on what is then recorded. A beslut
        that is on the log already with the same content is left as it is, and its record returned.

        Args:
            beslut: what to record.
            told: called with its warnings, if it is recorded.

        Raises:
            BeslutRefused: it would break rules.
            BeslutAlreadyRecorded: the id is taken by another content.
            InvalidChange: it cannot be meant, whatever is recorded.
        """
        check(beslut)
        with self._lock:
            while True:
                if (already := self._already(beslut)) is not None:
                    return already
                violations = judge(self.up_to_date(), beslut, self.rules)
                if any(v.severity == "error" for v in violations):
                    raise BeslutRefused(beslut.id, violations)
                try:
                    recorded = self._take_in(beslut)
                except LogConflict:
                    continue
                if told is not None:
                    told(list(violations))
                return recorded

    def _already(self, beslut: Beslut) -> Recorded | None:
        """The record of the same beslut; raises when its id is taken by another content."""
        already = self.up_to_date().find(beslut.id)
        return None if already is None else _same(already, beslut)

    def _take_in(self, beslut: Beslut) -> Recorded:
        """Append a beslut to the log as the next record, or raise LogConflict."""
        recorded = self._next_record(beslut)
        self._log.append(recorded)
        self._chronicle.record(recorded)
        return recorded

    def _next_record(self, beslut: Beslut) -> Recorded:
        now = self._chronicle.no_earlier_than_the_last(self.clock())
        return Recorded(position=self._chronicle.position + 1, recorded=now, beslut=beslut)

    def broken_since(self, position: int) -> tuple[Violation, ...]:
        """Every rule that what is recorded after a position breaks and that was not broken before it.

        Of each thing once, with the first day; what a later one of the beslut mends is not among them.
        """
        return at_first(judge_after(self.up_to_date(), position, self.rules))

    def cause(self, violation: Violation, since: int = 0) -> str | None:
        """The id of the beslut after a position that breaks a rule; None when none of them does."""
        chronicle = self.up_to_date()
        mine = [seq for seq in violation.facts if seq >= chronicle.horizon(since)]
        return chronicle.fact(max(mine)).beslut.id if mine else None

    def scenario(self, name: str) -> Scenario:
        """A named branch of draft beslut on top of the log as it is: an alternative.

        It is asked like the organisation, which it leaves as it is; `Scenario.adopt` records a draft.
        """
        from orgmodell.organisation.scenario import Scenario

        return Scenario(name, self)

    def broken(self) -> tuple[Violation, ...]:
        """The rules that drafts break: what is on a log has none; see `Scenario`."""
        return ()

    def compare(
        self, day: date, *scenarios: Scenario, up_to: str | None = None, mode: Mode = "struktur"
    ) -> Comparison:
        """The organisation and alternatives of it side by side on a day.

        Args:
            day: the effective day.
            scenarios: the alternatives; the organisation itself comes first, as "nu".
            up_to: the befattning to count chefsled up to; left out, the top of the line.
            mode: whether a vacant chef counts as a step (struktur) or is passed over (faktisk).

        Raises:
            UnknownThing: there is no befattning ``up_to`` in any of them.
        """
        from orgmodell.organisation.scenario import compare

        columns = {"nu": self, **{each.alternative: each for each in scenarios}}
        return compare(day, columns, up_to=up_to, mode=mode)

    def rehearsal(self) -> Organisation:
        """The organisation as it is: what is recorded in it goes nowhere else."""
        chronicle = Chronicle(self.up_to_date())
        log, names = MemoryLog(after=chronicle.position), MemoryNames(self.names.all())
        return Organisation(self.name, log, self.rules, self.clock, names, chronicle)

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the hash chain of the log.

        Args:
            expected_head: the head noted down earlier; then a log cut short is found out too.

        Raises:
            LogDamaged: names the first record that does not fit.
        """
        return self._log.verify(expected_head)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: all that is read is kept, and looking it over doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _same(already: Recorded, beslut: Beslut) -> Recorded:
    if already.beslut == beslut:
        return already
    raise BeslutAlreadyRecorded(
        f"beslut '{beslut.id}' is recorded already (position {already.position}, "
        f"{already.recorded:%Y-%m-%d %H:%M} UTC) and says something else. Give the new one another "
        "id, or annul the recorded one."
    )


class OpenBeslut(Draft):
    """A beslut being written in a ``with`` block of `Organisation.beslut`."""

    def __init__(self, organisation: Organisation, head: Beslut) -> None:
        super().__init__(head)
        self._organisation = organisation
        self._closed = False

    def add(self, change: Change) -> None:
        """Add a change that is already made.

        Raises:
            InvalidChange: it cannot be meant, whatever the organisation looks like.
            RuntimeError: the block is left; the change would be lost.
        """
        if self._closed:
            raise RuntimeError(f"beslut '{self._head.id}' is closed: add changes inside its with block")
        super().add(change)

    def violations(self) -> tuple[Violation, ...]:
        """What the beslut as written so far would break, warnings too; nothing is recorded."""
        return self._organisation.violations(self.finished())

    def __enter__(self) -> OpenBeslut:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        *error: object,
    ) -> None:
        self._closed = True
        if kind is None:
            self._organisation.record(self.finished())
