"""DAG: a year that is likely to be mistyped is warned of, by the clock that is handed in and no other."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodell import Beslut, Organisation, Violation
from orgmodell.changes import EnhetCreated, HolderReleased
from orgmodell.cli import commands
from orgmodell.organisation import MemoryLog

RECORDED = datetime(2024, 5, 2, 9, tzinfo=UTC)


def remarked(decided: date, *effective: date | None, recorded: datetime = RECORDED) -> list[Violation]:
    """What check says of a beslut with an enhet for each day it takes effect."""
    organisation = Organisation("exempelby", MemoryLog(), clock=lambda: recorded)
    changes = tuple(
        EnhetCreated(f"e-{number}", name="E", effective=day)
        for number, day in enumerate(effective or (None,))
    )
    organisation.record(Beslut(id="KF § 1", decided=decided, changes=changes))
    return [each for each in organisation.violations_ever() if each.rule == "DAG"]


@pytest.mark.parametrize(
    ("decided", "effective", "says"),
    [
        (date(2203, 1, 8), None, "more than a year after it was recorded, 2024-05-02"),
        (date(2025, 5, 4), None, "more than a year after it was recorded, 2024-05-02"),
        (date(203, 1, 8), None, "before there were kommuner, which there are since 1863-01-01"),
        (
            date(2024, 1, 8),
            date(2203, 1, 1),
            "and takes effect on 2203-01-01: before 1863, or more than 30 years later",
        ),
        (
            date(2024, 1, 8),
            date(192, 1, 1),
            "and takes effect on 0192-01-01: before 1863, or more than 30 years later",
        ),
    ],
)
def test_a_year_that_is_likely_to_be_mistyped_is_warned_of(
    decided: date, effective: date | None, says: str
) -> None:
    """The whole message: which beslut, which day, how far away it is, and the way out."""
    (warning,) = remarked(decided, effective)
    assert warning.severity == "warning"
    assert warning.message == f"'KF § 1' is taken on {decided}, {says}. Correct the year, if it is mistyped."
    assert (warning.day, warning.things) == (decided, ("KF § 1",))


def test_days_at_hand_are_not_remarked() -> None:
    """A beslut of next year, one recorded long afterwards, a plan of thirty years, one from before."""
    assert not remarked(date(2025, 5, 2))
    assert not remarked(date(1971, 1, 1))
    assert not remarked(date(2013, 1, 8), date(2042, 12, 31), date(1984, 1, 1))


def test_far_is_told_by_the_clock_that_is_handed_in() -> None:
    """The same beslut, recorded at another time: nothing reads today's date."""
    taken = date(2203, 1, 8)
    assert not remarked(taken, recorded=datetime(2203, 2, 1, tzinfo=UTC))
    assert remarked(taken, recorded=datetime(2023, 2, 1, tzinfo=UTC))


def test_each_far_day_of_a_beslut_is_told_once() -> None:
    """In one remark; both ends of the calendar are days like others."""
    far = date(2203, 1, 1)
    (remark,) = remarked(date(2024, 1, 8), far, far, date.max)
    assert "takes effect on 2203-01-01, 9999-12-31: before" in str(remark)
    assert len(remarked(date.max, date.max)) == 1
    assert len(remarked(date.min, date.max)) == 2


def test_check_of_beslutsfiler_remarks_on_a_beslut_of_2203(tmp_path: Path) -> None:
    """A beslutsfil is recorded when it is read."""
    (tmp_path / "01.yaml").write_text(
        "beslut: KF § 1\ndecided: 2203-01-08\nchanges:\n  - create_enhet: {enhet: a, name: A}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(commands, ["check", str(tmp_path)])
    assert result.exit_code == 1
    assert "2203-01-08  DAG    varning" in result.stdout


def test_a_post_whose_holder_is_released_on_the_day_of_the_appointment_is_vacant() -> None:
    """Somebody was recorded as holding it, and nobody does: that is known, and was so declared."""
    organisation = Organisation("exempelby", MemoryLog())
    day = date(2014, 1, 2)
    with organisation.beslut("1", decided=date(2013, 1, 8), effective=date(2013, 1, 8)) as beslut:
        beslut.create_enhet("kontor", name="Kontor", kind="avdelning")
        beslut.create_befattning("direktor", title="Direktör", enhet="kontor")
    with organisation.beslut("2", decided=date(2013, 1, 8), effective=day) as beslut:
        beslut.declare_vacancy("direktor")
    with organisation.beslut("3", decided=date(2013, 1, 8), effective=day) as beslut:
        beslut.appoint("direktor", person="p-2", form="tf")
    proposed = organisation.scenario("a")  # recorded it would be refused: nobody holds it the day before
    proposed.propose(
        Beslut(
            id="4",
            decided=date(2013, 1, 8),
            effective=day,
            changes=(HolderReleased("direktor", person="p-2"),),
        )
    )
    view = proposed.on(day)
    assert view.holders("direktor") == ()
    assert view.is_vacant("direktor")
    assert [(each.befattning, each.since) for each in view.vacancies()] == [("direktor", day)]
    assert not organisation.on(date(2013, 6, 1)).is_vacant("direktor")
