"""Given, when, then: what is recorded, what is done, and what is to become of it.

>>> from orgmodell.testing import given
>>> kommun = given('''
... beslut: KF 2014 § 12
... decided: 2014-03-01
... effective: 2015-01-01
... changes:
...   - create_enhet: {enhet: soc, name: Socialförvaltningen, kind: förvaltning}
...   - create_enhet: {enhet: hemtjanst, name: Hemtjänsten, kind: avdelning, parent: soc}
... ''')
>>> dissolving = kommun.when('''
... beslut: SN 2016 § 9
... decided: 2016-05-01
... changes:
...   - dissolve_enhet: {enhet: soc}
... ''')
>>> dissolving.then_refused("R07", things=["soc"]).organisation
<Organisation 'given', 1 beslut>
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from textwrap import dedent

import attrs

from orgmodell.changes import Beslut, Change, Recorded
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused
from orgmodell.ledger import changes_to_yaml, read_changes, read_text, to_yaml
from orgmodell.organisation import (
    MemoryLog,
    MemoryNames,
    Organisation,
    ReadableOrganisation,
    WritableOrganisation,
)
from orgmodell.rules import STANDARD, Rule
from orgmodell.testing.notso import NotSo
from orgmodell.violations import Violation, refusing
from orgmodell.words import Text, joined, same
from orgmodell.words import testing as words

Act = Beslut | Sequence[Beslut] | str | Callable[[Organisation], object]
Source = ReadableOrganisation | str | Beslut | Sequence[Beslut]


class GivenRefused(ValueError):
    """What a test gives is refused: it is the test that is wrong.

    Attributes:
        text: why, in Swedish and English; `str` gives the English.
    """

    def __init__(self, why: Text) -> None:
        self.text = joined([words.GIVEN_REFUSED, why], "\n")
        super().__init__(self.text.en)


def given(source: Source | None = None, *, rules: Sequence[Rule] | None = None) -> Given:
    """What is recorded before anything is done.

    Args:
        source: an organisation, whose log is copied into memory and which is never touched; a beslutsfil
            as text; or a beslut, or several. Left out, nothing is recorded.
        rules: the rules in force; left out, those of the organisation given, or else `orgmodell.STANDARD`.

    Raises:
        GivenRefused: a beslut in it breaks a rule.
        LedgerError: the text cannot be read.
    """
    if isinstance(source, ReadableOrganisation):
        return Given(_copy(source, source.rules if rules is None else rules))
    organisation = Organisation("given", MemoryLog(), STANDARD if rules is None else rules)
    try:
        for beslut in _beslut(() if source is None else source, "given"):
            organisation.record(beslut)
    except (BeslutRefused, BeslutAlreadyRecorded) as error:
        raise GivenRefused(error.text) from None
    return Given(organisation)


@attrs.frozen
class Given:
    """What is recorded before anything is done. Several things may be done with it, each by itself.

    Attributes:
        organisation: it, as an organisation in memory.
    """

    organisation: Organisation

    def when(self, act: Act) -> Outcome:
        """Do something with it, and keep what became of it.

        Args:
            act: a beslut, or several, or a beslutsfil as text, all of which is judged before any of it is
                recorded; or a function that is given the organisation and records in it: the code under
                test. What it raises is raised here too, but for BeslutRefused.

        Raises:
            LedgerError: the text cannot be read.

        >>> from datetime import date
        >>> def reorganise(organisation):
        ...     with organisation.beslut("KF § 1", decided=date(2015, 1, 1)) as beslut:
        ...         beslut.create_enhet("soc", name="Socialförvaltningen")
        >>> done = given().when(reorganise).then("- create_enhet: {enhet: soc, name: Socialförvaltningen}")
        >>> done.organisation.on(date(2015, 1, 1)).enheter()
        ('soc',)
        """
        watched, stopped = _Watched(self.organisation), False
        try:
            _do(act, watched)
        except BeslutRefused as error:
            stopped = True
            if error not in watched.refused:
                watched.refused.append(error)
        return Outcome(
            watched,
            tuple(watched.up_to_date().records(after=self.organisation.up_to_date().position)),
            tuple(watched.refused),
            tuple(watched.warnings),
            stopped,
        )


@attrs.frozen
class Outcome:
    """What became of what was done.

    Attributes:
        organisation: the organisation afterwards, to ask further.
        recorded: the beslut that were recorded, in order.
        refused: each refusal of a beslut, whether or not the code under test let it through.
        warnings: the warnings of what was recorded.
        stopped: whether a refusal stopped what was done, as one does that the code under test lets through.
    """

    organisation: Organisation
    recorded: tuple[Recorded, ...]
    refused: tuple[BeslutRefused, ...]
    warnings: tuple[Violation, ...]
    stopped: bool = False

    def then(self, *changes: Change | str) -> Outcome:
        """What was recorded is exactly these changes, in order, whatever beslut they are in.

        No refusal stopped it. A change that names no day is the same whatever day it takes effect; one that
        does takes effect that day.

        Args:
            changes: the changes; or one text, with changes as they stand in a beslutsfil. None: nothing
                was recorded.

        Raises:
            NotSo: it is not; with a diff, and why it was refused if it was.
            LedgerError: the text cannot be read.
        """
        __tracebackhide__ = True
        expected = [each for given in changes for each in _changes(given)]
        recorded = [_as_in(each, expected, number) for number, each in enumerate(self._changes())]
        if recorded != expected or self.stopped:
            shown = _diff(changes_to_yaml(expected), changes_to_yaml(recorded))
            told = [words.OTHER_CHANGES, shown] if recorded != expected else [words.STOPPED]
            raise NotSo(_lines(*told, *self._why_refused()))
        return self

    def then_refused(self, *rules: str, things: Collection[str] = ()) -> Outcome:
        """What was done was refused, by exactly these rules.

        Args:
            rules: their ids, as ``"R07"``.
            things: ids that the refusal must name.

        Raises:
            NotSo: it was not; with what was recorded, or which rules refused it and why.
        """
        __tracebackhide__ = True
        if not rules:
            raise ValueError("name the rules that are to refuse it, as then_refused('R07')")
        self._require_known(rules)
        errors = self._errors()
        refused_by = {each.rule for each in errors}
        if refused_by != {*rules}:
            told = [*self._why_refused()] or [words.NOT_REFUSED, *self._what_was_recorded()]
            raise NotSo(_lines(words.expected_refusal(rules), *told))
        unnamed = tuple(t for t in _ids(things) if not any(t in each.things for each in errors))
        if unnamed:
            raise NotSo(_lines(words.not_named(unnamed), *self._why_refused()))
        return self

    def then_warned(self, *rules: str) -> Outcome:
        """What was done was recorded, and the warnings it gave are exactly these; without any, none.

        Args:
            rules: the ids of the rules, as ``"R10"``.

        Raises:
            NotSo: it was not; with the warnings, or which rules refused it and why.
        """
        __tracebackhide__ = True
        self._require_known(rules)
        warned = {each.rule for each in self.warnings}
        if self.refused or not self.recorded or warned != {*rules}:
            told = [*self._why_refused()] or self._warned()
            raise NotSo(_lines(words.expected_warnings(rules), *told))
        return self

    def _require_known(self, rules: Sequence[str]) -> None:
        """Raise ValueError for an id that no rule has: such a test would be wrong whatever is done."""
        known = sorted({rule.id for rule in (*STANDARD, *self.organisation.rules)})
        for each in rules:
            if each not in known:
                raise ValueError(f"no rule is called {each!r}; they are {', '.join(known)}")

    def _changes(self) -> Iterator[tuple[Beslut, Change]]:
        for record in self.recorded:
            yield from ((record.beslut, change) for change in record.beslut.changes)

    def _errors(self) -> list[Violation]:
        return [error for each in self.refused for error in refusing(each.violations)]

    def _why_refused(self) -> Iterator[Text]:
        errors = self._errors()
        if errors:
            yield words.REFUSED
            yield from _told(errors)

    def _what_was_recorded(self) -> Iterator[Text]:
        if self.recorded:
            yield words.RECORDED
            yield same(to_yaml(record.beslut for record in self.recorded).rstrip())
        else:
            yield words.NOTHING_RECORDED

    def _warned(self) -> list[Text]:
        if not self.recorded:
            return [words.NOTHING_RECORDED]
        return [words.WARNED, *_told(self.warnings)] if self.warnings else [words.NO_WARNINGS]


class _Watched(Organisation):
    """A copy of an organisation that keeps what is refused, and the warnings of what is not."""

    def __init__(self, organisation: Organisation) -> None:
        branch = organisation.rehearsal()
        recorder = branch._recorder
        super().__init__(
            branch.name, recorder.log, branch.rules, branch.clock, branch.names, recorder.chronicle
        )
        self.read_as(branch)
        self.refused: list[BeslutRefused] = []
        self.warnings: list[Violation] = []

    def __repr__(self) -> str:
        return f"<Organisation '{self.name}', {self._position()} beslut>"

    def record(self, beslut: Beslut, told: Callable[[list[Violation]], object] | None = None) -> Recorded:
        def tell(warnings: list[Violation]) -> None:
            self.warnings += warnings
            if told is not None:
                told(warnings)

        try:
            return super().record(beslut, tell)
        except BeslutRefused as error:
            self.refused.append(error)
            raise


def _do(act: Act, organisation: Organisation) -> None:
    if callable(act):
        act(organisation)
        return
    meant = _beslut(act, "when")
    rehearsal = organisation.rehearsal()
    for beslut in meant:
        rehearsal.record(beslut)
    for beslut in meant:
        organisation.record(beslut)


def _copy(source: ReadableOrganisation, rules: Sequence[Rule]) -> Organisation:
    """An organisation in memory with the same log and names."""
    log = MemoryLog(source.beslut_log())
    if isinstance(source, WritableOrganisation):
        copy = Organisation(source.name, log, rules, source.clock, MemoryNames(source.names.all()))
    else:
        copy = Organisation(source.name, log, rules)
    copy.read_as(source)
    return copy


def _beslut(source: str | Beslut | Iterable[Beslut], name: str) -> Sequence[Beslut]:
    """The beslut given, or those of a text."""
    if isinstance(source, str):
        return [located.beslut for located in read_text(dedent(source), name)]
    beslut = [*source] if isinstance(source, Iterable) else [source]
    for each in beslut:
        if not isinstance(each, Beslut):
            raise TypeError(
                f"{name}: a beslutsfil as text, beslut or an organisation is expected, not {each!r}"
            )
    return beslut


def _changes(given: Change | str) -> list[Change]:
    if isinstance(given, str):
        return read_changes(dedent(given), "then")
    if not isinstance(given, Change):
        raise TypeError(f"a change, or changes as text, are expected, not {given!r}")
    return [given]


def _as_in(recorded: tuple[Beslut, Change], expected: Sequence[Change], number: int) -> Change:
    """A recorded change with its day, if the one expected in its place names one."""
    beslut, change = recorded
    names_day = number < len(expected) and expected[number].effective is not None
    return attrs.evolve(change, effective=beslut.day_of(change) if names_day else None)


def _ids(things: Collection[str]) -> Collection[str]:
    if isinstance(things, str):
        raise TypeError(f"several ids are expected, as [{things!r}], not the text {things!r}")
    return things


def _told(violations: Iterable[Violation]) -> Iterator[Text]:
    return ("  " + each.whole for each in dict.fromkeys(violations))


def _diff(expected: str, recorded: str) -> Text:
    before, after = expected.splitlines(), recorded.splitlines()
    lines = [*difflib.unified_diff(before, after, n=len(before) + len(after), lineterm="")]
    return same("\n".join(lines[3:]))  # the whole is shown: names and line numbers say nothing


def _lines(*lines: Text) -> Text:
    return joined(lines, "\n")
