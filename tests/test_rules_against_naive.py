"""The rules of the library against those of the naive model: which rule, which things, which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

import naive_rules
from breaking import BREACHES, EVERY_RULE, Breach, unjudged
from naive import NaiveOrganisation
from naive_rules import Broken, broken_ever, broken_on, days_that_matter, in_order
from orgmodell import Organisation, Violation
from strategies import days_around

pytestmark = pytest.mark.long

JUDGED = [rule for rule in EVERY_RULE if rule.id in {each.id for each in naive_rules.EVERY_RULE}]
RECORDED = date(2024, 1, 1)  # when what is unjudged was recorded


def as_broken(violations: Iterable[Violation]) -> set[Broken]:
    return {Broken(each.rule, each.severity, in_order(each.things)) for each in violations}


def agree(organisation: Organisation, naive: NaiveOrganisation, known: date | None = None) -> None:
    """On every day, and ever, the library says that the same is broken."""
    account = naive.account(known)
    for day in days_around(days_that_matter(account)):
        found = as_broken(organisation.on(day, known).violations())
        assert found == broken_on(account, day), (day, known)
    first = {
        (Broken(each.rule, each.severity, in_order(each.things)), each.day)
        for each in organisation.violations_ever(known)
    }
    assert first == set(broken_ever(account).items())


@pytest.mark.parametrize("breach", BREACHES, ids=lambda each: f"{each.rule} {each.says}")
def test_breaches_are_those_that_the_naive_model_finds(breach: Breach) -> None:
    """Each log that breaks a rule breaks, on each day, what the naive model says that it breaks."""
    organisation, naive = unjudged(breach.beslut, JUDGED), NaiveOrganisation(breach.beslut)
    naive.recorded_on = RECORDED
    agree(organisation, naive)
    agree(organisation, naive, date(2015, 1, 1))
