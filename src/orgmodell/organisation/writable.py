"""An organisation that beslut can be recorded in, and a beslut being written in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from orgmodell.changes import Beslut, Change, Mark, Recorded, Source
from orgmodell.chronicle import Chronicle
from orgmodell.decide import at_first
from orgmodell.draft import Draft
from orgmodell.organisation.compare import compare
from orgmodell.organisation.keeping import MemoryNames, NameStore
from orgmodell.organisation.readable import ReadableOrganisation
from orgmodell.organisation.recorder import Recorder
from orgmodell.projections.alternatives import Alternatives
from orgmodell.projections.alternatives import alternatives as how_they_fit
from orgmodell.violations import Violation

if TYPE_CHECKING:
    from orgmodell.log import Verification
    from orgmodell.projections.compare import Comparison
    from orgmodell.projections.line import Mode


class WritableOrganisation(ReadableOrganisation):
    """Everything a `ReadableOrganisation` answers, and beslut can be recorded: on a log, or as drafts.

    Args:
        name: the organisation's id.
        recorder: what its beslut are recorded with.
        names: the names of its persons; they are never on the log.
    """

    def __init__(self, name: str, recorder: Recorder, names: NameStore) -> None:
        super().__init__(name, recorder.chronicle, recorder.rules)
        self.names = names
        self.clock = recorder.clock
        self._recorder = recorder

    def up_to_date(self) -> Chronicle:
        """The chronicle, with what any writer has recorded until now."""
        return self._recorder.up_to_date()

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
        return self._recorder.judged(beslut)

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
        return self._recorder.record(beslut, told)

    def broken_since(self, position: int) -> tuple[Violation, ...]:
        """Every rule that what is recorded after a position breaks and that was not broken before it.

        Of each thing once, with the first day; what a later one of the beslut mends is not among them.
        """
        return at_first(self._recorder.judged_since(position))

    def cause(self, violation: Violation, since: int = 0) -> str | None:
        """The id of the beslut after a position that breaks a rule; None when none of them does."""
        chronicle = self.up_to_date()
        mine = [seq for seq in violation.facts if seq >= chronicle.horizon(since)]
        return chronicle.fact(max(mine)).beslut.id if mine else None

    def rehearsal(self) -> WritableOrganisation:
        """The organisation as it is: what is recorded in it goes nowhere else."""
        rehearsal = WritableOrganisation(self.name, self._recorder.branch(), MemoryNames(self.names.all()))
        rehearsal.read_as(self)
        return rehearsal

    def compare(
        self, day: date, *scenarios: ReadableOrganisation, up_to: str | None = None, mode: Mode = "struktur"
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
        columns = {"nu": self, **{each.alternative or each.name: each for each in scenarios}}
        return compare(day, columns, up_to=up_to, mode=mode)

    def fits(self, alternatives: Mapping[str, Sequence[Beslut]]) -> Alternatives:
        """Which alternatives stand by themselves, which exclude each other, and which need another.

        Args:
            alternatives: the drafts of each, by its name.
        """
        return how_they_fit(self.up_to_date(), alternatives, self.rules)

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the hash chain of the log; of a scenario, that of the log it stands on.

        Args:
            expected_head: the head noted down earlier; then a log cut short is found out too.

        Raises:
            LogDamaged: names the first record that does not fit.
        """
        return self._recorder.log.verify(expected_head)


class OpenBeslut(Draft):
    """A beslut being written in a ``with`` block of `Organisation.beslut`."""

    def __init__(self, organisation: WritableOrganisation, head: Beslut) -> None:
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
