"""A kit for those who test their own code and their own ledger: ``pip install 'orgmodell[testing]'``.

`given` says what is recorded, `Given.when` what is done, and `Outcome.then` what is to become of it.
`assert_invariants` holds an organisation to rules and invariants on every day.
"""

from orgmodell.testing.extra import ExtraMissing
from orgmodell.testing.given import Given, GivenRefused, Outcome, given
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
from orgmodell.testing.notso import NotSo

__all__ = [
    "Broken",
    "ExtraMissing",
    "Given",
    "GivenRefused",
    "Invariant",
    "InvariantsBroken",
    "NotSo",
    "Outcome",
    "assert_invariants",
    "broken_invariants",
    "every_enhet_answers_to_a_namnd",
    "every_namnd_has_a_delegationsordning",
    "given",
    "invariant",
    "no_vacant_chef",
    "one_chef_per_enhet",
]
