"""A question asked over a period is answered as it is of each day, and anew when that may be another."""

from __future__ import annotations

from datetime import date, timedelta

from orgmodell import Organisation
from orgmodell.periods import Period
from orgmodell.view import View, first_answer, over_time
from test_rules import YEAR, given


def _changing() -> Organisation:
    """Of what is asked about, something changes in 2012, 2013 and 2015, and something else in 2014."""
    return given(
        (2012, lambda b: b.rename_enhet("aldre", name="Vård och omsorg")),
        (2013, lambda b: b.move_enhet("aldre", parent="kommunen")),
        (2014, lambda b: b.rename_enhet("kommunen", name="Exempelby")),
        (2015, lambda b: b.rename_enhet("aldre", name="Omsorgen")),
    )


def _asked(view: View) -> tuple[str, str | None]:
    return view.enhet("aldre").name, view.parent("aldre")


def test_a_question_is_answered_anew_when_what_it_read_changes_and_not_else() -> None:
    account = _changing().account()
    found = over_time(account, Period(YEAR[2011], YEAR[2016]), _asked)
    assert [(each.start, each.until, each.answer) for each in found] == [
        (YEAR[2011], YEAR[2012], ("Äldreomsorgen", "soc")),
        (YEAR[2012], YEAR[2013], ("Vård och omsorg", "soc")),
        (YEAR[2013], YEAR[2015], ("Vård och omsorg", "kommunen")),
        (YEAR[2015], YEAR[2016], ("Omsorgen", "kommunen")),
    ]


def test_the_answer_over_a_period_is_that_of_each_of_its_days() -> None:
    account = _changing().account()
    for each in over_time(account, Period(YEAR[2011], YEAR[2016]), _asked):
        last = (each.until or date.max) - timedelta(days=1)
        assert [_asked(View(account, day)) for day in (each.start, last)] == [each.answer] * 2


def test_the_first_answer_is_the_first_day_on_which_there_is_one() -> None:
    account = _changing().account()
    found = first_answer(account, Period(YEAR[2011]), lambda view: view.parent("aldre") == "kommunen")
    assert found is not None
    assert found.start == YEAR[2013]
    assert first_answer(account, None, _asked) is None
