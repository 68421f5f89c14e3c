"""Uppdrag, roles, instruments, forums, plans and proposals in the examples, as their documents tell them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from orgmodell import Organisation, Scenario, UnknownThing, read_alternative, read_ledger
from orgmodell.projections.diff import diff
from orgmodell.projections.instrument import ties

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORT, PROPOSED = date(2013, 1, 8), date(2014, 1, 1)
PLAN, HALVARSSKIFTET = date(2018, 1, 18), date(2018, 7, 1)


def read(name: str) -> Organisation:
    return read_ledger(EXAMPLES / name)


def alternative(organisation: Organisation, *names: str, refuse: bool = True) -> Scenario:
    folder = EXAMPLES / organisation.name / "alternatives"
    return read_alternative(organisation, *(folder / name for name in names), refuse=refuse)


@pytest.fixture(scope="module")
def tyreso() -> Organisation:
    return read("tyreso")


@pytest.fixture(scope="module")
def forslag(tyreso: Organisation) -> Scenario:
    return alternative(tyreso, "forslag-2013")


@pytest.fixture(scope="module")
def vasby() -> Organisation:
    return read("vasby")


@pytest.fixture(scope="module")
def varmdo() -> Organisation:
    return read("varmdo")


@pytest.fixture(scope="module")
def osteraker() -> Organisation:
    return read("osteraker")


@pytest.fixture(scope="module")
def ksl() -> Organisation:
    return read("ksl")


# Tyresö: the proposal of 2013, beside what is


@pytest.mark.parametrize(
    ("befattning", "now", "proposed"),
    [
        (
            "boendestodjare",
            ["enhetschef-fh-01", "avdelningschef-fh", "forvaltningschef"],
            ["enhetschef-fh-01", "chef-egen-regi", "forvaltningschef"],
        ),
        (
            "personlig-assistent",
            ["enhetschef-fh-02", "avdelningschef-fh", "forvaltningschef"],
            ["enhetschef-fh-02", "chef-egen-regi", "forvaltningschef"],
        ),
        (
            "bistandshandlaggare-aldre",
            ["avdelningschef-bistand", "forvaltningschef"],
            ["enhetschef-ao-bistand", "verksamhetschef-ao", "forvaltningschef"],
        ),
        (
            "bistandshandlaggare-fh",
            ["avdelningschef-bistand", "forvaltningschef"],
            ["enhetschef-fh-bistand", "verksamhetschef-fh", "forvaltningschef"],
        ),
        ("utredare", ["forvaltningschef"], ["verksamhetschef-fh", "forvaltningschef"]),
    ],
)
def test_q1_chefsled_now_and_in_the_proposal(
    tyreso: Organisation, forslag: Scenario, befattning: str, now: list[str], proposed: list[str]
) -> None:
    """Q1: platt replaces a level and does not remove it; handläggarna get one more; kontoret adds none."""
    for view, path in ((tyreso.on(REPORT), now), (forslag.on(PROPOSED), proposed)):
        count = view.chefsled(befattning, up_to="forvaltningschef")
        assert ([link.befattning for link in count.path], int(count)) == (path, len(path))
        assert count.mellanliggande == len(path) - 1
        assert count.basis.facts


def test_q2_which_groups_get_more_or_fewer_chefsled(tyreso: Organisation, forslag: Scenario) -> None:
    """Q2: the twelve handläggare one more, boendestödjarna as before, utredarna one more.

    The utredare have lost a step since hösten 2012, when the stabschef left: by structure they have as many.
    """
    by_structure = tyreso.compare(PROPOSED, forslag, up_to="forvaltningschef")
    assert by_structure.mode == "struktur"
    assert by_structure.changed("utredare") == (0, 0)
    comparison = tyreso.compare(PROPOSED, forslag, up_to="forvaltningschef", mode="faktisk")
    changed = {
        group: comparison.changed(group)[1]
        for group in ("bistandshandlaggare-aldre", "bistandshandlaggare-fh", "boendestodjare", "utredare")
    }
    assert changed == {
        "bistandshandlaggare-aldre": 1,
        "bistandshandlaggare-fh": 1,
        "boendestodjare": 0,
        "utredare": 1,
    }
    now, proposed = comparison.alternatives
    assert [now.heads[g] for g in ("bistandshandlaggare-aldre", "bistandshandlaggare-fh")] == [6, 6]
    assert proposed.medel is not None
    assert now.medel is not None
    assert proposed.medel > now.medel


def test_q6_kontrollspann_in_the_proposal(tyreso: Organisation, forslag: Scenario) -> None:
    """Q6: about 25 chefer under chefen för egen regi, 580 medarbetare, 23,2 each; five under the top."""
    view = forslag.on(PROPOSED)
    egen_regi = view.kontrollspann("chef-egen-regi")
    assert (len(egen_regi.direct_chefer), egen_regi.medarbetare, egen_regi.unled) == (25, 580, ())
    assert egen_regi.medarbetare_per_chef == pytest.approx(23.2)
    assert set(view.kontrollspann("forvaltningschef").direct_chefer) == {
        "administrativ-chef",
        "verksamhetschef-fh",
        "verksamhetschef-ao",
        "verksamhetschef-ifo",
        "chef-egen-regi",
    }
    assert len(tyreso.on(PROPOSED).kontrollspann("forvaltningschef").direct_chefer) == 4


def test_q8_who_answers_for_avtalsforvaltningen(tyreso: Organisation, forslag: Scenario) -> None:
    """Q8: kontoret in the proposal; that the source says the stab elsewhere is told with the answer."""
    now, proposed = (
        each.on(day).responsibility("avtalsforvaltning")
        for each, day in ((tyreso, REPORT), (forslag, PROPOSED))
    )
    assert (now.uppdrag.ansvarig, proposed.uppdrag.ansvarig) == ("socialforvaltningen", "pbk")
    assert any("s. 6" in says for says in proposed.contradictions)
    assert proposed.now is not None
    assert proposed.now.since == PROPOSED
    parts = forslag.on(PROPOSED)
    assert [parts.uppdrag(u).ansvarig for u in ("tillsyn-och-granskning", "avtalsuppfoljning")] == [
        "kvalitetsgruppen",
        "socialforvaltningen",
    ]
    assert tyreso.on(REPORT).uppdrag("kvalitetsuppfoljning").ansvarig == "kvalitetsgruppen"


def test_q15_what_differs_between_now_and_the_proposal(tyreso: Organisation, forslag: Scenario) -> None:
    """Q15: kontoret, three verksamhetsområden, egen regi; four avdelningar gone; the same eleven enheter."""
    found = {(d.what, d.thing) for d in diff(tyreso.on(REPORT), forslag.on(PROPOSED)) if not d.aspect}
    created = {"pbk", "vo-fh", "vo-ao", "vo-ifo", "fh-bistand", "ao-bistand", "ifo-myndighet", "egen-regi"}
    assert {("created", thing) for thing in (*created, "chef-egen-regi", "administrativ-chef")} <= found
    assert {("ended", thing) for thing in ("bistand", "fh", "ao", "ifo", "avdelningschef-fh")} <= found
    assert ("ended", "fh-01") not in found
    members = [len(each.on(day).forum("ledningsgruppen").members) for each, day in ((tyreso, REPORT),)]
    assert members == [5]
    after = forslag.on(PROPOSED).forum("ledningsgruppen").members
    assert [m.member for m in after if m.role == "adjungerad"] == ["verksamhetscontroller"]
    assert len([m for m in after if m.role == "ledamot"]) == 5
    assert "chef-egen-regi" not in [m.member for m in after]


def test_q18_who_mixes_bestallare_and_utforare(tyreso: Organisation, forslag: Scenario) -> None:
    """Q18: now ledningsgruppen and IFO mix; in the proposal only nämnden and whoever is over everything."""
    now = {each.thing for each in tyreso.on(REPORT).roles().mixed}
    assert {"socialnamnden", "ifo", "avdelningschef-ifo", "forvaltningschef", "ledningsgruppen"} <= now
    assert tyreso.on(REPORT).roller("stab") == ("bestallare", "stod")
    proposed = {each.thing for each in forslag.on(PROPOSED).roles().mixed}
    assert proposed == {"socialnamnden", "kommundirektor", "forvaltningschef"}


def test_q19_what_ties_bestallare_to_utforare(tyreso: Organisation, forslag: Scenario) -> None:
    """Q19: avtal with enskilda (LOU to March 2014), överenskommelser with egen regi; and what runs out."""
    avtal = tyreso.on(REPORT).instrument("avtal-hemtjanst-lou")
    assert (avtal.kind, avtal.regim, avtal.until, avtal.in_force) == ("avtal", "LOU", date(2014, 4, 1), True)
    assert not tyreso.on(date(2014, 4, 1)).instrument("avtal-hemtjanst-lou").in_force
    (expiry,) = [e for e in tyreso.on(REPORT).expiring(15) if e.type == "avtal"]
    assert (expiry.thing, expiry.last_day) == ("avtal-hemtjanst-lou", date(2014, 3, 31))
    kinds = {
        t.instrument.kind for t in ties(forslag.on(PROPOSED)) if t.utforare == "egen-regi" and t.instrument
    }
    assert kinds == {"overenskommelse"}
    assert not any(t.possible == "overenskommelse" for t in ties(tyreso.on(REPORT)) if t.instrument)


def test_the_projects_planned_end_is_reported_and_ends_nothing(tyreso: Organisation) -> None:
    """Bemanningsenheten is a project of two years: passed without a beslut, it is there and told."""
    view = tyreso.on(date(2015, 1, 1))
    (expiry,) = [e for e in view.expiring(0) if e.thing == "bemanningsenheten"]
    assert (expiry.passed, expiry.last_day) == (True, date(2014, 9, 30))
    assert view.exists("bemanningsenheten")


# Upplands Väsby: kundvalskontoret


def test_q8_when_the_strategic_uppdrag_moved(vasby: Organisation) -> None:
    """Q8: kundvalskontoret until the day in force, then kommunledningskontoret; assumed."""
    found = vasby.on(date(2015, 1, 2)).responsibility("strategiska-forutsattningar")
    assert [(t.ansvarig, t.since, t.until) for t in found.tenures] == [
        ("kundvalskontoret", date(2009, 1, 1), date(2015, 1, 1)),
        ("kommunledningskontoret", date(2015, 1, 1), None),
    ]
    assert found.now is not None
    assert found.now.ansvarig == "kommunledningskontoret"
    assert found.basis.assumed


def test_q13_who_dissolves_what_fullmaktige_decided(vasby: Organisation) -> None:
    """R28: KF decided kundvalskontoret in 2008, KS dissolves it: a warning that names both beslut."""
    (warning,) = [v for v in vasby.violations_ever() if v.rule == "R28"]
    assert warning.things == ("kundvalskontoret",)
    assert "'KF december 2008'" in warning.message
    assert "'KS november 2014, kundvalskontoret upphör'" in warning.message


def test_q17_the_order_of_the_whole_process(vasby: Organisation) -> None:
    """Q17: VP6 → VP2 → VP3 → VP4 → VP1 → VP7, by what waits for what."""
    plan = vasby.on(date(2014, 8, 1)).plan()
    order = [each.id for each in plan.atgarder if each.id not in ("vp5", "vp8")]
    assert order == ["vp6", "vp2", "vp3", "vp4", "vp1", "vp7"]
    assert plan.overdue == ()
    assert vasby.on(date(2015, 1, 2)).plan().open == ("vp5",)


def test_q20_planned_is_not_decided(vasby: Organisation) -> None:
    """Q20: in August 2014 the end of kundvalskontoret is planned, and not yet decided."""
    statuses = {
        h.fact.change.verb: h.status
        for h in vasby.history("kundvalskontoret", on=date(2014, 8, 1))
        if h.fact.change.verb in ("plan_atgard", "dissolve_enhet", "create_enhet")
    }
    assert statuses == {
        "create_enhet": "inträffat",
        "plan_atgard": "planerat",
        "dissolve_enhet": "ännu inte beslutat",
    }


# Värmdö: alternatives and åtgärdsplan


@pytest.mark.parametrize(
    ("name", "levels", "to_top", "to_sektorchef", "avdelningar", "over_enhetschef"),
    [
        ("nu", (1, 1, 5, 2), 4, 3, 5, 6),
        ("alt-a", (1, 2, 2), 3, None, 0, 2),
        ("alt-b1", (1, 1, 2, 2), 4, 3, 2, 3),
        ("alt-b2", (1, 2, 2), 3, None, 2, 2),
    ],
)
def test_the_figures_of_the_alternatives(
    varmdo: Organisation,
    name: str,
    levels: tuple[int, ...],
    to_top: int,
    to_sektorchef: int | None,
    avdelningar: int,
    over_enhetschef: int,
) -> None:
    """A removes a chefsled, B1 none, B2 one; three nämnder have enheter under them in all of them."""
    scenarios = () if name == "nu" else (alternative(varmdo, name, refuse=False),)
    column = varmdo.compare(HALVARSSKIFTET, *scenarios).alternatives[-1]
    assert column.levels == levels
    assert column.mellanchefer == over_enhetschef
    assert column.kinds.get("avdelning", 0) == avdelningar
    assert column.medel is None
    assert {span.medarbetare_per_chef for span in column.spans.values()} == {None}
    assert len(column.namnder) == 3
    for group in ("medarbetare-hemtjanst", "medarbetare-mottagning"):
        assert column.chefsled[group] == to_top
    counted = varmdo.compare(HALVARSSKIFTET, *scenarios, up_to="sektorchef").alternatives[-1]
    assert counted.chefsled["medarbetare-hemtjanst"] == to_sektorchef


def test_to_the_head_of_each_half_it_is_two_chefsled(varmdo: Organisation) -> None:
    """In A to the sektorchefer of the halves, in B2 to the avdelningschefer: 2, with 1 between."""
    for name, top in (("alt-a", "sektorchef-vo"), ("alt-b2", "avdelningschef-vo")):
        view = alternative(varmdo, name, refuse=False).on(HALVARSSKIFTET)
        count = view.chefsled("medarbetare-hemtjanst", up_to=top)
        assert (int(count), count.mellanliggande) == (2, 1)


@pytest.mark.parametrize("name", ["alt-a", "alt-d"])
def test_q16_what_stops_an_alternative(varmdo: Organisation, name: str) -> None:
    """A and D leave överförmyndarens verksamhet without a home: refused, unless C moves it."""
    alone = alternative(varmdo, name, refuse=False)
    errors = [v for v in alone.broken() if v.severity == "error"]
    assert [(v.rule, v.things) for v in errors] == [
        ("R07", ("utvecklingsavdelningen", "overformyndarens-verksamhet"))
    ]
    for order in ((name, "alt-c"), ("alt-c", name)):
        view = alternative(varmdo, *order).on(HALVARSSKIFTET)
        assert view.parent("overformyndarens-verksamhet") == "sektorn-administration-ledning-och-service"
        assert view.namnder("overformyndarens-verksamhet") == ("overformyndarnamnden",)


@pytest.mark.parametrize("pair", [("alt-a", "alt-b1"), ("alt-a", "alt-b2"), ("alt-d", "alt-f")])
def test_alternatives_that_exclude_each_other(varmdo: Organisation, pair: tuple[str, str]) -> None:
    """A xor B, D xor F: together they break what neither breaks alone."""
    together = alternative(varmdo, *pair, refuse=False)
    assert [v for v in together.broken() if v.severity == "error" and v.rule != "R07"]


@pytest.mark.parametrize(
    "pair", [("alt-c", "alt-b1"), ("alt-c", "alt-f"), ("alt-e", "alt-c"), ("alt-e", "alt-f")]
)
def test_alternatives_that_go_together(varmdo: Organisation, pair: tuple[str, str]) -> None:
    """C and E are independent of the others."""
    assert alternative(varmdo, *pair).drafts()


def test_q17_the_atgardsplan(varmdo: Organisation) -> None:
    """Q17: 14 åtgärder, 15 deadlines in order; two wait for a review without a day; most on a consultant."""
    plan = varmdo.on(PLAN).plan()
    assert len([each for each in plan.atgarder if each.deadlines]) == 14
    assert [deadline.day for deadline in plan.deadlines] == [
        *[date(2018, 2, 28)] * 3,
        date(2018, 3, 31),
        *[date(2018, 4, 30)] * 4,
        *[date(2018, 6, 30)] * 2,
        *[date(2018, 10, 31)] * 2,
        date(2018, 12, 30),
        date(2018, 12, 31),
        date(2019, 6, 30),
    ]
    assert plan.undated == ("organisationsoversyn",)
    (wait,) = [each for each in plan.waits if each.undated]
    assert (wait.atgard, set(wait.holds_up)) == ("organisationsoversyn", {"atgard-3", "atgard-6"})
    loads = {load.actor: (len(load.atgarder), load.shared, load.forms) for load in plan.loads}
    assert loads["sektorchef"] == (10, 1, ("konsult",))
    assert loads["kommundirektor"][0] == 3
    assert loads["ekonomichef"][0] == 1
    assert plan.overdue == ()
    overdue = [d.atgard for d in varmdo.on(date(2018, 4, 1)).plan().overdue]
    assert sorted(overdue) == ["atgard-10", "atgard-11", "atgard-14", "atgard-2"]


def test_q18_the_ledningsgrupp_mixes_in_varmdo(varmdo: Organisation) -> None:
    """Myndighet and utförare meet in sektorns ledningsgrupp, and so in the styrgrupp that it is."""
    assert {"ledningsgruppen", "styrgruppen"} <= {each.thing for each in varmdo.on(PLAN).roles().mixed}


# Österåker: a proposal that was never adopted


def test_q8_the_uppdrag_of_the_new_enhet(osteraker: Organisation) -> None:
    """Three numbered uppdrag and the one of analyses, from the day the enhet is created."""
    view = osteraker.on(date(2016, 3, 20))
    assert view.uppdrag(enhet="budget-och-kvalitetsenheten") == (
        "processer-och-system-for-analyser",
        "kvalitetsutveckling",
        "resultatstyrning",
        "bevakning-av-styrmodellen",
    )
    assert view.exists("budget-och-kvalitetsenheten")
    with pytest.raises(UnknownThing):
        osteraker.on(date(2015, 12, 31)).uppdrag("kvalitetsutveckling")


def test_q20_what_was_proposed_does_not_exist(osteraker: Organisation) -> None:
    """The presidieträffar are on record as proposed, and in their alternative; they exist on no day."""
    for day in (date(2016, 3, 20), date(2017, 1, 1), date(2030, 1, 1)):
        assert not osteraker.on(day).exists("presidietraffar")
    proposed = osteraker.history("presidietraffar", on=date(2016, 3, 20))
    assert [(h.fact.change.verb, h.status) for h in proposed] == [("make_forslag", "föreslaget")]
    assert osteraker.history("presidietraffar", on=date(2017, 1, 1))[0].status == "förkastat"
    scenario = alternative(osteraker, "presidietraffar")
    assert scenario.on(date(2016, 3, 20)).exists("presidietraffar")
    statuses = [
        scenario.history("presidietraffar", on=d)[-1].status for d in (date(2016, 3, 20), date(2017, 1, 1))
    ]
    assert statuses == ["föreslaget", "förkastat"]
    assert osteraker.on(date(2017, 1, 1)).forslag("motion-5-2015").state == "besvarat"


def test_q18_osteraker_keeps_the_sides_apart(osteraker: Organisation) -> None:
    """Beställarnämnder and Produktionsstyrelsen are separate; only the proposal would let them meet."""
    assert osteraker.on(date(2016, 3, 20)).roles().mixed == ()
    mixed = alternative(osteraker, "presidietraffar").on(date(2016, 3, 20)).roles().mixed
    assert [each.thing for each in mixed] == ["presidietraffar"]
    dialog = osteraker.on(date(2016, 3, 20)).forum("dialogmotet")
    assert dialog.frequency == "två gånger per år"


# KSL: bodies, unfilled seats and a process plan


def test_q5_nine_seats_are_unfilled(ksl: Organisation) -> None:
    """One ordförande and eight ledamöter, all without a person; and a processledare to recruit."""
    view = ksl.on(date(2013, 11, 26))
    vacancies = view.vacancies()
    assert [(each.forum, each.role) for each in vacancies.unfilled_seats] == [
        ("arbetsgruppen", "ordforande"),
        *[("arbetsgruppen", "ledamot")] * 8,
    ]
    assert [v.befattning for v in vacancies] == ["processledare"]


def test_q17_the_process_plan_of_ksl(ksl: Organisation) -> None:
    """K01–K11 in order, each waiting for the one before; what is not told as done is overdue."""
    names = [f"k{number:02}" for number in range(1, 12)]
    plan = ksl.on(date(2013, 11, 26)).plan()
    assert [each.id for each in plan.atgarder] == names
    assert plan.deadlines[0].day == date(2013, 12, 31)
    assert plan.deadlines[-1].day == date(2015, 4, 30)
    assert plan.waits[0].holds_up == tuple(names[1:])
    assert [d.atgard for d in ksl.on(date(2014, 7, 1)).plan().overdue] == names[:7]
