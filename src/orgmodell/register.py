"""The front of the house: open a register of organisations, or read one from beslutsfiler."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from orgmodell.addresses import is_address
from orgmodell.changes import Recorded, things_named_by
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused, LedgerRefused, SourceError
from orgmodell.identity import is_slug, slug, suggested
from orgmodell.ledger import LedgerFiles, Located, Place, is_beslutsfil, misnamed, read_files
from orgmodell.organisation import (
    MemoryLog,
    MemoryNames,
    Organisation,
    Scenario,
    WritableOrganisation,
    utc_now,
)
from orgmodell.projections.record import Warned, warned
from orgmodell.rules import STANDARD, Rule
from orgmodell.violations import Violation, refusing
from orgmodell.words import Text
from orgmodell.words import register as words

if TYPE_CHECKING:
    from orgmodell.log import Log
    from orgmodell.persons import NameRegister

ALTERNATIVES = "alternatives"


class Register:
    """Organisations kept in one database. Use it in a ``with`` statement, or close it.

    Args:
        log: the logs of the organisations.
        names: the names of their persons, beside the logs.
        rules: the rules in force in every organisation; yours may be added to `rules.STANDARD`.
        clock: what time it is, in UTC.
    """

    def __init__(
        self,
        log: Log,
        names: NameRegister,
        rules: Sequence[Rule] = STANDARD,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._log = log
        self._names = names
        self._rules = rules
        self._clock = clock

    def organisation(self, name: str) -> Organisation:
        """One of the organisations; empty, if nothing has been recorded for it.

        Where a checkpoint is beside the log and fits it, what it reaches to is taken from there.

        Raises:
            SourceError: the name is not an id.
        """
        from orgmodell.log.beside import kept

        _require_name(name)
        stream, names = self._log.stream(name), self._names.of(name)
        chronicle = kept(self._log.file, stream)
        return Organisation(name, stream, self._rules, self._clock, names, chronicle)

    def write_checkpoint(self, name: str) -> Path:
        """Read and check all of an organisation's log, and keep beside it how it is laid out.

        Opening the organisation is then a matter of reading what has been recorded since. A checkpoint can be
        thrown away at any time, and is passed over when it does not fit; write another now and then.

        Returns:
            the file, beside the log: ``kommuner.db.exempelby.checkpoint``.

        Raises:
            SourceError: the log is not in a file, nothing is recorded, or the file cannot be written.
            LogDamaged, UnreadableRecord: the log cannot be read.
        """
        from orgmodell.log.beside import keep

        _require_name(name)
        return keep(self._log.file, self._log.stream(name))

    def organisations(self) -> list[str]:
        """The ids of the organisations for which anything is recorded."""
        return self._log.organisations()

    def close(self) -> None:
        """Let go of the database."""
        self._names.close()
        self._log.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def open_register(
    where: str | os.PathLike[str],
    *,
    rules: Sequence[Rule] = STANDARD,
    clock: Callable[[], datetime] = utc_now,
    create: bool = True,
) -> Register:
    """Open a register of organisations.

    Args:
        where: a SQLite file (made if it is not there), ``":memory:"``, or a ``postgresql://`` address,
            which needs the extra ``orgmodell[postgres]``.
        rules: the rules in force.
        clock: what time it is, in UTC; stamps what is recorded.
        create: whether to make the file or the tables when they are not there.

    Raises:
        SourceError: it is no register, or cannot be reached.
    """
    from orgmodell.log import Log
    from orgmodell.persons import NameRegister

    log = Log.open(where, create=create)
    try:
        return Register(log, NameRegister.open(where), rules, clock)
    except BaseException:
        log.close()
        raise


def read_ledger(source: str | os.PathLike[str], *, rules: Sequence[Rule] = STANDARD) -> Organisation:
    """A beslutsfil, or a folder of them, as an organisation in memory; every beslut is judged.

    Raises:
        SourceError: there is no beslutsfil there.
        LedgerError: a file cannot be read, or (LedgerRefused) a beslut in it is refused; every
            problem, with file and line.
    """
    files = read_files(Path(source))
    organisation = nothing_recorded(source, files, rules)
    for _ in record_each(organisation, files.beslut):
        pass
    return organisation


def nothing_recorded(
    source: str | os.PathLike[str], files: LedgerFiles, rules: Sequence[Rule] = STANDARD
) -> Organisation:
    """The organisation that beslutsfiler are to be recorded in: named for them, and with their persons."""
    name = slug(Path(source).resolve().stem) or "organisation"
    organisation = Organisation(name, MemoryLog(), rules, names=MemoryNames(files.persons))
    organisation.read_from(files.beslut)
    return organisation


def read_alternative(
    organisation: Organisation | Scenario, *sources: str | os.PathLike[str], refuse: bool = True
) -> Scenario:
    """A scenario of an organisation with the beslut of beslutsfiler as its drafts.

    It is named for the folders or files: ``alt-a``, or ``alt-d+alt-c`` when it is read from both.

    Args:
        organisation: what it branches off from.
        sources: folders or files of beslutsfiler, taken in in this order and judged together.
        refuse: whether an alternative that breaks rules is refused; if not, ask it what is `broken`.

    Raises:
        SourceError: there is no beslutsfil there.
        LedgerError: a file cannot be read, or (LedgerRefused) the alternative breaks rules; every
            problem, with file and line.
    """
    located = [each for source in sources for each in read_files(Path(source)).beslut]
    scenario = organisation.scenario("+".join(Path(source).stem for source in sources))
    scenario.read_from(located)
    for each in located:
        try:
            scenario.propose(each.beslut)
        except BeslutAlreadyRecorded as error:
            raise LedgerRefused([each.place.says(error.text)]) from None
    errors = refusing(scenario.broken())
    if refuse and errors:
        raise LedgerRefused([_refused(scenario, located, each) for each in errors])
    return scenario


def _refused(scenario: Scenario, located: Sequence[Located], violation: Violation) -> Text:
    beslut, place = _place_of(scenario, scenario.branched, located, violation)
    return place.says(words.refused_in(scenario.alternative, beslut, violation.whole))


def _place_of(
    organisation: WritableOrganisation, since: int, located: Sequence[Located], violation: Violation
) -> tuple[str, Place]:
    """Which of the beslut recorded after a position breaks a rule, and where in its file."""
    beslut = organisation.cause(violation, since) or located[-1].beslut.id
    return beslut, next(each.place_of(violation.change) for each in located if each.beslut.id == beslut)


def alternatives_of(source: str | os.PathLike[str]) -> dict[str, Path]:
    """The alternatives beside the beslutsfiler of a folder, in its ``alternatives/``: name → where."""
    folder = Path(source) / ALTERNATIVES
    found = sorted(folder.iterdir()) if folder.is_dir() else ()
    return {each.stem: each for each in found if each.is_dir() or is_beslutsfil(each)}


def find_alternative(source: str, name: str) -> Path:
    """Where an alternative of a source is: beside its beslutsfiler by name, or else a folder or file.

    Raises:
        SourceError: it is neither, or no name.
    """
    known = alternatives_of(source)
    if not Path(name).stem:  # '' and '.' are the current folder, which has no name to tell it by
        raise SourceError(words.names_no_alternative(name, source, known))
    if name in known:
        return known[name]
    if Path(name).exists():
        return Path(name)
    raise SourceError(words.no_alternative(name, source, known, suggested(name, known)))


def record_ledger(
    organisation: WritableOrganisation,
    files: LedgerFiles,
    judged: Callable[[], object] | None = None,
    told: Callable[[Warned], object] | None = None,
) -> Iterator[Recorded]:
    """Record what beslutsfiler hold: it is all judged before any of it is recorded.

    Each beslut is recorded whole. If it is cut off between two of them, run it again: what is recorded
    already is left as it is. Names are set for the persons in what is newly recorded, so that a name
    that has been erased does not come back. Yields each record as it is made, or found there already.

    Args:
        organisation: where to record it.
        files: what to record.
        judged: called as each beslut has been judged.
        told: called with the rules that they together break and that were not broken before: warnings.

    Raises:
        LedgerRefused: a beslut is refused; every violation, with file and line. Nothing is recorded.
    """
    for _ in rehearse(organisation, files, told):
        if judged is not None:
            judged()
    already = {each.beslut.id for each in organisation.beslut_log()}
    for recorded in record_each(organisation, files.beslut):
        if recorded.beslut.id not in already:
            persons = {p for change in recorded.beslut.changes for p in things_named_by(change)}
            for person in persons & files.persons.keys():
                organisation.names.set(person, files.persons[person])
        yield recorded


def rehearse(
    organisation: WritableOrganisation,
    files: LedgerFiles,
    told: Callable[[Warned], object] | None = None,
) -> Iterator[Recorded]:
    """Judge what beslutsfiler hold as `record_ledger` does, and record nothing.

    ``told`` is called, last, with the rules that they together break and that were not broken before.
    Yields what the record of each beslut would be, or is when it is recorded already.

    Raises:
        LedgerRefused: a beslut is refused; every violation, with file and line.
    """
    rehearsal = organisation.rehearsal()
    before = len(rehearsal.beslut_log())
    yield from record_each(rehearsal, files.beslut)
    if told is not None:
        broken = rehearsal.broken_since(before)
        places = {each: _place_of(rehearsal, before, files.beslut, each)[1] for each in broken}
        told(warned(rehearsal.account(), places))


def record_each(organisation: WritableOrganisation, beslut: Iterable[Located]) -> Iterator[Recorded]:
    """Record beslut read from files one by one; the first that is refused ends it.

    Raises:
        LedgerRefused: every violation of the refused beslut, with file and line.
    """
    for located in beslut:
        try:
            recorded = organisation.record(located.beslut)
        except BeslutRefused as refused:
            errors = refusing(refused.violations)
            raise LedgerRefused(
                [located.place_of(v.change).says(words.refused(refused.beslut, v.whole)) for v in errors]
            ) from None
        except BeslutAlreadyRecorded as error:
            raise LedgerRefused([located.place.says(error.text)]) from None
        yield recorded


def is_ledger(source: str) -> bool:
    """Whether a source is a folder or file of beslutsfiler; otherwise it is a database."""
    path = Path(source)
    return bool(source) and not is_address(source) and (path.is_dir() or is_beslutsfil(path))


@contextmanager
def open_source(
    source: str, *, organisation: str | None = None, create: bool = False, rehearse: bool = False
) -> Iterator[Organisation]:
    """The organisation in a source as a person names it: beslutsfiler, a SQLite file or an address.

    Args:
        source: a folder or file of beslutsfiler, a SQLite file, or a ``postgresql://`` address.
        organisation: which one, where the source holds several.
        create: whether to make the database, or the organisation in it, when it is not there.
        rehearse: make neither, and give an organisation that is empty in their place.

    Raises:
        SourceError: there is nothing there, or it holds several and none is chosen.
        LedgerError: beslutsfiler that cannot be read.
    """
    if not source:
        raise SourceError(words.NO_SOURCE)
    if is_ledger(source):
        if organisation is not None:
            raise SourceError(words.of_one_organisation(source))
        yield read_ledger(source)
        return
    if not is_address(source) and (wrong := misnamed(Path(source))):
        raise SourceError(words.no_beslutsfil(source, wrong))
    missing = not is_address(source) and not Path(source).exists()
    if missing and create:  # a name that will not do leaves no file behind
        _require_name(_chosen([], source, organisation, create))
    nowhere = missing and rehearse
    with open_register(":memory:" if nowhere else source, create=create or nowhere) as register:
        there = register.organisations()
        yield register.organisation(_chosen(there, source, organisation, create or rehearse))


def _require_name(name: str) -> None:
    if not is_slug(name):
        raise SourceError(words.no_organisation_id(name, slug(name)))


def _chosen(there: list[str], source: str, wanted: str | None, create: bool) -> str:
    if wanted is None and len(there) == 1:
        return there[0]
    if wanted is None:
        raise SourceError(words.say_which(source, there))
    if wanted not in there and not create:
        raise SourceError(words.no_organisation(source, wanted, there, suggested(wanted, there)))
    return wanted
