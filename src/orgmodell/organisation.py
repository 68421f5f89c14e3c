"""An organisation: read it for any day, and record beslut in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

from orgmodell.changes import Beslut, Mark, Recorded, Source
from orgmodell.chronicle import Chronicle
from orgmodell.decide import judge, violations_ever, violations_on
from orgmodell.draft import Draft, check
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused, LogConflict, LogError, UnknownThing
from orgmodell.projections import chart, diff, line, lineage, past, spans, vacancies
from orgmodell.rules import STANDARD, Rule
from orgmodell.view import View, remembered
from orgmodell.violations import Violation

if TYPE_CHECKING:
    import networkx

    from orgmodell.log import Verification


class Log(Protocol):
    """Where an organisation's beslut are kept, in order."""

    def read(self, after: int = 0) -> Iterable[Recorded]:
        """The records after a position, in order."""

    def append(self, recorded: Recorded) -> None:
        """Add the next record, or raise LogConflict when its position is taken."""

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the chain, or raise LogDamaged."""


class Names(Protocol):
    """Where the names of an organisation's persons are kept, beside the log; they can be erased."""

    def set(self, person: str, name: str) -> None: ...

    def get(self, person: str) -> str | None: ...

    def all(self) -> dict[str, str]: ...

    def erase(self, person: str) -> None: ...


def utc_now() -> datetime:
    """The time, where nobody hands in another clock."""
    return datetime.now(UTC)


class OrganisationView(View):
    """The organisation on one day, with every question that can be asked of it."""

    def __init__(self, view: View, rules: Sequence[Rule]) -> None:
        super().__init__(view.account, view.day)
        self._rules = rules

    def __repr__(self) -> str:
        known = f", known {self.known}" if self.known else ""
        return f"<OrganisationView on {self.day}{known}>"

    def chart(self) -> chart.OrgChart:
        """The org chart: enheter as a tree, with chefer and what is assumed."""
        return chart.org_chart(self)

    @remembered
    def reporting_line(self, befattning: str, mode: line.Mode = "faktisk") -> line.ReportingLine:
        """The befattningar above one, nearest chef first, to the top."""
        return line.reporting_line(self, befattning, mode)

    @remembered
    def chefsled(
        self, befattning: str, up_to: str | None = None, mode: line.Mode = "faktisk"
    ) -> line.Chefsled:
        """How many chefsled there are from a befattning up to another (or to the top): an int."""
        return line.chefsled(self, befattning, up_to, mode)

    def kontrollspann(self, befattning: str) -> spans.Kontrollspann:
        """How many a chef leads: chefer directly under, medarbetare, årsarbetare."""
        return spans.kontrollspann(self, befattning)

    def vacancies(self) -> tuple[vacancies.Vacancy, ...]:
        """The befattningar that are vacant, since when, and who takes over what they led."""
        return vacancies.vacancies(self)

    def violations(self) -> tuple[Violation, ...]:
        """The rules that are broken on the day."""
        return violations_on(self.account, self.day, self._rules)


class History:
    """An organisation that can be asked about any day, as it was recorded at some time.

    Args:
        name: the organisation's id.
        chronicle: its recorded beslut.
        rules: the rules in force.
        recorded: how many beslut count, or those recorded by a time; None is all.
    """

    def __init__(
        self,
        name: str,
        chronicle: Chronicle,
        rules: Sequence[Rule] = STANDARD,
        recorded: int | datetime | None = None,
    ) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._chronicle = chronicle
        self._recorded = recorded

    def __repr__(self) -> str:
        return f"<{type(self).__name__} '{self.name}', {len(self.beslut_log())} beslut>"

    def _up_to_date(self) -> Chronicle:
        return self._chronicle

    def on(self, day: date, known: date | None = None) -> OrganisationView:
        """The organisation on a day.

        Args:
            day: the effective day.
            known: count only beslut decided on or before this day.
        """
        _require_dates(day, known)
        account = self._up_to_date().account(known, self._recorded)
        return OrganisationView(View(account, day), self.rules)

    def as_recorded(self, position: int | datetime) -> History:
        """The organisation as the log stood after ``position`` beslut, or at a time (with a zone).

        Raises:
            UnknownThing: the log does not hold that many beslut.
        """
        if isinstance(position, datetime) and position.tzinfo is None:
            raise ValueError("as_recorded needs a datetime with a time zone")
        if isinstance(position, int) and position < 0:
            raise ValueError("as_recorded counts beslut from 0")
        if isinstance(position, int) and position > self._up_to_date().position:
            there = self._up_to_date().position
            raise UnknownThing(f"the log of '{self.name}' holds {there} beslut, not {position}")
        return History(self.name, self._up_to_date(), self.rules, position)

    def changes_between(self, before: date, after: date, known: date | None = None) -> diff.Diff:
        """What differs in the organisation between two days."""
        return diff.diff(self.on(before, known), self.on(after, known))

    def history(self, thing: str, known: date | None = None) -> tuple[past.Happening, ...]:
        """Every beslut and change that touched a thing, in order of day."""
        return past.history(self._up_to_date().account(known, self._recorded), thing)

    def lineage(self, known: date | None = None) -> networkx.DiGraph[str]:
        """Which enheter went over into which: predecessor → successor."""
        return lineage.lineage(self._up_to_date().account(known, self._recorded))

    def beslut_log(self) -> tuple[Recorded, ...]:
        """Every beslut, in recorded order."""
        account = self._up_to_date().account(None, self._recorded)
        return past.beslut_log(account)

    def taking_effect(self, after: date, until: date, known: date | None = None) -> tuple[past.Effect, ...]:
        """The changes that begin to hold after one day, up to and including another, in order.

        For whoever must act on the day itself: derived, never stored, and safe to ask again.
        """
        _require_dates(after, until, known)
        account = self._up_to_date().account(known, self._recorded)
        return past.taking_effect(account, after, until)

    def violations_ever(self, known: date | None = None) -> tuple[Violation, ...]:
        """The rules that are broken on any day, each once with its first day, in order of day."""
        account = self._up_to_date().account(known, self._recorded)
        return violations_ever(account, self.rules)


class Organisation(History):
    """An organisation on a log: everything a History answers, and beslut can be recorded.

    Args:
        name: the organisation's id.
        log: where its beslut are kept.
        rules: the rules in force.
        clock: what time it is, in UTC; stamps what is recorded.
        names: the names of its persons; they are never on the log.
    """

    def __init__(
        self,
        name: str,
        log: Log,
        rules: Sequence[Rule] = STANDARD,
        clock: Callable[[], datetime] = utc_now,
        names: Names | None = None,
    ) -> None:
        super().__init__(name, Chronicle(), rules)
        self.names: Names = MemoryNames() if names is None else names
        self._log = log
        self._clock = clock
        self._lock = threading.RLock()

    def _up_to_date(self) -> Chronicle:
        """The chronicle, with what any writer has recorded until now."""
        with self._lock:
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
        )
        return OpenBeslut(self, head)

    def violations(self, beslut: Beslut) -> tuple[Violation, ...]:
        """What recording a beslut would break, warnings too; nothing is recorded."""
        return judge(self._up_to_date(), beslut, self.rules)

    def record(self, beslut: Beslut) -> Recorded:
        """Record a beslut, all of it or nothing.

        When another writer gets in between, it is judged again on what is then recorded. A beslut
        that is on the log already with the same content is left as it is, and its record returned.

        Raises:
            BeslutRefused: it would break rules.
            BeslutAlreadyRecorded: the id is taken by another content.
            InvalidChange: it cannot be meant, whatever is recorded.
        """
        check(beslut)
        with self._lock:
            while True:
                chronicle = self._up_to_date()
                if (already := chronicle.find(beslut.id)) is not None:
                    return _same(already, beslut)
                violations = judge(chronicle, beslut, self.rules)
                if any(v.severity == "error" for v in violations):
                    raise BeslutRefused(beslut.id, violations)
                now = chronicle.no_earlier_than_the_last(self._clock())
                recorded = Recorded(position=chronicle.position + 1, recorded=now, beslut=beslut)
                try:
                    self._log.append(recorded)
                except LogConflict:
                    continue
                chronicle.record(recorded)
                return recorded

    def rehearsal(self) -> Organisation:
        """The organisation as it is, in memory: what is recorded in it goes nowhere else."""
        log = MemoryLog(self.beslut_log())
        return Organisation(self.name, log, self.rules, self._clock, MemoryNames(self.names.all()))

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the hash chain of the log.

        Args:
            expected_head: the head noted down earlier; then a log cut short is found out too.

        Raises:
            LogDamaged: names the first record that does not fit.
        """
        return self._log.verify(expected_head)


def _require_dates(*days: date | None) -> None:
    for day in days:
        if day is not None and (isinstance(day, datetime) or not isinstance(day, date)):
            raise TypeError(f"a day is a datetime.date, not {day!r}")


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
        if kind is None:
            self._organisation.record(self.finished())


class MemoryLog:
    """A log that lives as long as the program: for beslutsfiler and for rehearsals."""

    def __init__(self, records: Iterable[Recorded] = ()) -> None:
        self._records = list(records)

    def read(self, after: int = 0) -> Iterator[Recorded]:
        return iter(self._records[after:])

    def append(self, recorded: Recorded) -> None:
        self._records.append(recorded)

    def verify(self, expected_head: str | None = None) -> Verification:
        raise LogError("what is read from beslutsfiler has no hash chain; record it in a register first")


class MemoryNames(dict[str, str]):
    """Person names that live as long as the program."""

    def set(self, person: str, name: str) -> None:
        self[person] = name

    def all(self) -> dict[str, str]:
        return dict(self)

    def erase(self, person: str) -> None:
        self.pop(person, None)
