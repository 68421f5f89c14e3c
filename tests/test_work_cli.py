"""The commands about uppdrag, roles, avtal, forums and plans: what they answer, in text and as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import data, failed, rows, text, written
from shown import ROOT

ON = ("--on", "2014-03-15")

UPPDRAG = """\
beslut: SN 2013 § 10
decided: 2013-11-01
effective: 2014-01-01
changes:
  - create_uppdrag: {uppdrag: omsorg, name: Äldreomsorg, ansvarig: soc}
  - create_uppdrag: {uppdrag: uppfoljning, name: Uppföljning, ansvarig: ks}
  - transfer_uppdrag: {uppdrag: omsorg, to: best, effective: 2014-03-01, stated: våren 2014}
  - note_contradiction: {thing: omsorg, says: Huvudansvaret är stabens (s. 6).}
  - create_uppdrag: {uppdrag: hela, name: Allt stöd, ansvarig: best}
---
beslut: SN 2014 § 1
decided: 2014-01-02
effective: 2014-06-01
changes:
  - split_uppdrag: {uppdrag: hela, into: [halva, andra]}
  - create_uppdrag: {uppdrag: halva, name: Halva stödet, ansvarig: best}
  - create_uppdrag: {uppdrag: andra, name: Andra halvan, ansvarig: regi}
---
beslut: KF 2014 § 30
decided: 2014-09-01
effective: 2015-01-01
changes:
  - create_enhet: {enhet: nytt, name: Nya kontoret}
  - transfer_uppdrag: {uppdrag: uppfoljning, to: nytt}
"""

ROLLER = """\
beslut: SN 2013 § 11
decided: 2013-11-01
effective: 2014-01-01
changes:
  - assign_roll: {thing: best, roll: bestallare}
  - assign_roll: {thing: regi, roll: utforare}
  - assign_roll: {thing: sn, roll: bestallare}
  - assign_roll: {thing: sn, roll: utforare}
  - register_utforare: {utforare: vard-ab, name: Vård AB, kind: bolag}
  - relate: {thing: best, kind: bestaller av, to: regi}
  - relate: {thing: best, kind: bestaller av, to: vard-ab}
  - relate: {thing: best, kind: foljer upp, to: vard-ab}
"""

AVTAL = """\
beslut: SN 2013 § 12
decided: 2013-11-01
effective: 2014-01-01
changes:
  - create_uppdrag: {uppdrag: omsorg, name: Äldreomsorg, ansvarig: soc}
  - register_utforare: {utforare: omsorg-ab, name: Omsorg AB}
  - conclude_avtal:
      {avtal: a-1, name: Avtal om omsorg, bestallare: best, utforare: omsorg-ab, regim: LOU,
       until: 2014-04-01, uppdrag: [omsorg]}
  - conclude_avtal: {avtal: a-2, name: Ramavtal, bestallare: best, utforare: omsorg-ab, regim: LOV}
  - create_enhet: {enhet: projekt, name: Projektkontoret, kind: projektkontor, planned_end: 2014-12-31}
"""

FORUM = """\
beslut: SN 2014 § 2
decided: 2014-01-10
changes:
  - create_forum:
      {forum: ledning, name: Ledningsgruppen, kind: ledningsgrupp, part_of: soc, frequency: varje vecka}
  - add_forum_member: {forum: ledning, member: socialchef, role: ordforande}
  - add_forum_member: {forum: ledning, member: bestallarchef}
  - add_forum_member: {forum: ledning, member: regichef, role: adjungerad}
  - create_forum: {forum: grupp, name: Arbetsgruppen, kind: arbetsgrupp, part_of: ks, planned_end: 2014-06-30}
  - add_forum_seats: {forum: grupp, seats: [ordf], role: ordforande}
  - add_forum_seats: {forum: grupp, seats: [plats-1, plats-2, plats-3]}
  - fill_forum_seat: {forum: grupp, seat: plats-1, person: p-7}
  - fill_forum_seat: {forum: grupp, seat: plats-2, person: p-8}
  - fill_forum_seat:
      {forum: grupp, seat: plats-2, person: null, effective: 2014-02-15, stated: mitten av februari}
"""

PLAN = """\
beslut: SN 2014 § 3
decided: 2014-01-15
changes:
  - plan_atgard: {atgard: oversyn, name: Översynen, ansvariga: [socialchef]}
  - plan_atgard:
      {atgard: budget, name: Budgetprocess, deadlines: [2014-04-30, 2014-02-28],
       ansvariga: [socialchef, controller], beslutande: [sn], depends_on: [oversyn]}
  - plan_atgard: {atgard: flytt, name: Flytten, deadlines: [2014-02-01], ansvariga: [regichef]}
  - plan_atgard:
      {atgard: stommar, name: Stommar, deadlines: [2014-06-30], ansvariga: [regi], depends_on: [budget]}
  - plan_atgard: {atgard: annat, name: Något annat, deadlines: [2014-05-01], ansvariga: [best]}
---
beslut: Uppföljning
decided: 2014-02-20
changes:
  - complete_atgard: {atgard: flytt, effective: 2014-02-01, outcome: flyttat}
  - complete_atgard: {atgard: budget, deadline: 2014-02-28}
  - cancel_atgard: {atgard: annat, reason: ingen budget}
"""

WITHDRAWN = """\
beslut: Indragning
decided: 2014-04-01
changes:
  - withdraw_befattning: {befattning: controller}
"""

REMISS = """\
beslut: KS 2014 § 1
decided: 2014-01-01
changes:
  - plan_atgard:
      {atgard: remiss, name: Remiss, deadlines: [2014-10-31], deadline_stated: hösten 2014}
"""


# Uppdrag


def test_who_answers_for_each_uppdrag_now_before_and_after(tmp_path: Path) -> None:
    """The table has one tenure before and one after; an uppdrag that ends says so."""
    ledger = written(tmp_path, UPPDRAG)
    shown = text("uppdrag", ledger, *ON)
    assert shown.startswith("exempelby: Uppdrag och ansvariga den 2014-03-15\n")
    assert rows(shown)[2:5] == [
        [
            "Äldreomsorg (omsorg)",
            "Beställarkontoret",
            "2014-03-01 («våren 2014»)",
            "Socialförvaltningen",
            "–",
        ],
        ["Uppföljning (uppfoljning)", "Kommunstyrelsen", "2014-01-01", "–", "Nya kontoret, från 2015-01-01"],
        ["Allt stöd (hela)", "Beställarkontoret", "2014-01-01", "–", "upphör, sista dag 2014-05-31"],
    ]
    assert "Källan säger också om Äldreomsorg (omsorg):\n  - Huvudansvaret är stabens (s. 6)." in shown
    found = {each["id"]: each for each in data("uppdrag", ledger, *ON)["uppdrag"]}
    assert [(t["ansvarig"], t["since"], t["until"]) for t in found["omsorg"]["tenures"]] == [
        ("soc", "2014-01-01", "2014-03-01"),
        ("best", "2014-03-01", None),
    ]
    assert found["omsorg"]["now"]["stated"] == "våren 2014"


def test_a_part_of_a_split_uppdrag_says_what_it_was_part_of(tmp_path: Path) -> None:
    """After a split the parts are there, and the whole is not."""
    shown = text("uppdrag", written(tmp_path, UPPDRAG), "--on", "2014-06-01")
    assert ["Andra halvan (andra)", "Egen regi", "2014-06-01", "del av Allt stöd", "–"] in rows(shown)
    assert "(hela)" not in shown


def test_one_uppdrag_has_every_tenure_with_days_and_beslut(tmp_path: Path) -> None:
    """Until is told as the last day; what is only decided later is marked so in text and data."""
    ledger = written(tmp_path, UPPDRAG)
    shown = text("uppdrag", ledger, "uppfoljning", *ON)
    assert ["Kommunstyrelsen (ks)", "2014-01-01", "2014-12-31", "”SN 2013 § 10”"] in rows(shown)
    assert ["Nya kontoret (nytt)", "2015-01-01", "tills vidare", "”KF 2014 § 30”"] in rows(shown)
    assert "Läge den 2014-03-15: 1 inträffad, 1 ännu inte beslutad." in shown
    assert "Läge den 2014-09-01: 1 inträffad, 1 beslutad men ännu inte i kraft." in text(
        "uppdrag", ledger, "uppfoljning", "--on", "2014-09-01"
    )
    assert "Läge" not in text("uppdrag", ledger, "uppfoljning", "--on", "2015-01-01")
    statuses = [fact["status"] for fact in data("uppdrag", ledger, "uppfoljning", *ON)["basis"]]
    assert statuses == ["inträffat", "ännu inte beslutat"]


def test_the_uppdrag_of_one_enhet_or_organ(tmp_path: Path) -> None:
    """--enhet takes either; an id that is neither, or an ID beside it, is told."""
    ledger = written(tmp_path, UPPDRAG)
    for party, uppdrag in (("best", ["omsorg", "hela"]), ("ks", ["uppfoljning"]), ("regi", [])):
        answer = data("uppdrag", ledger, "--enhet", party, *ON)
        assert ([each["id"] for each in answer["uppdrag"]], answer["of"]) == (uppdrag, party)
    assert text("uppdrag", ledger, "--enhet", "ks", *ON).startswith(
        "exempelby: Uppdrag som Kommunstyrelsen (ks) ansvarar för den 2014-03-15\n"
    )
    assert "Inget uppdrag är registrerat." in text("uppdrag", ledger, "--enhet", "regi", *ON)
    assert "there is no enhet 'bestt'; did you mean 'best'?" in failed(
        "uppdrag", ledger, "--enhet", "bestt", *ON
    )
    assert "not both" in failed("uppdrag", ledger, "omsorg", "--enhet", "best", *ON)
    assert "there is no uppdrag 'nada'" in failed("uppdrag", ledger, "nada", *ON)


# Roles


def test_roles_and_what_mixes_the_two_sides(tmp_path: Path) -> None:
    """A nämnd with both roles, a chef over both, a forum where they meet; by what they are on each side."""
    ledger = written(tmp_path, ROLLER, FORUM)
    shown = rows(text("roller", ledger, *ON))
    assert ["Socialnämnden (sn)", "organ", "beställare, utförare"] in shown
    assert ["Socialnämnden (sn)", "organ", "egen roll", "egen roll"] in shown
    assert ["Socialchef (socialchef)", "befattning", "Beställarkontoret", "Egen regi"] in shown
    assert ["Ledningsgruppen (ledning)", "forum", "Beställarchef", "Regichef"] in shown
    assert ["Beställarkontoret (best)", "följer upp", "Vård AB (vard-ab)"] in shown
    answer = data("roller", ledger, *ON)
    assert {each["id"]: each["sides"] for each in answer["mixed"]} == {
        "sn": {"bestallare": ["sn"], "utforare": ["sn"]},
        "socialchef": {"bestallare": ["best"], "utforare": ["regi"]},
        "ledning": {"bestallare": ["bestallarchef"], "utforare": ["regichef"]},
    }
    assert {"thing": "best", "to": "regi", "kind": "bestaller av"} in answer["relations"]
    assert "Räkneregel: Beställare och myndighet" in text("roller", ledger, *ON)


def test_without_roles_the_text_says_so(tmp_path: Path) -> None:
    """No empty tables."""
    shown = text("roller", written(tmp_path), *ON)
    assert "Ingen enhet och inget organ har någon roll." in shown
    assert "Ingen relation är registrerad." in shown


# Instruments


def test_what_ties_each_bestallare_to_each_utforare(tmp_path: Path) -> None:
    """The last day in force; orders without an instrument, with what the law would let them be."""
    ledger = written(tmp_path, ROLLER, AVTAL)
    shown = text("instrument", ledger, *ON)
    table = rows(shown)
    best, omsorg = "Beställarkontoret", "Omsorg AB"
    assert [best, omsorg, "Avtal om omsorg (a-1)", "avtal", "LOU", "2014-03-31", "ja", "Äldreomsorg"] in table
    assert [best, omsorg, "Ramavtal (a-2)", "avtal", "LOV", "tills vidare", "ja", "–"] in table
    missing = ["underlag saknas", "(överenskommelse möjlig)", *"––––"]
    assert [best, "Egen regi", *missing] in table
    assert [best, "Vård AB", missing[0], "(avtal möjligt)", *"––––"] in table
    assert "Möjligt enligt lag: Avtal kan bara tecknas med en annan juridisk person" in shown
    ties = data("instrument", ledger, *ON)["ties"]
    assert [
        (tie["utforare"], tie["instrument"] and tie["instrument"]["id"], tie["possible"]) for tie in ties
    ] == [
        ("omsorg-ab", "a-1", "avtal"),
        ("omsorg-ab", "a-2", "avtal"),
        ("regi", None, "overenskommelse"),
        ("vard-ab", None, "avtal"),
    ]


def test_an_instrument_whose_time_is_out_is_not_in_force(tmp_path: Path) -> None:
    """It is still there: no beslut has ended it."""
    ledger = written(tmp_path, AVTAL)
    assert "nej, tiden har gått ut" in text("instrument", ledger, "--on", "2014-04-01")
    assert "nej" not in text("instrument", ledger, "--on", "2014-03-31")


# What runs out


def test_what_runs_out_within_so_many_months(tmp_path: Path) -> None:
    """Twelve unless said; days are counted to the last day; nothing ends by the clock."""
    ledger = written(tmp_path, AVTAL, FORUM)
    shown = text("expiring", ledger, *ON)
    assert shown.startswith("exempelby: Det som löper ut inom 12 månader, sett den 2014-03-15\n")
    table = rows(shown)
    assert ["Avtal om omsorg (a-1)", "avtal", "2014-03-31", "16", "Beställarkontoret, Omsorg AB"] in table
    assert ["Arbetsgruppen (grupp)", "forum", "2014-06-30", "107", "–"] in table
    assert ["Projektkontoret (projekt)", "enhet", "2014-12-31", "291", "–"] in table
    assert "Ingenting avslutas av kalendern" in shown
    near = data("expiring", ledger, *ON, "--within", "1")
    assert [(each["id"], each["last_day"], each["days"]) for each in near["expiring"]] == [
        ("a-1", "2014-03-31", 16)
    ]
    assert "inom 1 månad," in text("expiring", ledger, *ON, "--within", "1")
    assert "0 to 1200" in failed("expiring", ledger, *ON, "--within", "-1")


def test_what_has_passed_its_last_day_without_a_beslut_is_told(tmp_path: Path) -> None:
    """Whatever --within says; and the exit status is 0."""
    ledger = written(tmp_path, AVTAL)
    for day, said in (
        ("2014-03-31", "0, i dag"),
        ("2014-04-01", "passerad sedan 1 dag, utan beslut"),
        ("2014-04-10", "passerad sedan 10 dagar, utan beslut"),
    ):
        assert said in text("expiring", ledger, "--on", day, "--within", "0")
    (passed,) = data("expiring", ledger, "--on", "2014-04-10", "--within", "0")["expiring"]
    assert (passed["passed"], passed["days"]) == (True, -10)
    assert "Ingenting löper ut." in text("expiring", ledger, "--on", "2014-01-01", "--within", "0")


# Forums


def test_who_meets_and_which_seats_nobody_fills(tmp_path: Path) -> None:
    """Members with their role when it is not ledamot; unfilled seats counted by role."""
    ledger = written(tmp_path, ROLLER, FORUM)
    shown = text("forum", ledger, *ON)
    table = rows(shown)
    assert [
        "Ledningsgruppen (ledning)",
        *("ledningsgrupp", "Socialförvaltningen", "varje vecka"),
        "Socialchef (ordförande),",
        *("0", "ja"),
    ] in table
    assert "Beställarchef, Regichef" in shown
    assert "(adjungerad)" in shown
    assert [
        "Arbetsgruppen (grupp)",
        *("arbetsgrupp", "Kommunstyrelsen", "underlag saknas", "p-7"),
        *("3: 1 ordförande, 2 ledamöter", "nej"),
    ] in table
    forums = {each["id"]: each for each in data("forum", ledger, *ON)["forums"]}
    assert forums["ledning"]["members"][0] == {"member": "socialchef", "role": "ordforande"}
    assert forums["grupp"]["unfilled"] == ["ordf", "plats-2", "plats-3"]


def test_one_forum_with_each_member_and_seat(tmp_path: Path) -> None:
    """A seat is filled by a person or unfilled; a forum that is not there that day is told."""
    ledger = written(tmp_path, FORUM)
    table = rows(text("forum", ledger, "grupp", *ON))
    assert ["Plats", "ordf, ordförande: obesatt"] in table
    assert ["Plats", "plats-1: p-7"] in table
    assert ["Planerad sista dag", "2014-06-30"] in table
    assert data("forum", ledger, "grupp", *ON)["seats"][1] == {
        "seat": "plats-1",
        "role": "ledamot",
        "person": "p-7",
    }
    assert "it is created on 2014-01-10" in failed("forum", ledger, "grupp", "--on", "2014-01-01")


def test_vacancies_tell_unfilled_seats_too(tmp_path: Path) -> None:
    """With the day they were added or left, in whose words; and nothing of seats when there are none."""
    ledger = written(tmp_path, FORUM)
    table = rows(text("vacancies", ledger, *ON))
    assert ["Arbetsgruppen (grupp)", "ordf", "ordförande", "2014-01-10"] in table
    assert ["Arbetsgruppen (grupp)", "plats-2", "ledamot", "2014-02-15 («mitten av februari»)"] in table
    answer = data("vacancies", ledger, *ON)
    assert [each["befattning"] for each in answer["vacancies"]] == ["controller"]
    assert [(each["seat"], each["since"]) for each in answer["unfilled_seats"]] == [
        ("ordf", "2014-01-10"),
        ("plats-2", "2014-02-15"),
        ("plats-3", "2014-01-10"),
    ]
    assert "Obesatta platser" not in text("vacancies", ledger, "--on", "2014-01-01")


# The plan


def test_the_plan_by_deadline_with_what_is_late(tmp_path: Path) -> None:
    """A part that is done is klar; what has passed is förfallen; called off and undated come last."""
    ledger = written(tmp_path, PLAN)
    shown = text("plan", ledger, "--on", "2014-05-15")
    dated = [row for row in rows(shown) if row[0][:4] == "2014" or row[0] == "utan sluttid"]
    assert [(row[0], row[1], row[-1]) for row in dated] == [
        ("2014-02-01", "Flytten (flytt)", "klar"),
        ("2014-02-28", "Budgetprocess (budget)", "klar"),
        ("2014-04-30", "Budgetprocess (budget)", "förfallen sedan 15 dagar"),
        ("2014-06-30", "Stommar (stommar)", "kvarstår"),
        ("2014-05-01", "Något annat (annat)", "inställd"),
        ("utan sluttid", "Översynen (oversyn)", "kvarstår"),
    ]
    assert "3 åtgärder med 4 sluttider; 1 utan sluttid; 1 klar; 1 inställd." in shown
    late = "  - 2014-04-30  Budgetprocess (budget), förfallen sedan 15 dagar: Socialchef, Controller"
    assert f"Försenade:\n{late}\n" in shown
    answer = data("plan", ledger, "--on", "2014-05-15")
    assert [(each["day"], each["atgard"]) for each in answer["overdue"]] == [("2014-04-30", "budget")]
    assert answer["undated"] == ["oversyn"]


def test_what_waits_for_something_without_a_deadline(tmp_path: Path) -> None:
    """Also what waits through others; and the order in which what remains can be done."""
    ledger = written(tmp_path, PLAN)
    shown = text("plan", ledger, *ON)
    waiting = "  - Översynen (oversyn): på den väntar Budgetprocess (budget), Stommar (stommar)"
    assert f"Väntar på något utan sluttid:\n{waiting}\n" in shown
    assert "   1. Översynen (oversyn)\n   2. Budgetprocess (budget)\n   3. Stommar (stommar)\n" in shown
    (wait,) = (each for each in data("plan", ledger, *ON)["waits"] if each["undated"])
    assert wait["holds_up"] == ["budget", "stommar"]


def test_who_carries_how_much_and_in_which_form(tmp_path: Path) -> None:
    """A consultant, a vacant post, an enhet; and a post that is gone."""
    ledger = written(tmp_path, PLAN, WITHDRAWN)
    table = rows(text("plan", ledger, *ON))
    assert ["Socialchef (socialchef)", "2", "1", "p-1 (konsult)"] in table
    assert ["Controller (controller)", "1", "1", "VAKANT"] in table
    assert ["Egen regi (regi)", "1", "0", "–"] in table
    after = ("--on", "2014-04-01")
    assert ["Controller (controller)", "1", "1", "finns inte den dagen"] in rows(text("plan", ledger, *after))
    loads = {each["actor"]: each for each in data("plan", ledger, *after)["loads"]}
    assert loads["socialchef"]["forms"] == ["konsult"]
    assert loads["controller"]["there"] is False


def test_a_plan_that_is_done_and_one_that_is_empty(tmp_path: Path) -> None:
    """Both say so."""
    done = "beslut: Klart\ndecided: 2014-07-01\nchanges:\n" + "".join(
        f"  - complete_atgard: {{atgard: {each}}}\n" for each in ("oversyn", "budget", "stommar")
    )
    ledger = written(tmp_path, PLAN, done)
    shown = text("plan", ledger, "--on", "2014-07-01")
    assert "Alla åtgärder är klara eller inställda." in shown
    assert "Försenade" not in shown
    assert "Ingen åtgärd är planerad." in text("plan", ledger, "--on", "2014-01-01")


def test_a_plan_without_undated_says_that_nothing_is_late_and_nothing_waits(tmp_path: Path) -> None:
    """And vague deadlines have the source's own words."""
    shown = text("plan", written(tmp_path, REMISS), *ON)
    assert ["2014-10-31 («hösten 2014»)", "Remiss (remiss)", "–", "–", "–", "kvarstår"] in rows(shown)
    assert "1 åtgärd med 1 sluttid." in shown
    assert "Försenade: inga." in shown
    assert "Väntar på något utan sluttid: inga." in shown
    assert "Ingen är ansvarig för det som kvarstår." in shown


# What the commands share


@pytest.mark.parametrize("command", ["uppdrag", "roller", "instrument", "expiring", "forum", "plan"])
def test_each_command_answers_for_any_day_and_any_knowledge(command: str, tmp_path: Path) -> None:
    """A heading with organisation and clocks; data with the same; nothing before anything is recorded."""
    ledger = written(tmp_path, UPPDRAG, ROLLER, FORUM, PLAN)
    shown = text(command, ledger, *ON, "--known", "2014-01-31")
    assert shown.startswith("exempelby: ")
    assert shown.splitlines()[0].endswith(" den 2014-03-15, enligt beslut fattade senast 2014-01-31")
    answer = data(command, ledger, *ON, "--as-recorded", "1")
    assert (answer["organisation"], answer["day"], answer["recorded"]) == ("exempelby", "2014-03-15", 1)
    assert text(command, ledger, "--on", "2000-01-01")
    assert "Missing option '--on'" in failed(command, ledger)


def test_a_difference_has_swedish_words_for_what_differs(tmp_path: Path) -> None:
    """Types, aspects and values: until as the last day, members and seats, states; data has their fields."""
    ledger = written(tmp_path, ROLLER, FORUM, PLAN)
    new = rows(text("diff", ledger, "2014-01-05", "2014-02-10"))
    assert [row[:2] for row in new if row[0].endswith(("ny", "nytt"))] == [
        ["forum: nytt", "Ledningsgruppen (ledning)"],
        ["forum: nytt", "Arbetsgruppen (grupp)"],
        ["åtgärd: ny", "Översynen (oversyn)"],
        ["åtgärd: ny", "Budgetprocess (budget)"],
        ["åtgärd: ny", "Flytten (flytt)"],
        ["åtgärd: ny", "Stommar (stommar)"],
        ["åtgärd: ny", "Något annat (annat)"],
    ]
    changed = rows(text("diff", ledger, "2014-02-10", "2014-03-01"))
    state = ["åtgärd: ändras", "Något annat (annat)", "läge", "planerad", "inställd", "”Uppföljning”"]
    assert state in changed
    met = ["åtgärd: ändras", "Budgetprocess (budget)", "klara sluttider", "–", "2014-02-28", "”Uppföljning”"]
    assert met in changed
    assert "plats-2: p-8" in " ".join(cell for row in changed for cell in row)
    (seats,) = (
        each
        for each in data("diff", ledger, "2014-02-10", "2014-03-01")["differences"]
        if each["aspect"] == "seats"
    )
    assert seats["after"][2] == {"seat": "plats-2", "role": "ledamot", "person": None}


def test_what_is_only_proposed_is_told_apart_wherever_beslut_are_listed() -> None:
    """The drafts of an alternative are marked in the log, the history, effects and differences."""
    varmdo = str(ROOT / "examples" / "varmdo")
    marked = "”Alternativ C” (föreslaget, alt-c)"
    for arguments in (
        ("history", varmdo, "overformyndarens-verksamhet"),
        ("taking-effect", varmdo, "2018-05-30", "2018-07-02"),
        ("diff", varmdo, "2018-01-20", "2018-07-01"),
    ):
        assert marked in " ".join(text(*arguments, "--with", "alt-c").split()), arguments
    assert "Alternativ C (föreslaget, alt-c)" in " ".join(text("log", varmdo, "--with", "alt-c").split())
    drafts = [each["beslut"] for each in data("log", varmdo, "--with", "alt-c")["log"] if each["alternative"]]
    assert drafts == ["Alternativ C"]


# The last day

PERIODS = """\
beslut: grund
decided: 2023-01-01
changes:
  - create_befattning: {befattning: planerare, title: Planerare, enhet: soc}
  - appoint: {befattning: planerare, person: p-8, until: 2024-07-01}
  - elect_ledamot: {organ: sn, person: p-9, role: ordforande, until: 2024-07-01}
  - register_utforare: {utforare: ab, name: Omsorg AB}
  - conclude_avtal: {avtal: a-1, name: Avtalet, bestallare: soc, utforare: ab, regim: LOU, until: 2024-07-01}
  - make_overenskommelse: {overenskommelse: o-1, name: Ök, bestallare: soc, utforare: sn, until: 2024-07-01}
  - create_uppdrag: {uppdrag: omsorg, name: Omsorg, ansvarig: soc}
---
beslut: mer
decided: 2023-06-01
changes:
  - renew_instrument: {instrument: o-1, until: 2024-07-01, effective: 2023-07-01}
  - end_uppdrag: {uppdrag: omsorg, effective: 2024-07-01}
"""


@pytest.mark.parametrize(
    "asked",
    [
        *(("history", thing) for thing in ("planerare", "p-8", "p-9", "a-1", "o-1")),
        *(("show", thing, "--on", "2024-01-01") for thing in ("a-1", "o-1", "ab", "omsorg")),
        *((what, "--on", "2024-01-01") for what in ("instrument", "expiring", "uppdrag")),
        ("uppdrag", "omsorg", "--on", "2024-01-01"),
        ("diff", "2022-12-31", "2024-01-01"),
        ("taking-effect", "2022-12-31", "2024-06-30"),
    ],
)
def test_what_ends_is_shown_with_its_last_day(asked: tuple[str, ...], tmp_path: Path) -> None:
    """As Swedish documents say it: t.o.m.; the first day no longer is for files, Python and JSON."""
    command, *rest = asked
    shown = text(command, written(tmp_path, PERIODS), *rest)
    assert "2024-06-30" in shown
    assert "2024-07-01" not in shown


def test_an_until_in_words_is_the_day_before(tmp_path: Path) -> None:
    """In the parameters of a change, on one line."""
    shown = text("history", written(tmp_path, PERIODS), "p-8")
    assert "innehavare tillträder: planerare (person: p-8, form: ordinarie, t.o.m.: 2024-06-30)" in shown
