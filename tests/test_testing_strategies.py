"""The strategies build what they promise, and what fails shrinks to what can be read and replayed."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import hypothesis
import pytest
from hypothesis import find, settings
from hypothesis import strategies as st

import both
from orgmodell import STANDARD, BeslutRefused, Organisation, negotiated_first, read_ledger
from orgmodell.changes import Beslut, EnhetCreated, EnheterMerged, EnhetMoved, named_by
from orgmodell.testing import (
    SUBJECTS,
    DrawnOrganisation,
    Subject,
    assert_invariants,
    beslut,
    beslutsfil_of,
    days_of,
    drafts,
    given,
    organisations,
    refused_beslut,
    towns,
    views_of,
)
from orgmodell.testing.drawing import MAKERS
from orgmodell.testing.refusals import WAYS, RefusedBeslut

CI = settings(both.CI, max_examples=40)
ONE_DAY = timedelta(days=1)


def test_organisations_are_lawful_and_of_the_size_asked_for() -> None:
    """No rule that refuses is broken on any day."""
    sizes: Counter[int] = Counter()

    @CI
    @hypothesis.given(organisations(min_beslut=3, max_beslut=6))
    def hold(organisation: DrawnOrganisation) -> None:
        sizes[len(organisation.beslut_log())] += 1
        assert_invariants(organisation)

    hold()
    assert min(sizes) == 3
    assert 5 <= max(sizes) <= 6


def test_an_organisation_may_be_no_more_than_its_first_beslut() -> None:
    simplest = find(organisations(), lambda organisation: True, settings=settings(CI, max_examples=1))
    assert len(simplest.beslut_log()) == 1


@pytest.mark.parametrize("subject", SUBJECTS)
def test_beslut_are_about_the_subjects_asked_for(subject: Subject) -> None:
    """What else is changed only makes room for it: what is left is moved, and what is in the way ends."""
    modules: Counter[str] = Counter()

    @settings(CI, max_examples=15)
    @hypothesis.given(organisations(max_beslut=5, subjects=[subject]))
    def hold(organisation: DrawnOrganisation) -> None:
        later = (change for record in organisation.beslut_log()[1:] for change in record.beslut.changes)
        modules.update(type(change).__module__.rpartition(".")[2] for change in later)

    hold()
    makes_room = {"enheter": {"befattningar"}, "organ": {"enheter"}}
    assert modules[subject]
    assert modules.keys() <= {subject, *makes_room.get(subject, set())}


def test_no_subject_is_left_out_and_others_are_told() -> None:
    assert MAKERS.keys() == {*SUBJECTS}
    with pytest.raises(ValueError, match="no subject is called 'ekonomi'; they are enheter, organ, "):
        organisations(subjects=["ekonomi"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="no rule that refuses is called 'R04'; they are ANNUL, "):
        refused_beslut("R07", "R04")
    with pytest.raises(ValueError, match="from 3 to 2 beslut"):
        organisations(min_beslut=3, max_beslut=2)
    with pytest.raises(ValueError, match=r"several subjects are expected, as \['enheter'\], not 'enheter'"):
        beslut(subjects="enheter")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="several subjects are expected, as"):
        organisations(subjects=[])
    for draw in (beslut, drafts):
        with pytest.raises(ValueError, match="draw its first beslut, with"):
            draw(given().organisation)


@CI
@hypothesis.given(st.data())
def test_beslut_would_be_recorded(data: st.DataObject) -> None:
    """The first of a new organisation, and the next of one that is given, which is not changed."""
    organisation = given([data.draw(beslut())]).organisation
    before = organisation.beslut_log()
    drawn = data.draw(beslut(organisation))
    assert organisation.beslut_log() == before
    organisation.record(drawn)


def test_some_drafts_are_recorded_and_some_refused() -> None:
    judged: Counter[bool] = Counter()

    @CI
    @hypothesis.given(organisations(max_beslut=4), st.data())
    def draft(organisation: DrawnOrganisation, data: st.DataObject) -> None:
        violations = organisation.violations(data.draw(drafts(organisation)))
        judged[any(each.severity == "error" for each in violations)] += 1

    draft()
    assert judged[True]
    assert judged[False] > judged[True]


def test_drafts_take_a_ledger_of_ones_own() -> None:
    """They name what exists in it, and ids that it has not given."""
    ledger = read_ledger("examples/tyreso")
    named: Counter[str] = Counter()

    @settings(CI, max_examples=60)
    @hypothesis.given(drafts(ledger))
    def hold(draft: Beslut) -> None:
        assert ledger.up_to_date().find(draft.id) is None
        named.update(thing for change in draft.changes for _, _, thing in named_by(change))

    hold()
    assert named.keys() & {"socialforvaltningen", "vard-omsorg", "ao", "fh"}


@CI
@hypothesis.given(organisations(max_beslut=4), st.data())
def test_days_are_those_of_change_and_their_neighbours(
    organisation: DrawnOrganisation, data: st.DataObject
) -> None:
    day = data.draw(days_of(organisation))
    assert organisation.days_of_change(day - 2 * ONE_DAY, day + ONE_DAY)


def test_views_are_by_all_three_clocks() -> None:
    clocks: Counter[tuple[bool, bool]] = Counter()

    @CI
    @hypothesis.given(organisations(min_beslut=2, max_beslut=4), st.data())
    def look(organisation: DrawnOrganisation, data: st.DataObject) -> None:
        view = data.draw(views_of(organisation))
        earlier = view.account.horizon < organisation.account().horizon
        clocks[view.known is not None, earlier] += 1

    look()
    assert len(clocks) == 4


def test_what_fails_shrinks_to_a_few_readable_beslut() -> None:
    """Such as an enhet that is merged into another: two enheter, and a beslut that merges them."""
    merging = organisations(max_beslut=4, subjects=["enheter"])
    found = find(merging, _holds_a_merger, settings=settings(both.CI, max_examples=500))
    assert len(found.beslut_log()) <= 2
    changes = [change for record in found.beslut_log() for change in record.beslut.changes]
    assert sum(isinstance(change, EnhetCreated) for change in changes) <= 3
    assert len(changes) <= 7


def _holds_a_merger(organisation: Organisation) -> bool:
    records = organisation.beslut_log()
    return any(isinstance(change, EnheterMerged) for record in records for change in record.beslut.changes)


@CI
@hypothesis.given(organisations(max_beslut=5, first=towns()))
def test_what_is_printed_can_be_replayed(organisation: DrawnOrganisation) -> None:
    """An organisation is printed as a call of `given`, with all that is recorded as a beslutsfil."""
    printed = repr(organisation)
    assert printed == f'given("""\n{beslutsfil_of(organisation)}""").organisation'
    again = eval(printed, {"given": given})
    assert [r.beslut for r in again.beslut_log()] == [r.beslut for r in organisation.beslut_log()]


@settings(CI, max_examples=10)
@hypothesis.given(refused_beslut(max_beslut=2))
def test_what_is_refused_can_be_replayed(it: RefusedBeslut) -> None:
    assert eval(repr(it), {"given": given}).refused


def test_other_rules_are_not_left_out_of_what_is_printed() -> None:
    assert repr(DrawnOrganisation([])).endswith('""", rules=rules).organisation')


def test_a_failing_test_shows_what_failed_as_a_beslutsfil() -> None:
    @settings(CI, max_examples=5, print_blob=False)
    @hypothesis.given(organisations(max_beslut=2), refused_beslut("R07", max_beslut=1), beslut())
    def fail(organisation: DrawnOrganisation, it: object, first: Beslut) -> None:
        raise AssertionError

    with pytest.raises(AssertionError) as failure:
        fail()
    shown = "\n".join(failure.value.__notes__)
    assert 'organisation=given("""\n---\nbeslut: KF § 0\n' in shown
    assert "- create_enhet:\n    enhet: kontor\n" in shown
    assert '""").then_refused("R07")' in shown
    assert "DrawnOrganisation" not in shown
    assert any(note.startswith("---\nbeslut: KF § 0\n") for note in failure.value.__notes__)


@pytest.mark.parametrize("rule", WAYS)
def test_a_refused_beslut_is_refused_by_its_rule_alone(rule: str) -> None:
    """In each of the ways in which the rule is broken; warnings may come with it."""

    @settings(CI, max_examples=4)
    @hypothesis.given(refused_beslut(rule, max_beslut=1, subjects=["enheter"]))
    def hold(it: RefusedBeslut) -> None:
        assert it.rule == rule
        with pytest.raises(BeslutRefused) as refused:
            it.organisation.record(it.beslut)
        assert {v.rule for v in refused.value.violations if v.severity == "error"} == {rule}

    hold()


@CI
@hypothesis.given(st.data())
def test_beslut_keep_the_rules_of_a_host(data: st.DataObject) -> None:
    """Here, that nothing is reorganised that was not negotiated first."""
    strict = given([data.draw(beslut())], rules=[]).organisation
    strict = given(strict, rules=[*STANDARD, negotiated_first("error")]).organisation
    drawn = data.draw(beslut(strict, subjects=["enheter", "uppdrag"]))
    prepared = drawn.forhandlad is not None and drawn.riskbedomd is not None
    assert prepared or not any(isinstance(change, EnhetCreated | EnhetMoved) for change in drawn.changes)


def test_a_first_beslut_that_the_rules_refuse_is_told() -> None:
    with pytest.raises(BeslutRefused, match="FORBEREDD error"):
        find(organisations(rules=[negotiated_first("error")]), lambda _: True)
