"""What a recorded fact is on a day: something that happened, or only decided, planned or proposed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from orgmodell.changes import AtgardPlanned, Fact, ForslagMade, Outcome
from orgmodell.changes.attributes import ALTERNATIVE, OUTCOME
from orgmodell.chronicle import Account

Status = Literal[
    "inträffat", "beslutat", "ännu inte beslutat", "planerat", "föreslaget", "förkastat", "annullerat"
]  # fmt: skip


def status(account: Account, fact: Fact, on: date) -> Status:
    """What a fact that counts is on a day.

    A draft of a scenario is föreslaget, and förkastat when the förslag it belongs to has been turned down;
    so is a förslag itself, until it is adopted. An åtgärd is planerat until it is done or called off.
    Everything else has happened, is decided and not yet in force, or is not yet decided.
    """
    if fact.record.alternative is not None:
        turned_down = _turned_down_alternative(account, fact.record.alternative, on)
        return "förkastat" if turned_down else "föreslaget"
    if fact.decided > on:
        return "ännu inte beslutat"
    match fact.change:
        case AtgardPlanned(atgard=atgard):
            return _of_atgard(_outcome(account, atgard, on))
        case ForslagMade(forslag=forslag):
            return _of_forslag(_outcome(account, forslag, on))
    return "inträffat" if fact.day <= on else "beslutat"


def _of_atgard(outcome: Outcome | None) -> Status:
    if outcome is None:
        return "planerat"
    return "inträffat" if outcome.state == "avslutad" else "förkastat"


def _of_forslag(outcome: Outcome | None) -> Status:
    if outcome is None:
        return "föreslaget"
    return "inträffat" if outcome.state == "antaget" else "förkastat"


def _turned_down_alternative(account: Account, alternative: str, on: date) -> bool:
    states = [
        _of_forslag(_outcome(account, forslag, on))
        for forslag in account.keys_having(ALTERNATIVE, alternative)
        if account.lives(forslag, on)
    ]
    return bool(states) and all(state == "förkastat" for state in states)


def _outcome(account: Account, thing: str, on: date) -> Outcome | None:
    return account.value(OUTCOME, thing, on)
