"""What makes a difference: every difference names the recorded facts it comes from, and no others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from orgmodell import ReadableOrganisation
from orgmodell.changes import Beslut, EnhetMoved, EnhetRenamed
from orgmodell.draft import Draft
from orgmodell.projections.diff import diff
from test_rules import YEAR, accept, given


def grounds(org: ReadableOrganisation, before: date, after: date, thing: str) -> dict[str | None, list[str]]:
    """By aspect, the beslut and verb of each fact that makes the thing differ."""
    found = org.changes_between(before, after)
    return {
        d.aspect: [f"{fact.beslut.id}: {fact.change.verb}" for fact in d.basis.facts]
        for d in found
        if d.thing == thing
    }


def bolag(beslut: Draft) -> None:
    beslut.register_utforare("bolaget", name="Bolaget AB", kind="bolag")


def for_a_year(what: str) -> Callable[[Draft], None]:
    """Something that its own beslut ends when 2015 begins."""

    def begin(beslut: Draft) -> None:
        match what:
            case "soc-chef":
                beslut.appoint("soc-chef", person="p-1", until=YEAR[2015])
            case "sn":
                beslut.elect_ledamot("sn", person="p-1", until=YEAR[2015])
            case "avtal":
                beslut.conclude_avtal(
                    "avtal", name="A", bestallare="soc", utforare="bolaget", until=YEAR[2015]
                )
            case _:
                beslut.make_overenskommelse(
                    what, name="Ö", bestallare="soc", utforare="aldre", until=YEAR[2015]
                )

    return begin


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("soc-chef", {"holders": ["prövat 2: appoint"], "vacant": ["prövat 2: appoint"]}),
        ("sn", {"ledamöter": ["prövat 2: elect_ledamot"]}),
        ("avtal", {"in force": ["prövat 2: conclude_avtal"]}),
        ("overenskommelse", {"in force": ["prövat 2: make_overenskommelse"]}),
    ],
)
def test_what_ends_by_its_own_until_rests_on_the_fact_that_stated_it(
    what: str, expected: dict[str | None, list[str]]
) -> None:
    """An appointment, a seat, a vacancy, an avtal: nothing is recorded on the day itself."""
    org = given((2011, bolag))
    accept(org, 2014, for_a_year(what))
    assert grounds(org, date(2014, 12, 31), YEAR[2015], what) == expected
    assert grounds(org, YEAR[2014], date(2014, 12, 31), what) == {}


def test_each_difference_rests_on_what_made_it_and_on_nothing_else() -> None:
    """Moved by a merger of what it was in, and renamed by another beslut: one fact for each."""
    org = given((2011, lambda b: b.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")))
    accept(org, 2014, lambda b: b.rename_enhet("hemtjanst", name="Hemvård"))
    accept(org, 2014, lambda b: b.merge_enheter(["aldre"], into="soc"))
    accept(org, 2014, lambda b: b.create_befattning("vik", title="Vikarie", enhet="hemtjanst"))
    assert grounds(org, YEAR[2013], YEAR[2014], "hemtjanst") == {
        "name": ["prövat 2: rename_enhet"],
        "parent": ["prövat 3: merge_enheter"],
    }
    assert grounds(org, YEAR[2013], YEAR[2014], "aldre") == {None: ["prövat 3: merge_enheter"]}
    assert grounds(org, YEAR[2013], YEAR[2014], "vik") == {None: ["prövat 4: create_befattning"]}
    assert grounds(org, YEAR[2014], YEAR[2013], "hemtjanst") == grounds(
        org, YEAR[2013], YEAR[2014], "hemtjanst"
    )


def test_a_parent_does_not_rest_on_where_the_parent_itself_is() -> None:
    """Unless they are in a ring, in a draft: then all that make the ring are why there is no parent."""
    org = given((2011, lambda b: b.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")))
    accept(org, 2014, lambda b: b.move_enhet("hemtjanst", parent="soc"))
    accept(org, 2015, lambda b: b.move_enhet("aldre", parent="kommunen"))
    assert grounds(org, YEAR[2013], YEAR[2016], "hemtjanst") == {"parent": ["prövat 2: move_enhet"]}
    ring = org.scenario("ring")
    moves = EnhetMoved("soc", parent="hemtjanst"), EnhetMoved("aldre", parent="kommunen")
    ring.propose(Beslut(id="ring", decided=YEAR[2016], effective=YEAR[2016], changes=moves))
    (parent,) = [d for d in ring.changes_between(YEAR[2015], YEAR[2016]) if d.aspect == "parent"][:1]
    assert (parent.thing, parent.before, parent.after) == ("soc", "kommunen", None)
    assert [fact.change for fact in parent.basis.facts] == [moves[0]]
    both_ways = grounds(ring, YEAR[2015], YEAR[2016], "hemtjanst")
    assert both_ways == {"parent": ["ring: move_enhet"], "nämnder": ["ring: move_enhet"]}


def test_an_appointment_that_came_and_went_in_between_makes_a_post_vacant() -> None:
    """Nobody was ever recorded before, and somebody has been after: the appointment is why."""
    org = given()
    accept(org, 2014, for_a_year("soc-chef"))
    assert grounds(org, YEAR[2013], YEAR[2016], "soc-chef") == {"vacant": ["prövat 1: appoint"]}


def test_one_day_as_known_at_two_times_differs_by_what_was_decided_or_annulled_in_between() -> None:
    """What was annulled and what annuls it make the difference; so too as the log stood at two times."""
    org = given()
    accept(org, 2014, lambda b: b.rename_enhet("aldre", name="Seniorerna"))
    accept(org, 2015, lambda b: b.annul_beslut("prövat 1"))
    for before, after in (
        (org.on(YEAR[2016], known=YEAR[2014]), org.on(YEAR[2016], known=YEAR[2015])),
        (org.as_recorded(2).on(YEAR[2016]), org.on(YEAR[2016])),
    ):
        for one, other in ((before, after), (after, before)):
            (renamed,) = diff(one, other)
            assert [(fact.beslut.id, fact.change.verb) for fact in renamed.basis.facts] == [
                ("prövat 1", "rename_enhet"),
                ("prövat 2", "annul_beslut"),
            ]
    (renamed,) = diff(org.on(YEAR[2016], known=YEAR[2013]), org.on(YEAR[2016], known=YEAR[2014]))
    assert [fact.beslut.id for fact in renamed.basis.facts] == ["prövat 1"]


def test_an_end_of_an_avtal_rests_on_the_renewal_that_stated_it() -> None:
    """An end that was moved is no ground of anything."""
    org = given((2011, bolag))
    accept(org, 2013, for_a_year("avtal"))
    accept(org, 2014, lambda b: b.renew_instrument("avtal", until=YEAR[2017]))
    renewal = ["prövat 3: renew_instrument"]
    assert grounds(org, YEAR[2013], YEAR[2016], "avtal") == {"until": renewal}
    assert grounds(org, YEAR[2016], YEAR[2017], "avtal") == {"in force": renewal}
    assert grounds(org, YEAR[2013], YEAR[2017], "avtal") == {"until": renewal, "in force": renewal}


def test_a_fact_that_only_says_what_held_already_is_no_ground() -> None:
    """Renamed to the name it has, and the year after to another."""
    org = given()
    accept(org, 2013, lambda b: b.rename_enhet("aldre", name="Äldreomsorgen"))
    accept(org, 2014, lambda b: b.rename_enhet("aldre", name="Seniorerna"))
    assert grounds(org, YEAR[2012], YEAR[2015], "aldre") == {"name": ["prövat 2: rename_enhet"]}


def test_a_draft_is_not_taken_for_what_was_recorded_meanwhile() -> None:
    """Both are the next fact after the same ones: each is a ground of its own difference."""
    org = given()
    alternative = org.scenario("a")
    accept(alternative, 2014, lambda b: b.rename_enhet("aldre", name="Seniorerna"))
    accept(org, 2014, lambda b: b.rename_enhet("soc", name="Omsorgen"))
    found = diff(org.on(YEAR[2015]), alternative.on(YEAR[2015]))
    assert [(d.thing, [fact.change for fact in d.basis.facts]) for d in found] == [
        ("soc", [EnhetRenamed("soc", name="Omsorgen")]),
        ("aldre", [EnhetRenamed("aldre", name="Seniorerna")]),
    ]
    assert [fact.change.verb for fact in found.basis] == ["rename_enhet", "rename_enhet"]


def test_what_is_created_rests_on_what_names_it() -> None:
    """Its leader, too; not on what has happened to those it belongs to."""
    org = given()

    def create(beslut: Draft) -> None:
        beslut.create_enhet("ny", name="Ny", parent="aldre")
        beslut.create_befattning("ny-chef", title="Chef", enhet="ny", leads=["ny"])

    accept(org, 2014, create)
    accept(org, 2015, lambda b: b.merge_enheter(["aldre"], into="soc"))
    both = ["prövat 1: create_enhet", "prövat 1: create_befattning"]
    assert grounds(org, YEAR[2013], YEAR[2016], "ny") == {None: both}


def test_what_is_there_again_rests_on_the_end_that_does_not_hold() -> None:
    """Looking back past its end, and where the end is annulled: it is created, by what had ended it."""
    org = given()
    accept(org, 2014, lambda b: b.dissolve_enhet("aldre"))
    assert grounds(org, YEAR[2014], YEAR[2013], "aldre") == {None: ["prövat 1: dissolve_enhet"]}
    accept(org, 2015, lambda b: b.annul_beslut("prövat 1"))
    (again,) = diff(org.on(YEAR[2016], known=YEAR[2014]), org.on(YEAR[2016]))
    assert (again.what, again.thing) == ("created", "aldre")
    assert [fact.change.verb for fact in again.basis.facts] == ["dissolve_enhet", "annul_beslut"]


def test_a_parent_that_is_not_known_to_be_there_is_why_an_enhet_has_none() -> None:
    """It hangs loose from what another beslut creates: that creation makes the difference, with the move."""
    org = given((2011, lambda b: b.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")))
    with org.beslut("vård", decided=YEAR[2016], effective=YEAR[2012]) as beslut:
        beslut.create_enhet("vard", name="Vård", kind="avdelning", parent="soc")
    with org.beslut("flytt", decided=YEAR[2012], effective=YEAR[2014]) as beslut:
        beslut.move_enhet("hemtjanst", parent="vard")
    loose, inside = org.on(YEAR[2015], known=YEAR[2012]), org.on(YEAR[2013])
    assert (loose.loose_from("hemtjanst"), inside.parent("hemtjanst")) == ("vard", "aldre")
    found = {d.aspect: d for d in diff(loose, inside) if d.thing == "hemtjanst"}
    assert (found["parent"].before, found["parent"].after) == (None, "aldre")
    assert [fact.change.verb for fact in found["parent"].basis.facts] == ["create_enhet", "move_enhet"]


def test_what_says_anew_what_was_said_before_is_the_ground_of_taking_back() -> None:
    """An end that was brought forward and, from the same day, put back: as recorded before, and after."""
    org = given(
        (2011, bolag),
        (2012, for_a_year("avtal")),
        (2013, lambda b: b.renew_instrument("avtal", until=YEAR[2014])),
        (2013, lambda b: b.renew_instrument("avtal", until=YEAR[2015])),
    )
    earlier = org.as_recorded(len(org.beslut_log()) - 1)
    found = [
        (each.aspect, each.before, each.after, [fact.beslut.id for fact in each.basis.facts])
        for each in diff(earlier.on(YEAR[2013]), org.on(YEAR[2013]))
    ]
    assert found == [("until", YEAR[2014], YEAR[2015], [org.beslut_log()[-1].beslut.id])]
