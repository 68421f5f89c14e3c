"""A kit for those who test their own code and their own ledger: ``pip install 'orgmodell[testing]'``.

`given` says what is recorded, `Given.when` what is done, and `Outcome.then` what is to become of it.
`assert_invariants` holds an organisation to rules and invariants on every day. `organisations`, `beslut` and
other strategies draw random ones for Hypothesis, which `OrganisationMachine` runs.
"""

from orgmodell.testing.extra import ExtraMissing  # first: it tells what is missing

# isort: split
from orgmodell.testing.drawing import SUBJECTS, Subject
from orgmodell.testing.foundations import foundations, towns
from orgmodell.testing.given import Given, GivenRefused, Outcome, given
from orgmodell.testing.histories import DrawnOrganisation, beslutsfil_of
from orgmodell.testing.invariants import (
    Broken,
    Invariant,
    InvariantsBroken,
    assert_invariants,
    broken_invariants,
    every_enhet_answers_to_a_namnd,
    every_namnd_has_a_delegationsordning,
    invariant,
    no_vacant_chef,
    one_chef_per_enhet,
)
from orgmodell.testing.machine import OrganisationMachine
from orgmodell.testing.notso import NotSo
from orgmodell.testing.refusals import RefusedBeslut
from orgmodell.testing.strategies import beslut, days_of, drafts, organisations, refused_beslut, views_of

__all__ = [
    "SUBJECTS",
    "Broken",
    "DrawnOrganisation",
    "ExtraMissing",
    "Given",
    "GivenRefused",
    "Invariant",
    "InvariantsBroken",
    "NotSo",
    "OrganisationMachine",
    "Outcome",
    "RefusedBeslut",
    "Subject",
    "assert_invariants",
    "beslut",
    "beslutsfil_of",
    "broken_invariants",
    "days_of",
    "drafts",
    "every_enhet_answers_to_a_namnd",
    "every_namnd_has_a_delegationsordning",
    "foundations",
    "given",
    "invariant",
    "no_vacant_chef",
    "one_chef_per_enhet",
    "organisations",
    "refused_beslut",
    "towns",
    "views_of",
]
