"""The rule of the nämnder: what has answered to one, or takes over from what has, answers to some."""

from __future__ import annotations

from orgmodell import Organisation
from orgmodell.draft import Draft
from test_rules import YEAR, accept, given


def told(organisation: Organisation, year: int) -> list[tuple[str, ...]]:
    """What answers to no nämnd on 1 January, and should."""
    return [v.things for v in organisation.on(YEAR[year]).violations() if v.rule == "NAMND"]


def test_of_what_loses_its_namnd_the_topmost_is_told() -> None:
    """What is under it has lost it as well; once it has another nämnd, both have."""
    org = given()
    accept(org, 2014, lambda b: b.remove_from_namnd("soc", namnd="sn"))
    accept(org, 2016, lambda b: b.place_under_namnd("soc", namnd="ks"))
    assert [told(org, year) for year in (2013, 2014, 2015, 2016)] == [[], [("soc",)], [("soc",)], []]
    assert [org.on(YEAR[2015]).namnder(enhet) for enhet in ("soc", "aldre")] == [(), ()]


def test_an_enhet_answers_to_its_own_namnd_or_to_that_of_the_nearest_above() -> None:
    def place(beslut: Draft) -> None:
        beslut.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")
        beslut.place_under_namnd("aldre", namnd="ks")

    view = given((2011, place)).on(YEAR[2012])
    answers = {enhet: view.namnder(enhet) for enhet in ("kommunen", "soc", "aldre", "hemtjanst")}
    assert answers == {"kommunen": (), "soc": ("sn",), "aldre": ("ks",), "hemtjanst": ("ks",)}


def test_nothing_answers_to_an_organ_that_is_gone() -> None:
    """A draft may dissolve it; what was placed under it is told to have lost its nämnd."""
    org = given()
    draft = org.scenario("utan nämnd")
    close = org.beslut("nämnden upphör", decided=YEAR[2014], decided_by="kf")
    close.dissolve_organ("sn")
    draft.propose(close.finished())
    assert [draft.on(YEAR[year]).namnder("soc") for year in (2013, 2014)] == [("sn",), ()]
    assert draft.on(YEAR[2014]).namnder_of("soc") == ()


def test_what_is_moved_from_under_a_namnd_is_told() -> None:
    """By itself: that over it never answered to any."""
    org = given()
    accept(org, 2014, lambda b: b.move_enhet("aldre", parent="kommunen"))
    assert told(org, 2014) == [("aldre",)]


def test_what_takes_over_from_an_enhet_answers_to_a_namnd_too() -> None:
    """Unless it answers to one already, by what it is under."""

    def one(beslut: Draft) -> None:
        beslut.create_enhet("kultur", name="Kultur", parent="kommunen")
        beslut.place_under_namnd("kultur", namnd="sn")

    def close(beslut: Draft) -> None:
        beslut.create_enhet("fritid", name="Fritid", parent="kommunen")
        beslut.dissolve_enhet("kultur", successors=["fritid", "aldre"])

    org = given((2011, one))
    accept(org, 2014, close)
    accept(org, 2016, lambda b: b.place_under_namnd("fritid", namnd="ks"))
    assert [told(org, year) for year in (2013, 2014, 2015, 2016)] == [[], [("fritid",)], [("fritid",)], []]
