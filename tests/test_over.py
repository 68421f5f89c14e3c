"""A period at once says what its days say one by one."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, get_overloads, get_type_hints

import pandas
import pytest

import orgmodell
from orgmodell import OrganisationDays, OrganisationView, OverDays
from orgmodell.projections.answer import TableAnswer
from orgmodell.projections.kontrollspann import Kontrollspann
from orgmodell.projections.taking_effect import taking_effect

EXAMPLES = Path(__file__).parent.parent / "examples"
TYRESO = orgmodell.read_ledger(EXAMPLES / "tyreso")
DELEGATION = orgmodell.read_ledger(EXAMPLES / "delegation")
BEFORE, AFTER = date(2012, 12, 31), date(2013, 1, 8)

ARGUMENTS: dict[str, tuple[Any, ...]] = {"delegationsordning": ("socialnamnden",)}


def tables() -> Iterator[str]:
    """The questions of a view that are answered with a table."""
    for name, method in vars(OrganisationView).items():
        if not name.startswith("_") and any(map(is_table, (*get_overloads(method), method))):
            yield name


def is_table(method: Callable[..., object]) -> bool:
    returned = get_type_hints(method)["return"]
    return isinstance(returned, type) and issubclass(returned, TableAnswer)


TABLES = sorted(tables())


def test_the_questions_of_a_period_are_those_of_a_day_that_are_tables() -> None:
    named = {name for name in vars(OrganisationDays) if not name.startswith("_")}
    assert named - {"ask", "days"} == set(TABLES)
    assert len(TABLES) == 13


@pytest.mark.parametrize("question", TABLES)
def test_a_period_says_what_its_days_say_and_rests_on_the_same(question: str) -> None:
    """In the order given, also when that is not the order of the days; each day once."""
    organisation = DELEGATION if question == "delegationsordning" else TYRESO
    days = [date(2019, 6, 1), date(2016, 6, 1)] if organisation is DELEGATION else [AFTER, BEFORE]
    given = ARGUMENTS.get(question, ())
    found = getattr(organisation.over([*days, days[0]]), question)(*given)
    one_by_one = {day: getattr(organisation.on(day), question)(*given) for day in days}
    assert found.days == tuple(days)
    assert [(each.day, each.line) for each in found] == [
        (day, line) for day, table in one_by_one.items() for line in table
    ]
    assert {f.seq for f in found.basis} == {f.seq for table in one_by_one.values() for f in table.basis}
    assert found.to_dicts() == [
        {"day": day} | line for day, table in one_by_one.items() for line in table.to_dicts()
    ]
    assert [line["day"] for line in found.to_dicts()] == [each.day for each in found]
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_day_is_the_first_column_of_one_long_frame() -> None:
    found: OverDays[Kontrollspann] = TYRESO.over([BEFORE, AFTER]).kontrollspann()
    in_pandas, in_polars = found.to_pandas(), found.to_polars()
    assert in_pandas.columns[0] == in_polars.columns[0] == "day"
    assert len(in_pandas) == in_polars.height == len(found) > 0
    assert in_pandas["day"].unique().tolist() == [BEFORE, AFTER]
    assert in_polars["befattning"].to_list() == [each.line.befattning for each in found]


def test_any_question_that_is_a_table_can_be_put_to_each_day() -> None:
    days = TYRESO.over([BEFORE, AFTER])
    assert days.ask(lambda view: view.kontrollspann(riktmarke=5)) == days.kontrollspann(riktmarke=5)
    found = days.ask(lambda view: taking_effect(view.account, date(2011, 12, 31), view.day))
    assert len(found) == sum(len(TYRESO.taking_effect(date(2011, 12, 31), day)) for day in days.days)


def test_days_may_be_any_days_once() -> None:
    """A generator, and the days of a pandas range; none at all is an empty answer."""
    expected = TYRESO.over([date(2012, 12, 31), date(2013, 1, 31)]).vacancies()
    months = pandas.date_range("2012-12-31", "2013-01-31", freq="ME")
    assert TYRESO.over(months.date).vacancies() == expected
    assert TYRESO.over(day for day in (date(2012, 12, 31), date(2013, 1, 31))).vacancies() == expected
    nothing = TYRESO.over([]).kontrollspann()
    assert (len(nothing), nothing.days, nothing.basis.facts, nothing.to_dicts()) == (0, (), (), [])


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (AFTER, "several days are expected, as [2013-01-08], not the day 2013-01-08"),
        ("2013-01-08", "several days are expected, each a datetime.date, not the text '2013-01-08'"),
        ([AFTER, "2013-01-08"], "a day is a datetime.date, not '2013-01-08'"),
        ([datetime(2013, 1, 8)], "a day is a datetime.date, not datetime.datetime(2013, 1, 8, 0, 0)"),
    ],
)
def test_what_is_no_days_is_refused(days: Any, said: str) -> None:
    with pytest.raises(TypeError) as refused:
        TYRESO.over(days)
    assert str(refused.value) == said


def test_a_period_is_asked_as_known_as_recorded_and_in_an_alternative() -> None:
    """As `on` is; what is recorded afterwards does not show."""
    known, day = date(2012, 6, 1), date(2013, 1, 8)
    assert TYRESO.over([day], known=known).chart().basis == TYRESO.on(day, known).chart().basis
    assert TYRESO.over([day], known=known).chart() != TYRESO.over([day]).chart()
    earlier = TYRESO.as_recorded(1)
    assert [each.line for each in earlier.over([day]).chart()] == list(earlier.on(day).chart())
    scenario = TYRESO.scenario("alt")
    over, before = scenario.over([day]), scenario.over([day]).chart()
    with scenario.beslut("Förslag", decided=day) as draft:
        draft.create_enhet("ny", name="Ny enhet", parent="kommunen")
    assert over.chart() == before == TYRESO.over([day]).chart()
    assert "ny" in [each.line.enhet.id for each in scenario.over([day]).chart()]


def test_what_a_day_cannot_answer_a_period_cannot() -> None:
    with pytest.raises(orgmodell.NotOnThisDay, match="2014-01-01"):
        DELEGATION.over([date(2019, 6, 1), date(2014, 1, 1)]).delegationsordning("socialnamnden")


@pytest.mark.parametrize("organisation", [TYRESO, DELEGATION], ids=lambda each: each.name)
def test_a_day_of_change_is_one_on_which_something_takes_effect(organisation: orgmodell.Organisation) -> None:
    """In order, each once; between two of them nothing differs."""
    first, last = date(2012, 1, 1), date(2021, 1, 1)
    days = organisation.days_of_change(first, last)
    assert list(days) == sorted({each.day for each in organisation.taking_effect(first, last)})
    assert first not in organisation.days_of_change(first, last)
    assert organisation.days_of_change(days[0], days[1]) == (days[1],)
    for one, following in pairwise(days):
        assert not organisation.changes_between(one, following - timedelta(days=1))
