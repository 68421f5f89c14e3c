"""What takes effect in a period: what begins or ceases to hold, each on the day it really does."""

from __future__ import annotations

from datetime import date

from orgmodell import Organisation
from orgmodell.draft import Draft
from orgmodell.organisation import ReadableOrganisation
from orgmodell.periods import ONE_DAY
from test_rules import YEAR, accept, given


def told(org: Organisation, after: date, until: date) -> list[tuple[date, str, bool]]:
    """What takes effect: the day, the verb, and whether it is an end."""
    return [(each.day, each.change.verb, each.ends) for each in org.taking_effect(after, until)]


def test_an_end_is_told_on_the_day_it_ends() -> None:
    """An appointment and a seat end by themselves when 2016 begins."""
    org = given()
    accept(org, 2015, lambda b: b.appoint("soc-chef", person="p-1", until=YEAR[2016]))
    accept(org, 2015, lambda b: b.elect_ledamot("sn", person="p-2", until=YEAR[2016]))
    assert told(org, YEAR[2015], YEAR[2016]) == [
        (YEAR[2016], "appoint", True),
        (YEAR[2016], "elect_ledamot", True),
    ]


def test_an_end_that_was_overtaken_is_not_told() -> None:
    """By a release, by a new term recorded for the same day, or by the end of the post itself."""
    org = given((2011, lambda b: b.create_befattning("bitr", title="Biträdande", enhet="soc")))
    accept(org, 2014, lambda b: b.appoint("soc-chef", person="p-1", until=YEAR[2016]))
    accept(org, 2014, lambda b: b.appoint("bitr", person="p-2", until=YEAR[2016]))
    accept(org, 2014, lambda b: b.elect_ledamot("sn", person="p-3", until=YEAR[2016]))
    accept(org, 2015, lambda b: b.release("soc-chef", person="p-1"))

    def withdraw(beslut: Draft) -> None:
        beslut.release("bitr", person="p-2")
        beslut.withdraw_befattning("bitr")

    accept(org, 2015, withdraw)
    accept(org, 2016, lambda b: b.elect_ledamot("sn", person="p-3", role="ordforande", until=YEAR[2018]))
    assert told(org, YEAR[2014], YEAR[2017]) == [
        (YEAR[2015], "release", False),
        (YEAR[2015], "release", False),
        (YEAR[2015], "withdraw_befattning", False),
        (YEAR[2016], "elect_ledamot", False),
    ]


def test_an_avtal_runs_out_on_the_day_its_last_renewal_says() -> None:
    """The first end is overtaken; an avtal that was ended does not run out as well."""
    org = given((2011, lambda b: b.register_utforare("bolaget", name="Bolaget AB", kind="bolag")))

    def conclude(beslut: Draft) -> None:
        for avtal, year in (("a", 2015), ("b", 2016)):
            beslut.conclude_avtal(avtal, name="A", bestallare="soc", utforare="bolaget", until=YEAR[year])

    accept(org, 2012, conclude)
    accept(org, 2014, lambda b: b.renew_instrument("a", until=YEAR[2017]))
    accept(org, 2015, lambda b: b.end_avtal("b"))
    assert told(org, YEAR[2014], YEAR[2020]) == [
        (YEAR[2015], "end_avtal", False),
        (YEAR[2017], "renew_instrument", True),
    ]
    assert told(org, YEAR[2014], YEAR[2017] - ONE_DAY) == [(YEAR[2015], "end_avtal", False)]
    assert told(org, YEAR[2017] - ONE_DAY, YEAR[2017]) == [(YEAR[2017], "renew_instrument", True)]
    assert told(org, YEAR[2017], YEAR[2020]) == []


def test_the_day_after_which_is_asked_is_not_in_the_period_and_the_last_day_is() -> None:
    """Exactly at ``after`` nothing is told, exactly at ``until`` it is; so too of an end."""
    org = given()
    accept(org, 2015, lambda b: b.appoint("soc-chef", person="p-1", until=YEAR[2016]))
    for day, ends in ((YEAR[2015], False), (YEAR[2016], True)):
        assert told(org, day - ONE_DAY, day) == [(day, "appoint", ends)]
        assert told(org, day, day + ONE_DAY) == []
        assert told(org, day, day) == []


def test_a_seat_in_an_organ_that_is_gone_does_not_end() -> None:
    """It ended with the organ."""
    org = given((2011, lambda b: b.create_organ("au", name="AU", kind="utskott", part_of="sn")))
    accept(org, 2014, lambda b: b.elect_ledamot("au", person="p-1", until=YEAR[2016]))
    accept(org, 2015, lambda b: b.dissolve_organ("au"))
    assert told(org, YEAR[2014], YEAR[2020]) == [(YEAR[2015], "dissolve_organ", False)]


def test_a_history_is_in_order_of_day_as_far_as_is_recorded_and_known() -> None:
    """What was recorded last may come first; what was recorded or decided later is not in it."""
    org = given()
    accept(org, 2014, lambda b: b.rename_enhet("aldre", name="Seniorerna"))
    accept(org, 2012, lambda b: b.rename_enhet("aldre", name="De äldre"))

    def days(of: ReadableOrganisation, known: date | None = None) -> list[date]:
        return [happening.fact.day for happening in of.history("aldre", known)]

    assert days(org) == [YEAR[2010], YEAR[2012], YEAR[2014]]
    assert days(org, known=YEAR[2013]) == [YEAR[2010], YEAR[2012]]
    assert days(org.as_recorded(2)) == [YEAR[2010], YEAR[2014]]


def test_what_is_annulled_is_told_by_what_annuls_it_while_that_counts() -> None:
    """Not before it was decided, nor when it is annulled in turn."""
    org = given()
    accept(org, 2012, lambda b: b.rename_enhet("aldre", name="Seniorerna"))
    accept(org, 2013, lambda b: b.annul_beslut("prövat 1"))
    accept(org, 2014, lambda b: b.annul_beslut("prövat 2"))
    annulled = [org.history("aldre", known=YEAR[year])[-1].annulled_by for year in (2012, 2013, 2014)]
    assert annulled == [None, "prövat 2", None]
