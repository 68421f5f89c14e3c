"""The plan of a day: what is due, who carries it, and what waits for what."""

from __future__ import annotations

from datetime import date

from orgmodell import Organisation
from orgmodell.draft import Draft
from orgmodell.periods import ONE_DAY
from orgmodell.projections.plan import Plan
from test_rules import YEAR, Write, accept, given

DUE = date(2015, 6, 30)


def planned(*steps: Write) -> Organisation:
    """An organisation with what these plan from 2012 on."""
    organisation = given()
    for write in steps:
        accept(organisation, 2012, write)
    return organisation


def plan(organisation: Organisation, day: date) -> Plan:
    return organisation.on(day).plan()


def overdue(organisation: Organisation, day: date) -> list[tuple[str, date]]:
    return [(deadline.atgard, deadline.day) for deadline in plan(organisation, day).overdue]


def test_an_atgard_is_overdue_the_day_after_its_deadline() -> None:
    """The deadline is the last day on which it may be done."""
    org = planned(lambda b: b.plan_atgard("utreda", name="Utreda", deadlines=[DUE]))
    assert [overdue(org, day) for day in (DUE - ONE_DAY, DUE)] == [[], []]
    assert overdue(org, DUE + ONE_DAY) == [("utreda", DUE)]


def test_only_the_part_that_is_not_done_is_overdue() -> None:
    """Each deadline is for a part; the whole done or called off leaves nothing overdue."""
    late = date(2016, 6, 30)
    org = planned(lambda b: b.plan_atgard("utreda", name="Utreda", deadlines=[late, DUE]))
    accept(org, 2014, lambda b: b.complete_atgard("utreda", deadline=DUE))
    deadlines = plan(org, YEAR[2017]).deadlines
    assert [(each.day, each.met, each.overdue) for each in deadlines] == [
        (DUE, True, False),
        (late, False, True),
    ]
    done = planned(lambda b: b.plan_atgard("utreda", name="Utreda", deadlines=[DUE]))
    accept(done, 2014, lambda b: b.complete_atgard("utreda"))
    assert [each.met for each in plan(done, YEAR[2017]).deadlines] == [True]
    off = planned(lambda b: b.plan_atgard("utreda", name="Utreda", deadlines=[DUE]))
    accept(off, 2014, lambda b: b.cancel_atgard("utreda"))
    assert plan(off, YEAR[2017]).deadlines == ()


def test_what_comes_first_is_what_has_the_nearest_day_and_waits_for_nothing_later() -> None:
    """By its first deadline; what has no day comes last, and none before what it waits for."""

    def several(beslut: Draft) -> None:
        beslut.plan_atgard("utan-dag", name="Utan dag")
        beslut.plan_atgard("sen", name="Sen", deadlines=[YEAR[2018]])
        beslut.plan_atgard("tva", name="Två", deadlines=[YEAR[2019], YEAR[2016]])
        beslut.plan_atgard("tidig", name="Tidig", deadlines=[YEAR[2015]], depends_on=["sen"])
        beslut.plan_atgard("vilar", name="Vilar", deadlines=[YEAR[2014]])

    org = planned(several)
    assert [each.id for each in plan(org, YEAR[2013]).atgarder] == [
        "vilar",
        "tva",
        "sen",
        "tidig",
        "utan-dag",
    ]


def test_what_is_closed_is_carried_by_nobody_and_is_not_undated() -> None:
    """Who has the most open åtgärder comes first; those they share are told."""

    def several(beslut: Draft) -> None:
        for atgard, ansvariga in (
            ("a", ["ks"]),
            ("b", ["soc-chef"]),
            ("c", ["soc-chef", "ks"]),
            ("d", ["sn"]),
        ):
            beslut.plan_atgard(atgard, name=atgard, ansvariga=ansvariga)
        beslut.plan_atgard("e", name="E", ansvariga=["soc-chef"])
        beslut.appoint("soc-chef", person="p-1", form="tf")

    org = planned(several)
    accept(org, 2014, lambda b: b.complete_atgard("d"))
    found = plan(org, YEAR[2015])
    assert [(each.actor, each.atgarder, each.shared, each.forms) for each in found.loads] == [
        ("soc-chef", ("b", "c", "e"), 1, ("tf",)),
        ("ks", ("a", "c"), 1, ()),
    ]
    assert found.undated == ("a", "b", "c", "e")


def test_what_holds_others_up_does_so_through_others_until_it_is_done() -> None:
    """A waits for nothing, B for A and C for B; when B is done C waits for nobody."""

    def chain(beslut: Draft) -> None:
        beslut.plan_atgard("a", name="A")
        beslut.plan_atgard("b", name="B", depends_on=["a"], deadlines=[YEAR[2020]])
        beslut.plan_atgard("c", name="C", depends_on=["b"])

    org = planned(chain)
    waits = [(each.atgard, each.undated, each.holds_up) for each in plan(org, YEAR[2013]).waits]
    assert waits == [("a", True, ("b", "c")), ("b", False, ("c",))]
    accept(org, 2014, lambda b: b.complete_atgard("b"))
    assert plan(org, YEAR[2015]).waits == ()
    assert set(plan(org, YEAR[2015]).graph().edges) == {("a", "b"), ("b", "c")}
