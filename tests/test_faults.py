"""The list of deliberate faults does not go stale; `python tests/faults` puts the tests to them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from faults import FAULTS, Fault
from faults.running import verdict

TESTS = Path(__file__).parent
LIBRARY = TESTS.parent / "src" / "orgmodell"
each_fault = pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.name) for fault in FAULTS])


def test_there_are_many_faults_each_with_a_name_of_its_own() -> None:
    assert len(FAULTS) >= 60
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert len({(fault.file, fault.old, fault.new) for fault in FAULTS}) == len(FAULTS)


@each_fault
def test_a_fault_can_be_put_into_the_library(fault: Fault) -> None:
    """It stands there once, something else stands there instead, and what it makes is still a module."""
    before = (LIBRARY / fault.file).read_text(encoding="utf-8")
    after = fault.put_into(before)  # raises where it does not stand there once
    assert ast.dump(ast.parse(after)) != ast.dump(ast.parse(before))


@each_fault
def test_a_fault_says_what_is_wrong_and_which_tests_are_to_notice(fault: Fault) -> None:
    assert fault.says
    assert fault.tests
    assert [name for name in fault.tests if not (TESTS / name).is_file()] == []


def test_what_does_not_stand_there_once_is_no_fault() -> None:
    fault = Fault("n", "f.py", "a < b", "a <= b", "s", "test_x.py")
    assert fault.put_into("if a < b:") == "if a <= b:"
    for text in ("if a > b:", "a < b or a < b"):
        with pytest.raises(ValueError, match="n: f"):
            fault.put_into(text)


OVERDUE = ("projections/plan.py", "overdue=not met and day < on)")


@pytest.mark.long
@pytest.mark.parametrize(
    ("new", "limit", "by"),
    [
        ("overdue=not met and day <= on)", 300, "named"),
        ("overdue=not met and on > day)", 300, "nobody"),
        ("overdue=not met and on > day)", 0.1, "time"),
    ],
    ids=["wrong", "the same in other words", "too slow"],
)
def test_what_is_wrong_is_noticed_and_what_is_only_put_otherwise_is_not(
    new: str, limit: float, by: str
) -> None:
    """By the tests named; the working tree is left as it is."""
    fault = Fault("n", *OVERDUE, new, "s", "test_plan.py")
    before = (LIBRARY / fault.file).read_text(encoding="utf-8")
    found = verdict(fault, only_named=True, limit=limit)
    assert (found.by, found.noticed) == (by, by != "nobody")
    assert (found.test is not None) == (by == "named")
    assert (LIBRARY / fault.file).read_text(encoding="utf-8") == before
