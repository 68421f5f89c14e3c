"""A policy: whoever changes the organisation has the right to. Governance governs its own log."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import Beslut
from orgmodell.changes.attributes import LIFE, PARENT
from orgmodell.chronicle import Account
from orgmodell.errors import UnknownThing
from orgmodell.periods import Period
from orgmodell.projections.who_decides import Case, who_decides
from orgmodell.rules.base import Finding, Reads, Rule, Watches, first_day, itself, rule
from orgmodell.timeline import Step
from orgmodell.view import View
from orgmodell.violations import Severity
from orgmodell.words import Text
from orgmodell.words import mandate as words

ARENDE = "organisationsforandring"


def decided_within_mandate(arende: str = ARENDE, severity: Severity = "error") -> Rule:
    """A rule that enheter are created, moved and ended by who may decide that, on the day it was decided.

    Fullmäktige may, and the nämnd that the enhet answers to; anyone else, if the delegationsordning in force
    that day, as it was recorded by then, lets them decide in the matter ``arende``. A beslut that was
    recorded before there was a fullmäktige is let pass.

    Args:
        arende: the kind of matter that reorganisation is.
        severity: "error" refuses the beslut; "warning" lists it.
    """

    def judge(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
        """Enheter are created, moved and ended by who has the right to decide it (KL 6:3, 6:37 / 7:5)."""
        for step in [*account.steps(LIFE, enhet, window), *account.steps(PARENT, enhet, window)]:
            fact = account.fact(step.seq)
            day = first_day(step.period, window)
            if day and (why := _lacks(account, enhet, step, fact.beslut, arende)):
                message = words.without_right(fact.beslut.id, enhet, step.start, why)
                yield Finding(day, (enhet,), message, (step.seq,))

    watches: Watches = {LIFE: itself, PARENT: itself}
    reads: Reads = "anything"  # as it was recorded before the beslut: nothing later changes that
    sv = "Enheter inrättas, flyttas och avslutas av den som har rätt att besluta det (KL 6:3, 6:37 / 7:5)."
    return rule("MANDAT", of="enhet", watches=watches, reads=reads, severity=severity, sv=sv)(judge)


def _lacks(account: Account, enhet: str, step: Step[str | None], beslut: Beslut, arende: str) -> Text | None:
    """Why whoever took a beslut had not the right to; None when they had."""
    before = account.fact(step.seq).record.position - 1
    view = View(account.chronicle.account(beslut.decided, before), beslut.decided)
    fullmaktige = view.account.organs_on("fullmaktige", view.day)
    if not fullmaktige or beslut.decided_by in fullmaktige:
        return None
    if beslut.decided_by is None:
        return words.NOBODY_SAID
    touched = [enhet] if view.exists(enhet) else []
    parent = account.value(PARENT, enhet, step.start)
    if parent is not None and view.exists(parent):
        touched.append(parent)
    if not touched:
        return words.at_the_top(beslut.decided_by)
    refused = (each for each in touched if not _may(view, beslut.decided_by, each, arende))
    lacking = next(refused, None)
    return None if lacking is None else words.no_right(beslut.decided_by, lacking)


def _may(view: View, who: str, enhet: str, arende: str) -> bool:
    """Whether an organ or befattning may reorganise an enhet on the day."""
    if who in view.namnder(enhet):
        return True
    try:
        answer = who_decides(view, Case(arende=arende, enhet=enhet))
    except UnknownThing:
        return False
    return who in {each.who for each in (answer.decider, *answer.also) if each is not None}
