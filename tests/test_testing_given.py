"""Given, when, then: what was recorded or refused is told exactly, and nothing given is touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import orgmodell
from orgmodell import (
    Beslut,
    BeslutAlreadyRecorded,
    BeslutRefused,
    InvalidChange,
    LedgerError,
    Organisation,
    kontrollspann_at_most,
)
from orgmodell.changes import EnhetCreated, EnhetDissolved, EnhetRenamed
from orgmodell.testing import Given, GivenRefused, NotSo, Outcome, given

GIVEN = """
    beslut: KF 2014 § 12
    decided: 2014-03-01
    effective: 2015-01-01
    changes:
      - create_enhet: {enhet: soc, name: Socialförvaltningen, kind: förvaltning}
      - create_enhet: {enhet: hemtjanst, name: Hemtjänsten, kind: avdelning, parent: soc}
"""
RENAMING = """
    beslut: SN 2016 § 9
    decided: 2016-05-01
    changes:
      - rename_enhet: {enhet: hemtjanst, name: Hemtjänst}
"""
DISSOLVING = "{beslut: SN 2016 § 10, decided: 2016-05-01, changes: [dissolve_enhet: {enhet: soc}]}"
WHY = (
    "  R07 error, 2016-05-01: soc cannot be dissolved on 2016-05-01: avdelning hemtjanst is still under it. "
    "Move or dissolve it in the same beslut. In the way: 'KF 2014 § 12'."
)
VACANT = """
    beslut: SN 2016 § 11
    decided: 2016-05-01
    changes:
      - create_befattning: {befattning: socialchef, title: Socialchef, enhet: soc, leads: [soc]}
"""


@pytest.fixture
def kommun() -> Given:
    return given(GIVEN)


def told(fails: Callable[[], object]) -> str:
    """What an expectation that is not met says."""
    with pytest.raises(NotSo) as error:
        fails()
    assert isinstance(error.value, AssertionError)
    assert str(error.value) == error.value.text.en != error.value.text.sv
    return str(error.value)


# --- what is given --------------------------------------------------------------------------------


def test_nothing_may_be_given() -> None:
    assert given().organisation.beslut_log() == ()


def test_beslut_may_be_given_as_text_or_as_values(kommun: Given) -> None:
    log = [recorded.beslut for recorded in kommun.organisation.beslut_log()]
    assert [beslut.id for beslut in log] == ["KF 2014 § 12"]
    assert [each.beslut for each in given(log).organisation.beslut_log()] == log


def test_an_organisation_that_is_given_is_copied_and_never_touched() -> None:
    """Its log, its names, its rules and its clock; also when it grows meanwhile."""
    with orgmodell.open_register(":memory:", rules=[kontrollspann_at_most(30)]) as register:
        source = register.organisation("exempelby")
        with source.beslut("KF § 1", decided=date(2014, 1, 1)) as beslut:
            beslut.create_enhet("soc", name="Soc")
        source.names.set("p-1", "Anna")
        kommun = given(source)
        source.names.set("p-1", "Beata")
        with source.beslut("KF § 2", decided=date(2014, 1, 1)) as beslut:
            beslut.rename_enhet("soc", name="Social")
        done = kommun.when(lambda it: it.names.erase("p-1"))
        kommun.when("{beslut: KF § 3, decided: 2014-02-01, changes: [dissolve_enhet: {enhet: soc}]}")
        assert [each.beslut.id for each in source.beslut_log()] == ["KF § 1", "KF § 2"]
        assert [each.beslut.id for each in kommun.organisation.beslut_log()] == ["KF § 1"]
        assert kommun.organisation.names.all() == {"p-1": "Anna"}
        assert done.organisation.names.all() == {}
        assert (kommun.organisation.name, kommun.organisation.clock) == ("exempelby", source.clock)
        assert [rule.id for rule in done.organisation.rules] == ["KONTROLLSPANN"]
        assert [rule.id for rule in given(source, rules=[]).organisation.rules] == []


def test_an_organisation_as_recorded_earlier_is_given_as_it_then_was(kommun: Given) -> None:
    later = kommun.when(RENAMING).organisation
    assert [each.beslut.id for each in given(later.as_recorded(1)).organisation.beslut_log()] == [
        "KF 2014 § 12"
    ]


def test_what_was_refused_may_be_given_as_an_organisation() -> None:
    """An organisation is given as it is; it is not judged again."""
    scenario = given(GIVEN).organisation.scenario("a")
    scenario.propose(Beslut(id="x", decided=date(2016, 5, 1), changes=(EnhetDissolved("soc"),)))
    assert len(given(scenario).organisation.beslut_log()) == 2


def test_a_given_that_is_refused_is_the_fault_of_the_test() -> None:
    with pytest.raises(GivenRefused) as error:
        given(GIVEN + "\n---\n" + DISSOLVING)
    assert not isinstance(error.value, AssertionError | orgmodell.OrgmodellError)
    assert str(error.value) == (
        "what is given is refused, so there is nothing to test; correct the test:\n"
        "beslut 'SN 2016 § 10' is refused, 1 violation; nothing was recorded:\n" + WHY
    )
    with pytest.raises(GivenRefused, match="says something else"):
        given([Beslut(id="a", decided=date(2014, 1, 1)), Beslut(id="a", decided=date(2014, 1, 2))])


def test_texts_that_cannot_be_read_are_told_by_where_they_stand(kommun: Given) -> None:
    for reads, where in (
        (lambda: given("beslut: a"), "given:1:1: "),
        (lambda: kommun.when("beslut: a"), "when:1:1: "),
        (lambda: kommun.when(RENAMING).then("- rename_enhet: {name: x}"), "then:1:17: "),
        (lambda: kommun.when(RENAMING).then("rename_enhet: {}"), "then:1:1: "),
    ):
        with pytest.raises(LedgerError) as error:
            reads()
        assert str(error.value).startswith(where)


def test_the_rules_may_be_chosen() -> None:
    assert not given(GIVEN, rules=[]).when(DISSOLVING).refused


# --- what is done ---------------------------------------------------------------------------------


def test_several_things_may_be_done_each_by_itself(kommun: Given) -> None:
    kommun.when(RENAMING)
    assert kommun.when(RENAMING).organisation.beslut_log()[1:] != ()
    assert len(kommun.organisation.beslut_log()) == 1


def test_of_a_text_with_several_beslut_all_is_recorded_or_nothing(kommun: Given) -> None:
    done = kommun.when(RENAMING + "\n---\n" + DISSOLVING)
    done.then_refused("R07")
    assert done.recorded == ()
    assert done.organisation.on(date(2016, 6, 1)).enhet("hemtjanst").name == "Hemtjänsten"


def test_what_the_code_under_test_raises_is_raised(kommun: Given) -> None:
    with pytest.raises(ZeroDivisionError):
        kommun.when(lambda organisation: 1 / 0)
    with pytest.raises(InvalidChange):
        kommun.when(Beslut(id="x", decided=date(2016, 1, 1), changes=(EnhetDissolved("Soc!"),)))
    with pytest.raises(BeslutAlreadyRecorded):
        kommun.when(Beslut(id="KF 2014 § 12", decided=date(2016, 1, 1)))


def test_a_refusal_that_the_code_under_test_swallows_is_kept(kommun: Given) -> None:
    def tries(organisation: Organisation) -> None:
        try:
            with organisation.beslut("SN 2016 § 10", decided=date(2016, 5, 1)) as beslut:
                beslut.dissolve_enhet("soc")
        except BeslutRefused:
            with organisation.beslut("SN 2016 § 11", decided=date(2016, 5, 1)) as beslut:
                beslut.rename_enhet("soc", name="Soc")

    done = kommun.when(tries).then_refused("R07").then(EnhetRenamed("soc", name="Soc"))
    assert len(done.refused) == 1
    assert told(done.then_warned).endswith("Refused by:\n" + WHY)


def test_the_code_under_test_may_do_all_that_an_organisation_does(kommun: Given) -> None:
    """It may make alternatives, and be told of warnings."""
    heard: list[str] = []

    def acts(organisation: Organisation) -> None:
        branch = organisation.scenario("a")
        with branch.beslut("SN 2016 § 11", decided=date(2016, 5, 1)) as beslut:
            beslut.create_befattning("socialchef", title="Socialchef", enhet="soc", leads=["soc"])
        branch.adopt("SN 2016 § 11")
        same = branch.drafts()[0]
        organisation.record(same, lambda warnings: heard.extend(v.rule for v in warnings))

    assert repr(kommun.when(acts).then_warned("R04").organisation) == "<Organisation 'given', 2 beslut>"
    kommun.when(lambda it: it.record(branch_of(it), lambda warnings: heard.extend(v.rule for v in warnings)))
    assert heard == ["R04"]


def branch_of(organisation: Organisation, dissolved: str | None = None) -> Beslut:
    """A beslut that is warned of, or refused, as some other code made it."""
    branch = organisation.scenario("b")
    if dissolved is not None:
        branch.propose(Beslut(id="x", decided=date(2016, 5, 1), changes=(EnhetDissolved(dissolved),)))
        return branch.drafts()[0]
    with branch.beslut("SN 2016 § 12", decided=date(2016, 5, 1)) as beslut:
        beslut.create_befattning("socialchef", title="Socialchef", enhet="soc", leads=["soc"])
    return branch.drafts()[0]


# --- what is to become of it ----------------------------------------------------------------------


def test_what_was_recorded_is_exactly_the_changes(kommun: Given) -> None:
    done = kommun.when(RENAMING)
    assert done.then(EnhetRenamed("hemtjanst", name="Hemtjänst")) is done
    done.then("- rename_enhet: {enhet: hemtjanst, name: Hemtjänst}")
    kommun.when(lambda organisation: None).then()


def test_a_change_that_names_a_day_takes_effect_on_that_day(kommun: Given) -> None:
    done = kommun.when(RENAMING)
    done.then(EnhetRenamed("hemtjanst", name="Hemtjänst", effective=date(2016, 5, 1)))
    wrong = EnhetRenamed("hemtjanst", name="Hemtjänst", effective=date(2016, 5, 2))
    assert told(lambda: done.then(wrong)) == (
        "what was recorded is not what was expected (- expected, + recorded):\n"
        " - rename_enhet:\n"
        "     enhet: hemtjanst\n"
        "     name: Hemtjänst\n"
        "-    effective: 2016-05-02\n"
        "+    effective: 2016-05-01"
    )


def test_other_changes_are_told_as_a_difference(kommun: Given) -> None:
    expected = EnhetRenamed("hemtjanst", name="Hemvården")
    new = EnhetCreated("stab", name="Staben", kind="stab")
    assert told(lambda: kommun.when(RENAMING).then(expected, new)) == (
        "what was recorded is not what was expected (- expected, + recorded):\n"
        " - rename_enhet:\n"
        "     enhet: hemtjanst\n"
        "-    name: Hemvården\n"
        "-- create_enhet:\n"
        "-    enhet: stab\n"
        "-    name: Staben\n"
        "-    kind: stab\n"
        "+    name: Hemtjänst"
    )
    assert told(lambda: kommun.when(RENAMING).then()) == (
        "what was recorded is not what was expected (- expected, + recorded):\n"
        "+- rename_enhet:\n"
        "+    enhet: hemtjanst\n"
        "+    name: Hemtjänst"
    )


def test_the_order_of_changes_matters(kommun: Given) -> None:
    first, second = EnhetRenamed("soc", name="A"), EnhetRenamed("hemtjanst", name="B")
    done = kommun.when(Beslut(id="x", decided=date(2016, 1, 1), changes=(first, second)))
    done.then(first, second)
    told(lambda: done.then(second, first))


def test_changes_that_were_refused_are_told_with_why(kommun: Given) -> None:
    assert told(lambda: kommun.when(DISSOLVING).then(EnhetDissolved("soc"))) == (
        "what was recorded is not what was expected (- expected, + recorded):\n"
        "-- dissolve_enhet:\n"
        "-    enhet: soc\n"
        "Refused by:\n" + WHY
    )


def test_a_refusal_is_by_exactly_the_rules_and_names_the_things(kommun: Given) -> None:
    done = kommun.when(DISSOLVING)
    assert done.then_refused("R07", things=["soc", "hemtjanst"]) is done
    through = kommun.when(lambda organisation: organisation.record(branch_of(organisation, "soc")))
    assert len(through.then_refused("R07").refused) == 1
    for rules in (("R08",), ("R07", "R08")):
        assert told(lambda rules=rules: done.then_refused(*rules)) == (  # type: ignore[misc]
            f"a refusal was expected, by exactly {', '.join(rules)}.\nRefused by:\n" + WHY
        )
    assert told(lambda: done.then_refused("R07", things=["soc", "hvk", "stab"])) == (
        "the refusal does not name hvk, stab.\nRefused by:\n" + WHY
    )


def test_a_refusal_by_more_rules_than_are_named_is_another(kommun: Given) -> None:
    both = DISSOLVING.replace("[dissolve", "[rename_enhet: {enhet: stab, name: Stab}, dissolve")
    kommun.when(both).then_refused("R08", "R07")
    told(lambda: kommun.when(both).then_refused("R07"))


def test_what_was_recorded_is_told_where_a_refusal_was_expected(kommun: Given) -> None:
    assert told(lambda: kommun.when(RENAMING).then_refused("R07")) == (
        "a refusal was expected, by exactly R07.\n"
        "Nothing was refused.\n"
        "Recorded:\n"
        "---\n"
        "beslut: SN 2016 § 9\n"
        "decided: 2016-05-01\n"
        "changes:\n"
        "- rename_enhet:\n"
        "    enhet: hemtjanst\n"
        "    name: Hemtjänst"
    )
    assert told(lambda: kommun.when(lambda organisation: None).then_refused("R07")) == (
        "a refusal was expected, by exactly R07.\nNothing was refused.\nNothing was recorded."
    )


def test_warnings_are_exactly_the_rules(kommun: Given) -> None:
    warned, silent = kommun.when(VACANT), kommun.when(RENAMING)
    assert warned.then_warned("R04") is warned
    silent.then_warned()
    why = warned.warnings[0].whole.en
    assert why.startswith("R04 warning, 2016-05-01: soc has no chef")
    for rules, said in ((("R04", "R10"), "R04, R10"), ((), "none")):
        assert told(lambda rules=rules: warned.then_warned(*rules)) == (  # type: ignore[misc]
            f"recording was expected, with exactly these warnings: {said}.\nWarnings:\n  {why}"
        )
    assert told(lambda: silent.then_warned("R10")) == (
        "recording was expected, with exactly these warnings: R10.\nNo warnings were given."
    )


def test_what_was_refused_or_not_recorded_was_not_warned_of(kommun: Given) -> None:
    assert told(lambda: kommun.when(DISSOLVING).then_warned()) == (
        "recording was expected, with exactly these warnings: none.\nRefused by:\n" + WHY
    )
    assert told(lambda: kommun.when(lambda organisation: None).then_warned()) == (
        "recording was expected, with exactly these warnings: none.\nNothing was recorded."
    )


def test_wrong_code_is_told_as_such(kommun: Given) -> None:
    done = kommun.when(DISSOLVING)
    with pytest.raises(ValueError, match="name the rules"):
        done.then_refused()
    with pytest.raises(TypeError, match=r"as \['soc'\]"):
        done.then_refused("R07", things="soc")
    with pytest.raises(TypeError, match="a change, or changes as text"):
        done.then(Beslut(id="x", decided=date(2016, 1, 1)))  # type: ignore[arg-type]


def test_what_is_answered_cannot_be_changed(kommun: Given) -> None:
    done: Outcome = kommun.when(RENAMING)
    for each, field in ((kommun, "organisation"), (done, "recorded")):
        with pytest.raises(AttributeError):
            setattr(each, field, None)


# --- what would let a wrong test pass, or say too little --------------------------------------------


def test_what_a_refusal_stopped_is_not_as_expected(kommun: Given) -> None:
    """Though what was recorded before it is: code that lets a refusal through has not done its work."""
    renames = kommun.when(RENAMING).recorded[0].beslut

    def two(organisation: Organisation) -> None:
        organisation.record(renames)
        organisation.record(_dissolving())

    outcome = kommun.when(two)
    assert outcome.stopped
    said = told(lambda: outcome.then("- rename_enhet: {enhet: hemtjanst, name: Hemtjänst}"))
    assert said.startswith("what was done was stopped by a refusal, which is for then_refused to expect.\n")
    assert said.endswith(WHY)
    assert told(lambda: kommun.when(DISSOLVING).then()).endswith(WHY)
    assert not kommun.when(RENAMING).stopped


def _dissolving() -> Beslut:
    return Beslut(id="SN 2016 § 10", decided=date(2016, 5, 1), changes=(EnhetDissolved("soc"),))


def test_one_beslut_or_several_are_given_and_done() -> None:
    log = [record.beslut for record in given(GIVEN).organisation.beslut_log()]
    alone = given(log[0])
    assert [record.beslut for record in alone.organisation.beslut_log()] == log
    assert [record.beslut for record in given().when(log).recorded] == log


@pytest.mark.parametrize("wrong", [3, object(), ["a text"]])
def test_what_is_no_beslut_is_told(wrong: object) -> None:
    with pytest.raises(TypeError, match="given: a beslutsfil as text, beslut or an organisation is expected"):
        given(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="when: a beslutsfil as text, beslut or an organisation is expected"):
        given().when(wrong)  # type: ignore[arg-type]


def test_a_rule_that_there_is_not_is_told(kommun: Given) -> None:
    """Such a test is wrong whatever is done. A host's own rules are there."""
    with pytest.raises(ValueError, match="no rule is called 'R7'; they are ANNUL, "):
        kommun.when(DISSOLVING).then_refused("R7")
    with pytest.raises(ValueError, match="no rule is called 'r04'"):
        kommun.when(RENAMING).then_warned("r04")
    own = given(GIVEN, rules=[kontrollspann_at_most(30)])
    told(lambda: own.when(RENAMING).then_warned("KONTROLLSPANN"))
