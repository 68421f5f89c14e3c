"""What one command answers, another does not deny: cases where they once did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import attrs
import pytest

from asking import data, text, written
from orgmodell import STANDARD, BeslutRefused, Organisation, Rule, open_register, read_ledger
from orgmodell.changes import ForumMemberAdded
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog, compare
from orgmodell.view import NotingView

Write = Callable[[Draft], None]

START, BEFORE, DAY, AFTER = date(2010, 1, 1), date(2014, 12, 31), date(2015, 1, 1), date(2020, 1, 1)
DAY_BEFORE_START = date(2009, 12, 31)


def given(*steps: Write, rules: Sequence[Rule] = STANDARD) -> Organisation:
    """Two förvaltningar, each under its nämnd, with an avdelning and chefer; then steps of DAY."""
    organisation = Organisation("exempelby", MemoryLog(), rules)
    with organisation.beslut("grund", decided=START) as beslut:
        beslut.create_organ("kf", name="Kommunfullmäktige", kind="fullmaktige")
        beslut.create_organ("ks", name="Kommunstyrelsen", kind="styrelse")
        for namnd in ("bun", "kn"):
            beslut.create_organ(f"{namnd}-organ", name=f"Nämnden {namnd}", kind="namnd")
            beslut.create_enhet(namnd, name=f"Förvaltningen {namnd}", kind="förvaltning")
            beslut.place_under_namnd(namnd, namnd=f"{namnd}-organ")
            beslut.create_enhet(f"{namnd}-avd", name="Avdelningen", kind="avdelning", parent=namnd)
            beslut.create_befattning(f"chef-{namnd}", title="Förvaltningschef", enhet=namnd, leads=[namnd])
            beslut.create_befattning(
                f"avdchef-{namnd}", title="Avdelningschef", enhet=f"{namnd}-avd", leads=[f"{namnd}-avd"]
            )
            beslut.appoint(f"chef-{namnd}", person=f"p-{namnd}")
            beslut.appoint(f"avdchef-{namnd}", person=f"p-avd-{namnd}")
    for number, write in enumerate(steps, 1):
        with organisation.beslut(f"steg {number}", decided=DAY) as beslut:
            write(beslut)
    return organisation


def broken(organisation: Organisation, day: date) -> set[tuple[str, tuple[str, ...]]]:
    """Which rules are broken by which things on a day."""
    return {violation.broken for violation in organisation.on(day).violations()}


def warning(rule: str) -> tuple[Rule, ...]:
    """The standard rules, with one that only warns."""
    return tuple(attrs.evolve(r, severity="warning") if r.id == rule else r for r in STANDARD)


# 1. The nämnd after a merger, a split or a dissolution


def merged(beslut: Draft) -> None:
    beslut.create_enhet("buk", name="Barn, unga och kultur", kind="förvaltning")
    beslut.merge_enheter(["bun", "kn"], into="buk")
    beslut.assign_leadership("chef-bun", enhet="buk")
    beslut.end_leadership("chef-kn", enhet="kn")


def test_a_merger_carries_over_the_namnder_of_what_it_merges() -> None:
    """What is merged answers to the same nämnder in the receiver, and so does all that comes with it."""
    view = given(merged).on(DAY)
    assert set(view.namnder("buk")) == {"bun-organ", "kn-organ"}
    assert view.namnder("kn-avd") == view.namnder("buk")


def test_a_receiver_with_a_namnd_of_its_own_keeps_to_that() -> None:
    """What the beslut says of the receiver goes before what a merger would carry over."""

    def placed(beslut: Draft) -> None:
        beslut.create_organ("bukn", name="Nämnden för barn, unga och kultur", kind="namnd")
        merged(beslut)
        beslut.place_under_namnd("buk", namnd="bukn")

    assert given(placed).on(DAY).namnder("buk") == ("bukn",)
    into_kn = given(lambda b: b.merge_enheter(["bun"], into="kn")).on(DAY)
    assert into_kn.namnder("bun-avd") == ("kn-organ",)


def test_what_a_merger_carried_over_can_be_taken_back() -> None:
    """Also in the beslut that merges; a placement that is taken back does not return."""

    def without_kn(beslut: Draft) -> None:
        merged(beslut)
        beslut.remove_from_namnd("buk", namnd="kn-organ")

    organisation = given(without_kn)
    assert organisation.on(DAY).namnder("buk") == ("bun-organ",)
    with organisation.beslut("senare", decided=AFTER) as beslut:
        beslut.remove_from_namnd("buk", namnd="bun-organ")
    assert organisation.on(AFTER).namnder("buk") == ()
    with pytest.raises(BeslutRefused, match="buk cannot be removed from kn-organ"):
        with given(merged, without_kn_only).beslut("igen", decided=AFTER) as beslut:
            beslut.remove_from_namnd("buk", namnd="kn-organ")


def test_on_the_day_of_a_merger_a_placement_is_taken_from_merged_and_receiver_alike() -> None:
    """The order within a day says nothing: what was placed the day before can be removed in both places."""

    def without_bun(beslut: Draft) -> None:
        merged(beslut)
        beslut.remove_from_namnd("bun", namnd="bun-organ")
        beslut.remove_from_namnd("buk", namnd="bun-organ")

    assert given(without_bun).on(DAY).namnder("buk") == ("kn-organ",)
    with pytest.raises(BeslutRefused, match="buk cannot be removed from ks"):
        given(merged, lambda beslut: beslut.remove_from_namnd("buk", namnd="ks"))


def without_kn_only(beslut: Draft) -> None:
    beslut.remove_from_namnd("buk", namnd="kn-organ")


def test_a_placement_that_was_carried_over_is_removed_a_later_year_and_told() -> None:
    """The nämnd can then be dissolved in the same beslut; the loss is told that day, with its facts."""
    organisation = given(merged)
    with organisation.beslut("nämnden upphör", decided=AFTER, decided_by="kf") as beslut:
        beslut.remove_from_namnd("buk", namnd="kn-organ")
        beslut.remove_from_namnd("buk", namnd="bun-organ")
        beslut.dissolve_organ("kn-organ")
    assert ("NAMND", ("buk",)) in broken(organisation, AFTER)
    assert ("NAMND", ("buk",)) not in broken(organisation, DAY)
    (lost,) = (each for each in organisation.violations_ever() if each.rule == "NAMND")
    assert "answered to bun-organ and kn-organ before" in lost.message
    differences = organisation.changes_between(date(2019, 12, 31), AFTER)
    changed = [each for each in differences if each.aspect == "nämnder"]
    assert [each.thing for each in changed] == ["bun-avd", "kn-avd", "buk"]
    assert all(each.basis.facts for each in changed)


def test_a_namnd_is_not_dissolved_over_what_a_merger_put_under_it() -> None:
    """R07 sees the receiver too, and says what to do."""
    with pytest.raises(BeslutRefused, match=r"enhet buk is still placed under it. Remove it from it"):
        with given(merged).beslut("upplös", decided=AFTER, decided_by="kf") as beslut:
            beslut.dissolve_organ("kn-organ")


def test_an_enhet_that_loses_its_namnd_is_told_of_on_every_day_it_has_none() -> None:
    """NAMND: of the topmost one, whether it is moved, removed or takes over; until it has one again."""

    def removed(beslut: Draft) -> None:
        beslut.remove_from_namnd("kn", namnd="kn-organ")

    organisation = given(removed)
    assert ("NAMND", ("kn",)) in broken(organisation, DAY)
    assert ("NAMND", ("kn",)) in broken(organisation, AFTER)
    assert ("NAMND", ("kn",)) not in broken(organisation, BEFORE)
    assert ("NAMND", ("kn-avd",)) not in broken(organisation, DAY)
    with organisation.beslut("åter", decided=AFTER) as beslut:
        beslut.place_under_namnd("kn", namnd="bun-organ")
    assert ("NAMND", ("kn",)) not in broken(organisation, AFTER)
    moved = given(lambda b: b.move_enhet("kn-avd", parent=None))
    assert ("NAMND", ("kn-avd",)) in broken(moved, DAY)


def test_what_takes_over_from_an_enhet_with_a_namnd_is_told_of_when_it_has_none() -> None:
    """NAMND: a split moves no placement, and the parts that nobody placed are named."""

    def split(beslut: Draft) -> None:
        for part in ("norr", "soder"):
            beslut.create_enhet(part, name=part)
        beslut.move_enhet("kn-avd", parent="norr")
        beslut.move_befattning("chef-kn", enhet="norr")
        beslut.split_enhet("kn", into=["norr", "soder"])
        beslut.place_under_namnd("soder", namnd="kn-organ")

    assert {things for rule, things in broken(given(split), DAY) if rule == "NAMND"} == {("norr",)}


def test_diff_tells_of_every_enhet_whose_namnd_changed_also_through_its_parent() -> None:
    """An enhet that moves takes what is under it to another nämnd, and each is told."""
    organisation = given(
        lambda b: b.move_enhet("kn", parent="bun"), lambda b: b.remove_from_namnd("kn", namnd="kn-organ")
    )
    found = {
        d.thing: (d.before, d.after)
        for d in organisation.changes_between(BEFORE, DAY)
        if d.aspect == "nämnder"
    }
    assert found == dict.fromkeys(("kn", "kn-avd"), (("kn-organ",), ("bun-organ",)))


# 2 and 3. Chefer whose enheter have ended


def split_without_leaders(beslut: Draft) -> None:
    for part in ("norr", "soder"):
        beslut.create_enhet(part, name=part, kind="avdelning", parent="kn")
        beslut.create_befattning(f"handlaggare-{part}", title="Handläggare", enhet=part)
    beslut.move_befattning("avdchef-kn", enhet="norr")
    beslut.split_enhet("kn-avd", into=["norr", "soder"])


def test_a_split_that_forgets_the_leadership_is_warned_of() -> None:
    """R04: of each part without a chef, and of the chef who leads nothing; until it is put right."""
    organisation = given(split_without_leaders)
    chefless = ("norr", "avdchef-kn"), ("soder", "avdchef-kn")
    assert {things for rule, things in broken(organisation, AFTER) if rule == "R04"} == {
        *chefless,
        ("avdchef-kn",),
    }
    with organisation.beslut("chef", decided=AFTER) as beslut:
        beslut.assign_leadership("avdchef-kn", enhet="norr")
        beslut.assign_leadership("avdchef-kn", enhet="soder")
    assert {things for rule, things in broken(organisation, AFTER) if rule == "R04"} == set()


def test_an_enhet_without_a_chef_may_take_over_what_is_dissolved() -> None:
    """No R04 of an enhet that nobody led before, nor when a leadership ends years after the taking over."""

    def dissolved(beslut: Draft) -> None:
        beslut.create_enhet("utan", name="Utan chef")
        beslut.move_befattning("avdchef-kn", enhet="kn")
        beslut.dissolve_enhet("kn-avd", successors=["utan"])
        beslut.end_leadership("avdchef-kn", enhet="kn-avd")
        beslut.merge_enheter(["bun-avd"], into="bun")
        beslut.end_leadership("avdchef-bun", enhet="bun-avd")

    organisation = given(lambda b: b.create_enhet("ny", name="Ny"), dissolved)
    assert {t for rule, t in broken(organisation, DAY) if rule == "R04"} == {
        ("utan", "avdchef-kn")
    }  # it is new
    older = given()
    with older.beslut("utan", decided=date(2014, 1, 1)) as beslut:
        beslut.create_enhet("utan", name="Utan chef")
    with older.beslut("upplös", decided=DAY) as beslut:
        beslut.move_befattning("avdchef-kn", enhet="kn")
        beslut.dissolve_enhet("kn-avd", successors=["utan"])
        beslut.end_leadership("avdchef-kn", enhet="kn-avd")
        beslut.merge_enheter(["bun-avd"], into="bun")
        beslut.end_leadership("avdchef-bun", enhet="bun-avd")
    with older.beslut("chefen slutar leda", decided=AFTER) as beslut:
        beslut.end_leadership("chef-bun", enhet="bun")
    assert {t for rule, t in broken(older, AFTER) if rule == "R04"} == set()


def test_a_dissolution_that_forgets_the_chef_is_warned_of() -> None:
    """R04: also when nothing takes over; ending the leadership is an answer."""

    def dissolved(beslut: Draft) -> None:
        beslut.move_befattning("avdchef-kn", enhet="kn")
        beslut.dissolve_enhet("kn-avd")

    assert ("R04", ("avdchef-kn",)) in broken(given(dissolved), DAY)
    ended = given(dissolved, lambda b: b.end_leadership("avdchef-kn", enhet="kn-avd"))
    assert ("R04", ("avdchef-kn",)) not in broken(ended, DAY)


def test_chart_line_show_and_who_decides_tell_one_story_of_a_chef_of_nothing() -> None:
    """It leads nothing in any of them, and a row that names its title does not mean it."""

    def ordning(beslut: Draft) -> None:
        beslut.define_arende("bistand", name="Bistånd")
        beslut.adopt_delegationsordning("do", namnd="kn-organ", name="Delegationsordning")
        beslut.grant_delegation("do", rad="r1", nummer="1", arende="bistand", delegat_typ="Avdelningschef")

    organisation = given(ordning, split_without_leaders)
    view = organisation.on(DAY)
    assert view.reporting_line("handlaggare-norr") == ("chef-kn",)
    assert not view.is_chef("avdchef-kn")
    assert "Avdelningschef: p-avd-kn – leder ingen enhet som finns" in view.chart().to_text()
    decision = view.who_decides("bistand", "norr")
    assert decision.decider is not None
    assert decision.decider.who == "kn-organ"
    assert [each.delegations for each in view.rights("avdchef-kn")] == [()]
    assert organisation.on(BEFORE).rights("avdchef-kn")[0].delegations == ()  # the ordning begins on DAY


def test_a_title_means_no_chef_of_another_branch() -> None:
    """A chef who is placed in an enhet above, and leads a sister of the enhet, is not in its line."""

    def another(beslut: Draft) -> None:
        beslut.define_arende("bistand", name="Bistånd")
        beslut.create_enhet("kn-avd-2", name="Avdelning 2", kind="avdelning", parent="kn")
        beslut.create_befattning("samordnare", title="Samordnare", enhet="kn", leads=["kn-avd-2"])
        beslut.adopt_delegationsordning("do", namnd="kn-organ", name="Delegationsordning")
        beslut.grant_delegation("do", rad="r1", nummer="1", arende="bistand", delegat_typ="samordnare")

    view = given(another).on(DAY)
    of_its_own, of_the_other = (
        view.who_decides("bistand", enhet).decider for enhet in ("kn-avd-2", "kn-avd")
    )
    assert of_its_own is not None
    assert of_its_own.who == "samordnare"
    assert of_the_other is not None
    assert of_the_other.who == "kn-organ"


# 4. The nearest chef


def test_kontrollspann_counts_whoever_has_it_as_nearest_chef() -> None:
    """Also through a vacant chef who reports by decision."""

    def vacant_between(beslut: Draft) -> None:
        beslut.create_enhet("lag", name="Lag", parent="bun-avd")
        beslut.create_befattning("lagchef", title="Lagchef", enhet="lag", leads=["lag"])
        beslut.appoint("lagchef", person="p-lag")
        beslut.release("avdchef-bun", person="p-avd-bun")
        beslut.declare_vacancy("avdchef-bun")
        beslut.change_reporting("avdchef-bun", to="chef-kn")

    view = given(vacant_between).on(DAY)
    assert view.reporting_line("lagchef")[0] == "chef-kn"
    assert view.kontrollspann("chef-kn").direct_chefer == ("avdchef-kn", "lagchef")
    assert view.kontrollspann("chef-bun").direct_chefer == ()


def test_a_first_line_chef_has_no_chef_under_it_in_anything_it_leads() -> None:
    """One of two led enheter without chefer below does not make a chef of chefer a first-line chef."""

    def also(beslut: Draft) -> None:
        beslut.create_enhet("stab", name="Staben", parent="kn")
        beslut.assign_leadership("avdchef-kn", enhet="stab")
        beslut.create_enhet("lag", name="Lag", parent="kn-avd")
        beslut.create_befattning("lagchef", title="Lagchef", enhet="lag", leads=["lag"])
        beslut.appoint("lagchef", person="p-lag")

    assert given(also).on(DAY).kontrollspann("chef-kn").first_line == ("lagchef",)


def test_the_chart_and_the_line_go_by_the_same_of_several_who_share_in_leading() -> None:
    """The first who holds the post: one nobody is recorded as holding does not go before."""

    def shared(beslut: Draft) -> None:
        beslut.create_enhet("skola", name="Skolan", parent="bun")
        beslut.create_enhet("lag", name="Lag", parent="skola")
        for post in ("a", "b"):
            beslut.create_befattning(post, title="Chef", enhet="skola")
            beslut.assign_leadership(post, enhet="skola", samledarskap="hälften var")
        beslut.create_befattning("larare", title="Lärare", enhet="lag")
        beslut.appoint("b", person="p-b")

    view = given(shared).on(DAY)
    chef = view.chef("skola")
    assert chef is not None
    assert (chef.befattning, view.reporting_line("larare")[0]) == ("b", "b")


def test_the_line_of_a_chef_begins_over_the_topmost_enhet_it_leads() -> None:
    """Of several equally high, over the one recorded first; where it is placed makes no difference."""

    def several(beslut: Draft) -> None:
        beslut.create_enhet("lag", name="Lag", parent="kn-avd")
        beslut.create_befattning("delad", title="Chef", enhet="kn", leads=["lag", "bun-avd-2"])

    def also(beslut: Draft) -> None:
        beslut.create_enhet("bun-avd-2", name="Avdelning 2", parent="bun")
        beslut.create_enhet("kn-avd-2", name="Avdelning 2", parent="kn")

    organisation = given(also, several)
    assert organisation.on(DAY).reporting_line("delad")[0] == "chef-bun"
    with organisation.beslut("lika högt", decided=AFTER) as beslut:
        beslut.assign_leadership("delad", enhet="kn-avd-2")
    assert organisation.on(AFTER).reporting_line("delad")[0] == "chef-bun"
    with organisation.beslut("inte längre", decided=AFTER) as beslut:
        beslut.end_leadership("delad", enhet="bun-avd-2")
    assert organisation.on(AFTER).reporting_line("delad")[0] == "chef-kn"


# 5. check, record and compare


def test_check_and_record_tell_the_same_of_the_same_folder(tmp_path: Path) -> None:
    """What beslut break together is what is broken on any day; what a later one mends is not told."""
    ledger = written(
        tmp_path,
        "beslut: KF § 2\ndecided: 2012-01-01\nchanges:\n"
        "  - create_enhet: {enhet: ny, name: Nya, parent: soc}\n"
        "  - create_befattning: {befattning: nychef, title: Chef, enhet: ny, leads: [ny]}\n",
        "beslut: KF § 3\ndecided: 2013-01-01\nchanges:\n"
        "  - create_befattning: {befattning: stabschef, title: Chef, enhet: best}\n"
        "  - declare_vacancy: {befattning: bestallarchef}\n",
    )
    organisation = read_ledger(ledger)
    ever = organisation.violations_ever()
    assert organisation.broken_since(0) == ever
    recorded = text("record", ledger, "--into", str(tmp_path / "l.db"), "--org", "x", "--dry-run")
    assert recorded.count("01.yaml:") == len(ever) > 2


def test_a_beslut_is_told_only_of_what_it_breaks() -> None:
    """What is broken already is not told again, not of a later day either; what it breaks besides is."""

    def unheld(beslut: Draft) -> None:
        beslut.create_enhet("lag", name="Lag", parent="kn")
        beslut.create_befattning("lagchef", title="Lagchef", enhet="lag", leads=["lag"])

    organisation = given(unheld)
    assert broken(organisation, AFTER) == {("R04", ("lag", "lagchef"))}
    beslut = organisation.beslut("för en tid", decided=AFTER)
    beslut.appoint("lagchef", person="p-lag", until=date(2021, 1, 1))
    assert beslut.violations() == ()
    beslut.release("chef-kn", person="p-kn", effective=date(2022, 1, 1))
    beslut.create_enhet("nytt", name="Nytt", parent="kn")
    beslut.create_befattning("nychef", title="Chef", enhet="nytt", leads=["nytt"])
    assert {violation.broken for violation in beslut.violations()} == {
        ("R04", ("kn", "chef-kn")),
        ("R04", ("nytt", "nychef")),
    }


def test_an_id_that_is_given_to_something_else_on_an_earlier_day_is_refused_in_words() -> None:
    """What was recorded under the id is not judged as what the draft makes of it."""
    organisation = given()
    with organisation.beslut("enhet", decided=AFTER) as beslut:
        beslut.create_enhet("v", name="V")
    with pytest.raises(BeslutRefused, match="the id 'v' cannot be given"):
        with organisation.beslut("vidare", decided=DAY) as beslut:
            beslut.define_arende("bistand", name="Bistånd")
            beslut.adopt_delegationsordning("do", namnd="kn-organ", name="Delegationsordning")
            beslut.grant_vidaredelegation("v", ordning="do", nummer="9", to="avdchef-kn")


def test_check_tells_of_each_breach_once() -> None:
    """A post that is left without a holder twice breaks R04 from the first time on."""

    def twice(beslut: Draft) -> None:
        beslut.release("chef-kn", person="p-kn")
        beslut.appoint("chef-kn", person="p-2", effective=date(2016, 1, 1), until=date(2017, 1, 1))

    organisation = given(twice)
    assert [(v.broken, v.day) for v in organisation.violations_ever()] == [(("R04", ("kn", "chef-kn")), DAY)]
    assert ("R04", ("kn", "chef-kn")) not in broken(organisation, date(2016, 6, 1))
    assert ("R04", ("kn", "chef-kn")) in broken(organisation, AFTER)


def test_compare_breaks_on_the_day_what_check_says(tmp_path: Path) -> None:
    """The column of the organisation has what `check --on` lists."""
    ledger = written(tmp_path)
    found = {
        (v["rule"], *v["things"])
        for v in data("compare", ledger, "nu", "--on", "2011-01-01")["alternatives"][0]["broken"]
    }
    assert found
    organisation = read_ledger(ledger)
    assert found == {(v.rule, *v.things) for v in organisation.on(date(2011, 1, 1)).violations()}


# 6 and 7. Alternatives


def test_alternatives_are_compared_by_structure() -> None:
    """Whether a proposed post is declared vacant, or nobody is said to hold it, makes no difference."""
    organisation = given()
    counts = []
    for vacant in (False, True):
        scenario = organisation.scenario(f"vakant {vacant}")
        with scenario.beslut("förslag", decided=DAY) as beslut:
            beslut.create_enhet("lag", name="Lag", parent="kn-avd")
            beslut.create_befattning("lagchef", title="Lagchef", enhet="lag", leads=["lag"])
            beslut.create_befattning("handlaggare", title="Handläggare", enhet="lag")
            if vacant:
                beslut.declare_vacancy("lagchef")
        comparison = organisation.compare(DAY, scenario)
        counts.append(comparison.alternatives[1].chefsled["handlaggare"])
        assert "besatt, vakant eller utan registrerad innehavare" in comparison.counting_rule.sv
        assert compare(DAY, {"nu": organisation, "a": scenario}).mode == "struktur"
    assert counts == [3, 3]


def test_an_alternative_that_mends_a_fault_is_shown_to_mend_it() -> None:
    """What an alternative adds and what it takes away are told apart, each counted."""
    organisation = given(split_without_leaders)
    scenario = organisation.scenario("lagat")
    with scenario.beslut("förslag", decided=DAY) as beslut:
        beslut.assign_leadership("avdchef-kn", enhet="norr")
        beslut.create_enhet("ny", name="Ny", parent="kn")
        beslut.create_befattning("nychef", title="Chef", enhet="ny", leads=["ny"])
    comparison = compare(DAY, {"nu": organisation, "lagat": scenario})
    (nu, lagat) = comparison.alternatives
    assert {v.broken for v in lagat.added} == {("R04", ("ny", "nychef"))}
    assert {v.broken for v in lagat.mended} == {
        ("R04", ("norr", "avdchef-kn")),
        ("R04", ("avdchef-kn",)),
    }
    assert nu.added == nu.mended == ()


# 8. Reporting by decision


@pytest.mark.parametrize(
    "ring", [["chef-bun"], ["chef-bun", "chef-kn"], ["chef-bun", "avdchef-kn", "chef-kn"]]
)
def test_nobody_reports_to_themselves(ring: list[str]) -> None:
    """R05: by decision, not through others either; the way is named."""
    with pytest.raises(BeslutRefused, match=" → ".join([ring[0], *ring[1:], ring[0]])):
        with given().beslut("rapport", decided=DAY) as beslut:
            for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
                beslut.change_reporting(one, to=other)


def test_a_ring_of_reports_on_any_later_day_is_refused() -> None:
    """R05: the whole timeline from the day on is judged, as for enheter."""
    organisation = given()
    with organisation.beslut("framtid", decided=DAY, effective=AFTER) as beslut:
        beslut.change_reporting("chef-kn", to="chef-bun")
    with pytest.raises(BeslutRefused, match="chef-bun would report to itself on 2020-01-01"):
        with organisation.beslut("nu", decided=DAY) as beslut:
            beslut.change_reporting("chef-bun", to="chef-kn")


def test_a_chef_does_not_report_by_decision_to_one_whose_line_leads_to_it() -> None:
    """R05: a ring of a decision and the line cuts a line off too, whichever of them came last."""
    with pytest.raises(BeslutRefused, match="chef-kn → avdchef-kn → chef-kn"):
        with given().beslut("rapport", decided=DAY) as beslut:
            beslut.change_reporting("chef-kn", to="avdchef-kn")
    organisation = given(lambda b: b.change_reporting("chef-kn", to="avdchef-bun"))
    with pytest.raises(BeslutRefused, match="avdchef-bun → chef-kn → avdchef-bun"):
        with organisation.beslut("flytt", decided=AFTER) as beslut:
            beslut.move_enhet("bun-avd", parent="kn")


# 9 and 10. Breaches as they are found


def test_a_breach_is_listed_on_every_day_it_holds_and_the_chart_shows_it() -> None:
    """An enhet dissolved over what is under it, with R07 as a warning: until it is moved, and not after."""
    organisation = given(lambda b: b.move_befattning("avdchef-kn", enhet="kn"), rules=warning("R07"))
    with organisation.beslut("under", decided=DAY) as beslut:
        beslut.create_enhet("lag", name="Lag", parent="kn-avd")
    with organisation.beslut("upplös", decided=DAY, effective=date(2016, 1, 1)) as beslut:
        beslut.dissolve_enhet("kn-avd")
    breach = ("R07", ("kn-avd", "lag"))
    assert breach not in broken(organisation, DAY)
    assert breach in broken(organisation, date(2016, 1, 1))
    assert breach in broken(organisation, date(2018, 5, 5))
    view = organisation.on(date(2018, 5, 5))
    assert (view.parent("lag"), view.loose_from("lag"), view.loose_from("kn")) == (None, "kn-avd", None)
    assert (
        "Lag (enhet) – hänger löst: lagd under Avdelningen, som inte finns den dagen"
        in view.chart().to_text()
    )
    with organisation.beslut("flytta", decided=AFTER) as beslut:
        beslut.move_enhet("lag", parent="kn")
    assert breach not in broken(organisation, AFTER)
    assert [v.day for v in organisation.violations_ever() if v.broken == breach] == [date(2016, 1, 1)]


def test_an_enhet_whose_parent_is_not_yet_known_hangs_loose() -> None:
    """On a day as known earlier: it is told, and not taken for one at the top."""
    organisation = given()
    with organisation.beslut("moder", decided=AFTER, effective=DAY) as beslut:
        beslut.create_enhet("moder", name="Moder")
    with organisation.beslut("barn", decided=DAY) as beslut:
        beslut.create_enhet("barn", name="Barn", parent="moder")
    (untold,) = organisation.on(DAY, known=DAY).violations()
    assert "as known on 2015-01-01 is never created: beslut 'moder' creates it" in untold.message
    view = organisation.on(DAY, known=DAY)
    assert (view.parent("barn"), view.loose_from("barn")) == (None, "moder")
    assert organisation.on(DAY).loose_from("barn") is None


@pytest.mark.parametrize("rules", [(), warning("R08"), warning("ID")])
def test_what_is_named_exists_whatever_rules_are_chosen(rules: tuple[Rule, ...]) -> None:
    """R08 and ID always hold, and say so when they were not chosen."""
    still = " This holds whatever rules are chosen."
    with open_register(":memory:", rules=rules) as register:
        kommun = register.organisation("exempelby")
        with pytest.raises(BeslutRefused) as refused:
            with kommun.beslut("a", decided=DAY) as beslut:
                beslut.create_enhet("x", name="X", parent="finnsinte")
                beslut.create_enhet("y", name="Y")
                beslut.create_enhet("y", name="Y igen")
        rule = {"R08": 0, "ID": 0}
        for violation in refused.value.violations:
            rule[violation.rule] += 1
            chosen = any(each.id == violation.rule and each.severity == "error" for each in rules)
            assert violation.message.endswith(still) != chosen
        assert rule == {"R08": 1, "ID": 1}


# What is looked up by one end of a relation


def forums(beslut: Draft) -> None:
    for forum in ("inre", "yttre"):
        beslut.create_forum(forum, name=forum, kind="ledningsgrupp", part_of="bun")
    beslut.add_forum_member("inre", member="chef-bun")
    beslut.add_forum_member("yttre", member="inre")


def test_what_a_forum_is_does_not_rest_on_where_it_is_a_member_itself() -> None:
    """A relation is asked from the forum to its members."""
    view = NotingView(given(forums).on(DAY))
    assert view.members("inre") == (("chef-bun", "ledamot"),)
    changes = [view.account.fact(seq).change for seq in view.noted]
    assert ForumMemberAdded("inre", member="chef-bun") in changes
    assert ForumMemberAdded("yttre", member="inre") not in changes


def related(beslut: Draft) -> None:
    beslut.relate("kn", kind="foljer upp", to="bun")
    beslut.relate("bun", kind="ger stod till", to="kn")
    beslut.relate("bun-avd", kind="ger stod till", to="bun")
    beslut.relate("bun", kind="foljer upp", to="kn-avd")


def test_what_a_thing_does_and_what_is_done_for_it_stand_as_recorded() -> None:
    """Also in an alternative, where more is recorded below meanwhile."""
    organisation = given(related)
    alternative = organisation.scenario("a")
    drafts = (("kn-avd", "bemannas fran", "bun"), ("bun", "bestaller av", "kn"))
    with alternative.beslut("utkast", decided=DAY) as beslut:
        for thing, kind, to in drafts:
            beslut.relate(thing, kind=kind, to=to)  # type: ignore[arg-type]
    with organisation.beslut("senare", decided=DAY) as beslut:
        for thing, kind, to in reversed(drafts):
            beslut.relate(thing, kind=kind, to=to)  # type: ignore[arg-type]
    recorded = [("kn", "bun"), ("bun", "kn"), ("bun-avd", "bun"), ("bun", "kn-avd")]
    below, above = ([each[:2] for each in of.on(DAY).relations("bun")] for of in (organisation, alternative))
    assert below == [*recorded, ("bun", "kn"), ("kn-avd", "bun")]
    assert above == [*recorded, ("kn-avd", "bun"), ("bun", "kn")]
