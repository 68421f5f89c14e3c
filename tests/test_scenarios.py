"""Alternatives: drafts on top of an organisation that they leave as it is."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import attrs
import pytest

from orgmodell import (
    STANDARD,
    BeslutAlreadyRecorded,
    BeslutRefused,
    Organisation,
    Scenario,
    UnknownThing,
    open_register,
)
from orgmodell.changes import (
    BefattningCreated,
    Beslut,
    BeslutAnnulled,
    ChangeAnnulled,
    EnhetCreated,
    EnhetDissolved,
    EnhetMoved,
    EnhetRenamed,
)
from orgmodell.draft import Draft
from orgmodell.errors import LedgerRefused, SourceError
from orgmodell.organisation import compare
from orgmodell.register import alternatives_of, find_alternative, read_alternative, read_ledger
from test_rules import YEAR, accept, given

DAY = YEAR[2015]
DISSOLVE = Beslut(id="upplös", decided=YEAR[2014], effective=DAY, changes=(EnhetDissolved("aldre"),))
EMPTY = Beslut(id="töm", decided=YEAR[2014], effective=DAY, changes=(EnhetMoved("hemtjanst", parent="soc"),))


def with_hemtjanst() -> Organisation:
    """Äldreomsorgen has Hemtjänsten under it: it cannot be dissolved by itself."""
    return given((2011, lambda b: b.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")))


def test_a_scenario_answers_as_if_it_were_recorded_and_leaves_the_organisation_as_it_is() -> None:
    """The same questions; nothing of it shows in the organisation or in another scenario."""
    org = with_hemtjanst()
    before = org.beslut_log()
    alternative, other = org.scenario("a"), org.scenario("b")
    with alternative.beslut("flytta", decided=YEAR[2014], effective=DAY) as beslut:
        beslut.move_enhet("hemtjanst", parent="soc")
    with other.beslut("flytta", decided=YEAR[2014], effective=DAY) as beslut:
        beslut.move_enhet("hemtjanst", parent="kommunen")
    parents = [each.on(DAY).parent("hemtjanst") for each in (org, alternative, other)]
    assert parents == ["aldre", "soc", "kommunen"]
    assert org.beslut_log() == before
    assert [draft.id for draft in alternative.drafts()] == ["flytta"]
    assert repr(alternative) == "<Scenario 'a' of 'exempelby', drafts: 1>"
    assert alternative.history("hemtjanst", on=DAY)[-1].status == "föreslaget"
    assert org.history("hemtjanst", on=DAY)[-1].status == "inträffat"


def test_an_alternative_is_turned_down_with_the_last_of_its_forslag() -> None:
    """While another still stands, its drafts are proposed."""
    org = with_hemtjanst()
    for forslag in ("motion", "medborgarforslag"):
        accept(org, 2012, lambda b, f=forslag: b.make_forslag(f, name=f, alternative="a"))  # type: ignore[misc]
    accept(org, 2013, lambda b: b.decide_forslag("motion", outcome="avslaget"))
    accept(org, 2016, lambda b: b.decide_forslag("medborgarforslag", outcome="avslaget"))
    alternative = org.scenario("a")
    alternative.propose(EMPTY)
    told = [alternative.history("hemtjanst", on=YEAR[year])[-1].status for year in (2012, 2014, 2016)]
    assert told == ["föreslaget", "föreslaget", "förkastat"]


def test_a_scenario_refuses_what_an_organisation_would() -> None:
    """`record` and the with block judge; nothing of a refused draft is taken in."""
    alternative = with_hemtjanst().scenario("a")
    with pytest.raises(BeslutRefused, match="hemtjanst is still under it"):
        alternative.record(DISSOLVE)
    assert alternative.drafts() == ()
    alternative.record(EMPTY)
    alternative.record(DISSOLVE)
    assert not alternative.on(DAY).exists("aldre")
    with pytest.raises(BeslutAlreadyRecorded):
        alternative.record(Beslut(id="töm", decided=YEAR[2014]))


def test_what_is_proposed_may_break_rules_and_says_so_until_it_is_mended() -> None:
    """`propose` takes it in; what is left without a home has no parent, and is told."""
    alternative = with_hemtjanst().scenario("a")
    (violation, *_) = [v for v in alternative.propose(DISSOLVE) if v.severity == "error"]
    assert (violation.rule, violation.things) == ("R07", ("aldre", "hemtjanst"))
    assert (alternative.cause(violation), violation.change) == ("upplös", 1)
    view = alternative.on(DAY)
    assert view.parent("hemtjanst") is None
    assert "hemtjanst" in view.enheter()
    (column,) = compare(DAY, {"a": alternative}).alternatives
    assert [(left.thing, left.was) for left in column.homeless] == [("hemtjanst", "aldre")]
    assert [v for v in alternative.propose(EMPTY) if v.severity == "error"] == []
    assert alternative.on(DAY).parent("hemtjanst") == "soc"


def test_adopting_a_draft_records_it() -> None:
    """With its own decision: id, day and decider are those of the beslut that is really taken."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    adoption = alternative.adopt(
        "töm", id="KF § 9", decided=YEAR[2013], decided_by="kf", effective=YEAR[2016]
    )
    assert adoption.recorded == org.beslut_log()[-1]
    assert adoption.recorded.alternative is None
    assert (adoption.since, adoption.touching, adoption.warnings) == ((), (), ())
    moved = org.history("hemtjanst")[-1].fact
    assert (moved.beslut.id, moved.decided, moved.beslut.decided_by, moved.day) == (
        "KF § 9",
        YEAR[2013],
        "kf",
        YEAR[2016],
    )
    with pytest.raises(UnknownThing, match=r"alternative 'a' has no draft 'tömm'; did you mean 'töm'\?"):
        alternative.adopt("tömm")


def test_adopting_is_judged_against_the_log_as_it_then_is() -> None:
    """What was recorded meanwhile is told; what it makes impossible is refused, and nothing is recorded."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    alternative.record(DISSOLVE)
    accept(org, 2012, lambda b: b.create_enhet("dagvard", name="Dagvård", parent="aldre"))
    accept(org, 2012, lambda b: b.create_enhet("park", name="Park", parent="kommunen"))
    since = [record.beslut.changes[0] for record in alternative.recorded_since()]
    assert since == [
        EnhetCreated("dagvard", name="Dagvård", parent="aldre"),
        EnhetCreated("park", name="Park", parent="kommunen"),
    ]
    assert not alternative.on(DAY).exists("dagvard")
    adoption = alternative.adopt("töm")
    assert (len(adoption.since), adoption.touching) == (2, ())
    with pytest.raises(BeslutRefused, match="dagvard is still under it"):
        alternative.adopt("upplös")
    assert [record.beslut.id for record in org.beslut_log()][-1] == "töm"
    accept(org, 2013, lambda b: b.move_enhet("dagvard", parent="soc"))
    adoption = alternative.adopt("upplös")
    assert [record.beslut.id for record in adoption.touching] == ["prövat 2"]
    assert not org.on(DAY).exists("aldre")


def test_what_was_adopted_from_the_branch_is_nobody_elses() -> None:
    """Under whatever id: the next draft is told only of what others recorded, by a draft's id too."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    alternative.record(DISSOLVE)
    alternative.record(Beslut(id="namn", decided=YEAR[2014], changes=(EnhetRenamed("soc", name="Soc"),)))
    alternative.adopt("töm", id="KF § 9")
    adoption = alternative.adopt("upplös", id="KF § 10")
    assert (adoption.since, adoption.touching) == ((), ())
    org.record(Beslut(id="namn", decided=YEAR[2014], changes=(EnhetRenamed("soc", name="Omsorgen"),)))
    adoption = alternative.adopt("namn", id="KF § 11")
    assert [record.beslut.id for record in adoption.since] == ["namn"]
    assert adoption.touching == adoption.since


def test_a_draft_that_others_have_recorded_word_for_word_is_nobody_elses() -> None:
    """Nor is what was recorded after a draft was adopted told when it is adopted once more."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    alternative.record(DISSOLVE)
    org.record(EMPTY)
    adoption = alternative.adopt("upplös")
    assert adoption.since == ()
    accept(org, 2016, lambda b: b.rename_enhet("hemtjanst", name="Hemvård"))
    assert alternative.adopt("upplös") == adoption


def test_who_decided_a_draft_decides_it_unless_another_does() -> None:
    """So too of its days."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    draft = attrs.evolve(EMPTY, decided_by="kf")
    alternative.record(draft)
    assert alternative.adopt("töm").recorded.beslut == draft


def test_the_cause_of_what_is_broken_is_the_draft_that_comes_last() -> None:
    """One puts an enhet where the next dissolves what it is under."""
    org = given()
    alternative = org.scenario("a")
    under = (EnhetCreated("park", name="Park", parent="aldre"),)
    alternative.propose(Beslut(id="park", decided=YEAR[2014], effective=DAY, changes=under))
    (violation,) = [v for v in alternative.propose(DISSOLVE) if v.severity == "error"]
    assert (alternative.cause(violation), violation.change) == ("upplös", 1)


@pytest.mark.parametrize("annulling", [BeslutAnnulled("töm"), ChangeAnnulled("töm", number=1)])
def test_a_draft_that_annuls_another_annuls_what_that_was_adopted_as(
    annulling: BeslutAnnulled | ChangeAnnulled,
) -> None:
    """The id is followed; where the other is not adopted it is refused, whatever else has its id."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    alternative.record(Beslut(id="ångra", decided=YEAR[2014], effective=DAY, changes=(annulling,)))
    rename = (EnhetRenamed("hemtjanst", name="Hemvård"),)
    org.record(Beslut(id="töm", decided=YEAR[2013], changes=rename))  # something else of the same id
    with pytest.raises(BeslutRefused, match="annuls draft 'töm' of alternative 'a', which is not adopted"):
        alternative.adopt("ångra")
    alternative.adopt("töm", id="KF § 9")
    assert org.on(DAY).parent("hemtjanst") == "soc"
    adoption = alternative.adopt("ångra", id="KF § 10")
    (annulled,) = adoption.recorded.beslut.changes
    assert annulled == attrs.evolve(annulling, beslut="KF § 9")
    assert org.on(DAY).parent("hemtjanst") == "aldre"
    assert org.on(DAY).enhet("hemtjanst").name == "Hemvård"


def test_a_draft_that_annuls_what_is_recorded_is_adopted_as_it_is() -> None:
    """So too one that annuls a draft that others have recorded, word for word."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    org.record(EMPTY)
    for beslut in ("töm", "b1"):
        changes = (BeslutAnnulled(beslut),)
        alternative.record(Beslut(id=f"ångra {beslut}", decided=YEAR[2014], effective=DAY, changes=changes))
        adoption = alternative.adopt(f"ångra {beslut}")
        assert adoption.recorded.beslut.changes == changes


def everything(of: Organisation | Scenario) -> list[object]:
    """What an organisation answers, by every way to its facts."""
    things = ("aldre", "hemtjanst", "soc", "soc-chef")
    return [
        of.beslut_log(),
        [of.history(thing) for thing in things],
        of.taking_effect(YEAR[2009], YEAR[2020]),
        of.violations_ever(),
        set(of.lineage().edges),
        [of.on(DAY).chart().to_text(), of.on(DAY).namnder("soc"), of.on(DAY).leaders("aldre")],
        of.as_recorded(1).on(DAY).enheter(),
    ]


def _grown(organisation: Organisation) -> None:
    """What the organisation goes on to record: of the same things, and with the id of a draft to come."""
    accept(organisation, 2012, lambda b: b.rename_enhet("aldre", name="Seniorerna"))
    accept(organisation, 2012, lambda b: b.annul_change("grund", number=8))
    accept(organisation, 2013, lambda b: b.create_enhet("park", name="Park", parent="aldre"))
    accept(
        organisation, 2013, lambda b: b.create_befattning("ac", title="AC", enhet="aldre", leads=["aldre"])
    )
    accept(
        organisation, 2015, lambda b: b.reclassify_enhet("aldre", kind="enhet")
    )  # on the day of the drafts
    organisation.record(
        Beslut(id="sen", decided=YEAR[2014], changes=(EnhetRenamed("soc", name="Omsorgsförvaltningen"),))
    )


def test_what_is_recorded_below_after_the_branch_was_made_shows_nowhere_in_it() -> None:
    """Whatever is asked, with as many drafts as were recorded meanwhile: their numbers are the same."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    for number in range(6):
        names = tuple(EnhetRenamed("hemtjanst", name=f"Hemtjänst {number}{n}") for n in (1, 2))
        alternative.record(Beslut(id=f"utkast {number}", decided=YEAR[2014], effective=DAY, changes=names))
    before, below = everything(alternative), everything(org)
    _grown(org)
    assert everything(alternative) == before
    assert everything(org) != below
    assert alternative.on(DAY).namnder("soc") == ("sn",)


def test_a_branch_keeps_its_order_when_the_same_things_are_recorded_below() -> None:
    """What its drafts created first stays first, and what they put somewhere first as well."""
    org = with_hemtjanst()
    for post in ("a", "b"):
        accept(org, 2012, partial(_befattning_in_soc, post))
    alternative = org.scenario("a")
    for post, enhet in (("a", "park"), ("b", "lekplats")):
        accept(alternative, 2013, partial(_new_enhet, enhet))
        accept(alternative, 2013, partial(_move_to_aldre, post))
    account, below = alternative.on(DAY).account, org.on(DAY).enheter()
    before = everything(alternative)
    for post, enhet in (("b", "lekplats"), ("a", "park")):
        accept(org, 2013, partial(_new_enhet, enhet))
        accept(org, 2013, partial(_move_to_aldre, post))
    assert everything(alternative) == before
    assert [e for e in alternative.on(DAY).enheter() if e not in below] == ["park", "lekplats"]
    assert list(account.placed_ever("aldre")) == ["a", "b"]


def _befattning_in_soc(post: str, beslut: Draft) -> None:
    beslut.create_befattning(post, title="Utredare", enhet="soc")


def _new_enhet(enhet: str, beslut: Draft) -> None:
    beslut.create_enhet(enhet, name=enhet, kind="enhet", parent="soc")


def _move_to_aldre(post: str, beslut: Draft) -> None:
    beslut.move_befattning(post, enhet="aldre")


def test_an_id_that_is_taken_below_after_the_branch_was_made_is_free_in_it() -> None:
    """Nothing of that id can be annulled in the branch, until it has a draft that is called so."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    _grown(org)
    annul = Beslut(id="ångra", decided=YEAR[2014], effective=DAY, changes=(BeslutAnnulled("sen"),))
    with pytest.raises(BeslutRefused, match="there is no recorded beslut 'sen' to annul"):
        alternative.record(annul)
    alternative.record(Beslut(id="sen", decided=YEAR[2014], changes=EMPTY.changes))
    assert alternative.on(DAY).parent("hemtjanst") == "soc"
    alternative.record(annul)
    assert alternative.on(DAY).parent("hemtjanst") == "aldre"


def test_a_scenario_of_a_scenario() -> None:
    """A variant stands on an alternative, and is adopted into it."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    variant = Scenario("a2", alternative)
    variant.record(DISSOLVE)
    states = [each.on(DAY).exists("aldre") for each in (org, alternative, variant)]
    assert states == [True, True, False]
    variant.adopt("upplös")
    assert not alternative.on(DAY).exists("aldre")
    assert org.on(DAY).exists("aldre")


def test_a_scenario_is_rehearsed_and_verified_like_what_it_stands_on(tmp_path: Path) -> None:
    """What is recorded in a rehearsal goes nowhere else; the chain is that of the log below."""
    with open_register(tmp_path / "kommuner.db") as register:
        org = register.organisation("exempelby")
        org.record(Beslut(id="grund", decided=YEAR[2010], changes=(EnhetCreated("soc", name="Soc"),)))
        variant = org.scenario("a").scenario("a2")
        variant.record(Beslut(id="park", decided=YEAR[2014], changes=(EnhetCreated("park", name="Park"),)))
        rehearsal = variant.rehearsal()
        rehearsal.record(Beslut(id="b", decided=YEAR[2014], changes=(EnhetRenamed("park", name="Parken"),)))
        assert [each.on(DAY).enhet("park").name for each in (variant, rehearsal)] == ["Park", "Parken"]
        assert org.verify() == variant.verify() == rehearsal.verify()
        assert org.verify().records == 1


def test_an_organisation_is_compared_with_what_it_was() -> None:
    """Of any two, whether anything can be recorded in them or not; only drafts are named for a branch."""
    org = with_hemtjanst()
    before = org.as_recorded(1)
    accept(org, 2012, partial(_new_enhet, "park"))
    enheter = {each.name: each.enheter for each in org.compare(DAY, before).alternatives}
    assert enheter["nu"] == enheter["exempelby"] + 2
    assert org.broken() == before.broken() == ()


def test_alternatives_that_exclude_or_need_each_other_are_found() -> None:
    """They exclude each other when together they break what neither breaks alone."""
    withdraw = Beslut(
        id="slå ihop",
        decided=YEAR[2014],
        effective=DAY,
        changes=(EnhetMoved("hemtjanst", parent="soc"), EnhetDissolved("aldre")),
    )
    rename = Beslut(id="nytt", decided=YEAR[2014], changes=(EnhetCreated("park", name="P"),))
    found = with_hemtjanst().fits({"d": [DISSOLVE], "c": [EMPTY], "e": [withdraw], "p": [rename]})
    assert {fit.name: (bool(fit.errors), fit.needs, fit.excludes) for fit in found} == {
        "d": (True, ("c",), ("e",)),
        "c": (False, (), ()),
        "e": (False, (), ("d",)),
        "p": (False, (), ()),
    }


def test_figures_side_by_side() -> None:
    """Chefer per level, chefsled of each group weighted by heads, and what is not stated is missing."""
    org = with_hemtjanst()

    def people(beslut: Draft) -> None:
        beslut.create_befattning("aldre-chef", title="Avdelningschef", enhet="aldre", leads=["aldre"])
        beslut.create_befattning("underskoterska", title="Undersköterska", enhet="hemtjanst")
        beslut.create_befattning("utredare", title="Utredare", enhet="soc")
        beslut.state_headcount("underskoterska", medarbetare=30)

    accept(org, 2012, people)
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    comparison = org.compare(DAY, alternative)
    now, a = comparison.alternatives
    assert [each.name for each in comparison.alternatives] == ["nu", "a"]
    assert (now.levels, a.levels) == ((1, 1), (1, 1))
    assert comparison.groups == ((("underskoterska",), (2, 1)), (("utredare",), (1, 1)))
    assert comparison.changed("underskoterska") == (0, -1)
    assert (now.medel, a.medel) == (2.0, 1.0)
    up_to = org.compare(DAY, alternative, up_to="aldre-chef").alternatives
    assert [each.chefsled["underskoterska"] for each in up_to] == [1, None]
    with pytest.raises(UnknownThing, match="did you mean 'aldre-chef'"):
        org.compare(DAY, alternative, up_to="aldre-chefen")


GROUND = """\
beslut: grund
decided: 2010-01-01
changes:
  - create_enhet: {enhet: soc, name: Socialförvaltningen}
  - create_enhet: {enhet: stab, name: Stab, parent: soc}
"""
ALTERNATIVE = """\
beslut: utan förvaltning
decided: 2012-01-01
changes:
  - dissolve_enhet: {enhet: soc}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A folder of beslutsfiler with two alternatives beside it."""
    (tmp_path / "01.yaml").write_text(GROUND, encoding="utf-8")
    for name, text in {
        "alt-d": ALTERNATIVE,
        "alt-c": ALTERNATIVE.replace("utan förvaltning", "staben överst").replace(
            "dissolve_enhet: {enhet: soc}", "move_enhet: {enhet: stab, parent: null}"
        ),
    }.items():
        (tmp_path / "alternatives" / name).mkdir(parents=True)
        (tmp_path / "alternatives" / name / "01.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_alternatives_are_read_from_files_beside_the_ledger(ledger: Path) -> None:
    """One that breaks rules is refused with file and line, unless one asks to see it; two may stand."""
    organisation = read_ledger(ledger)
    found = alternatives_of(ledger)
    assert list(found) == ["alt-c", "alt-d"]
    with pytest.raises(LedgerRefused) as refused:
        read_alternative(organisation, found["alt-d"])
    (problem,) = refused.value.problems
    assert problem.startswith(
        f"{found['alt-d']}/01.yaml:4:5: beslut 'utan förvaltning' of alternative 'alt-d'"
    )
    assert read_alternative(organisation, found["alt-d"], refuse=False).broken()
    both = read_alternative(organisation, found["alt-d"], found["alt-c"])
    assert both.alternative == "alt-d+alt-c"
    assert both.on(date(2012, 1, 1)).enheter() == ("stab",)
    assert find_alternative(str(ledger), str(ledger / "01.yaml")) == ledger / "01.yaml"
    with pytest.raises(SourceError, match=r"has alt-c, alt-d; did you mean 'alt-d'\?"):
        find_alternative(str(ledger), "alt-dd")


def test_an_id_that_drafts_use_for_two_things_is_told() -> None:
    """Of what begins and ends on one day, or is two things, it is said that it is not there."""
    clash = with_hemtjanst().scenario("båda")
    enhet = EnhetCreated("ny", name="Ny", parent="soc")
    post = BefattningCreated("ny", title="Ny", enhet="soc")
    passing = EnhetCreated("x", name="X", parent="soc")
    for number, changes in enumerate(((enhet,), (post,), (passing, EnhetDissolved("x")))):
        clash.propose(Beslut(id=f"utkast {number}", decided=YEAR[2014], changes=changes))
    assert "ID" in {violation.rule for violation in clash.broken()}
    for thing in ("ny", "x"):
        with pytest.raises(UnknownThing, match=f"there is no enhet '{thing}' on 2015-01-01"):
            clash.on(DAY).enhet(thing)


def test_what_is_broken_is_counted_once_on_any_day() -> None:
    """On a day after the alternative takes effect, what makes it refused and what is broken then are one."""
    org = given((2011, lambda b: b.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")))
    alternative = org.scenario("a")
    under = (EnhetMoved("aldre", parent="hemtjanst"),)  # each is under the other
    alternative.propose(Beslut(id="ring", decided=YEAR[2014], effective=DAY, changes=under))
    for day in (DAY, YEAR[2020]):
        _, column = org.compare(day, alternative).alternatives
        assert [v.rule for v in column.broken if v.severity == "error"] == ["R05", "R05"]


def test_a_view_of_what_breaks_rules_has_no_parent_that_is_gone() -> None:
    """With rules that only warn, and in a scenario as it stood before a later draft mended it."""
    gone = Beslut(id="upplös", decided=YEAR[2014], effective=DAY, changes=(EnhetDissolved("aldre"),))
    lenient = given(rules=tuple(rule.with_severity("warning") for rule in STANDARD))
    lenient.record(
        Beslut(id="h", decided=YEAR[2012], changes=(EnhetCreated("hemtjanst", name="H", parent="aldre"),))
    )
    lenient.record(gone)
    alternative = with_hemtjanst().scenario("a")
    alternative.propose(gone)
    before = len(alternative.beslut_log())
    alternative.propose(EMPTY)
    for view in (lenient.on(DAY), alternative.as_recorded(before).on(DAY)):
        assert view.parent("hemtjanst") is None
        assert "hemtjanst" in view.enheter()
    assert alternative.on(DAY).parent("hemtjanst") == "soc"


def test_a_draft_is_adopted_once() -> None:
    """Under another id it is refused, while what it was adopted as counts."""
    org = with_hemtjanst()
    alternative = org.scenario("a")
    alternative.record(EMPTY)
    alternative.adopt("töm", id="KF 1")
    with pytest.raises(BeslutAlreadyRecorded, match="is adopted already, as 'KF 1'"):
        alternative.adopt("töm", id="KF 2")
    with org.beslut("upphävt", decided=YEAR[2014]) as beslut:
        beslut.annul_beslut("KF 1")
    assert alternative.adopt("töm", id="KF 3").recorded.beslut.id == "KF 3"
