"""Who may decide in Exempelby and Värmdö: what the examples show, and what nobody can say."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner

from orgmodell import Organisation, decided_within_mandate, read_alternative, read_ledger
from orgmodell.cli import commands
from orgmodell.projections.who_decides import Report, WhoDecides
from shown import ROOT

pytestmark = pytest.mark.long

D = date
AVDELNINGAR = ("myn-vo", "utf-vo")
ALT_G = ROOT / "examples" / "varmdo" / "alternatives" / "alt-g"


@pytest.fixture(scope="module")
def exempelby() -> Organisation:
    return read_ledger(ROOT / "examples" / "delegation")


@pytest.fixture(scope="module")
def varmdo() -> Organisation:
    return read_ledger(ROOT / "examples" / "varmdo")


def decider(decision: WhoDecides) -> tuple[str | None, str | None]:
    return (decision.decider.who, decision.decider.person) if decision.decider else (None, None)


@pytest.mark.parametrize(
    ("day", "arende", "enhet", "more", "who", "rad"),
    [
        (D(2015, 6, 1), "inkop", "hemtjansten-norr", {"belopp": 30_000}, "enhetschef-hemtjanst-norr", "3.1"),
        (D(2015, 6, 1), "inkop", "hemtjansten-norr", {"belopp": 120_000}, "avdelningschef-aldre", "3.2"),
        (D(2015, 6, 1), "inkop", "hemtjansten-norr", {"belopp": 800_000}, "forvaltningschef", "3.4"),
        (D(2015, 6, 1), "inkop", "hemtjansten-norr", {"belopp": 1_200_000}, "socialnamnden", None),
        (D(2016, 6, 15), "lss-boende-barn", "lss-enheten", {}, "avdelningschef-funktionshinder", None),
        (D(2016, 7, 1), "placering-vuxen", "vuxenenheten", {"belopp": 120_000}, "avdelningschef-ifo", None),
        (D(2017, 6, 1), "placering-vuxen", "vuxenenheten", {"belopp": 300_000}, "forvaltningschef", None),
        (
            D(2016, 3, 1),
            "sarskilt-boende",
            "bistandsenheten",
            {"jav": ["p-ec-bistand"]},
            "avdelningschef-aldre",
            None,
        ),
        (D(2015, 9, 1), "hemtjanst", "bistandsenheten", {"jav": ["p-bh-1"]}, "bistandshandlaggare-2", None),
        (D(2016, 3, 1), "lvu-omhandertagande", "barn-och-unga", {}, "socialutskottet", None),
        (D(2016, 3, 1), "lvu-omhandertagande", "barn-och-unga", {"bradskande": True}, "p-sn-01", None),
        (D(2016, 6, 1), "mal-och-inriktning", "hemtjansten-norr", {}, "socialnamnden", None),
        (D(2016, 6, 1), "namndorganisation", None, {}, "kommunfullmaktige", None),
        (D(2018, 11, 1), "sarskilt-boende", "myndighetsenheten", {}, "socialnamnden", None),
        (D(2019, 2, 1), "sarskilt-boende", "myndighetsenheten", {}, "enhetschef-myndighet", "5.6"),
        (D(2020, 3, 1), "mbl-forhandling", "hemtjansten-norr", {}, "hr-partner", None),
        (D(2020, 5, 1), "mbl-forhandling", "hemtjansten-norr", {}, "forvaltningschef", "3.22"),
        (
            D(2020, 5, 1),
            "ersattning-egendom",
            "hemtjansten-norr",
            {"belopp": 8_000},
            "forvaltningschef",
            "3.21",
        ),
    ],
)
def test_q14_who_decides_in_exempelby(
    exempelby: Organisation,
    day: date,
    arende: str,
    enhet: str | None,
    more: dict[str, Any],
    who: str,
    rad: str | None,
) -> None:
    """Q14: a chef, a t.f., a vacancy, a consultant, jäv, an amount, what is reserved or urgent."""
    decision = exempelby.on(day).who_decides(arende, enhet, **more)
    assert decider(decision)[0] == who
    if rad is not None:
        assert decision.rad is not None
        assert decision.rad.nummer == rad


def test_q9_who_may_reorganise_an_avdelning_in_varmdo(varmdo: Organisation) -> None:
    """Q9: not the avdelningschef, and nobody can say who; with åtgärd 1, the budgetansvariga chefen."""
    decision = varmdo.on(D(2018, 1, 18)).who_decides("organisationsforandring", AVDELNINGAR[0])
    assert decider(decision) == (None, None)
    ((who, why),) = [(each.who, each.why) for each in decision.candidates]
    assert why is not None
    assert (who, why.reason) == ("avdelningschef", "inte given")
    assert why.says.sv == "får inte besluta enligt delegationsordningen"
    assert decision.gaps
    proposed = read_alternative(varmdo, ALT_G)
    later = proposed.on(D(2018, 5, 1)).who_decides("organisationsforandring", AVDELNINGAR[0])
    assert decider(later)[0] == "avdelningschef-myn-vo"
    assert later.villkor[0].sv.startswith("inom eget resultatansvar; ")
    warned = {v.things[0] for v in varmdo.on(D(2018, 1, 18)).violations() if v.rule == "R10"}
    assert warned == {"sektorchef"}


def test_q10_what_dangles_and_who_has_nothing(exempelby: Organisation) -> None:
    """Q10: the rows of posts that went in 2018 are told, until the new ordning."""
    day = exempelby.on(D(2018, 11, 1))
    dangling = {v.things[1] for v in day.violations() if v.rule == "R22" and v.things[0] == "sn-2015"}
    assert len(dangling) == 17
    anew = exempelby.on(D(2019, 2, 1))
    assert not [v for v in anew.violations() if v.rule == "R22" and v.things[0] == "sn-2019"]


def test_q11_which_vidaredelegationer_are_valid(exempelby: Organisation) -> None:
    """Q11: those of a replaced ordning, and the one whose number nämnden gave to another matter, are not."""
    on = exempelby.on
    assert on(D(2017, 6, 1)).delegationsordning("socialnamnden").dangling == ()
    assert {"vd-2018-01", "vd-2018-02"} <= set(on(D(2019, 2, 1)).delegationsordning("socialnamnden").dangling)
    told = [v.message for v in on(D(2020, 5, 1)).violations() if v.things[0] == "vd-2019-10"]
    assert len(told) == 1
    assert "that number is ersattning-egendom, and it was mbl-forhandling" in told[0]


def test_q12_the_last_day_of_2017_and_the_first_of_2018(exempelby: Organisation) -> None:
    """Q12: the act of 1991 has all decisions reported to nämnden; that of 2017 as nämnden says."""
    before = exempelby.on(D(2017, 12, 31)).who_decides("delgivning")
    after = exempelby.on(D(2018, 2, 15)).who_decides("delgivning")
    assert decider(before)[0] == decider(after)[0] == "registrator"
    assert before.report == Report(how="alla", lagrum="6 kap. 35 § kommunallagen (1991:900)")
    assert after.report == Report(how="nej", lagrum="6 kap. 40 §, 7 kap. 8 § kommunallagen (2017:725)")
    presidium = exempelby.on(D(2018, 2, 1)).who_decides("kurser-fortroendevalda")
    assert decider(presidium)[0] == "socialnamndens-presidium"


def test_q13_what_nobody_below_namnden_may_decide(exempelby: Organisation) -> None:
    """Q13: every ärende that the law keeps is decided by nämnden or fullmäktige, whoever is asked."""
    view = exempelby.on(D(2019, 6, 1))
    kept = [each for each in view.arenden() if view.arende(each).forbehallet is not None]
    assert len(kept) >= 5
    for each in kept:
        organ = "kommunfullmaktige" if view.arende(each).forbehallet == "fullmaktige" else "socialnamnden"
        decision = view.who_decides(each, "hemtjansten-norr")
        assert decider(decision)[0] in (organ, None), each
        assert decision.rad is None


@pytest.mark.parametrize(("day", "rows", "passed_on"), [(D(2017, 6, 1), 150, 15), (D(2019, 6, 1), 153, 11)])
def test_the_table_of_exempelby(exempelby: Organisation, day: date, rows: int, passed_on: int) -> None:
    """At least 80 rows in both mandate periods, in number order, with what is passed on under its row."""
    table = exempelby.on(day).delegationsordning("socialnamnden")
    assert len(table.rows) == rows
    assert sum(len(row.passed_on) for row in table.rows) == passed_on
    assert table.decided < table.since


def test_mandate_governs_the_log_of_varmdo(varmdo: Organisation) -> None:
    """As policy: an avdelningschef may not reorganise; when åtgärd 1 is decided, within the own avdelning."""
    strict = read_ledger(
        ROOT / "examples" / "varmdo", rules=[*varmdo.rules, decided_within_mandate(severity="warning")]
    )
    alternative = read_alternative(strict, ALT_G)
    head: dict[str, Any] = {
        "decided": D(2018, 5, 2),
        "effective": D(2018, 6, 1),
        "decided_by": "avdelningschef-myn-vo",
    }
    for organisation, allowed in ((strict, False), (alternative, True)):
        draft = organisation.beslut("Avdelningens beslut", **head)
        draft.create_enhet("ny-grupp", name="Ny grupp", kind="enhet", parent=AVDELNINGAR[0])
        assert ("MANDAT" in {v.rule for v in draft.violations()}) is not allowed


def test_what_a_move_costs_is_told_on_the_command_line(exempelby: Organisation) -> None:
    """The day of the reorganisation: who no longer has what, and which chef has no row."""
    arguments = [
        "rights",
        str(ROOT / "examples" / "delegation"),
        "--on",
        "2018-07-01",
        "--since",
        "2018-06-30",
    ]
    result = CliRunner().invoke(commands, arguments)
    assert result.exit_code == 0, result.output
    assert "Områdeschef (omradeschef-vo)" in result.stdout
    told = json.loads(CliRunner().invoke(commands, [*arguments, "--format", "json"]).stdout)
    lost = {each["person"]: [one["rad"]["nummer"] for one in each["lost"]] for each in told["shifts"]}
    assert lost["p-ec-bistand"] == ["4.2", "4.6", "4.7", "4.11", "4.12", "4.18", "4.21"]
    (chef,) = [each for each in told["rights"] if each["befattning"] == "omradeschef-vo"]
    assert (chef["holders"], chef["delegations"]) == (["p-ac-aldre"], [])


def test_what_is_lost_and_gained_rests_on_both_days(exempelby: Organisation) -> None:
    """Who had a right is a ground of who has lost it, as who has it now is."""
    before, after = exempelby.on(D(2017, 6, 1)), exempelby.on(D(2019, 6, 1))
    answer = after.rights(since=before)
    assert answer.shifts
    facts = set(answer.basis)
    for shift in answer.shifts:
        for right in shift.lost:
            assert set(before.rights(right.befattning).basis) <= facts
        for right in shift.gained:
            assert set(after.rights(right.befattning).basis) <= facts
    assert any(shift.lost for shift in answer.shifts)
    assert not facts <= set(after.rights().basis)
