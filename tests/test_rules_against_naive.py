"""The rules of the library against those of the naive model: which rule, which things, which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import attrs
import pytest
from hypothesis import Phase, event, given, seed, settings
from hypothesis import strategies as st

import naive_rules
from breaking import BREACHES, EVERY_RULE, GROUND, Breach, unjudged
from naive import NaiveOrganisation
from naive_rules import Broken, broken_by, broken_ever, broken_on, days_that_matter, in_order
from orgmodell import STANDARD, Beslut, Organisation, Violation
from orgmodell.organisation import MemoryLog
from strategies import days_around
from test_against_naive import AT_LEAST, CI, Both, kept

pytestmark = pytest.mark.long

JUDGED = [rule for rule in EVERY_RULE if rule.id in {each.id for each in naive_rules.EVERY_RULE}]
RECORDED = date(2024, 1, 1)  # when what is unjudged was recorded
LATER = tuple(beslut for breach in BREACHES for beslut in breach.beslut if beslut is not GROUND)

HANDS_OF_BREACHES, MUDDLES = 8, 25


def as_broken(violations: Iterable[Violation]) -> set[Broken]:
    return {Broken(each.rule, each.severity, in_order(each.things)) for each in violations}


def agree(
    organisation: Organisation,
    naive: NaiveOrganisation,
    known: date | None = None,
    recorded: int | None = None,
) -> set[Broken]:
    """On every day, and ever, the library says that the same is broken as the naive model; which it gives."""
    account = naive.account(known, recorded)
    history = organisation if recorded is None else organisation.as_recorded(recorded)
    for day in days_around(days_that_matter(account)):
        found = as_broken(history.on(day, known).violations())
        assert found == broken_on(account, day), (day, known, recorded)
    first = {
        (Broken(each.rule, each.severity, in_order(each.things)), each.day)
        for each in history.violations_ever(known)
    }
    ever = broken_ever(account)
    assert first == set(ever.items())
    return set(ever)


def told(broken: Iterable[Broken]) -> Counter[str]:
    """Each rule that is broken, once."""
    rules = {f"{each.rule} {each.severity}" for each in broken}
    for rule in sorted(rules):
        event(f"broken: {rule}")
    return Counter(rules)


@pytest.mark.parametrize("breach", BREACHES, ids=lambda each: f"{each.rule} {each.says}")
def test_breaches_are_those_that_the_naive_model_finds(breach: Breach) -> None:
    """Each log that breaks a rule breaks, on each day, what the naive model says that it breaks."""
    organisation, naive = unjudged(breach.beslut, JUDGED), NaiveOrganisation(breach.beslut)
    naive.recorded_on = RECORDED
    agree(organisation, naive)
    for known in {beslut.decided for beslut in breach.beslut}:
        agree(organisation, naive, known)


@st.composite
def muddles(draw: st.DrawFn, hand: Sequence[Beslut]) -> list[Beslut]:
    """The ground, and some beslut that each break a rule, in any order, and now and then some years later."""
    chosen = draw(st.lists(st.sampled_from(hand), min_size=3, max_size=6))
    found = [GROUND]
    for number, beslut in enumerate(chosen):
        years = draw(st.sampled_from((0, 0, 0, 1, 3)))
        found.append(later(beslut, years, f"{beslut.id}-{number}" if draw(st.booleans()) else beslut.id))
    return found


def later(beslut: Beslut, years: int, id: str) -> Beslut:
    """The same, decided some years later under an id of its own."""
    decided = beslut.decided.replace(year=beslut.decided.year + years)
    return attrs.evolve(beslut, id=id, decided=decided)


def test_muddles_break_what_the_naive_model_says() -> None:
    """Logs that nobody judged, with several breaches in each, break the same on every day."""
    reached: Counter[str] = Counter()

    for number, hand in enumerate(LATER[n::HANDS_OF_BREACHES] for n in range(HANDS_OF_BREACHES)):

        @seed(number)
        @settings(CI, max_examples=MUDDLES)
        @given(muddles(hand))
        def hold(beslut: list[Beslut]) -> None:
            organisation, naive = unjudged(beslut, JUDGED), NaiveOrganisation(beslut)
            naive.recorded_on = RECORDED
            reached.update(told(agree(organisation, naive)))

        hold()
    assert {each.id for each in STANDARD} - {rule.split()[0] for rule in reached} == set()


def under_every_rule(naive: NaiveOrganisation) -> Organisation:
    """An organisation with the same beslut, that has the policies too."""
    organisation = Organisation("kommunen", MemoryLog(), JUDGED)
    for beslut in naive.records:
        organisation.record(beslut)
    return organisation


def what_is_broken_agrees(both: Both, length: int) -> Counter[str]:
    """Each draft breaks what the naive model says; and on each day what is recorded breaks that."""
    both.organisation = under_every_rule(both.naive)
    found: Counter[str] = Counter()
    for _ in range(length):
        draft = both.draft()
        by_draft = broken_by(both.naive, draft)
        judged = both.organisation.violations(draft)
        assert as_broken(judged) == by_draft, draft
        recorded = both.record(draft)
        assert recorded != any(each.severity == "error" for each in by_draft)
        found += told(by_draft)
    found += told(agree(both.organisation, both.naive))
    return found


def test_x():
    reached = kept(what_is_broken_agrees, settings(CI, max_examples=24, phases=(Phase.generate,), report_multiple_bugs=False), length=16)
    print(reached)
