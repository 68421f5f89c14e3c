"""What a thing is on a day, be it an uppdrag, an avtal, a forum or a förslag; and what is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from asking import data, failed, rows, text, written
from orgmodell import Organisation, read_ledger
from orgmodell.organisation import MemoryLog
from orgmodell.presentations.asked import Asked
from orgmodell.projections.show import AbsentPortrait, BefattningPortrait
from orgmodell.writers import json as as_json

EXAMPLES = Path(__file__).parent.parent / "examples"
ON = ("--on", "2014-03-15")

WORK = """\
beslut: SN 2013 § 10
decided: 2013-11-01
effective: 2014-01-01
changes:
  - create_uppdrag: {uppdrag: omsorg, name: Äldreomsorg, ansvarig: soc}
  - create_uppdrag: {uppdrag: bistand, name: Biståndsbedömning, ansvarig: sn, myndighetsutovning: true}
  - transfer_uppdrag: {uppdrag: omsorg, to: best, effective: 2014-03-01, stated: våren 2014}
  - assign_roll: {thing: soc, roll: bestallare}
  - assign_roll: {thing: regi, roll: utforare}
  - note_contradiction: {thing: best, says: Kontoret kallas stab på s. 6.}
  - register_utforare: {utforare: omsorg-ab, name: Omsorg AB, kind: bolag}
  - conclude_avtal:
      {avtal: a-1, name: Avtal om omsorg, bestallare: best, utforare: omsorg-ab, regim: LOV,
       until: 2014-04-01, uppdrag: [omsorg]}
  - make_overenskommelse: {overenskommelse: o-1, name: Omsorg i egen regi, bestallare: best, utforare: regi}
  - create_forum: {forum: ledning, name: Ledningsgruppen, kind: ledningsgrupp, part_of: soc}
  - add_forum_member: {forum: ledning, member: socialchef, role: ordforande}
  - add_forum_member: {forum: ledning, member: best}
  - add_forum_seats: {forum: ledning, seats: [plats-1]}
  - fill_forum_seat: {forum: ledning, seat: plats-1, person: p-7}
---
beslut: SN 2014 § 3
decided: 2014-01-15
changes:
  - plan_atgard: {atgard: oversyn, name: Översynen, ansvariga: [socialchef]}
  - plan_atgard:
      {atgard: budget, name: Budgetprocess, deadlines: [2014-02-28, 2014-04-30], ansvariga: [socialchef],
       depends_on: [oversyn, ks], concerns: [controllerenheten, best]}
  - plan_atgard: {atgard: flytt, name: Flytten, deadlines: [2014-02-01], ansvariga: [socialchef, regichef]}
  - complete_atgard: {atgard: flytt, effective: 2014-02-01, outcome: flyttat till kommunhuset}
  - complete_atgard: {atgard: budget, deadline: 2014-02-28, effective: 2014-02-20}
  - make_forslag:
      {forslag: motion-5, name: Presidieträffar, made_by: p-9, concerns: [presidietraffar],
       alternative: alt-a}
---
beslut: KF 2014 § 30
decided: 2014-09-01
changes:
  - decide_forslag: {forslag: motion-5, outcome: besvarat, says: Motionen anses besvarad.}
  - cancel_atgard: {atgard: budget, reason: ingen tid}
  - create_enhet: {enhet: nytt, name: Nya kontoret, effective: 2015-01-01}
"""

ALTERNATIVE = """\
beslut: Motion 5
decided: 2014-02-01
effective: 2014-03-01
changes:
  - create_forum: {forum: presidietraffar, name: Presidieträffar, kind: presidieträff, part_of: ks}
  - add_forum_member: {forum: presidietraffar, member: ks}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Exempelby with something of every kind, and an alternative beside it."""
    source = written(tmp_path, WORK)
    alternatives = Path(source) / "alternatives"
    alternatives.mkdir()
    (alternatives / "alt-a.yaml").write_text(ALTERNATIVE, encoding="utf-8")
    return source


def test_an_enhet_tells_its_roles_uppdrag_and_forums(ledger: str) -> None:
    """Roles of its own or through the line, and what sources say beside what is recorded."""
    shown = text("show", ledger, "best", *ON)
    table = rows(shown)
    assert ["Roller", "beställare, genom Socialförvaltningen (soc)"] in table
    assert ["Uppdrag", "Äldreomsorg (omsorg)"] in table
    assert ["Medlem i", "Ledningsgruppen (ledning)"] in table
    assert "Källan säger också:\n  - Kontoret kallas stab på s. 6." in shown
    answer = data("show", ledger, "soc", *ON)
    assert (answer["roller"], answer["roller_through"]) == (["bestallare"], "soc")
    assert (answer["uppdrag"], answer["forums"], answer["member_of"]) == ([], ["ledning"], [])
    own = data("show", ledger, "regi", *ON)
    assert (own["roller"], own["roller_through"]) == (["utforare"], "regi")
    assert data("show", ledger, "best", *ON)["contradictions"] == ["Kontoret kallas stab på s. 6."]


def test_an_enhet_without_roles_says_nothing_of_them(ledger: str) -> None:
    """Before they are assigned, and in data with null."""
    assert "Roller" not in text("show", ledger, "best", "--on", "2013-01-01")
    assert data("show", ledger, "best", "--on", "2013-01-01")["roller_through"] is None


def test_what_the_chef_is_to_do_does_not_make_the_enhet_planned(ledger: str) -> None:
    """The portrait of an enhet rests on who leads it, not on the åtgärder of whoever does."""
    assert {fact["status"] for fact in data("show", ledger, "soc", *ON)["basis"]} == {"inträffat"}
    assert "Läge" not in text("show", ledger, "soc", *ON)


def test_an_organ_tells_its_roles_and_uppdrag(ledger: str) -> None:
    """An organ answers for uppdrag as an enhet does."""
    assert ["Uppdrag", "Biståndsbedömning (bistand)"] in rows(text("show", ledger, "sn", *ON))
    answer = data("show", ledger, "sn", *ON)
    assert (answer["roller"], answer["uppdrag"]) == ([], ["bistand"])


def test_a_befattning_tells_its_forums_and_its_open_atgarder(ledger: str) -> None:
    """What is done is left out; what it rests on is planned."""
    shown = text("show", ledger, "socialchef", *ON)
    table = rows(shown)
    assert ["Medlem i", "Ledningsgruppen (ledning), ordförande"] in table
    assert [row[1] for row in table if row[0] == "Ansvarig för åtgärd"] == [
        "Översynen (oversyn), utan sluttid",
        "Budgetprocess (budget), 2014-02-28, 2014-04-30",
    ]
    assert "2 planerade" in shown
    answer = data("show", ledger, "socialchef", *ON)
    assert answer["member_of"] == [{"forum": "ledning", "role": "ordforande"}]
    assert [each["id"] for each in answer["to_do"]] == ["oversyn", "budget"]
    assert [each["id"] for each in data("show", ledger, "socialchef", "--on", "2014-01-20")["to_do"]] == [
        "oversyn",
        "budget",
        "flytt",
    ]


def test_a_person_in_a_forum_or_with_a_forslag_is_somebody(ledger: str) -> None:
    """Even without a befattning."""
    assert ["Medlem i", "Ledningsgruppen (ledning)"] in rows(text("show", ledger, "p-7", *ON))
    assert ["Har föreslagit", "Presidieträffar (motion-5), föreslaget"] in rows(
        text("show", ledger, "p-9", *ON)
    )
    assert data("show", ledger, "p-7", *ON)["member_of"] == [{"forum": "ledning", "role": "ledamot"}]
    assert "sits in no organ or forum on 2013-01-01" in failed("show", ledger, "p-7", "--on", "2013-01-01")


def test_an_uppdrag_tells_who_answers_for_it_before_and_after(ledger: str) -> None:
    """Each tenure with its days, in the source's own words when they are vague."""
    table = rows(text("show", ledger, "omsorg", *ON))
    assert ["Ansvarig", "Beställarkontoret (best), sedan 2014-03-01 («våren 2014»)"] in table
    assert table[1][0] == "Ansvarig före"
    assert ["Avtal och överenskommelser", "Avtal om omsorg (a-1)"] in table
    earlier = rows(text("show", ledger, "omsorg", "--on", "2014-02-01"))
    assert ["Ansvarig efter", "Beställarkontoret (best), sedan 2014-03-01 («våren 2014»)"] in earlier
    assert ["Myndighetsutövning", "ja"] in rows(text("show", ledger, "bistand", *ON))
    answer = data("show", ledger, "omsorg", *ON)
    assert (answer["type"], answer["now"]["ansvarig"], answer["instruments"]) == ("uppdrag", "best", ["a-1"])


def test_a_utforare_tells_its_avtal(ledger: str) -> None:
    """Until the last day, and whether they are in force."""
    shown = text("show", ledger, "omsorg-ab", "--on", "2014-04-02")
    assert ["Slag", "utförare (bolag)"] in rows(shown)
    assert "gäller till och med 2014-03-31" in " ".join(shown.split())
    assert "nej, tiden har gått ut" in " ".join(shown.split())
    (instrument,) = data("show", ledger, "omsorg-ab", *ON)["instruments"]
    assert (instrument["id"], instrument["in_force"]) == ("a-1", True)


def test_an_avtal_and_an_overenskommelse_tell_their_parties(ledger: str) -> None:
    """An överenskommelse has no regim."""
    avtal = rows(text("show", ledger, "a-1", *ON))
    assert ["Utförare", "Omsorg AB (omsorg-ab)"] in avtal
    assert ["Enligt", "LOV"] in avtal
    assert ["Gäller till och med", "2014-03-31"] in avtal
    other = rows(text("show", ledger, "o-1", *ON))
    assert ["Slag", "överenskommelse"] in other
    assert ["Gäller till och med", "tills vidare"] in other
    assert "Enligt" not in text("show", ledger, "o-1", *ON)
    assert data("show", ledger, "o-1", *ON)["type"] == "overenskommelse"


def test_a_forum_tells_its_members_and_seats(ledger: str) -> None:
    """The same as the command forum."""
    table = rows(text("show", ledger, "ledning", *ON))
    assert ["Medlem", "Socialchef (socialchef), ordförande"] in table
    assert ["Plats", "plats-1: p-7"] in table
    answer = data("show", ledger, "ledning", *ON)
    assert answer["members"] == [
        {"member": "socialchef", "role": "ordforande"},
        {"member": "best", "role": "ledamot"},
    ]


def test_an_atgard_tells_what_it_waits_for_and_what_waits_for_it(ledger: str) -> None:
    """What it is about need not exist."""
    shown = text("show", ledger, "budget", *ON)
    table = rows(shown)
    assert ["Väntar på", "Översynen (oversyn), utan sluttid, kvarstår"] in table
    assert ["Väntar på", "Kommunstyrelsen (ks)"] in table
    assert ["Klara sluttider", "2014-02-28"] in table
    assert ["Rör", "controllerenheten, finns inte den dagen"] in table
    assert ["Rör", "Beställarkontoret (best)"] in table
    assert ["På den väntar", "Budgetprocess (budget), 2014-02-28, 2014-04-30, kvarstår"] in rows(
        text("show", ledger, "oversyn", *ON)
    )
    assert ["Läge", "avslutad: flyttat till kommunhuset"] in rows(text("show", ledger, "flytt", *ON))
    assert ["Läge", "inställd: ingen tid"] in rows(text("show", ledger, "budget", "--on", "2014-09-01"))
    answer = data("show", ledger, "oversyn", *ON)
    assert [each["id"] for each in answer["holds_up"]] == ["budget"]
    assert [each["id"] for each in data("show", ledger, "budget", *ON)["waits_for"]] == ["oversyn"]


def test_a_forslag_tells_what_became_of_it(ledger: str) -> None:
    """Open, and then as it was settled."""
    table = rows(text("show", ledger, "motion-5", *ON))
    assert ["Läge", "föreslaget"] in table
    assert ["Alternativ", "alt-a"] in table
    settled = ("--on", "2014-09-01")
    assert ["Läge", "besvarat: Motionen anses besvarad."] in rows(text("show", ledger, "motion-5", *settled))
    answer = data("show", ledger, "motion-5", *settled)
    assert (answer["state"], answer["says"]) == ("besvarat", "Motionen anses besvarad.")


# What is not there


@pytest.mark.parametrize(
    ("day", "status", "outcome", "told"),
    [
        ("2014-01-01", "ännu inte beslutat", None, "läge: ännu inte beslutat\n"),
        ("2014-03-15", "föreslaget", None, "läge: föreslaget\n"),
        ("2014-09-01", "förkastat", "besvarat", "läge: förkastat (besvarat): Motionen anses besvarad.\n"),
    ],
)
def test_what_is_only_proposed_is_not_there_and_who_proposes_it_is_told(
    ledger: str, day: str, status: str, outcome: str | None, told: str
) -> None:
    """With what that is on the day; the answer is "finns inte den dagen", not an error."""
    shown = text("show", ledger, "presidietraffar", "--on", day)
    assert shown.startswith(f"exempelby: presidietraffar den {day}\n\nFinns inte den dagen")
    assert f"  - förslag motion-5, Presidieträffar, {told}" in shown
    answer = data("show", ledger, "presidietraffar", "--on", day)
    assert answer["type"] is None
    (mention,) = answer["mentions"]
    assert (mention["thing"], mention["type"]) == ("motion-5", "forslag")
    assert (mention["status"], mention["outcome"]) == (status, outcome)
    assert {fact["verb"] for fact in answer["basis"]} >= {"make_forslag"}


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2014-03-15", "läge: planerat\n"),
        ("2014-09-01", "läge: förkastat (inställd): ingen tid\n"),
    ],
)
def test_what_is_only_planned_is_not_there(ledger: str, day: str, told: str) -> None:
    """An åtgärd mentions it as a förslag does."""
    assert f"  - åtgärd budget, Budgetprocess, {told}" in text(
        "show", ledger, "controllerenheten", "--on", day
    )


def test_with_its_alternative_adopted_it_is_there(ledger: str) -> None:
    """The drafts are told as föreslagna, by name of the alternative, in text and data."""
    asked = ("show", ledger, "presidietraffar", *ON, "--with", "alt-a")
    shown = text(*asked)
    assert ["Slag", "presidieträff"] in rows(shown)
    assert "Läge den 2014-03-15: 1 inträffad, 2 föreslagna (alternativ alt-a)." in shown
    drafts = [fact for fact in data(*asked)["basis"] if fact["alternative"]]
    assert {(fact["status"], fact["alternative"]) for fact in drafts} == {("föreslaget", "alt-a")}
    turned_down = text("show", ledger, "presidietraffar", "--on", "2014-09-01", "--with", "alt-a")
    assert "1 inträffad, 2 förkastade (alternativ alt-a)." in turned_down


def test_what_is_known_and_recorded_limits_who_mentions_it(ledger: str) -> None:
    """What was not known to be settled is open; what was not recorded names nothing."""
    later = ("show", ledger, "presidietraffar", "--on", "2014-10-01")
    assert data(*later, "--known", "2014-02-01")["mentions"][0]["status"] == "föreslaget"
    assert "nothing on record names 'presidietraffar'" in failed(*later, "--as-recorded", "2")


def test_what_is_there_on_other_days_or_never_named_is_told_as_before(ledger: str) -> None:
    """A wrong day and a wrong id are errors, and say what would be right."""
    assert "it is created on 2015-01-01" in failed("show", ledger, "nytt", *ON)
    assert "it is created on 2014-01-01" in failed("show", ledger, "omsorg", "--on", "2013-01-01")
    assert "did you mean 'presidietraffar'" not in failed("show", ledger, "nada", *ON)
    assert "did you mean 'omsorg'?" in failed("show", ledger, "omsorgg", *ON)


def test_an_appointment_that_is_said_again_goes_on() -> None:
    """It holds since it was first said, and until what is said last; after a break it begins anew."""
    years = [date(year, 1, 1) for year in range(2010, 2018)]
    organisation = Organisation("exempelby", MemoryLog())
    with organisation.beslut("KS 1", decided=years[0]) as beslut:
        beslut.create_enhet("e", name="E")
        beslut.create_befattning("chef", title="Chef", enhet="e", leads=["e"])
        beslut.appoint("chef", person="p-1", effective=years[1], stated="våren 2011")
    with organisation.beslut("KS 2", decided=years[1]) as beslut:
        beslut.appoint("chef", person="p-1", effective=years[3], stated="igen")
        beslut.release("chef", person="p-1", effective=years[5])
        beslut.appoint("chef", person="p-1", effective=years[6])

    def held(day: date) -> tuple[date, str | None, date | None]:
        portrait = organisation.on(day).show("chef").portrait
        assert isinstance(portrait, BefattningPortrait)
        (holding,) = portrait.post.holdings
        return holding.since, holding.stated, holding.until

    assert [held(day) for day in years[1:5]] == [(years[1], "våren 2011", years[5])] * 4
    assert held(years[7]) == (years[6], None, None)


def test_an_absent_portrait_is_data_without_a_day_too(ledger: str) -> None:
    """Statuses of the basis are told when the question has a day and a view; else they are left out."""
    organisation = read_ledger(ledger)
    view = organisation.on(organisation.beslut_log()[-1].beslut.decided)
    absent = view.show("presidietraffar")
    assert isinstance(absent.portrait, AbsentPortrait)
    answer = as_json.document(Asked(organisation="exempelby"), absent, "sv")
    assert all("status" not in fact for fact in answer["basis"])
    assert [fact["verb"] for fact in answer["basis"]] == ["make_forslag", "decide_forslag"]


def test_a_portrait_rests_on_what_the_answer_in_it_rests_on() -> None:
    """An uppdrag and a forum are asked for by themselves too, and the grounds are the same."""
    view = read_ledger(EXAMPLES / "tyreso").on(date(2012, 6, 1))
    for uppdrag in view.uppdrag():
        assert view.show(uppdrag).basis == view.responsibility(uppdrag).basis, uppdrag
    later = read_ledger(EXAMPLES / "vasby").on(date(2015, 1, 2))
    for forum in later.forums():
        assert set(later.meeting(forum).basis.facts) <= set(later.show(forum).basis.facts), forum
