"""The plan, and each åtgärd and förslag, as text."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell import swedish
from orgmodell.presentations.asked import Asked
from orgmodell.projections.portrait import AtgardPortrait
from orgmodell.rendering.text.table import Rows, things
from orgmodell.view import Atgard, Forslag

NO_DEADLINE = "utan sluttid"
STATES = {"planerad": "kvarstår", "avslutad": "klar", "installd": "inställd"}


def about_atgard(asked: Asked, answer: AtgardPortrait) -> Rows:
    """What there is to say of an åtgärd."""
    atgard = answer.atgard
    yield "Läge", closed(atgard.state, atgard.outcome)
    yield "Sluttid", _deadlines(atgard)
    if atgard.met:
        yield "Klara sluttider", ", ".join(map(str, atgard.met))
    yield "Ansvarig", things(asked, atgard.ansvariga)
    yield "Beslutande", things(asked, atgard.beslutande)
    waits_for = {each.id: each for each in answer.waits_for}
    for other in atgard.depends_on:
        known = waits_for.get(other)
        yield "Väntar på", _with_state(asked, known) if known else asked.called(other)
    for waiting in answer.holds_up:
        yield "På den väntar", _with_state(asked, waiting)
    yield from concerned(asked, atgard.concerns)


def about_forslag(asked: Asked, forslag: Forslag) -> Rows:
    """What there is to say of a förslag."""
    yield "Läge", closed(forslag.state, forslag.says)
    yield "Lagt av", asked.called(forslag.made_by) if forslag.made_by else swedish.MISSING
    yield from concerned(asked, forslag.concerns)
    if forslag.alternative:
        yield "Alternativ", forslag.alternative


def closed(state: str, says: str | None) -> str:
    """A state, and in words what came of it."""
    return swedish.word(state) + (f": {says}" if says else "")


def concerned(asked: Asked, things: Iterable[str]) -> Rows:
    """What an åtgärd or förslag is about, and whether it exists."""
    for thing in things:
        there = asked.view is None or asked.view.exists(thing)
        yield "Rör", asked.called(thing) + ("" if there else ", finns inte den dagen")


def with_deadlines(asked: Asked, atgard: Atgard) -> str:
    """An åtgärd by name, id and deadlines."""
    return f"{asked.called(atgard.id)}, {_deadlines(atgard)}"


def _with_state(asked: Asked, atgard: Atgard) -> str:
    return f"{with_deadlines(asked, atgard)}, {STATES[atgard.state]}"


def _deadlines(atgard: Atgard) -> str:
    """The deadlines of an åtgärd, and the source's own words for them when they are vague."""
    days = ", ".join(map(str, atgard.deadlines)) or NO_DEADLINE
    return f"{days} («{atgard.stated}»)" if atgard.stated else days
