"""The rules of an organisation. `STANDARD` is what holds unless a register is given others.

`ALWAYS_IN_FORCE` holds whatever it is given.

Where a new rule goes: a function in the module of its subject, decorated with `rule`, or with
`rule_of_beslut` when it judges a beslut itself, and listed here.
"""

from collections.abc import Iterable

import attrs

from orgmodell.rules.atgarder import (
    a_forslag_is_decided_once,
    no_atgard_waits_for_itself,
    what_is_closed_stays_closed,
    who_is_to_do_it_is_there,
)
from orgmodell.rules.base import (
    NOT_YET,
    Finding,
    Rule,
    RuleOfBeslut,
    RuleOfThings,
    first,
    itself,
    rule,
    rule_of_beslut,
    second,
    together,
)
from orgmodell.rules.beslut import (
    ids_of_beslut_are_never_reused,
    what_prepares_it_comes_first,
    who_took_it_is_on_record,
)
from orgmodell.rules.corrections import what_is_annulled_counts
from orgmodell.rules.days import days_are_not_far_away
from orgmodell.rules.delegation import (
    decisions_are_reported_as_the_law_says,
    delegate_is_one_that_the_law_allows,
    namnd_delegates_within_its_reglemente,
    no_row_dangles,
    nobody_decides_together,
    rows_of_one_matter_are_divided,
    what_cannot_wait_is_for_a_ledamot,
    what_is_reserved_is_not_delegated,
    who_decides_on_delegation_is_employed,
)
from orgmodell.rules.delegationsordning import (
    a_namnd_has_one_ordning,
    a_row_is_granted_once_and_then_changed,
    chef_has_something_to_decide,
    dissolved_namnd_leaves_no_ordning,
)
from orgmodell.rules.endings import (
    dissolved_enhet_is_empty,
    dissolved_organ_has_nothing_under_it,
    only_what_holds_ends,
    withdrawn_befattning_is_empty,
)
from orgmodell.rules.forum import what_is_filled_is_a_seat
from orgmodell.rules.leadership import (
    appointment_runs_its_course,
    befattning_has_one_holder,
    chef_leads_what_exists,
    enhet_has_one_leading_befattning,
    skolenhet_has_one_rektor,
    vacant_chef_is_declared,
    what_takes_over_has_a_chef,
)
from orgmodell.rules.life import ids_are_never_reused, things_exist_when_named
from orgmodell.rules.line import line_is_a_tree, nobody_reports_to_themselves
from orgmodell.rules.namnd import who_answered_to_a_namnd_answers_to_one
from orgmodell.rules.organ import (
    chef_is_not_in_the_namnd,
    ledamot_serves_the_term,
    namnd_is_decided_by_fullmaktige,
    one_fullmaktige_and_one_styrelse,
    organ_is_not_part_of_itself,
    what_fullmaktige_decided_stands,
)
from orgmodell.rules.policy import kontrollspann_at_most, negotiated_first, sides_kept_apart
from orgmodell.rules.utforare import (
    avtal_is_with_another_legal_person,
    instrument_in_force_has_its_parties,
    myndighetsutovning_is_handed_over_by_law_only,
    what_is_renewed_is_in_force,
)
from orgmodell.rules.vidaredelegation import (
    no_vidaredelegation_dangles,
    what_is_passed_on_was_given_to_pass_on,
)
from orgmodell.words import Text

STANDARD: tuple[Rule, ...] = (
    ids_are_never_reused,
    ids_of_beslut_are_never_reused,
    things_exist_when_named,
    what_is_annulled_counts,
    who_took_it_is_on_record,
    what_prepares_it_comes_first,
    days_are_not_far_away,
    *only_what_holds_ends,
    line_is_a_tree,
    nobody_reports_to_themselves,
    organ_is_not_part_of_itself,
    dissolved_enhet_is_empty,
    dissolved_organ_has_nothing_under_it,
    withdrawn_befattning_is_empty,
    enhet_has_one_leading_befattning,
    befattning_has_one_holder,
    appointment_runs_its_course,
    ledamot_serves_the_term,
    vacant_chef_is_declared,
    what_takes_over_has_a_chef,
    chef_leads_what_exists,
    skolenhet_has_one_rektor,
    one_fullmaktige_and_one_styrelse,
    namnd_is_decided_by_fullmaktige,
    who_answered_to_a_namnd_answers_to_one,
    chef_is_not_in_the_namnd,
    what_fullmaktige_decided_stands,
    instrument_in_force_has_its_parties,
    what_is_renewed_is_in_force,
    avtal_is_with_another_legal_person,
    myndighetsutovning_is_handed_over_by_law_only,
    what_is_filled_is_a_seat,
    what_is_closed_stays_closed,
    a_forslag_is_decided_once,
    no_atgard_waits_for_itself,
    who_is_to_do_it_is_there,
    a_row_is_granted_once_and_then_changed,
    a_namnd_has_one_ordning,
    dissolved_namnd_leaves_no_ordning,
    chef_has_something_to_decide,
    delegate_is_one_that_the_law_allows,
    who_decides_on_delegation_is_employed,
    what_is_reserved_is_not_delegated,
    namnd_delegates_within_its_reglemente,
    what_is_passed_on_was_given_to_pass_on,
    nobody_decides_together,
    rows_of_one_matter_are_divided,
    what_cannot_wait_is_for_a_ledamot,
    decisions_are_reported_as_the_law_says,
    no_row_dangles,
    no_vidaredelegation_dangles,
)

ALWAYS_IN_FORCE: tuple[Rule, ...] = (
    ids_are_never_reused,
    ids_of_beslut_are_never_reused,
    things_exist_when_named,
    what_is_annulled_counts,
)

STILL_HOLDS = Text(
    sv="Detta gäller vilka regler som än har valts.", en="This holds whatever rules are chosen."
)


def in_force(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules chosen, and those that hold whatever is chosen: without them a log cannot be read."""
    rules = tuple(rules)
    always = {each.judge for each in ALWAYS_IN_FORCE}
    added = (
        each if _is_chosen(each, rules) else attrs.evolve(each, remark=STILL_HOLDS)
        for each in ALWAYS_IN_FORCE
    )
    return (*added, *(each for each in rules if each.judge not in always))


def _is_chosen(rule: Rule, rules: Iterable[Rule]) -> bool:
    """Whether a rule is among some rules, and refuses."""
    return any(each.judge is rule.judge and each.severity == "error" for each in rules)


__all__ = [
    "ALWAYS_IN_FORCE",
    "NOT_YET",
    "STANDARD",
    "Finding",
    "Rule",
    "RuleOfBeslut",
    "RuleOfThings",
    "first",
    "in_force",
    "itself",
    "kontrollspann_at_most",
    "negotiated_first",
    "rule",
    "rule_of_beslut",
    "second",
    "sides_kept_apart",
    "together",
]
