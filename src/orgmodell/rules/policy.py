"""Policies: rules a kommun chooses. A threshold is a value given when the rule is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodell.changes.attributes import HEADCOUNT, LEADS, PARENT
from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, Rule, first, itself, rule, together
from orgmodell.violations import Severity


def kontrollspann_at_most(limit: int = 30, severity: Severity = "warning") -> Rule:
    """A rule that no chef has more than ``limit`` medarbetare in an enhet nobody else leads part of.

    The default is the state inquiry's target of at most 30 medarbetare per first-line chef.
    """

    def judge(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
        """A first-line chef has no more medarbetare than the kommun's riktmärke."""
        stated = [
            step
            for step in account.steps(HEADCOUNT, enhet, window)
            if step.value and (step.value.medarbetare or 0) > limit
        ]
        for befattning in dict.fromkeys(account.leaders_ever(enhet)):
            leads = account.steps(LEADS, (enhet, befattning), window)
            things = (enhet, befattning)
            for day, facts in together(account, window, stated, leads, living=things):
                if _has_chefer_under_it(account, enhet, day):
                    continue
                count = account.value(HEADCOUNT, enhet, day).medarbetare
                message = (
                    f"{befattning} leads {count} medarbetare in {enhet} on {day}, over the "
                    f"riktmärke of {limit}. Divide the enhet, or change the riktmärke."
                )
                yield Finding(day, things, message, facts)

    watches = {HEADCOUNT: itself, LEADS: first}
    return rule("KONTROLLSPANN", of="enhet", watches=watches, severity=severity)(judge)


def _has_chefer_under_it(account: Account, enhet: str, day: date) -> bool:
    return any(
        account.lives(child, day)
        and account.enhet_of(PARENT, child, day) == enhet
        and account.leaders(child, day)
        for child in account.children_ever(enhet)
    )
