"""The rule of corrections: what is annulled is there to be annulled."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import BeslutAnnulled, ChangeAnnulled, Recorded
from orgmodell.chronicle import Account
from orgmodell.identity import suggested
from orgmodell.rules.base import Finding, rule_of_beslut
from orgmodell.words import Text


@rule_of_beslut("ANNUL", sv="Det som upphävs står redan i loggen, och gäller fram till dess (logik).")
def what_is_annulled_counts(account: Account, record: Recorded) -> Iterator[Finding]:
    """What is annulled stands on the log before, and counts until then (logic)."""
    before = account.chronicle.account(recorded=record.position - 1)
    for seq in account.chronicle.facts_in(record):
        fact = account.fact(seq)
        if isinstance(fact.change, BeslutAnnulled | ChangeAnnulled):
            message = _not_to_annul(before, fact.change, record)
            if message is not None:
                yield Finding(fact.day, (fact.change.beslut,), message, (seq,))


def _not_to_annul(before: Account, change: BeslutAnnulled | ChangeAnnulled, record: Recorded) -> Text | None:
    """Why there is nothing to annul; None when there is."""
    beslut, chronicle = change.beslut, before.chronicle
    target, facts = chronicle.find(beslut), chronicle.annulled_by(change)
    if target is None or target.position >= record.position:
        near = suggested(beslut, (b for b in chronicle.beslut_ids() if b != record.beslut.id))
        return Text(
            sv=f"det finns inget registrerat beslut '{beslut}' att upphäva{near:sv}",
            en=f"there is no recorded beslut '{beslut}' to annul{near:en}",
        )
    if not facts:
        return Text(
            sv=f"beslut '{beslut}' har ingen sådan ändring att upphäva; räkna från 1.",
            en=f"beslut '{beslut}' has no such change to annul; count from 1.",
        )
    if not any(map(before.counts, facts)):
        return Text(
            sv=f"det som ska upphävas av beslut '{beslut}' är redan upphävt.",
            en=f"what is to be annulled of beslut '{beslut}' is annulled already.",
        )
    return None
