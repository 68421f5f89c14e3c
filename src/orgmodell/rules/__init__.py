"""The rules of an organisation. `STANDARD` is what holds unless a register is given others.

Where a new rule goes: a function in the module of its subject, decorated with `rule` and listed here.
"""

from orgmodell.rules.atgarder import (
    a_forslag_is_decided_once,
    no_atgard_waits_for_itself,
    what_is_closed_stays_closed,
    who_is_to_do_it_is_there,
)
from orgmodell.rules.base import Finding, Rule, first, itself, rule, second, together
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
    enhet_has_one_leading_befattning,
    merged_enhet_has_a_chef,
    skolenhet_has_one_rektor,
    vacant_chef_is_declared,
)
from orgmodell.rules.life import ids_are_never_reused, references, things_exist_when_named
from orgmodell.rules.line import line_is_a_tree
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

STANDARD: tuple[Rule, ...] = (
    ids_are_never_reused,
    things_exist_when_named,
    *only_what_holds_ends,
    line_is_a_tree,
    organ_is_not_part_of_itself,
    dissolved_enhet_is_empty,
    dissolved_organ_has_nothing_under_it,
    withdrawn_befattning_is_empty,
    enhet_has_one_leading_befattning,
    befattning_has_one_holder,
    appointment_runs_its_course,
    ledamot_serves_the_term,
    vacant_chef_is_declared,
    merged_enhet_has_a_chef,
    skolenhet_has_one_rektor,
    one_fullmaktige_and_one_styrelse,
    namnd_is_decided_by_fullmaktige,
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

__all__ = [
    "STANDARD",
    "Finding",
    "Rule",
    "first",
    "itself",
    "kontrollspann_at_most",
    "negotiated_first",
    "references",
    "rule",
    "second",
    "sides_kept_apart",
    "together",
]
