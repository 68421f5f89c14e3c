"""Who answers for what, as text."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.presentations.asked import Asked
from orgmodell.projections.uppdrag import Responsibility, Tenure
from orgmodell.rendering.grounds import listed
from orgmodell.rendering.text.table import Rows, things

SAID_TOO = "Källan säger också:"


def about_uppdrag(asked: Asked, answer: Responsibility) -> Rows:
    """What there is to say of an uppdrag: who answers for it, and what it is."""
    now = answer.now
    for tenure in answer.tenures:
        when = (
            "Ansvarig" if tenure == now else "Ansvarig före" if _is_before(tenure, now) else "Ansvarig efter"
        )
        first = swedish.day(tenure.since, tenure.stated)
        until = "" if tenure.until is None else f" till och med {swedish.last_day(tenure.until)}"
        yield when, f"{asked.called(tenure.ansvarig)}, sedan {first}{until}"
    if not answer.tenures:
        yield "Ansvarig", swedish.MISSING
    yield from _details(asked, answer)


def said_too(contradictions: Sequence[str]) -> list[str]:
    """The lines that tell what sources say beside what is recorded."""
    return ["", *listed(SAID_TOO, contradictions)] if contradictions else []


def _details(asked: Asked, answer: Responsibility) -> Rows:
    yield "Myndighetsutövning", swedish.value(answer.uppdrag.myndighetsutovning)
    if answer.split_from:
        yield "Del av det delade uppdraget", things(asked, answer.split_from)
    yield "Avtal och överenskommelser", things(asked, answer.instruments)


def _is_before(tenure: Tenure, now: Tenure | None) -> bool:
    return now is not None and tenure.since < now.since
