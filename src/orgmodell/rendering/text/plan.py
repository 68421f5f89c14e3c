"""The plan, and each åtgärd and förslag, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgmodell import swedish
from orgmodell.projections.chart import held_by
from orgmodell.projections.plan import Deadline, Load, Plan, Wait
from orgmodell.projections.portrait import AtgardPortrait
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, listed
from orgmodell.rendering.text.table import NARROW, Rows, names, table, text, things
from orgmodell.view import Atgard, Forslag

NO_DEADLINE = "utan sluttid"
STATES = {"planerad": "kvarstår", "avslutad": "klar", "installd": "inställd"}


def plan(asked: Asked, answer: Plan) -> str:
    """What is planned, by deadline; what is late, what waits, in which order, and who carries it."""
    heading = asked.heading("Åtgärdsplan")
    if not answer.atgarder:
        return text(heading, ["Ingen åtgärd är planerad."])
    heads = ("Sluttid", "Åtgärd", "Ansvarig", "Beslutande", "Väntar på", "Läge")
    return text(
        heading,
        [
            table(heads, list(_rows(asked, answer)), "", NARROW),
            *("", _count(answer)),
            *_what_remains(asked, answer),
            *grounds(asked, answer.basis),
        ],
    )


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


def _rows(asked: Asked, answer: Plan) -> Iterator[tuple[str, ...]]:
    for deadline in answer.deadlines:
        day = swedish.day(deadline.day, deadline.atgard.stated)
        yield _row(asked, deadline.atgard, day, _state(answer, deadline))
    dated = {deadline.atgard.id for deadline in answer.deadlines}
    for atgard in answer.atgarder:
        if atgard.id not in dated:
            yield _row(asked, atgard, _deadlines(atgard), STATES[atgard.state])


def _row(asked: Asked, atgard: Atgard, day: str, state: str) -> tuple[str, ...]:
    return (
        day,
        asked.called(atgard.id),
        names(asked, atgard.ansvariga),
        names(asked, atgard.beslutande),
        names(asked, atgard.depends_on),
        state,
    )


def _state(answer: Plan, deadline: Deadline) -> str:
    if deadline.overdue:
        return f"förfallen sedan {swedish.counted((answer.day - deadline.day).days, 'dag', 'dagar')}"
    return "klar" if deadline.met else "kvarstår"


def _count(answer: Plan) -> str:
    """How many åtgärder and deadlines there are, and what became of them."""
    states = [each.state for each in answer.atgarder]
    dated = {deadline.atgard.id for deadline in answer.deadlines}
    parts = [
        f"{swedish.counted(len(dated), 'åtgärd', 'åtgärder')} med "
        f"{swedish.counted(len(answer.deadlines), 'sluttid', 'sluttider')}",
        f"{len(answer.undated)} {NO_DEADLINE}" if answer.undated else "",
        swedish.counted(states.count("avslutad"), "klar", "klara") if "avslutad" in states else "",
        swedish.counted(states.count("installd"), "inställd", "inställda") if "installd" in states else "",
    ]
    return "; ".join(part for part in parts if part) + "."


def _what_remains(asked: Asked, answer: Plan) -> Iterator[str]:
    if not answer.open:
        called_off = any(each.state == "installd" for each in answer.atgarder)
        yield from ("", f"Alla åtgärder är klara{' eller inställda' if called_off else ''}.")
        return
    yield from _section("Försenade", [_late(asked, answer, each) for each in answer.overdue])
    undated = [_undated(asked, each) for each in answer.waits if each.undated]
    yield from _section("Väntar på något utan sluttid", undated)
    yield from ("", "Ordning för det som kvarstår, ingen före det den väntar på:")
    yield from (f"{number:4}. {asked.called(each.id)}" for number, each in enumerate(answer.open, 1))
    yield from ("", _loads(asked, answer))


def _late(asked: Asked, answer: Plan, late: Deadline) -> str:
    who = names(asked, late.atgard.ansvariga) if late.atgard.ansvariga else "ingen ansvarig"
    return f"{late.day}  {asked.called(late.atgard.id)}, {_state(answer, late)}: {who}"


def _undated(asked: Asked, wait: Wait) -> str:
    return f"{asked.called(wait.atgard)}: på den väntar {things(asked, wait.holds_up)}"


def _section(heading: str, items: Sequence[str]) -> Iterator[str]:
    yield from ("", *(listed(f"{heading}:", items) if items else [f"{heading}: inga."]))


def _loads(asked: Asked, answer: Plan) -> str:
    rows = [
        (asked.called(each.actor), len(each.atgarder), each.shared, _held(asked, each))
        for each in answer.loads
    ]
    heads = ("Ansvarig", "Åtgärder", "varav delade", "Innehavare")
    return table(heads, rows, "Ingen är ansvarig för det som kvarstår.")


def _held(asked: Asked, load: Load) -> str:
    """Who holds the befattning that carries something; nothing of what is no befattning."""
    view = asked.view
    if not load.there:
        return "finns inte den dagen"
    if view is None or view.account.type_of(load.actor) != "befattning":
        return swedish.NOTHING
    held = ", ".join(held_by(holder, asked.names) for holder in view.holders(load.actor))
    return held or ("VAKANT" if view.is_vacant(load.actor) else "ej registrerad")


def _with_state(asked: Asked, atgard: Atgard) -> str:
    return f"{with_deadlines(asked, atgard)}, {STATES[atgard.state]}"


def _deadlines(atgard: Atgard) -> str:
    """The deadlines of an åtgärd, and the source's own words for them when they are vague."""
    days = ", ".join(map(str, atgard.deadlines)) or NO_DEADLINE
    return f"{days} («{atgard.stated}»)" if atgard.stated else days
