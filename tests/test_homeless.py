"""What is left without a home: only what has nobody any more, and is still to be done or in force."""

from __future__ import annotations

from orgmodell import Organisation, Scenario
from orgmodell.draft import Draft
from orgmodell.projections.homeless import Homeless, homeless
from test_rules import YEAR, accept, given


def _planned(beslut: Draft) -> None:
    for post in ("a", "b"):
        beslut.create_befattning(post, title=post, enhet="soc")
    beslut.plan_atgard("flytt", name="Flytta", ansvariga=["a", "b"])


def _left(organisation: Organisation | Scenario, year: int) -> tuple[Homeless, ...]:
    return homeless(organisation.on(YEAR[year]))


def test_an_atgard_is_left_when_all_who_are_to_do_it_are_gone() -> None:
    """Not with the first of them, and not when it is done."""
    org = given((2011, _planned))
    accept(org, 2013, lambda b: b.withdraw_befattning("a"))
    accept(org, 2015, lambda b: b.withdraw_befattning("b"))
    accept(org, 2017, lambda b: b.complete_atgard("flytt"))
    assert [_left(org, year) for year in (2012, 2013, 2014)] == [()] * 3
    assert _left(org, 2015) == (Homeless("flytt", "atgard", "a, b"),)
    assert _left(org, 2017) == ()


def test_what_has_run_out_needs_no_parties() -> None:
    """An överenskommelse whose beställare is gone is left only while it is in force: a draft lets it be."""

    def make(beslut: Draft) -> None:
        for enhet in ("bestaller", "utfor"):
            beslut.create_enhet(enhet, name=enhet, parent="soc")
        beslut.make_overenskommelse(
            "ok", name="Överenskommelsen", bestallare="bestaller", utforare="utfor", until=YEAR[2014]
        )

    org = given((2011, make))
    draft = org.scenario("för tidigt")
    early = org.beslut("tidigt", decided=YEAR[2012])
    early.dissolve_enhet("bestaller")
    draft.propose(early.finished())
    assert _left(draft, 2011) == ()
    assert _left(draft, 2013) == (Homeless("ok", "overenskommelse", "bestaller"),)
    accept(org, 2015, lambda b: b.dissolve_enhet("bestaller"))
    assert [_left(each, 2016) for each in (org, draft)] == [(), ()]
