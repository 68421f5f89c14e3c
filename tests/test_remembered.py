"""What an account keeps of its answers is what it would answer anew, on every day and in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import event, settings
from hypothesis import strategies as st

from both import CI, Both, described, kept
from orgmodell import Organisation, OrganisationView, OrgmodellError
from orgmodell.organisation import ReadableOrganisation
from orgmodell.projections.answer import Answer, HasLines
from orgmodell.view.remembered import Kept, that_keeps
from test_rules import YEAR, accept, given

TABLES: tuple[Callable[[OrganisationView], Any], ...] = (
    OrganisationView.chart,
    OrganisationView.chefsled,
    lambda view: view.chefsled(mode="struktur"),
    OrganisationView.kontrollspann,
    OrganisationView.vacancies,
    OrganisationView.answerable,
    OrganisationView.responsibilities,
    OrganisationView.meetings,
    OrganisationView.roles,
    OrganisationView.ties,
    OrganisationView.expiring,
    OrganisationView.plan,
    OrganisationView.rights,
    OrganisationView.check,
)


def anew(history: ReadableOrganisation, day: date, known: date | None) -> OrganisationView:
    """A view of a day by an account that keeps nothing."""
    chronicle = history.up_to_date()
    return OrganisationView(chronicle.account(known, history._recorded), day, history.rules)


def said(answer: object) -> object:
    """All that an answer says, with what it rests on; also of those that equal whatever has their ids."""
    if isinstance(answer, Answer):
        return [said(getattr(answer, field.name)) for field in attrs.fields(type(answer))]
    if isinstance(answer, tuple) and not isinstance(answer, HasLines):
        return [said(each) for each in answer]
    return answer


def everything(view: OrganisationView) -> Iterator[object]:
    """The answer to every question that is a table, the line of everyone, and all that a view says."""
    for table in TABLES:
        yield said(table(view))
    for befattning in view.befattningar():
        for mode in ("faktisk", "struktur"):
            yield said(view.reporting_line(befattning, mode))
        yield [view.delegations(befattning), view.sides(befattning), view.posts_under(befattning)]
    for enhet in view.enheter():
        yield [view.titled_in_line("Enhetschef", enhet), view.sides(enhet)]
    yield [view.ordning_of(organ) for organ in view.organs()]
    yield described(view)


def first_that_differs(one: OrganisationView, other: OrganisationView) -> tuple[object, object] | None:
    """What two views say of the same, the first time that it is not the same."""
    pairs = zip(everything(one), everything(other), strict=True)
    return next((pair for pair in pairs if pair[0] != pair[1]), None)


def asked_in_any_order(both: Both, length: int) -> Counter[str]:
    """A history that is asked about many days, back and forth, by all three clocks."""
    both.grow(length)
    known, recorded = both.pick_known(), both.pick_position()
    days = both.data.draw(st.lists(st.sampled_from(both.days()), min_size=6, max_size=12), label="days")
    for history, knowledge in (
        (both.organisation, None),
        (both.organisation, known),
        (both.organisation.as_recorded(recorded), None),
    ):
        account = that_keeps(history.account(knowledge))
        for day in days:
            by_heart = OrganisationView(account, day, history.rules)
            assert first_that_differs(by_heart, anew(history, day, knowledge)) is None, day
        first, until = days[0] - timedelta(days=2), days[0] + timedelta(days=3)
        for each in history.days(first, until, knowledge):
            assert first_that_differs(each, anew(history, each.day, knowledge)) is None, each
        event(f"answers kept: {sum(map(len, account.kept.values())) // 100} hundred")
    return both.reached


@pytest.mark.long
def test_what_is_kept_is_what_would_be_answered_anew() -> None:
    """Every table, line and view of random histories, with what each rests on."""
    kept(asked_in_any_order, settings(CI, max_examples=40), length=12)


def moved() -> Organisation:
    return given(
        (2012, lambda b: b.rename_enhet("aldre", name="Vård och omsorg")),
        (2013, lambda b: b.move_enhet("aldre", parent="kommunen")),
        (2015, lambda b: b.rename_enhet("aldre", name="Omsorgen")),
    )


def node(organisation: Organisation, year: int) -> object:
    return next(each for each in organisation.on(YEAR[year]).chart() if each.enhet.id == "aldre")


def test_an_answer_is_the_same_one_until_something_changes_of_what_it_rests_on() -> None:
    """From the second time that somebody asks: the first may be the last."""
    organisation = moved()
    organisation.on(YEAR[2010])
    assert node(organisation, 2013) is node(organisation, 2014)
    assert node(organisation, 2013) is not node(organisation, 2012)
    assert node(organisation, 2013) is not node(organisation, 2015)


def test_what_is_recorded_later_is_not_answered_with_what_was_kept() -> None:
    organisation = moved()
    organisation.on(YEAR[2010])
    before = node(organisation, 2014)
    accept(organisation, 2014, lambda b: b.rename_enhet("aldre", name="Äldre"))
    assert node(organisation, 2014) != before
    assert node(organisation, 2013) == before


def test_days_are_each_day_of_a_period_as_it_was_when_asked_for() -> None:
    """From the first up to, but not including, the last; what is recorded meanwhile does not show."""
    organisation = moved()
    days = organisation.days(date(2011, 12, 30), date(2012, 1, 3))
    accept(organisation, 2011, lambda b: b.rename_enhet("aldre", name="Äldre"))
    assert [(view.day.isoformat(), view.enhet("aldre").name) for view in days] == [
        ("2011-12-30", "Äldreomsorgen"),
        ("2011-12-31", "Äldreomsorgen"),
        ("2012-01-01", "Vård och omsorg"),
        ("2012-01-02", "Vård och omsorg"),
    ]
    assert [*organisation.days(YEAR[2012], YEAR[2012])] == []
    with pytest.raises(ValueError, match="before it begins"):
        organisation.days(YEAR[2012], YEAR[2011])


def test_what_cannot_be_answered_is_not_kept() -> None:
    organisation = moved()
    for _ in range(3):
        with pytest.raises(OrgmodellError):
            organisation.on(YEAR[2012]).path("finns-ej")


def test_no_more_is_kept_than_there_is_room_for() -> None:
    """It begins anew when there is no more room, and answers all the same."""
    kept = Kept(most=3)
    for number in range(7):
        kept.keep("fråga", number, date.min, (number, None, ()))
    assert kept.at_hand("fråga", 6, YEAR[2012]) == (date.min, (6, None, ()))
    assert len(kept["fråga"]) <= 3


def test_answers_are_found_by_their_days() -> None:
    kept = Kept(most=9)
    kept.keep("fråga", "ett", YEAR[2014], ("b", YEAR[2016], ()))
    kept.keep("fråga", "ett", YEAR[2010], ("a", YEAR[2012], ()))
    found = {year: kept.at_hand("fråga", "ett", YEAR[year]) for year in (2009, 2010, 2012, 2014, 2015, 2016)}
    answers = {year: each and each[1][0] for year, each in found.items()}
    assert answers == {2009: None, 2010: "a", 2012: None, 2014: "b", 2015: "b", 2016: None}
