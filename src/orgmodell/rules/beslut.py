"""Rules of a beslut itself: who took it, what came before it, and under which id."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import Recorded
from orgmodell.chronicle import Account
from orgmodell.identity import suggested
from orgmodell.rules.base import Finding, is_drafted, rule_of_beslut
from orgmodell.words import Text

DECIDERS = ("organ", "befattning")
NEGOTIATED = Text(sv="förhandlas (MBL 11 §)", en="negotiated (MBL 11 §)")
ASSESSED = Text(sv="riskbedöms (AFS 2001:1 8 §)", en="assessed for risks (AFS 2001:1 8 §)")


@rule_of_beslut(
    "R27",
    severity="warning",
    sv="Den som sägs ha fattat ett beslut är ett organ eller en befattning som finns registrerad "
    "(dokumentation).",
)
def who_took_it_is_on_record(account: Account, record: Recorded) -> Iterator[Finding]:
    """Whoever is said to have taken a beslut is an organ or befattning on record (record keeping).

    Judged where there is a fullmäktige, on whatever day.
    """
    took = record.beslut.decided_by
    if took is None or account.type_of(took) in DECIDERS or not _is_of_a_kommun(account):
        return
    near = suggested(took, (t for t in account.chronicle.things() if account.type_of(t) in DECIDERS))
    message = Text(
        sv=f"'{took}', som sägs ha fattat beslutet, finns inte registrerad som organ eller "
        f"befattning{near:sv}",
        en=f"'{took}', who is said to have taken the beslut, is no organ or befattning on record{near:en}",
    )
    yield Finding(record.beslut.decided, (took,), message)


def _is_of_a_kommun(account: Account) -> bool:
    """Whether there is a fullmäktige on any day; one that ends on its first day never is."""
    return any(any(account.life(organ)) for organ in account.organs_ever("fullmaktige"))


@rule_of_beslut(
    "R29",
    severity="warning",
    sv="Ett beslut förhandlas, och dess risker bedöms, innan det fattas (MBL 11 §, AFS 2001:1 8 §).",
)
def what_prepares_it_comes_first(account: Account, record: Recorded) -> Iterator[Finding]:
    """A beslut is negotiated, and its risks are assessed, before it is taken (MBL 11 §, AFS 2001:1 8 §)."""
    beslut = record.beslut
    for what, day in ((NEGOTIATED, beslut.forhandlad), (ASSESSED, beslut.riskbedomd)):
        if day is not None and day > beslut.decided:
            message = Text(
                sv=f"'{beslut.id}' fattas den {beslut.decided} och {what:sv} den {day}: det ska göras först. "
                "Rätta dagen, eller fatta beslutet på nytt.",
                en=f"'{beslut.id}' is taken on {beslut.decided} and {what:en} on {day}: that comes first. "
                "Correct the day, or take the beslut anew.",
            )
            yield Finding(beslut.decided, (beslut.id,), message)


@rule_of_beslut(
    "ID",
    sv="Ett besluts id ges en gång: orgmodell registrerar inget två gånger, men ett annat program kan ha "
    "gjort det.",
)
def ids_of_beslut_are_never_reused(account: Account, record: Recorded) -> Iterator[Finding]:
    """The id of a beslut is given once: orgmodell records none twice, but another program may have."""
    beslut, again = record.beslut.id, record.position
    first = account.chronicle.find(beslut)
    if first is not None and first.position < again and not is_drafted(record):
        message = Text(
            sv=f"beslut '{beslut}' står två gånger i loggen, på plats {first.position} och {again}, och "
            "båda gäller; ett upphävande når bara det första. Se 'orgmodell log', och rätta med ett nytt "
            "beslut det som det andra säger.",
            en=f"beslut '{beslut}' stands on the log twice, at positions {first.position} and {again}, and "
            "both count; to annul it reaches only the first. See 'orgmodell log', and set right with a new "
            "beslut what the other one says.",
        )
        yield Finding(record.beslut.decided, (record.beslut.id,), message)
