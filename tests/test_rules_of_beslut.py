"""The rules of a beslut itself: they are chosen like others, and every answer tells the same of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

import orgmodell
from orgmodell import STANDARD, Beslut, BeslutRefused, Finding, Organisation, Recorded, Rule
from orgmodell.changes import (
    BeslutAnnulled,
    Change,
    EnhetCreated,
    EnhetMoved,
    EnhetRenamed,
    OrganCreated,
    OrganDissolved,
)
from orgmodell.chronicle import Account, Chronicle
from orgmodell.decide import judge_after
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog
from test_rules import YEAR, accept, given, refusal


def unjudged(*beslut: Beslut) -> Organisation:
    """An organisation with what another program recorded, and nobody judged."""
    time = datetime(2024, 1, 1, tzinfo=UTC)
    records = [Recorded(position=n, recorded=time, beslut=each) for n, each in enumerate(beslut, 1)]
    return Organisation("kommunen", MemoryLog(records))


def taken(id: str, year: int, *changes: Change, by: str | None = None) -> Beslut:
    return Beslut(id=id, decided=YEAR[year], decided_by=by, changes=changes)


def told(organisation: Organisation, day: date | None = None) -> list[tuple[str, date]]:
    """Which rules are broken on a day, or on any, and when first."""
    found = organisation.violations_ever() if day is None else organisation.on(day).violations()
    return [(violation.rule, violation.day) for violation in found]


KF = OrganCreated("kf", name="KF", kind="fullmaktige")
NO_TARGET = taken("åter", 2011, BeslutAnnulled("finns inte", effective=YEAR[2012]))


@pytest.mark.parametrize(
    ("beslut", "rule", "day"),
    [
        ((taken("a", 2010, KF), taken("b", 2011, by="kff")), "R27", YEAR[2011]),
        ((Beslut(id="a", decided=YEAR[2010], forhandlad=YEAR[2011]),), "R29", YEAR[2010]),
        ((Beslut(id="a", decided=date(1810, 1, 1)),), "DAG", date(1810, 1, 1)),
        ((taken("a", 2010, KF), taken("a", 2011, EnhetCreated("e", name="E"))), "ID", YEAR[2011]),
        ((NO_TARGET,), "ANNUL", YEAR[2012]),
    ],
)
def test_what_is_wrong_with_a_beslut_is_told_on_its_day(
    beslut: tuple[Beslut, ...], rule: str, day: date
) -> None:
    """By `check` of any day, of the very day and of no other, and by whoever judges all beslut as one."""
    organisation = unjudged(*beslut)
    assert told(organisation) == told(organisation, day) == [(rule, day)]
    assert told(organisation, YEAR[2020]) == []
    together = Chronicle()
    for record in organisation.beslut_log():
        together.record(record)
    assert [(v.rule, v.day) for v in judge_after(together, 0, STANDARD)] == [(rule, day)]


def _by_kff() -> Organisation:
    organisation = given()
    accept(organisation, 2011, lambda b: b.rename_enhet("soc", name="Omsorgen"), decided_by="kff")
    return organisation


def test_a_beslut_is_told_of_while_anything_of_it_counts() -> None:
    """R27: annulled, it is not told of, whoever asks; when it counts again, what lets it is told of that."""
    organisation = _by_kff()
    accept(organisation, 2012, lambda b: b.annul_beslut("prövat 1"))
    assert "R27" not in {rule for rule, _ in told(organisation)}
    assert "R27" not in {violation.rule for violation in organisation.broken_since(0)}
    again = organisation.beslut("åter", decided=YEAR[2013])
    again.annul_beslut("prövat 2")
    assert [(v.rule, v.day) for v in again.violations() if v.rule == "R27"] == [("R27", YEAR[2011])]
    organisation.record(again.finished())
    assert ("R27", YEAR[2011]) in told(organisation)


def test_who_took_it_is_not_asked_where_there_is_no_fullmaktige_on_any_day() -> None:
    """R27: one that is dissolved from its first day is there on none."""
    never = taken("a", 2010, KF, OrganDissolved("kf"))
    assert "R27" not in {rule for rule, _ in told(unjudged(never, taken("b", 2011, by="kff")))}


def test_what_is_left_of_a_beslut_is_not_judged_anew() -> None:
    """R27: told when it was taken, and not of whoever annuls a part of it."""
    organisation = given()

    def two(beslut: Draft) -> None:
        for enhet in "ab":
            beslut.create_enhet(enhet, name=enhet)

    accept(organisation, 2011, two, decided_by="kff")
    assert ("R27", YEAR[2011]) in told(organisation)
    in_part = organisation.beslut("delvis", decided=YEAR[2013])
    in_part.annul_change("prövat 1", number=2)
    assert "R27" not in {violation.rule for violation in in_part.violations()}


def test_a_beslut_is_told_of_from_the_day_it_is_known() -> None:
    """That is the day it is taken."""
    organisation = unjudged(taken("a", 2010, KF), taken("b", 2011, by="kff"))
    known = [organisation.on(YEAR[2011], day).violations() for day in (date(2010, 12, 31), YEAR[2011])]
    assert [[violation.rule for violation in each] for each in known] == [[], ["R27"]]


def test_what_is_prepared_on_the_very_day_is_prepared() -> None:
    day = YEAR[2010]
    assert told(unjudged(Beslut(id="a", decided=day, forhandlad=day, riskbedomd=day))) == []


def test_what_is_broken_in_two_ways_on_the_first_day_is_told_in_both() -> None:
    """R08: by each of the changes that name what is not there."""
    changes = EnhetRenamed("x", name="X"), EnhetMoved("x", parent=None)
    found = unjudged(taken("a", 2010, *changes)).violations_ever()
    assert [(v.rule, v.things, v.facts) for v in found] == [("R08", ("x",), (0,)), ("R08", ("x",), (1,))]


def without(id: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in STANDARD if rule.id != id)


def strictly(id: str) -> tuple[Rule, ...]:
    return tuple(rule.with_severity("error") if rule.id == id else rule for rule in STANDARD)


def test_a_kommun_chooses_a_rule_of_beslut_as_it_does_any_other() -> None:
    """R27 left out is not told; made an error, it refuses."""

    def rename(organisation: Organisation) -> None:
        accept(organisation, 2011, lambda b: b.rename_enhet("soc", name="Omsorgen"), decided_by="kff")

    lax = given(rules=without("R27"))
    rename(lax)
    assert "R27" not in {rule for rule, _ in told(lax)}
    with pytest.raises(BeslutRefused, match=r"R27 error, 2011-01-01: 'kff', who is said to have taken"):
        rename(given(rules=strictly("R27")))


@pytest.mark.parametrize("rules", [(), without("ANNUL")])
def test_what_is_annulled_is_there_whatever_rules_are_chosen(rules: tuple[Rule, ...]) -> None:
    """ANNUL always holds, and says so when it was not chosen."""
    still = " This holds whatever rules are chosen."
    (message,) = refusal(given(rules=rules), 2015, lambda b: b.annul_beslut("b7"))
    assert message == f"ANNUL: there is no recorded beslut 'b7' to annul{still}"


def test_a_draft_may_have_an_id_that_is_taken() -> None:
    """To record it is refused, or leaves what is there as it is; judged, it is told of what it changes."""
    organisation = given()
    (first,) = (record.beslut for record in organisation.beslut_log())
    assert "ID" in {v.rule for v in organisation.violations(first)}, "of the things it creates again"
    assert {v.things for v in organisation.violations(first) if v.rule == "ID"} & {("grund",)} == set()
    assert organisation.record(first).position == 1


@orgmodell.rule_of_beslut("TITEL", severity="warning")
def beslut_have_titles(account: Account, record: Recorded) -> Iterator[Finding]:
    """Every beslut says what it is about (policy of Exempelby)."""
    if record.beslut.title is None:
        yield Finding(record.beslut.decided, (record.beslut.id,), "it says not what it is about")


def test_a_rule_of_beslut_of_ones_own() -> None:
    """It is in force where it is listed, names its sentence, and is told on the fact that comes first."""
    organisation = unjudged(taken("a", 2010, EnhetCreated("e", name="E"), EnhetRenamed("e", name="Ee")))
    own = Organisation("kommunen", MemoryLog(organisation.beslut_log()), (beslut_have_titles,))
    (violation,) = own.violations_ever()
    assert (violation.message, violation.facts) == ("it says not what it is about", (0,))
    assert str(beslut_have_titles.sentence) == "Every beslut says what it is about (policy of Exempelby)."
