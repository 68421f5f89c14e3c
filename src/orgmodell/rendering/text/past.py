"""What happened, what differs and what is on the log, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from orgmodell import swedish
from orgmodell.changes import AUTOMATED, VERBS, Fact, HeadcountStated, Recorded
from orgmodell.projections.basis import Basis, parameters_of
from orgmodell.projections.chart import held_by
from orgmodell.projections.diff import Diff, Difference, Headcount, RowInBrief
from orgmodell.projections.past import Effect, Happening
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.forums import UNFILLED, in_role
from orgmodell.rendering.text.table import days, table, text
from orgmodell.view import Holder, Ledamot, Member, Seat

if TYPE_CHECKING:
    import networkx

_BELONGS = (
    *("parent", "enhet", "leaders", "nämnder", "reports to", "part of"),
    *("ansvarig", "beställare", "utförare", "forum of", "ansvariga"),
    *("deputy", "nämnd", "ordning", "passed on to"),
)
_WORDS = ("roller", "state", "förbehållet")
_IN_SHORT = (*_BELONGS, "holders", "until", "deadlines", "row", "förbehållet")


def diff(asked: Asked, answer: Diff) -> str:
    """What differs between two days, as a table."""
    rows = [_difference(asked, each) for each in answer]
    heads = ("Vad", "Sak", "Egenskap", "Före", "Efter", "Genom")
    heading = asked.heading(f"Skillnader mellan {answer.before.day} och {answer.after.day}")
    return text(
        heading, [table(heads, rows, "Ingenting skiljer sig."), *grounds(asked, answer.basis, starred=True)]
    )


def lineage(asked: Asked, answer: networkx.DiGraph[str]) -> str:
    """Which enheter went over into which, as a table."""
    rows = [
        (
            edge["day"],
            _node(answer, before),
            VERBS[edge["verb"]].said.sv,
            _node(answer, after),
            _draft(f"”{edge['beslut']}”", edge["alternative"]),
        )
        for before, after, edge in sorted(answer.edges(data=True), key=lambda e: e[2]["day"])
    ]
    heads = ("Dag", "Föregångare", "Händelse", "Efterföljare", "Beslut")
    nothing = "Ingen enhet har gått upp i en annan."
    return text(asked.heading("Enheternas härkomst"), [table(heads, rows, nothing)])


def log(asked: Asked, answer: Sequence[Recorded], stamped: bool) -> str:
    """Every beslut in recorded order, as a table; ``stamped`` when the recorded times mean anything."""
    heads = ("Nr", "Registrerat (UTC)", "Beslutat", "Gäller", "Beslut", "Beslutat av", "Ändringar", "Rubrik")
    rows = [
        (
            each.position,
            f"{each.recorded:%Y-%m-%d %H:%M}",
            swedish.day(each.beslut.decided, each.beslut.decided_stated),
            days([each.beslut.day_of(change) for change in each.beslut.changes]),
            _draft(each.beslut.id, each.alternative) + (" *" if each.beslut.mark == "assumed" else ""),
            each.beslut.decided_by or swedish.NOTHING,
            len(each.beslut.changes),
            each.beslut.title or "",
        )
        for each in answer
    ]
    if not stamped:
        heads, rows = heads[:1] + heads[2:], [row[:1] + row[2:] for row in rows]  # type: ignore[assignment,misc]
    footnote = ["", "* beslutsdagen eller beslutsfattaren är antagen."]
    starred = any(each.beslut.mark == "assumed" for each in answer)
    return text(
        asked.heading("Beslut i registrerad ordning"),
        [table(heads, rows, "Inget beslut är registrerat."), *(footnote if starred else ())],
    )


def _by(fact: Fact) -> str:
    """The beslut of a fact; of a draft, that it is proposed."""
    return _draft(f"”{fact.beslut.id}”", fact.record.alternative)


def _draft(beslut: str, alternative: str | None) -> str:
    return beslut if alternative is None else f"{beslut} (föreslaget, {alternative})"


def _difference(asked: Asked, each: Difference) -> tuple[str, ...]:
    new = "nytt" if each.type in swedish.NEUTER else "ny"
    event = {"created": new, "ended": "upphör", "changed": "ändras"}[each.what]
    because = dict.fromkeys(map(_by, each.facts))
    before, after = _rows_apart(each) if each.aspect == "rows" else (each.before, each.after)
    return (
        f"{swedish.kind_of(each.type)}: {event}",
        f"{each.name} ({each.thing})",
        swedish.ASPECTS[each.aspect] if each.aspect else "",
        _side(asked, each.aspect, before),
        _side(asked, each.aspect, after),
        ", ".join(because) + star(Basis(each.facts)),
    )


def _rows_apart(each: Difference) -> tuple[tuple[RowInBrief, ...], tuple[RowInBrief, ...]]:
    """The rows of a delegationsordning that are on one side only: it may have hundreds."""
    before, after = set(each.before), set(each.after)
    return (
        tuple(row for row in each.before if row not in after),
        tuple(row for row in each.after if row not in before),
    )


def _side(asked: Asked, aspect: str | None, value: object) -> str:
    """One side of a difference; of what is created or ended, where it belongs and who has it."""
    match value:
        case dict():
            sides = (
                f"{swedish.ASPECTS[each]}: {_side(asked, each, value[each])}"
                for each in _IN_SHORT
                if value.get(each)
            )
            return ", ".join(sides)
        case None | date() if aspect == "until":
            return swedish.last_day(value)
        case _ if aspect in _BELONGS:
            return swedish.value(value, asked.name)
        case _ if aspect in _WORDS:
            return swedish.value(value, swedish.word)
        case _:
            return "" if aspect is None else _value(asked, value)


def _value(asked: Asked, value: object) -> str:
    match value:
        case Holder():
            return held_by(value, asked.names)
        case Ledamot():
            return f"{asked.name(value.person)} ({swedish.word(value.role)})"
        case Member():
            return in_role(asked.name(value.member), value.role)
        case Seat():
            filled_by = asked.name(value.person) if value.person else UNFILLED
            return f"{in_role(value.seat, value.role)}: {filled_by}"
        case Headcount():
            return headcount(value)
        case RowInBrief():
            return _row_in_brief(asked, value)
        case tuple() if value:
            return ", ".join(_value(asked, each) for each in value)
        case _:
            return swedish.value(value)


def _row_in_brief(asked: Asked, row: RowInBrief) -> str:
    whom = ", ".join(map(asked.name, row.delegat)) or AUTOMATED
    limits = [f"upp till {swedish.kronor(row.belopp)}"] if row.belopp is not None else []
    limits += [f"bara {asked.name(row.enhet)}"] if row.enhet else []
    return f"{row.nummer} {asked.name(row.arende)}: {', '.join([whom, *limits])}"


def headcount(count: Headcount | HeadcountStated) -> str:
    """How many, as stated."""
    stated = {
        "medarbetare": count.medarbetare,
        "årsarbetare": count.arsarbetare,
        "uppdragstagare": count.uppdragstagare,
    }
    parts = (f"{swedish.number(n)} {what}" for what, n in stated.items() if n is not None)
    return ("ca " if count.approximate else "") + ", ".join(parts)


def _node(graph: networkx.DiGraph[str], enhet: str) -> str:
    return f"{graph.nodes[enhet]['name']} ({enhet})"


def history(asked: Asked, thing: str, answer: Sequence[Happening]) -> str:
    """Every change that touched a thing, in order of day."""
    lines = [line for happening in answer for line in _happening(asked, happening)]
    basis = Basis(tuple(h.fact for h in answer if h.annulled_by is None))
    return text(
        asked.heading(f"Historik för {asked.called(thing)}{', läget' if asked.day else ''}"),
        [*lines[:-1], *grounds(asked, basis)],
    )


def taking_effect(asked: Asked, after: date, until: date, answer: Sequence[Effect]) -> str:
    """What begins or ends after one day, up to and including another, as a table."""
    rows = [
        (
            swedish.day(each.day, None if each.ends else each.change.stated),
            ("upphör: " if each.ends else "") + what(asked, each.fact) + star(Basis((each.fact,))),
            _by(each.fact),
        )
        for each in answer
    ]
    heading = asked.heading(f"Det som börjar eller upphör att gälla efter {after} till och med {until}")
    basis = Basis(tuple({each.fact.seq: each.fact for each in answer}.values()))
    nothing = "Ingenting börjar eller upphör att gälla."
    return text(
        heading, [table(("Dag", "Händelse", "Beslut"), rows, nothing), *grounds(asked, basis, starred=True)]
    )


def what(asked: Asked, fact: Fact) -> str:
    """What a change says, in words: the event, the thing, and the rest in parentheses."""
    said = parameters_of(fact.change)
    main = swedish.value(said.pop(next(iter(said))))
    default = {field.name: field.default for field in attrs.fields(type(fact.change))}
    stated = {
        name: value
        for name, value in said.items()
        if value not in (None, (), False) or (value is False and default[name] is True)
    }
    rest = swedish.parameters(stated, lambda text: asked.names.get(text, swedish.word(text)))
    return f"{fact.change.said:sv}: {main}{f' ({rest})' if rest else ''}"


def _happening(asked: Asked, happening: Happening) -> Iterator[str]:
    fact = happening.fact
    yield f"{swedish.day(fact.day, fact.change.stated)}  {what(asked, fact)}"
    decided = swedish.day(fact.decided, fact.beslut.decided_stated)
    assumed = ", antagen beslutsdag" if fact.beslut.mark == "assumed" else ""
    yield f"    Beslut {_by(fact)}, {decided}{assumed}. Uppgiften är {_mark(fact)}."
    if fact.source and fact.source.quote:
        yield f"    «{fact.source.quote}»{f' {fact.source.place}' if fact.source.place else ''}"
    if happening.annulled_by:
        yield f"    Upphävt genom beslut ”{happening.annulled_by}”."
    elif asked.day:
        yield f"    Läge: {happening.status(asked.day)}."
    yield ""


def _mark(fact: Fact) -> str:
    return swedish.MARKS[fact.change.mark]
