"""Runs the tests against faults, each in its own copy of src, beside the working tree and never in it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Literal

import attrs

from faults.fault import Fault

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
LIBRARY = "src/orgmodell"
BESIDE = ("test_faults.py", "test_benchmarks.py", "test_docs.py")  # they try out no answers of their own
PASSED, NOTHING_TO_RUN = 0, 5
MANY = 6  # times as long all other tests may take
_FAILED = re.compile(r"^(?:FAILED|ERROR) (?:\S*/)?(test_.+?)(?: - |$)", re.MULTILINE)

By = Literal["named", "others", "long", "time", "nobody"]


@attrs.frozen
class Verdict:
    """Whether a fault was noticed.

    Attributes:
        fault: the fault.
        by: the tests named for it, the other ones, those marked long, the time limit; or nobody.
        test: the test that noticed.
        seconds: how long it took.
    """

    fault: Fault
    by: By
    test: str | None
    seconds: float

    @property
    def noticed(self) -> bool:
        return self.by != "nobody"


class TestsFail(Exception):
    """Tests fail without any fault in the library: they would seem to notice every one."""


def require_that_they_pass(faults: Sequence[Fault], limit: float) -> None:
    """See that the tests named for faults pass as long as nothing is wrong.

    Raises:
        TestsFail: one of them does not, or the library that they test is not the copy.
    """
    named = dict.fromkeys(each for fault in faults for each in fault.tests)
    with _copied() as folder:
        found = _imported_from(folder)
        if not found.startswith(str(folder)):
            raise TestsFail(f"the tests would test the library at {found}, and not a copy of it")
        ended, test = _run(folder, _paths(named), limit)
    if ended != PASSED:
        raise TestsFail(f"{test or 'a test'} fails, or is too slow, without any fault")


def verdicts(faults: Sequence[Fault], jobs: int, only_named: bool, limit: float) -> Iterator[Verdict]:
    """Whether each fault is noticed, as soon as that is known.

    Args:
        faults: what to put to it.
        jobs: how many at once.
        only_named: whether only the tests named for a fault are run.
        limit: the seconds after which a fault has let the tests named for it hang.
    """
    with ThreadPoolExecutor(jobs) as pool:
        running = [pool.submit(verdict, fault, only_named, limit) for fault in faults]
        try:
            for done in as_completed(running):
                yield done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def verdict(fault: Fault, only_named: bool, limit: float) -> Verdict:
    """Whether one fault is noticed: by the tests named for it, by any other, or by a long one."""
    began = perf_counter()
    named = _paths(fault.tests)
    rest = [str(TESTS), *(f"--ignore={TESTS / each}" for each in (*fault.tests, *BESIDE))]
    stages: list[tuple[By, list[str]]] = [("named", named)]
    if not only_named:
        stages += [
            ("others", [*rest, "-m", "not long and not deep"]),
            ("long", [*rest, "-m", "long and not deep"]),
        ]
    with _copied() as folder:
        _put(fault, folder)
        for by, chosen in stages:
            ended, test = _run(folder, chosen, limit if by == "named" else limit * MANY)
            if ended is None:
                return Verdict(fault, "time", None, perf_counter() - began)
            if ended not in (PASSED, NOTHING_TO_RUN):
                return Verdict(fault, by, test, perf_counter() - began)
    return Verdict(fault, "nobody", None, perf_counter() - began)


def _paths(names: Sequence[str] | dict[str, None]) -> list[str]:
    return [str(TESTS / name) for name in names]


@contextmanager
def _copied() -> Iterator[Path]:
    """A folder with a copy of src, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder:
        shutil.copytree(ROOT / "src", Path(folder) / "src")  # with what is compiled of it, which saves time
        yield Path(folder)


def _put(fault: Fault, folder: Path) -> None:
    module = folder / LIBRARY / fault.file
    module.write_text(fault.put_into(module.read_text(encoding="utf-8")), encoding="utf-8")


def _environment(folder: Path) -> dict[str, str]:
    paths = os.pathsep.join([str(folder / "src"), str(TESTS)])
    return os.environ | {"PYTHONPATH": paths, "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis")}


def _imported_from(folder: Path) -> str:
    asked = [sys.executable, "-c", "import orgmodell; print(orgmodell.__file__)"]
    done = subprocess.run(asked, env=_environment(folder), cwd=ROOT, capture_output=True, encoding="utf-8")
    return done.stdout.strip() or done.stderr


def _run(folder: Path, chosen: Sequence[str], limit: float) -> tuple[int | None, str | None]:
    """How pytest ends, None when the time is up; and the test that failed first."""
    # fmt: off
    asked = [
        sys.executable, "-m", "pytest", "-q", "-x", "--tb=no", "-p", "no:cacheprovider",
        "-p", "faults.unshrunk", "--hypothesis-seed=0", f"--basetemp={folder / 'pytest'}", *chosen,
    ]
    # fmt: on
    with subprocess.Popen(
        asked,
        env=_environment(folder),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            told, _ = process.communicate(timeout=limit)
        except BaseException as problem:
            os.killpg(process.pid, signal.SIGKILL)  # and what the tests have started
            process.communicate()
            if isinstance(problem, subprocess.TimeoutExpired):
                return None, None
            raise
    failed = _FAILED.search(told)
    return process.returncode, failed[1] if failed else None
