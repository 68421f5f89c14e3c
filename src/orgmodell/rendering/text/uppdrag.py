"""Who answers for what, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodell import swedish
from orgmodell.projections.basis import together
from orgmodell.projections.uppdrag import Responsibility, Tenure
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, listed, star
from orgmodell.rendering.text.table import Rows, plain, table, text, things

SAID_TOO = "Källan säger också:"


def responsibilities(asked: Asked, answer: Sequence[Responsibility], of: str | None = None) -> str:
    """Who answers for each uppdrag, as a table; or what ``of`` answers for."""
    question = f"Uppdrag som {asked.called(of)} ansvarar för" if of else "Uppdrag och ansvariga"
    heads = ("Uppdrag", "Ansvarig", "Sedan", "Före", "Efter")
    nothing = "Inget uppdrag finns den dagen." if of is None else "Inget uppdrag är registrerat."
    basis = together(each.basis for each in answer)
    return text(
        asked.heading(question),
        [
            table(heads, [_row(asked, each) for each in answer], nothing),
            *(line for each in answer for line in _contradicted(asked, each)),
            *grounds(asked, basis, starred=True),
        ],
    )


def responsibility(asked: Asked, answer: Responsibility) -> str:
    """Who answers for one uppdrag, before and after too."""
    rows = [
        (
            asked.called(tenure.ansvarig),
            swedish.day(tenure.since, tenure.stated),
            swedish.last_day(tenure.until),
            f"”{tenure.beslut}”",
        )
        for tenure in answer.tenures
    ]
    heads = ("Ansvarig", "Från och med", "Till och med", "Beslut")
    return text(
        asked.heading(f"Ansvaret för {asked.called(answer.uppdrag.id)}"),
        [
            plain(list(_details(asked, answer))),
            "",
            table(heads, rows, "Ingen ansvarig är registrerad."),
            *said_too(answer.contradictions),
            *grounds(asked, answer.basis),
        ],
    )


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


def _row(asked: Asked, each: Responsibility) -> tuple[str, ...]:
    now, before, after = _now_before_and_after(each)
    return (
        asked.called(each.uppdrag.id) + star(each.basis),
        asked.name(now.ansvarig) if now else swedish.MISSING,
        swedish.day(now.since, now.stated) if now else swedish.NOTHING,
        asked.name(before.ansvarig) if before else _split_from(asked, each),
        _next(asked, now, after),
    )


def _next(asked: Asked, now: Tenure | None, after: Tenure | None) -> str:
    """Who answers for it next, or that it ends."""
    if after is not None:
        return f"{asked.name(after.ansvarig)}, från {swedish.day(after.since, after.stated)}"
    ends = now is not None and now.until is not None
    return f"upphör, sista dag {swedish.last_day(now.until)}" if now and ends else swedish.NOTHING


def _now_before_and_after(each: Responsibility) -> tuple[Tenure | None, Tenure | None, Tenure | None]:
    now = each.now
    if now is None:
        return None, None, None
    at = each.tenures.index(now)
    return now, next(reversed(each.tenures[:at]), None), next(iter(each.tenures[at + 1 :]), None)


def _is_before(tenure: Tenure, now: Tenure | None) -> bool:
    return now is not None and tenure.since < now.since


def _split_from(asked: Asked, each: Responsibility) -> str:
    return ", ".join(f"del av {asked.name(whole)}" for whole in each.split_from) or swedish.NOTHING


def _contradicted(asked: Asked, each: Responsibility) -> Iterator[str]:
    if each.contradictions:
        yield from (
            "",
            *listed(f"Källan säger också om {asked.called(each.uppdrag.id)}:", each.contradictions),
        )
