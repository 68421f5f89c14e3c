"""The rules of the library against those of the naive model: which rule, which things, which day."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import attrs
import pytest
from hypothesis import assume, event, given, seed, settings
from hypothesis import strategies as st

import naive_rules
from breaking import BREACHES, EVERY_RULE, GROUND, Breach, unjudged
from naive import NaiveOrganisation
from naive_rules import Broken, broken_by, broken_ever, broken_on, days_that_matter, in_order
from orgmodell import STANDARD, Beslut, Organisation, Violation
from orgmodell.organisation import MemoryLog
from strategies import REORGANISING, Deck, days_around, towns
from test_against_naive import AT_LEAST, CI, SOAK, Both, kept

pytestmark = pytest.mark.long

JUDGED = [rule for rule in EVERY_RULE if rule.id in {each.id for each in naive_rules.EVERY_RULE}]
RECORDED = date(2024, 1, 1)  # when what is unjudged was recorded
LATER = tuple(beslut for breach in BREACHES for beslut in breach.beslut if beslut is not GROUND)

RINGS = ("R05", "PLAN")
OFTEN = ()
OFTEN_IN_TOWNS = ()
TOWNS = 8
HANDS_OF_BREACHES, MUDDLES = 8, 16


def as_broken(violation: Violation) -> Broken:
    return Broken(violation.rule, violation.severity, in_order(violation.things))


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
        found = history.on(day, known).violations()
        assert set(map(as_broken, found)) == broken_on(account, day), (day, known, recorded)
    first = {(as_broken(each), each.day) for each in history.violations_ever(known)}
    ever = broken_ever(account)
    assert first == set(ever.items())
    return set(ever)


def reached_by(broken: Iterable[Broken]) -> Counter[str]:
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
    if len(breach.beslut) > 2:
        agree(organisation, naive, sorted(beslut.decided for beslut in breach.beslut)[1])


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
            reached.update(reached_by(agree(organisation, naive)))

        hold()
    print(reached)
    assert {each.id for each in STANDARD} - {rule.split()[0] for rule in reached} == set()


def under_every_rule(naive: NaiveOrganisation) -> Organisation:
    """An organisation with the same beslut, that has the policies too."""
    organisation = Organisation("kommunen", MemoryLog(), JUDGED)
    for beslut in naive.records:
        organisation.record(beslut)
    return organisation


def told_as_the_naive_model_does(both: Both, draft: Beslut) -> dict[Broken, date]:
    """A draft is told of all that is broken on a day on which it was not before, with the first such day.

    Of a ring it is told of one at least, which it closes. A warning that there was on an earlier day may go
    on longer untold. It may be told besides of a warning that there was on the day already, where that has
    another cause now, and so other words; or of what is wrong with the beslut itself.
    """
    expected = broken_by(both.naive, draft)
    after = NaiveOrganisation([*both.naive.records, draft]).account()
    told: dict[Broken, date] = {}
    if after.merges_in_a_muddle:  # what is in which enhet is then anybody's guess: it is refused
        event("mergers in a muddle")
        assert "error" in {each.severity for each in both.organisation.violations(draft)}
        return expected
    for violation in both.organisation.violations(draft):
        each = as_broken(violation)
        told[each] = min(violation.day, told.get(each, date.max))
        if each not in expected:
            was = both.organisation.on(violation.day).violations()
            itself = bool({draft.id, draft.decided_by} & {*each.things})
            assert each.severity == "warning", violation
            assert each in broken_on(after, violation.day), violation
            assert itself or violation not in was, violation
    untold = {each for each in expected if told.get(each) != expected[each]}
    had = broken_ever(both.naive.account())
    for each in untold:
        goes_on = each.severity == "warning" and each in had and had[each] < expected[each]
        rings = {other for other in told if other.rule == each.rule and other in expected}
        closes_it = each.severity == "error" and each.rule in RINGS and bool(rings)
        event("a warning that goes on longer" if goes_on else "a ring of several")
        assert goes_on or closes_it, (each, told.get(each), expected[each], draft)
    return expected


def each_draft_is_told(both: Both, length: int) -> Counter[str]:
    """A draft breaks what the naive model says, and is refused exactly when that is an error."""
    found: Counter[str] = Counter()
    for _ in range(length):
        draft = both.draft()
        by_draft = told_as_the_naive_model_does(both, draft)
        assert both.record(draft) != any(each.severity == "error" for each in by_draft)
        found += reached_by(by_draft)
    return found


def drafts_break_what_the_naive_model_says(both: Both, length: int) -> Counter[str]:
    """Each draft; and what is recorded breaks the same on every day, by any knowledge."""
    both.organisation = under_every_rule(both.naive)
    found = each_draft_is_told(both, length)
    agree(both.organisation, both.naive)
    known, recorded = both.pick_known(), both.pick_position()
    for knowledge in ((known, None), (None, recorded), (known, recorded)):
        if both.naive.account(*knowledge).merges_in_a_muddle:
            event("half knowledge in a muddle")
        else:
            agree(both.organisation, both.naive, *knowledge)
    return found


def test_drafts_and_what_is_recorded_break_what_the_naive_model_says() -> None:
    """Of random histories: what each draft breaks, what is broken on each day, and ever."""
    reached = kept(drafts_break_what_the_naive_model_says, settings(CI, max_examples=24), length=12)
    print(reached)
    assert {rule: reached[rule] for rule in OFTEN if reached[rule] < AT_LEAST} == {}


def test_towns_that_are_reorganised_break_what_the_naive_model_says() -> None:
    """The same of towns that are manned and delegate, where a few drafts get far."""
    reached: Counter[str] = Counter()
    for number in range(TOWNS):

        @seed(number)
        @settings(CI, max_examples=2)  # the first is the simplest there is
        @given(st.data())
        def hold(data: st.DataObject) -> None:
            both = Both(data, Organisation("kommunen", MemoryLog(), JUDGED), NaiveOrganisation())
            both.deck = Deck(hands=REORGANISING)
            assume(both.record(data.draw(towns(), label="town")))
            reached.update(each_draft_is_told(both, 8))
            agree(both.organisation, both.naive)

        hold()
    print(reached)
    assert {rule: reached[rule] for rule in OFTEN_IN_TOWNS if reached[rule] < AT_LEAST} == {}


@pytest.mark.soak
def test_histories_break_what_the_naive_model_says_for_long() -> None:
    """The same over many more and longer histories, others each time; SOAK says how many."""
    many = settings(SOAK, max_examples=int(os.environ.get("SOAK", "300")))
    kept(drafts_break_what_the_naive_model_says, many, length=40)
