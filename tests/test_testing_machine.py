"""The machine runs organisations: held here against the naive model, and made to fail on purpose."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

import both
from both import described, naively_described
from naive import NaiveOrganisation
from orgmodell import BeslutRefused, OrganisationView, Rule, negotiated_first
from orgmodell.changes import Beslut
from orgmodell.testing import OrganisationMachine, Subject, no_vacant_chef

pytestmark = pytest.mark.long

CI = settings(both.CI, max_examples=30, stateful_step_count=16)


class AgainstNaive(OrganisationMachine):
    """The naive model is told of every beslut, and has the same said of every day."""

    reached: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.naive = NaiveOrganisation()

    def recorded(self, beslut: Beslut) -> None:
        assert not self.naive.problems_with(beslut)
        self.naive.record(beslut)
        self.reached["recorded"] += 1

    def refused(self, beslut: Beslut, refusal: BeslutRefused) -> None:
        assert self.naive.problems_with(beslut), refusal
        self.reached["refused"] += 1

    def seen(self, view: OrganisationView) -> None:
        position = next(
            n for n in range(len(self.naive.records) + 1) if self._horizon(n) == view.account.horizon
        )
        account = self.naive.account(view.known, position)
        if not account.merges_in_a_muddle:
            assert described(view) == naively_described(account, account.on(view.day))
            self.reached["seen"] += 1

    def _horizon(self, position: int) -> int:
        return self.organisation.up_to_date().horizon(position)


def test_the_machine_does_as_the_naive_model() -> None:
    """Whatever it records, refuses and sees."""
    run_state_machine_as_test(AgainstNaive, settings=CI)
    assert min(AgainstNaive.reached[what] for what in ("recorded", "refused", "seen")) > 20


class Forgetful(OrganisationMachine):
    """A host that thinks no befattning ever falls vacant."""

    subjects: ClassVar[tuple[Subject, ...]] = ("befattningar",)

    @invariant()
    def nothing_is_vacant(self) -> None:
        view = self.organisation.on(date(2020, 1, 1))
        assert not [post for post in view.befattningar() if view.is_vacant(post)]


def test_what_breaks_a_hosts_invariant_is_shown_as_a_beslutsfil() -> None:
    how = settings(CI, max_examples=100, print_blob=False, phases=(Phase.generate,))
    with pytest.raises(AssertionError) as failure:
        run_state_machine_as_test(Forgetful, settings=how)
    shown = "\n".join(failure.value.__notes__)
    assert "state.decide(data=data(...))\n" in shown
    ending = shown.partition("state.teardown()\n---\n")[2]
    assert ending.startswith("beslut: KF § 0\n")
    assert "- declare_vacancy:" in ending or "- release:" in ending or "- appoint:" in ending


class Lawless(OrganisationMachine):
    """An organisation that is judged by no rule."""

    rules_in_force: ClassVar[tuple[Rule, ...]] = ()
    broken: ClassVar[Counter[str]] = Counter()

    def refused(self, beslut: Beslut, refusal: BeslutRefused) -> None:
        self.broken.update(violation.rule for violation in refusal.violations)


def test_a_host_chooses_the_rules() -> None:
    """Without any, only what holds whatever rules are chosen refuses."""
    run_state_machine_as_test(Lawless, settings=settings(CI, max_examples=10))
    assert Lawless.broken.keys() <= {"ANNUL", "ID", "R08"}
    assert Lawless.broken["R08"]


def test_an_invariant_that_would_never_be_run_is_told() -> None:
    """The kit's own, which is for `assert_invariants`, stands where that of Hypothesis is meant."""
    with pytest.raises(TypeError, match=r"Wrong\.never would never be run"):

        class Wrong(OrganisationMachine):
            never = no_vacant_chef


def test_a_first_beslut_that_is_refused_is_told() -> None:
    """Without it there would be nothing to run."""

    class Strict(OrganisationMachine):
        rules_in_force = (negotiated_first("error"),)

    with pytest.raises(BeslutRefused, match="FORBEREDD error"):
        run_state_machine_as_test(Strict, settings=settings(CI, max_examples=3))
