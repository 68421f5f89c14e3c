"""Invariants: what is broken is told with the thing, the days and the cause; and nothing is passed over."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

import orgmodell
from orgmodell import Beslut, Finding, Organisation, OrganisationView, Recorded, Rule, kontrollspann_at_most
from orgmodell.chronicle import Account
from orgmodell.decide import violations_on
from orgmodell.law import law_on
from orgmodell.rules import STANDARD
from orgmodell.testing import (
    Broken,
    Invariant,
    InvariantsBroken,
    assert_invariants,
    broken_invariants,
    every_enhet_answers_to_a_namnd,
    every_namnd_has_a_delegationsordning,
    given,
    invariant,
    no_vacant_chef,
    one_chef_per_enhet,
)
from orgmodell.words import Text

EXAMPLES = Path(__file__).parent.parent / "examples"
LED = """
    beslut: KF 2014 § 12
    decided: 2014-03-01
    effective: 2015-01-01
    changes:
      - create_enhet: {enhet: soc, name: Socialförvaltningen, kind: förvaltning}
      - create_enhet: {enhet: hemtjanst, name: Hemtjänsten, kind: avdelning, parent: soc}
      - create_befattning: {befattning: socialchef, title: Socialchef, enhet: soc, leads: [soc]}
      - create_befattning: {befattning: chef-2, title: Avdelningschef, enhet: hemtjanst, leads: [hemtjanst]}
      - appoint: {befattning: socialchef, person: p-1}
      - appoint: {befattning: chef-2, person: p-2}
"""
GAP = """
    ---
    beslut: SN 2016 § 9
    decided: 2016-05-01
    effective: 2016-07-01
    changes:
      - release: {befattning: chef-2, person: p-2}
      - withdraw_befattning: {befattning: chef-2}
    ---
    beslut: SN 2017 § 3
    decided: 2017-01-10
    changes:
      - assign_leadership: {enhet: hemtjanst, befattning: socialchef}
"""


def organisation(text: str, rules: Sequence[Rule] = STANDARD) -> Organisation:
    return given(text, rules=rules).organisation


def told(
    of: Organisation, rules: Iterable[Rule | Invariant] | None, days: Iterable[date] | None = None
) -> str:
    """What is said of what is broken."""
    with pytest.raises(InvariantsBroken) as error:
        assert_invariants(of, rules, days)
    assert isinstance(error.value, AssertionError)
    assert str(error.value) == error.value.text.en
    return str(error.value)


# --- how it is told -------------------------------------------------------------------------------


def test_what_is_broken_is_told_with_its_days_and_its_cause() -> None:
    """From the first day to the last; and the changes of that day that concern it, if only by another."""
    assert_invariants(organisation(LED), [one_chef_per_enhet, no_vacant_chef])
    with pytest.raises(InvariantsBroken) as error:
        assert_invariants(organisation(LED + GAP), [no_vacant_chef, one_chef_per_enhet])
    assert error.value.text.en == (
        "1 invariant is broken; checked 5 days, 2015-01-01 – 2022-07-01:\n"
        "Every enhet has exactly one chef.\n"
        "  Hemtjänsten (hemtjanst), from 2016-07-01 to 2017-01-09: no befattning leads it\n"
        "    because: beslut 'SN 2016 § 9', release on 2016-07-01\n"
        "    because: beslut 'SN 2016 § 9', withdraw_befattning on 2016-07-01"
    )
    assert error.value.text.sv == (
        "1 invariant är bruten; prövat 5 dagar, 2015-01-01 – 2022-07-01:\n"
        "Varje enhet har exakt en chef.\n"
        "  Hemtjänsten (hemtjanst), från 2016-07-01 till 2017-01-09: ingen befattning leder den\n"
        "    därför: beslut 'SN 2016 § 9', release den 2016-07-01\n"
        "    därför: beslut 'SN 2016 § 9', withdraw_befattning den 2016-07-01"
    )
    (broken,) = error.value.broken
    assert (broken.rule, broken.things, broken.name) == (None, ("hemtjanst",), "Hemtjänsten")
    assert (broken.first, broken.last) == (date(2016, 7, 1), date(2017, 1, 9))
    assert broken.places == (None, None)


def test_of_a_ledger_the_cause_is_told_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ledger").mkdir()
    text = "\n".join(line.removeprefix("    ") for line in (LED + GAP).splitlines()[1:])
    (tmp_path / "ledger" / "01.yaml").write_text(text, encoding="utf-8")
    read = orgmodell.read_ledger("ledger")
    because = [line for line in told(read, [one_chef_per_enhet]).splitlines() if "because" in line]
    assert because == [
        "    because: ledger/01.yaml:17:5: beslut 'SN 2016 § 9', release on 2016-07-01",
        "    because: ledger/01.yaml:18:5: beslut 'SN 2016 § 9', withdraw_befattning on 2016-07-01",
    ]
    for same in (read.as_recorded(3), read.rehearsal(), read.scenario("a"), given(read).organisation):
        with pytest.raises(InvariantsBroken) as error:
            assert_invariants(same, [one_chef_per_enhet])
        assert because[0] in str(error.value)


def test_of_an_alternative_the_cause_is_told_by_its_own_file() -> None:
    varmdo = orgmodell.read_ledger(EXAMPLES / "varmdo")
    folder = EXAMPLES / "varmdo" / "alternatives" / "alt-a"
    source = folder if folder.exists() else folder.with_suffix(".yaml")
    scenario = orgmodell.read_alternative(varmdo, source, refuse=False)
    chronicle = scenario.up_to_date()
    places = [scenario.place_of(chronicle.fact(seq)) for seq in range(len(chronicle))]
    assert all(places)
    assert {"alternatives" in str(place) for place in places} == {True, False}


def test_a_place_is_told_only_of_what_was_read_there() -> None:
    """Not of another beslut with the same id, in another organisation."""
    vasby = orgmodell.read_ledger(EXAMPLES / "vasby")
    first = vasby.up_to_date().fact(0)
    other = Organisation("other", orgmodell.organisation.MemoryLog())
    other.record(Beslut(id=first.beslut.id, decided=date(2001, 1, 1), changes=first.beslut.changes))
    assert vasby.place_of(first) is not None
    assert vasby.place_of(other.up_to_date().fact(0)) is None
    assert other.place_of(other.up_to_date().fact(0)) is None


def test_a_rule_is_told_with_its_sentence_and_its_own_words() -> None:
    crowded = LED + (
        "---\n    beslut: SN 2016 § 1\n    decided: 2016-01-01\n    changes:\n"
        "      - state_headcount: {thing: hemtjanst, medarbetare: 40}\n"
    ).replace("---", "    ---")
    (broken,) = broken_invariants(organisation(crowded), [kontrollspann_at_most(30)])
    policy = kontrollspann_at_most(30)
    assert told(organisation(crowded), [policy]) == (
        "1 invariant is broken; checked 4 days, 2015-01-01 – 2022-07-01:\n"
        f"KONTROLLSPANN: {policy.sentence.en}\n"
        f"  Hemtjänsten (hemtjanst), from 2016-01-01 on: {broken.says:en}\n"
        "    because: beslut 'SN 2016 § 1', state_headcount on 2016-01-01"
    )
    assert (broken.rule, broken.last) == ("KONTROLLSPANN", None)
    assert str(broken.says).startswith("chef-2 leads 40 medarbetare in hemtjanst on 2016-01-01")


def test_what_has_no_name_is_told_by_its_id_and_many_causes_by_how_many() -> None:
    @invariant
    def nobody_is_at_work(view: OrganisationView) -> Iterator[str]:
        """Nobody is at work."""
        yield from (holder.person for post in view.befattningar() for holder in view.holders(post))

    crowd = "".join(f"\n      - appoint: {{befattning: b-{n}, person: p-3}}" for n in range(5))
    posts = "".join(
        f"\n      - create_befattning: {{befattning: b-{n}, title: B, enhet: soc}}" for n in range(5)
    )
    of = organisation(
        f"""
    beslut: a
    decided: 2015-01-01
    changes:
      - create_enhet: {{enhet: soc, name: Soc}}{posts}{crowd}
    """
    )
    assert told(of, [nobody_is_at_work]) == (
        "1 invariant is broken; checked 3 days, 2015-01-01 – 2022-07-01:\n"
        "Nobody is at work.\n"
        "  p-3, from 2015-01-01 on\n"
        "    because: beslut 'a', appoint on 2015-01-01\n"
        "    because: beslut 'a', appoint on 2015-01-01\n"
        "    because: beslut 'a', appoint on 2015-01-01\n"
        "    … and 2 more"
    )


def test_of_what_begins_its_beginning_is_told_and_not_all_that_names_it_that_day() -> None:
    of = changed(
        LED,
        "create_enhet: {enhet: stab, name: Staben}",
        "add_alias: {enhet: stab, alias: St}",
        "create_enhet: {enhet: arkiv, name: Arkivet, parent: stab}",
    )
    assert told(of, [one_chef_per_enhet]) == (
        "1 invariant is broken; checked 4 days, 2015-01-01 – 2022-07-01:\n"
        "Every enhet has exactly one chef.\n"
        "  Staben (stab), from 2015-06-01 on: no befattning leads it\n"
        "    because: beslut 'SN 1', create_enhet on 2015-06-01\n"
        "  Arkivet (arkiv), from 2015-06-01 on: no befattning leads it\n"
        "    because: beslut 'SN 1', create_enhet on 2015-06-01"
    )


# --- on which days --------------------------------------------------------------------------------


@invariant
def no_gap(view: OrganisationView) -> Iterator[str]:
    """Hemtjänsten is led."""
    yield from () if view.leaders("hemtjanst") else ("hemtjanst",)


def days_told(days: Iterable[date] | None) -> list[tuple[date, date | None]]:
    return [(b.first, b.last) for b in broken_invariants(organisation(LED + GAP), [no_gap], days)]


def test_days_in_a_row_are_told_once_and_days_apart_each() -> None:
    july, august, january, june = (
        date(2016, 7, 1),
        date(2016, 8, 15),
        date(2017, 1, 9),
        date(2016, 6, 30),
    )
    assert days_told(None) == [(july, january)]
    assert days_told([january, june, july, august, july]) == [(july, january)]
    assert days_told([june, date(2017, 1, 10)]) == []
    again = organisation(
        LED
        + GAP
        + """
    ---
    beslut: SN 2018 § 1
    decided: 2018-03-01
    changes:
      - end_leadership: {enhet: hemtjanst, befattning: socialchef}
    """
    )
    found = [(b.first, b.last) for b in broken_invariants(again, [no_gap])]
    assert found == [(july, january), (date(2018, 3, 1), None)]
    one_day = broken_invariants(again, [no_gap], [august, date(2017, 2, 1), date(2018, 4, 1)])
    assert [(b.first, b.last) for b in one_day] == [(august, august), (date(2018, 4, 1), date(2018, 4, 1))]


def test_the_cause_is_what_began_it_also_when_the_days_checked_come_long_after() -> None:
    assert told(organisation(LED + GAP), [no_gap], [date(2016, 12, 24)]) == (
        "1 invariant is broken; checked 1 day, 2016-12-24:\n"
        "Hemtjänsten is led.\n"
        "  Hemtjänsten (hemtjanst), on 2016-12-24\n"
        "    because: beslut 'SN 2016 § 9', release on 2016-07-01\n"
        "    because: beslut 'SN 2016 § 9', withdraw_befattning on 2016-07-01"
    )


def test_the_days_on_which_the_law_changes_are_checked_too() -> None:
    """Nothing that is recorded changes then, but what is asked may be another."""

    @invariant
    def under_the_act_of_1991(view: OrganisationView) -> Iterable[str]:
        """The kommunallag is that of 1991."""
        return () if "1991" in law_on(view.day).act else view.enheter()[:1]

    found = broken_invariants(organisation(LED), [under_the_act_of_1991])
    assert [(b.first, b.last) for b in found] == [(date(2018, 1, 1), None)]


@pytest.mark.long
def test_every_day_is_covered_by_the_days_of_change() -> None:
    """Whatever day is asked about, the rules are broken by what `assert_invariants` tells for that day."""
    of = orgmodell.read_ledger(EXAMPLES / "delegation")
    things = [each for each in STANDARD if each.of != ("beslut",)]
    found = broken_invariants(of, things)
    assert {b.rule for b in found} >= {"R10", "R15", "R22"}
    for day in [date(2013, 12, 31) + timedelta(days=389 * n) for n in range(9)]:
        on = {(v.rule, v.things) for v in violations_on(of.account(), day, things)}
        covers = {(b.rule, b.things) for b in found if b.first <= day and (not b.last or day <= b.last)}
        assert on == covers, day


def test_a_rule_of_beslut_is_told_on_the_day_of_the_beslut() -> None:
    """Also when that is no day on which anything changes; and among given days, on that alone."""

    @orgmodell.rule_of_beslut("TITEL", severity="warning")
    def beslut_has_a_title(account: Account, record: Recorded) -> Iterator[Finding]:
        """A beslut has a title."""
        if record.beslut.title is None:
            yield Finding(record.beslut.decided, (record.beslut.id,), "give it one")

    of, day = organisation(LED), date(2014, 3, 1)
    assert told(of, [beslut_has_a_title]) == (
        "1 invariant is broken; checked 3 days, 2015-01-01 – 2022-07-01:\n"
        "TITEL: A beslut has a title.\n"
        "  KF 2014 § 12, on 2014-03-01: give it one\n"
        "    because: beslut 'KF 2014 § 12', create_enhet on 2015-01-01"
    )
    found = broken_invariants(of, [beslut_has_a_title])
    assert broken_invariants(of, [beslut_has_a_title], [day]) == found
    assert broken_invariants(of, [beslut_has_a_title], [date(2015, 1, 1)]) == ()


# --- what is asked --------------------------------------------------------------------------------


def test_left_out_it_is_the_rules_that_refuse() -> None:
    """Of the organisation itself; its warnings are not asserted."""
    warned = organisation(LED.replace("      - appoint: {befattning: chef-2, person: p-2}\n", ""))
    assert [v.severity for v in warned.violations_ever()] == ["warning"]
    assert_invariants(warned)
    stricter = given(warned, rules=[each.with_severity("error") for each in STANDARD]).organisation
    assert "R04: " in told(stricter, None)
    assert "R04: " in told(warned, STANDARD)


def test_what_was_recorded_unjudged_is_found() -> None:
    scenario = organisation(LED).scenario("a")
    scenario.propose(orgmodell.Beslut(id="x", decided=date(2016, 5, 1), changes=()))
    with scenario.of.beslut("y", decided=date(2016, 5, 1)) as beslut:
        beslut.create_enhet("stab", name="Staben")
    dissolved = orgmodell.changes.EnhetDissolved("soc")
    scenario.propose(Beslut(id="z", decided=date(2016, 5, 1), changes=(dissolved,)))
    with pytest.raises(InvariantsBroken) as error:
        assert_invariants(scenario)
    assert {each.rule for each in error.value.broken} == {"R07"}
    assert {fact.beslut.id for each in error.value.broken for fact in each.facts} == {"z"}


@pytest.mark.parametrize("example", ["vasby", "tyreso", "varmdo", "osteraker", "ksl", "delegation"])
def test_the_examples_hold(example: str) -> None:
    assert_invariants(orgmodell.read_ledger(EXAMPLES / example))


def test_to_check_nothing_is_a_mistake() -> None:
    of = organisation(LED)
    with pytest.raises(ValueError, match="at least one rule"):
        assert_invariants(of, [])
    with pytest.raises(ValueError, match="at least one day"):
        assert_invariants(of, [no_gap], [])
    with pytest.raises(TypeError, match="is @invariant left out"):
        assert_invariants(of, [no_gap.breaks])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="several days"):
        assert_invariants(of, [no_gap], date(2015, 1, 1))  # type: ignore[arg-type]
    assert_invariants(given().organisation, [one_chef_per_enhet, *STANDARD])


def test_an_invariant_is_named_by_its_docstring_and_says_it_in_two_languages() -> None:
    @invariant(sv="Ingen enhet.")
    def none(view: OrganisationView) -> Iterator[tuple[str, Text | str]]:
        """No enhet.

        Not one.
        """
        yield "soc", Text("fel", "wrong")
        yield "hemtjanst", "x"

    assert none.name == Text("Ingen enhet.", "No enhet.")
    found = broken_invariants(organisation(LED), [none])
    assert [b.says for b in found] == [Text("fel", "wrong"), Text("x", "x")]
    with pytest.raises(ValueError, match="docstring"):
        invariant(lambda view: ())


def test_what_is_broken_is_a_value() -> None:
    first, second = (broken_invariants(organisation(LED + GAP), [no_gap])[0] for _ in range(2))
    assert attrs.evolve(first, facts=()) == attrs.evolve(second, facts=())
    assert isinstance(first, Broken)
    with pytest.raises(AttributeError):
        first.name = "x"  # type: ignore[misc]


# --- ready-made -----------------------------------------------------------------------------------


def found(of: Organisation, asked: Invariant, day: date = date(2016, 1, 1)) -> dict[str, str | None]:
    return {b.things[0]: b.says.en if b.says else None for b in broken_invariants(of, [asked], [day])}


def changed(text: str, *changes: str) -> Organisation:
    listed = "".join(f"\n      - {each}" for each in changes)
    return organisation(
        f"{text}\n    ---\n    beslut: SN 1\n    decided: 2015-06-01\n    changes:{listed}\n    "
    )


def test_one_chef_per_enhet() -> None:
    """Exactly one befattning leads it, with personalansvar, held or not."""
    post = "create_befattning: {befattning: chef-3, title: Chef, enhet: soc, leads: [stab]"
    stab = "create_enhet: {enhet: stab, name: Staben}"
    assert found(organisation(LED), one_chef_per_enhet) == {}
    assert found(changed(LED, stab), one_chef_per_enhet) == {"stab": "no befattning leads it"}
    assert found(changed(LED, stab, post + "}"), one_chef_per_enhet) == {}
    assert found(changed(LED, stab, post + ", personalansvar: false}"), one_chef_per_enhet) == {
        "stab": "chef-3 leads it without personalansvar, and is no chef"
    }
    shared = [
        f"assign_leadership: {{enhet: stab, befattning: {who}, samledarskap: delar på allt}}"
        for who in ("chef-2", "socialchef")
    ]
    assert found(changed(LED, stab, *shared), one_chef_per_enhet) == {
        "stab": "chef-2, socialchef lead it in samledarskap"
    }
    vacant = changed(LED, "release: {befattning: chef-2, person: p-2}")
    assert found(vacant, one_chef_per_enhet) == {}


def test_no_vacant_chef() -> None:
    """Of those that lead; and one that nobody was recorded as holding is not known to be vacant."""
    released = "release: {befattning: chef-2, person: p-2}"
    assert found(changed(LED, released), no_vacant_chef) == {"chef-2": "it is vacant"}
    acting = "appoint: {befattning: chef-2, person: p-3, form: tf}"
    assert found(changed(LED, released, acting), no_vacant_chef) == {}
    other = "create_befattning: {befattning: hl, title: Handläggare, enhet: soc}"
    assert found(changed(LED, other, "declare_vacancy: {befattning: hl}"), no_vacant_chef) == {}
    unknown = LED.replace("      - appoint: {befattning: chef-2, person: p-2}\n", "")
    assert found(organisation(unknown), no_vacant_chef) == {}
    assert found(changed(unknown, "declare_vacancy: {befattning: chef-2}"), no_vacant_chef) == {
        "chef-2": "it is vacant"
    }


def test_every_enhet_answers_to_a_namnd() -> None:
    """Itself, or through what it is under."""
    organs = (
        "create_organ: {organ: kf, name: Kommunfullmäktige, kind: fullmaktige}",
        "create_organ: {organ: ks, name: Kommunstyrelsen, kind: styrelse}",
    )
    under = "place_under_namnd: {enhet: soc, namnd: ks}"
    stab = "create_enhet: {enhet: stab, name: Staben}"
    assert found(organisation(LED), every_enhet_answers_to_a_namnd) == {"soc": None, "hemtjanst": None}
    assert found(changed(LED, *organs, under, stab), every_enhet_answers_to_a_namnd) == {"stab": None}


def test_every_namnd_has_a_delegationsordning() -> None:
    """Fullmäktige and utskott have none to have."""
    organs = (
        "create_organ: {organ: kf, name: Kommunfullmäktige, kind: fullmaktige}",
        "create_organ: {organ: ks, name: Kommunstyrelsen, kind: styrelse}",
        "create_organ: {organ: sn, name: Socialnämnden, kind: namnd}",
        "create_organ: {organ: au, name: Arbetsutskottet, kind: utskott, part_of: ks}",
    )
    adopt = "adopt_delegationsordning: {ordning: sn-2015, namnd: sn, name: Delegationsordning}"
    assert found(changed(LED, *organs), every_namnd_has_a_delegationsordning) == {"ks": None, "sn": None}
    assert found(changed(LED, *organs, adopt), every_namnd_has_a_delegationsordning) == {"ks": None}


def test_ready_made_invariants_are_said_in_swedish_too() -> None:
    ready: list[Any] = [
        *(one_chef_per_enhet, no_vacant_chef),
        *(every_enhet_answers_to_a_namnd, every_namnd_has_a_delegationsordning),
    ]
    for each in ready:
        assert each.name.sv != each.name.en
        assert re.fullmatch(r"[A-Z].*\.", each.name.en)


# --- the extra ------------------------------------------------------------------------------------


def test_without_its_extra_the_kit_says_which() -> None:
    """It is an ImportError, and the rest of the library is as it was."""
    script = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import orgmodell\n"
        "try:\n    from orgmodell.testing import given\n"
        "except ImportError as error:\n    print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == (
        "ExtraMissing orgmodell.testing needs hypothesis: pip install 'orgmodell[testing]'\n"
    )


# --- functions that are no invariants ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("breaks", "says"),
    [
        (lambda view: "soc", "several ids are to be returned, as a list, or yielded; not 'soc'"),
        (lambda view: None, "several ids are to be returned, as a list, or yielded; not None"),
        (lambda view: [1], "an id, or an id and a sentence, is to be yielded, not 1"),
        (lambda view: [("soc", 3)], r"an id, or an id and a sentence, is to be yielded, not \('soc', 3\)"),
        (lambda view: [("a", "b", "c")], "an id, or an id and a sentence, is to be yielded, not"),
    ],
)
def test_what_is_no_breach_is_told_with_the_invariant_and_the_day(breaks: Any, says: str) -> None:
    wrong = Invariant("Alltid fel.", breaks)
    with pytest.raises(TypeError, match=says) as error:
        assert_invariants(given(LED).organisation, wrong)
    assert error.value.__notes__ == ["in the invariant 'Alltid fel.', on 2015-01-01"]


def test_one_invariant_needs_no_list_and_only_organisations_are_held_to_it() -> None:
    assert_invariants(given(LED).organisation, one_chef_per_enhet)
    with pytest.raises(TypeError, match="an organisation is expected, as read_ledger gives, not Given"):
        assert_invariants(given(LED), one_chef_per_enhet)  # type: ignore[arg-type]
