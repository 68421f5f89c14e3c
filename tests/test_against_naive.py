"""The library against the naive model: what it answers, and what it refuses."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

import naive_answers as naively
from both import CI, DEEP, Both, Branch, Law, described, kept, living
from naive import ONE_DAY, NaiveOrganisation
from naive_answers import Asked
from orgmodell import STANDARD, Organisation
from orgmodell.changes import (
    CHANGES,
    BefattningCreated,
    BefattningMoved,
    Beslut,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    EnhetCreated,
    EnheterMerged,
    Fact,
    HolderAppointed,
    ReportingChanged,
    VacancyDeclared,
    things_named_by,
)
from orgmodell.changes.attributes import BESTALLARE, FORUM_OF, RESPONSIBLE, UTFORARE
from orgmodell.organisation import MemoryLog
from orgmodell.projections.diff import Diff, Difference, diff
from orgmodell.projections.line import Mode
from orgmodell.testing.pools import DAYS, DECIDED, ENHETER, PERSONS, POSTS
from orgmodell.testing.refusals import RefusedBeslut
from orgmodell.testing.strategies import refused_beslut
from orgmodell.timeline import Findable
from orgmodell.view import Holder, Ledamot, View

pytestmark = pytest.mark.long

KINDS = [f"recorded: {kind.__name__}" for kind in CHANGES]
WARNINGS = sorted({f"broken: {rule.id}" for rule in STANDARD if rule.severity == "warning"})
REFUSING = sorted({rule.id for rule in STANDARD if rule.severity == "error"})
CLOCKS = [f"clocks: day{known}{recorded}" for known in ("", ", known") for recorded in ("", ", recorded")]


def views_agree(both: Both, length: int) -> Counter[str]:
    """Whatever is recorded, a view answers as the naive model does: any day, any knowledge."""
    both.grow(length)
    both.agree()
    both.agree(both.data.draw(st.sampled_from(DECIDED), label="known"))
    both.agree(both.pick_known(), both.pick_position())
    return both.reached + cases_in(both.naive)


CASES = (
    "a chain of mergers",
    "something inside it",
    "an annulment annulled",
    "something backdated",
    "an uppdrag passed on by a merger",
    "a party that is merged",
    "an instrument that runs out",
    "a deadline met",
)
PLACING = (BefattningCreated.verb, BefattningMoved.verb)


def cases_in(naive: NaiveOrganisation) -> Counter[str]:
    """The interesting cases a history holds."""
    said, account = naive.everything_said(), naive.account()
    numbers = {s.seq for s in account.said}
    annulled = [s for s in said if s.seq not in numbers]
    last = account.on(date.max)
    chained = {enhet for enhet, into in last.merged.items() if into in last.merged}
    placed_in = {getattr(s.change, "enhet", None) for s in account.said if s.change.verb in PLACING}
    put_under = {getattr(s.change, "parent", None) for s in account.said}
    answering = {getattr(s.change, "ansvarig", None) for s in account.said}
    parties = {getattr(s.change, side, None) for s in account.said for side in ("bestallare", "utforare")}
    found = {
        "a chain of mergers": bool(chained),
        "something inside it": bool(chained & (placed_in | put_under)),
        "an annulment annulled": any(isinstance(s.change, BeslutAnnulled | ChangeAnnulled) for s in annulled),
        "something backdated": any(one.day > other.day for one, other in pairwise(account.said)),
        "an uppdrag passed on by a merger": bool(answering & last.merged.keys()),
        "a party that is merged": bool(parties & last.merged.keys()),
        "an instrument that runs out": not all(map(last.in_force, last.instruments())),
        "a deadline met": bool(last.met),
    }
    for case, reached in found.items():
        if reached:
            event(case)
    return Counter(case for case, reached in found.items() if reached)


def refusals_agree(both: Both, length: int) -> Counter[str]:
    """A draft is refused exactly when the naive model finds something wrong on some day."""
    for _ in range(length):
        both.judge(both.draft())
    return both.reached + cases_in(both.naive)


def judging_leaves_no_trace(both: Both, length: int) -> Counter[str]:
    """A refused draft changes no answer, and a view taken before a beslut is recorded never changes."""
    both.grow(length)
    days = [both.pick_day(), both.pick_day()]
    for _ in range(4):
        draft = both.draft()
        views = [both.organisation.on(day) for day in days]
        before = [described(view) for view in views]
        both.organisation.violations(draft)
        assert [described(both.organisation.on(day)) for day in days] == before
        recorded = both.record(draft)
        event("recorded" if recorded else "refused")
        assert [described(view) for view in views] == before
        if not recorded:
            assert [described(both.organisation.on(day)) for day in days] == before
    return both.reached


def differences_agree(both: Both, length: int) -> Counter[str]:
    """A diff holds what differs between the two states, no more and no less; of one view, nothing."""
    both.grow(length)
    then, now = both.pick_position(), len(both.naive.records)
    for recorded, others in ((None, now), (then, now)):
        one_day, other_day = both.pick_day(), both.pick_day()
        before = both.organisation.as_recorded(recorded or now).on(one_day)
        after = both.organisation.as_recorded(others).on(other_day)
        naive_before = Asked(both.naive, one_day, recorded=recorded or now)
        naive_after = Asked(both.naive, other_day, recorded=others)
        assert not diff(before, before)
        assert aspects_of(diff(before, after)) == naive_differences(naive_before, naive_after)
    return both.reached


def differences_have_grounds(both: Both, length: int) -> Counter[str]:
    """Each difference has grounds, which touch it and hold on one side only.

    A fact touches a thing when it names it, or what it is, was or is said to be in, or has or had; or annuls
    one that does.
    Of two days with the same knowledge, each ground begins, ends or runs out in between.
    """
    both.grow(length)
    one, other, known = both.pick_day(), both.pick_day(), both.pick_known()
    sides = [
        (both.organisation.on(one, known), both.organisation.on(other, known)),
        (both.organisation.on(one), both.organisation.on(one, known)),
        (both.organisation.as_recorded(both.pick_position()).on(one, known), both.organisation.on(other)),
    ]
    for before, after in sides:
        for each in diff(before, after):
            assert each.basis.facts, each
            for fact in each.basis.facts:
                assert holds_on_one_side(fact, before, after), (each, fact)
                assert touches(fact, each, before, after), (each, fact)
    for each in diff(*sides[0]):
        for fact in each.basis.facts:
            assert any(min(one, other) < day <= max(one, other) for day in days_of(fact)), (each, fact)
    return both.reached


def days_of(fact: Fact) -> set[date]:
    """Every day on which a fact says that anything begins, ends or runs out."""
    assigned = {day for _, _, day, _ in fact.change.assigns(fact.day)}
    ends = getattr(fact.change, "until", None)
    return assigned | ({ends} if ends else set())


def holds_on_one_side(fact: Fact, before: View, after: View) -> bool:
    """Whether a fact counts on one side only, or some of what it says comes between the two days."""
    counts = [view.account.counts(fact.seq) for view in (before, after)]
    days = {before.day, after.day}
    return counts[0] != counts[1] or any(min(days) < day <= max(days) for day in days_of(fact))


PARTIES: dict[str, Findable[str, str]] = {
    "ansvarig": RESPONSIBLE,
    "beställare": BESTALLARE,
    "utförare": UTFORARE,
    "forum of": FORUM_OF,
}


def touches(fact: Fact, each: Difference, before: View, after: View) -> bool:
    if isinstance(fact.change, BeslutAnnulled | ChangeAnnulled):
        chronicle = before.account.chronicle
        annulled = (before.account.fact(seq) for seq in chronicle.annulled_by(fact.change))
        return any(touches(one, each, before, after) for one in annulled)
    sides = {each.thing, *words_in(each.before), *words_in(each.after), *said_of(each, before, after)}
    above = [over_it(view, each) for view in (before, after) if each.thing in view.enheter()]
    named = things_named_by(fact.change)
    return isinstance(fact.change, EnheterMerged) or bool(named & sides.union(*above))


def said_of(each: Difference, *views: View) -> set[str]:
    """The party it is said to have, through mergers, though it may have ceased to exist.

    Of an enhet's leaders, whoever has led it too, if only in between: who leads it now came after them.
    """
    if each.aspect == "leaders":
        return {leader for view in views for leader in view.account.leaders_ever(each.thing)}
    attribute = PARTIES.get(each.aspect or "")
    said = (view.account.enhet_of(attribute, each.thing, view.day) for view in views if attribute)
    return {party for party in said if party is not None}


def over_it(view: View, each: Difference) -> set[str]:
    """What an enhet gets its nämnder from; or, of its parent, what it hangs loose from, all round a ring.

    It gets nämnder from what is merged into any of these too, and one side may look for some there in vain.
    """
    found: set[str] = set()
    over = view.loose_from(each.thing)
    while over is not None and over not in found:
        found.add(over)
        over = view.loose_from(over) if over in view.enheter() else None
    if each.aspect == "parent":
        return found
    up = found.union(view.path(each.thing))
    return up.union(*map(view.account.merged_ever, up)) if each.aspect == "nämnder" else up


def words_in(value: object) -> set[str]:
    """Every text in one side of a difference; ids are among them."""
    match value:
        case str():
            return {value}
        case dict():
            return {word for each in value.values() for word in words_in(each)}
        case tuple():
            return {word for each in value for word in words_in(each)}
        case Holder() | Ledamot():
            return {value.person}
    return set()


Differences = set[tuple[str, str, str | None]]


def aspects_of(found: Diff) -> Differences:
    return {(d.what, d.thing, d.aspect) for d in found}


def naive_differences(before: Asked, after: Asked) -> Differences:
    return {(what, thing, aspect) for what, thing, _, _, aspect, _, _ in naively.differences(before, after)}


def effects_agree(both: Both, length: int) -> Counter[str]:
    """What takes effect comes in order, each thing once; two periods that meet are as one."""
    both.grow(length)
    first, middle, last = sorted(both.pick_day() for _ in range(3))
    known = both.pick_known()
    whole = both.organisation.taking_effect(first, last, known)
    expected = both.naive.account(known).taking_effect(first, last)
    assert [(effect.day, effect.fact.seq) for effect in whole] == expected
    halves = [
        both.organisation.taking_effect(first, middle, known),
        both.organisation.taking_effect(middle, last, known),
    ]
    assert whole.effects == halves[0].effects + halves[1].effects
    return both.reached


def effects_make_the_differences(both: Both, length: int) -> Counter[str]:
    """Between a day and the day before nothing differs but by what takes effect on the day.

    What makes a difference takes effect that day, and an end that takes effect makes one. Other effects may
    make none: a change that says what held already is told too.
    """
    both.grow(length)
    known = both.pick_known()
    for day in both.days():
        found = both.organisation.changes_between(day - ONE_DAY, day, known)
        effects = both.organisation.taking_effect(day - ONE_DAY, day, known)
        told = {effect.fact.seq for effect in effects}
        for each in found:
            assert {fact.seq for fact in each.basis.facts} <= told, (day, each)
        differing = {each.thing for each in found}
        for effect in effects:
            if effect.ends:
                event("an end that is told")
                assert differing & things_named_by(effect.change), (day, effect)
    return both.reached


def what_is_passed_on_agrees(both: Both, length: int) -> Counter[str]:
    """A vidaredelegation is passed on with some row, or it dangles, and R22 warns of those that dangle.

    Where only whom it is passed on to is gone, it stands under its row and is told to dangle.
    """
    both.grow(length)
    for day in (both.pick_day(), both.pick_day(), both.pick_day()):
        view = both.organisation.on(day)
        living_ones = map(view.vidaredelegation, living(view, "vidaredelegation"))
        why = {each.vidaredelegation: view.why_dangling(each) for each in living_ones}
        rows = (row for ordning in living(view, "delegationsordning") for row in view.rader(ordning))
        passed_on = {given.vidaredelegation for row in rows for given in view.passed_on(row)}
        assert passed_on == {each for each in why if why[each] in (None, "borta")}
        warned = {v.things[0] for v in view.violations() if v.rule == "R22"}
        assert warned & why.keys() == {each for each in why if why[each] is not None}
        for reason in why.values():
            event(f"dangling: {reason}")
    return both.reached


def scenarios_agree(both: Both, length: int) -> Counter[str]:
    """Drafts are judged and answered for as if they were recorded, and what they stand on is untouched.

    Adopted in order they are recorded, as any beslut; those that fit no longer are refused.
    """
    both.grow(length // 2)
    branches = [Branch(both, "alternativet")]
    if both.data.draw(st.booleans(), label="a branch of the branch"):
        branches[0].grow(length // 4)
        branches.append(Branch(branches[0], "ett annat"))
    last = branches[-1]
    before = [each.answers() for each in (both, *branches[:-1])]
    for _ in range(length // 2):
        last.judge(last.draft())
    last.agree()
    last.agree(last.pick_known(), last.pick_position())
    assert [each.answers() for each in (both, *branches[:-1])] == before
    meanwhile = both.data.draw(st.sampled_from((0, 0, length // 4)), label="recorded meanwhile")
    answered = last.answers()
    both.grow(meanwhile)
    assert last.answers() == answered
    for branch in reversed(branches):
        fitting = [adopted_alike(branch, draft) for draft in branch.scenario.drafts()]
        branch.of.agree()
        assert meanwhile or all(fitting)
    assert meanwhile or both.answers() == answered
    return sum((branch.reached for branch in branches), both.reached)


def adopted_alike(branch: Branch, draft: Beslut) -> bool:
    """Adopts a draft, which is refused exactly when the naive model finds something wrong."""
    problems = branch.of.naive.problems_with(draft)
    adopted = branch.adopt(draft)
    assert adopted != bool(problems), problems
    event("adopted" if adopted else "not adopted")
    return adopted


def proposals_agree(both: Both, length: int) -> Counter[str]:
    """What is proposed may break rules: it is told that it does, and still answered for."""
    both.grow(length // 2)
    branch = Branch(both, "alternativet")
    for _ in range(length // 4):
        draft = branch.draft()
        branch.scenario.propose(draft)
        branch.naive.record(draft)
        problems = both.naive.problems_with(*branch.scenario.drafts())
        errors = [each for each in branch.scenario.broken() if each.severity == "error"]
        assert bool(errors) == bool(problems), (errors, problems)
    branch.agree()
    return both.reached


@st.composite
def trees(draw: st.DrawFn) -> Beslut:
    """A line organisation of one day, with posts that lead nested enheter, and holders of several posts."""
    changes: list[Change] = []
    for number, enhet in enumerate(ENHETER):
        parent = draw(st.sampled_from(ENHETER[max(0, number - 3) : number])) if number else None
        changes.append(EnhetCreated(enhet, name=enhet, parent=parent))
    leader_of = {enhet: draw(st.sampled_from((*POSTS, None))) for enhet in ENHETER}
    for number, post in enumerate(POSTS):
        leads = tuple(enhet for enhet in ENHETER if leader_of[enhet] == post)
        enhet = draw(st.sampled_from((*leads, *leads, *ENHETER)))
        answers = draw(st.sampled_from((None, None, True, False)))
        changes.append(BefattningCreated(post, title=post, enhet=enhet, leads=leads, personalansvar=answers))
        held = draw(st.sampled_from(("ordinarie", "ordinarie", "tf", "both", "vacant", "unknown")))
        if held in ("ordinarie", "both"):
            changes.append(HolderAppointed(post, person=draw(st.sampled_from(PERSONS))))
        if held in ("tf", "both"):
            changes.append(HolderAppointed(post, person=draw(st.sampled_from(PERSONS)), form="tf"))
        if held == "vacant":
            changes.append(VacancyDeclared(post))
        if number and draw(st.integers(0, 4)) == 4:
            changes.append(ReportingChanged(post, to=draw(st.sampled_from(POSTS[:number]))))
    return Beslut(id="KS § 1", decided=DAYS[0], changes=tuple(changes))


@settings(CI, max_examples=150)
@given(beslut=trees(), mode=st.sampled_from(("faktisk", "struktur")))
def test_chefsled_are_counted_as_the_rule_says(beslut: Beslut, mode: Mode) -> None:
    """Every chef on the way up is a chefsled: vacant ones only in struktur, the same person only once."""
    assume(not NaiveOrganisation().problems_with(beslut))  # nobody reports to themselves
    organisation = Organisation("kommunen", MemoryLog())
    organisation.record(beslut)
    view, asked = organisation.on(DAYS[0]), Asked(NaiveOrganisation([beslut]), DAYS[0])
    for post in POSTS:
        links = naively.line(asked, post, mode)
        assert list(view.reporting_line(post, mode)) == [link.post for link in links]
        for number, link in enumerate(links, 1):
            steps = view.chefsled(post, up_to=link.post, mode=mode)
            assert steps == sum(each.adds_step for each in links[:number])
            event("the same person twice in a row" if steps < number else "all differ")


def test_views_agree_with_the_naive_model() -> None:
    """Whatever is recorded, a view answers as the naive model does: any day, any knowledge."""
    reached = kept(views_agree, settings(CI, max_examples=100), length=36)
    assert [case for case in (*KINDS, *CASES, *CLOCKS) if not reached[case]] == []


def test_what_is_refused_is_what_the_naive_model_finds_wrong() -> None:
    """A draft is refused exactly when the naive model finds something wrong on some day."""
    reached = kept(refusals_agree, settings(CI, max_examples=140), length=36)
    assert [case for case in (*KINDS, *CASES, *WARNINGS) if not reached[case]] == []


@pytest.mark.parametrize("rule", REFUSING)
def test_each_rule_refuses_what_breaks_it_and_nothing_else_does(rule: str) -> None:
    """What is drawn to break one rule is refused by it alone, and the naive model finds it wrong too."""

    @settings(CI, max_examples=8)
    @given(refused_beslut(rule))
    def refuse(it: RefusedBeslut) -> None:
        assert {each.rule for each in it.organisation.violations(it.beslut) if each.severity == "error"} == {
            rule
        }
        naive = NaiveOrganisation(record.beslut for record in it.organisation.beslut_log())
        assert not naive.account().problems()
        assert naive.problems_with(it.beslut)

    refuse()


LAWS = (
    judging_leaves_no_trace,
    differences_agree,
    differences_have_grounds,
    effects_agree,
    effects_make_the_differences,
    what_is_passed_on_agrees,
    scenarios_agree,
    proposals_agree,
)


@pytest.mark.parametrize("law", LAWS)
def test_histories_keep_the_law(law: Law) -> None:
    """What each law says, over random histories."""
    kept(law, settings(CI, max_examples=40), length=16)


@pytest.mark.deep
@pytest.mark.parametrize("law", [views_agree, refusals_agree, *LAWS])
def test_histories_keep_the_law_in_depth(law: Law) -> None:
    """The same laws over many more and longer histories, others each time; DEEP says how many of each."""
    kept(law, settings(DEEP, max_examples=int(os.environ.get("DEEP", "1000"))), length=24)
