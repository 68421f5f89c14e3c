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
from both import CI, DEEP, Both, kept
from breaking import BREACHES, EVERY_RULE, GROUND, pass_on, row, taken, then, unjudged
from naive import NaiveOrganisation
from naive_rules import Broken, broken_by, broken_ever, broken_on, days_that_matter, in_order
from orgmodell import Beslut, Organisation, Scenario, Violation
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog
from orgmodell.testing.drawing import REORGANISING
from orgmodell.testing.foundations import towns
from orgmodell.testing.strategies import days_around

pytestmark = pytest.mark.long

JUDGED = [rule for rule in EVERY_RULE if rule.id in {each.id for each in naive_rules.EVERY_RULE}]
RECORDED = date(2024, 1, 1)  # when what is unjudged was recorded
LATER = tuple(beslut for breach in BREACHES for beslut in breach.beslut if beslut is not GROUND)

RINGS = ("R05", "PLAN")
NOT_JUDGED = {"MANDAT"}
OFTEN_IN_MUDDLES = (
    *("ID error", "R08 error", "R07 error", "R13 error", "ANNUL error", "R05 error", "R01 error"),
    *("R04 warning", "R22 warning", "NAMND warning", "DAG warning", "FORBEREDD warning"),
)
OFTEN = (
    *("R08 error", "R07 error", "R05 error", "R01 error", "R04 warning", "R22 warning", "R27 warning"),
    *("NAMND warning", "DELEGAT warning", "PLAN warning", "FORBEREDD warning"),
)
OFTEN_IN_TOWNS = ("R08 error", "R04 warning", "R22 warning", "DELEGAT warning", "NAMND warning")
TOWNS = 6
HANDS_OF_BREACHES, MUDDLES = 8, 12


def as_broken(violation: Violation) -> Broken:
    return Broken(violation.rule, violation.severity, in_order(violation.things))


def agree(
    organisation: Organisation | Scenario,
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


def reached_by(broken: Iterable[Broken], *, quietly: bool = False) -> Counter[str]:
    """Each rule that is broken, once."""
    rules = {f"{each.rule} {each.severity}" for each in broken}
    for rule in () if quietly else sorted(rules):
        event(f"broken: {rule}")
    return Counter(rules)


def test_breaches_are_those_that_the_naive_model_finds() -> None:
    """Each log breaks, on each day, what the naive model says that it breaks; and together every rule."""
    reached: Counter[str] = Counter()
    for breach in BREACHES:
        organisation, naive = unjudged(breach.beslut, JUDGED), NaiveOrganisation(breach.beslut)
        naive.recorded_on = RECORDED
        found = agree(organisation, naive)
        if breach.known is not None or len(breach.beslut) > 2:
            in_between = sorted(beslut.decided for beslut in breach.beslut)[1]
            found |= agree(organisation, naive, breach.known or in_between)
        assert breach.rule in NOT_JUDGED | {each.rule for each in found}, breach
        reached += reached_by(found, quietly=True)
    assert {f"{rule.id} {rule.severity}" for rule in JUDGED} - reached.keys() == set()


def _halves(b: Draft) -> None:
    b.assign_leadership("ac", enhet="soc", samledarskap="halva")


def _both_sides_at_the_top(b: Draft) -> None:
    b.create_befattning("direktor", title="Direktör", enhet="kommunen", leads=["kommunen"])
    b.assign_roll("aldre", roll="myndighet")
    b.assign_roll("stab", roll="utforare")


def _another_fullmaktige(b: Draft) -> None:
    b.create_organ("kf-ny", name="Fullmäktige", kind="fullmaktige")
    b.dissolve_organ("kf")


def _utskott_of_another(b: Draft) -> None:
    b.create_organ("bun-au", name="Utskottet", kind="utskott", part_of="bun")
    row(delegat=["bun-au"])(b)


BESIDE = (
    then(lambda b: b.assign_leadership("hemtjanst-ab", enhet="kommunen")),
    then(_utskott_of_another),
    then(
        row("r-till", nummer="1.2", delegat=["ac"], far_vidaredelegeras=True),
        pass_on(to="handlaggare"),
        decided_by="soc-chef",
    ),
    then(_halves),
    then(_both_sides_at_the_top),
    (
        *then(_another_fullmaktige, decided_by="kf"),
        taken("c", 2017, lambda b: b.dissolve_enhet("stab"), decided_by="kf-ny"),
    ),
    (
        *then(lambda b: b.create_enhet("aldre", name="Ä")),
        taken("c", 2017, lambda b: b.dissolve_enhet("aldre")),
    ),
)


@pytest.mark.parametrize("beslut", BESIDE)
def test_what_is_beside_a_breach_is_judged_alike(beslut: Sequence[Beslut]) -> None:
    """Of another nämnd, half shared, at the top, by a later fullmäktige, left of an id given twice."""
    naive = NaiveOrganisation(beslut)
    naive.recorded_on = RECORDED
    agree(unjudged(beslut, JUDGED), naive)


def test_every_rule_but_the_mandate_is_judged() -> None:
    """What decides who may reorganise, MANDAT, is the one policy that the naive model does not know."""
    assert {rule.id for rule in EVERY_RULE} - {rule.id for rule in JUDGED} == NOT_JUDGED


def test_what_a_change_says_twice_holds() -> None:
    """A change that names one part twice did wrongly for as long as that takes over, as one that does not."""
    for parts in (["tillsyn", "beredning"], ["tillsyn", "tillsyn"]):
        split = then(lambda b, parts=parts: b.split_uppdrag("finns-ej", into=parts))  # type: ignore[misc]
        found = unjudged(split).on(date(2020, 1, 1)).violations()
        assert [each.things for each in found if each.rule == "R08"] == [("finns-ej",)]


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
    assert [each for each in OFTEN_IN_MUDDLES if not reached[each]] == []


def under_every_rule(naive: NaiveOrganisation) -> Organisation:
    """An organisation with the same beslut, that has the policies too."""
    organisation = Organisation("kommunen", MemoryLog(), JUDGED)
    for beslut in naive.records:
        organisation.record(beslut)
    return organisation


def told_as_the_naive_model_does(both: Both, draft: Beslut) -> dict[Broken, date]:
    """A draft is told of all that is broken on a day on which it was not before, with the first such day.

    Of a ring it is told of one at least, which it closes; it is refused, and which enhet in it is topmost
    (NAMND) nobody can say. A warning that there was on an earlier day may go on longer untold, and who took
    another beslut (R27) is asked when that is recorded: of its own it is told on its own day. It may be told
    besides of a warning that there was on the day already, where that has another cause now, and so other
    words; or of what is wrong with the beslut itself.
    """
    expected = broken_by(both.naive, draft)
    after = NaiveOrganisation([*both.naive.records, draft]).account()
    told: dict[Broken, date] = {}
    if after.merges_in_a_muddle:  # what is in which enhet is then anybody's guess: it is refused
        event("mergers in a muddle")
        assert "error" in {each.severity for each in both.organisation.violations(draft)}
        return expected
    twice = {each for each in expected if each.rule == "ID" and each.severity == "error"}
    if twice:  # what an id of two things is, is anybody's guess: it is refused, and told so
        event("an id of two things")
        assert twice <= set(map(as_broken, both.organisation.violations(draft)))
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
        in_a_ring = each.rule == "NAMND" and any(other.rule == "R05" for other in told)
        of_itself = draft.decided_by in each.things
        of_another = each.rule == "R27" and (not of_itself or told.get(each) == draft.decided)
        by_when_decided = each.rule == "R02" and each in told  # the day told is the first that is touched
        event("a warning that goes on longer" if goes_on else "a ring, or what another beslut says")
        assert goes_on or closes_it or in_a_ring or of_another or by_when_decided, (
            each,
            told.get(each),
            expected[each],
            draft,
        )
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
    reached = kept(drafts_break_what_the_naive_model_says, settings(CI, max_examples=40), length=12)
    assert [each for each in OFTEN if not reached[each]] == []


def test_towns_that_are_reorganised_break_what_the_naive_model_says() -> None:
    """The same of towns that are manned and delegate, where a few drafts get far."""
    reached: Counter[str] = Counter()
    for number in range(TOWNS):

        @seed(number)
        @settings(CI, max_examples=2)  # the first is the simplest there is
        @given(st.data())
        def hold(data: st.DataObject) -> None:
            both = Both(data, Organisation("kommunen", MemoryLog(), JUDGED), NaiveOrganisation())
            both.hands = REORGANISING
            assume(both.record(data.draw(towns(), label="town")))
            reached.update(each_draft_is_told(both, 8))
            agree(both.organisation, both.naive)

        hold()
    assert [each for each in OFTEN_IN_TOWNS if not reached[each]] == []


@pytest.mark.deep
def test_histories_break_what_the_naive_model_says_in_depth() -> None:
    """The same over many more and longer histories, others each time; DEEP says how many."""
    many = settings(DEEP, max_examples=int(os.environ.get("DEEP", "1000")))
    kept(drafts_break_what_the_naive_model_says, many, length=24)
