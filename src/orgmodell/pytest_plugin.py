"""A ledger under pytest: the fixture `organisation`, and a test for each rule that refuses a beslut.

What pytest itself loads is `orgmodell_pytest`, which imports this when it is used.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs
import pytest

from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused, OrgmodellError
from orgmodell.ledger import Located, read_files
from orgmodell.organisation import Organisation, Scenario
from orgmodell.register import nothing_recorded
from orgmodell.rules import STANDARD
from orgmodell.violations import refusing
from orgmodell.words import Text
from orgmodell.words import register as words
from orgmodell.words.testing import NO_LEDGER

NAME = "orgmodell-ledger"
FILES = "beslutsfiler"
RULES = tuple(sorted({each.id for each in STANDARD if each.severity == "error"}))


@attrs.frozen
class Ledger:
    """What became of reading a ledger.

    Attributes:
        organisation: the organisation, with the beslut up to the first that is refused.
        problems: what is wrong, with file and line: under the id of the rule that refuses a beslut, and under
            ``beslutsfiler`` for what cannot be read or has an id that is taken.
    """

    organisation: Organisation | None
    problems: Mapping[str, Sequence[Text]]

    def told(self) -> str:
        """All that is wrong, a line each."""
        return told(each for problems in self.problems.values() for each in problems)


_READ = pytest.StashKey[dict[Path, Ledger]]()


def organisation_of(request: pytest.FixtureRequest) -> Organisation:
    """The organisation of the ledger that a test, the command line or the configuration names."""
    folder = _folder(request)
    if folder is None:
        pytest.fail(NO_LEDGER.en, pytrace=False)
    ledger = read_once(request.config, folder)
    if ledger.organisation is None or ledger.problems:
        pytest.fail(ledger.told(), pytrace=False)
    return ledger.organisation.rehearsal()


def _folder(request: pytest.FixtureRequest) -> Path | None:
    """Where the ledger is: as a marker, the command line or the configuration says, in this order."""
    config = request.config
    marker = request.node.get_closest_marker("orgmodell_ledger")
    if marker is not None:
        return _marked(config.rootpath, request.path.parent, _folder_of(marker))
    if (option := _option(config)) is not None:
        return option
    setting: str = config.getini("orgmodell_ledger")
    beside = config.inipath.parent if config.inipath else config.rootpath
    return beside / setting if setting else None


def _folder_of(marker: pytest.Mark) -> str:
    """The folder that a marker names, or a test that fails with how to name one."""
    named = [*marker.args, *marker.kwargs.values()]
    if len(named) != 1 or not isinstance(named[0], str | Path) or {*marker.kwargs} - {"folder"}:
        pytest.fail(NO_LEDGER.en, pytrace=False)
    return str(named[0])


def _marked(root: Path, beside: Path, folder: str) -> Path:
    """A folder relative to the test's file or, when it is not there and is at the root, to that."""
    is_at_root = (root / folder).exists() and not (beside / folder).exists()
    return root / folder if is_at_root else beside / folder


def _option(config: pytest.Config) -> Path | None:
    """The folder of ``--orgmodell-ledger``."""
    option: str | None = config.getoption("orgmodell_ledger")
    return config.invocation_params.dir / option if option else None


def read_once(config: pytest.Config, folder: Path) -> Ledger:
    """What became of reading a ledger, now or before in the same session."""
    read, here = config.stash.setdefault(_READ, {}), Path.cwd()
    folder = Path(os.path.normpath(folder))
    if folder not in read:
        read[folder] = read_all(folder.relative_to(here) if folder.is_relative_to(here) else folder)
    return read[folder]


def read_all(folder: Path) -> Ledger:
    """Read a ledger and judge every beslut of it: also those after one that is refused, as if it were not."""
    try:
        files = read_files(folder)
    except OrgmodellError as error:
        return Ledger(None, {FILES: [error.text]})
    organisation = nothing_recorded(folder, files)
    found: dict[str, list[Text]] = defaultdict(list)
    all_the_same: Scenario | None = None  # with what is refused too, from the first that is
    for located in files.beslut:
        problems = list(_record(all_the_same or organisation, located))
        for rule, problem in problems:
            found[rule].append(problem)
        if problems:
            all_the_same = all_the_same or organisation.scenario(NAME)
            if all(rule != FILES for rule, _ in problems):
                all_the_same.propose(located.beslut)
    return Ledger(organisation, dict(found))


def _record(organisation: Organisation | Scenario, located: Located) -> Iterator[tuple[str, Text]]:
    """Record a beslut, or tell what is wrong with it, by rule."""
    try:
        organisation.record(located.beslut)
    except BeslutAlreadyRecorded as error:
        yield FILES, located.place.says(error.text)
    except BeslutRefused as refused:
        for each in refusing(refused.violations):
            yield each.rule, located.place_of(each.change).says(words.refused(refused.beslut, each.whole))


def told(problems: Iterator[Text] | Sequence[Text]) -> str:
    """Problems as they are shown: a line each, in English."""
    return "\n".join(each.en for each in problems)


# --- a test for each rule -------------------------------------------------------------------------


def tests_of_the_ledger(session: pytest.Session) -> list[pytest.Item]:
    """A test that the beslutsfiler can be read, and one for each rule that refuses a beslut."""
    ledger = LedgerTests.from_parent(session, name=NAME, nodeid=NAME)
    tests: list[pytest.Item] = list(ledger.collect())
    collected: list[pytest.Item | pytest.Collector] = [*tests]
    report = pytest.CollectReport(NAME, "passed", None, collected)
    session.ihook.pytest_collectreport(report=report)  # so that they are counted as collected
    return tests


class LedgerTests(pytest.Collector):
    """The ledger of ``--orgmodell-ledger``, read when the tests are collected."""

    def collect(self) -> Iterator[LedgerTest]:
        """A test for each rule, unless the beslutsfiler cannot be read: then the one that tells so."""
        folder = _option(self.config)
        assert folder is not None
        ledger = read_once(self.config, folder)
        for name in (FILES, *RULES) if ledger.organisation else (FILES,):
            yield LedgerTest.from_parent(self, name=name, problems=ledger.problems.get(name, ()))


class LedgerTest(pytest.Item):
    """That no beslut of the ledger is refused by a rule, or that it can be read."""

    def __init__(self, *, problems: Sequence[Text], **of_an_item: object) -> None:
        super().__init__(**of_an_item)  # type: ignore[arg-type]
        self._problems = problems

    def runtest(self) -> None:
        """Fail with what is wrong, and nothing else."""
        if self._problems:
            pytest.fail(told(self._problems), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where it stands in the report."""
        return self.config.rootpath / NAME, None, f"{NAME}::{self.name}"
