"""Rules of a beslut itself: who took it, what came before it, and under which id."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import Recorded
from orgmodell.chronicle import Account
from orgmodell.identity import did_you_mean
from orgmodell.rules.base import Finding, is_drafted, rule_of_beslut

DECIDERS = ("organ", "befattning")


@rule_of_beslut("R27", severity="warning")
def who_took_it_is_on_record(account: Account, record: Recorded) -> Iterator[Finding]:
    """Whoever is said to have taken a beslut is an organ or befattning on record (record keeping).

    Judged where there is a fullmäktige.
    """
    took = record.beslut.decided_by
    if took is None or account.type_of(took) in DECIDERS or not any(account.organs_ever("fullmaktige")):
        return
    near = did_you_mean(took, (t for t in account.chronicle.things() if account.type_of(t) in DECIDERS))
    message = f"'{took}', who is said to have taken the beslut, is no organ or befattning on record{near}"
    yield Finding(record.beslut.decided, (took,), message)


@rule_of_beslut("R29", severity="warning")
def what_prepares_it_comes_first(account: Account, record: Recorded) -> Iterator[Finding]:
    """A beslut is negotiated, and its risks are assessed, before it is taken (MBL 11 §, AFS 2001:1 8 §)."""
    beslut = record.beslut
    late = {
        "negotiated (MBL 11 §)": beslut.forhandlad,
        "assessed for risks (AFS 2001:1 8 §)": beslut.riskbedomd,
    }
    for what, day in late.items():
        if day is not None and day > beslut.decided:
            message = (
                f"'{beslut.id}' is taken on {beslut.decided} and {what} on {day}: that comes first. "
                "Correct the day, or take the beslut anew."
            )
            yield Finding(beslut.decided, (beslut.id,), message)


@rule_of_beslut("ID")
def ids_of_beslut_are_never_reused(account: Account, record: Recorded) -> Iterator[Finding]:
    """The id of a beslut is given once: orgmodell records none twice, but another program may have."""
    first = account.chronicle.find(record.beslut.id)
    if first is not None and first.position < record.position and not is_drafted(record):
        message = (
            f"beslut '{record.beslut.id}' stands on the log twice, at positions {first.position} and "
            f"{record.position}, and both count; to annul it reaches only the first. See 'orgmodell log', "
            "and set right with a new beslut what the other one says."
        )
        yield Finding(record.beslut.decided, (record.beslut.id,), message)
