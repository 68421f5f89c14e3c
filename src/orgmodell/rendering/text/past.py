"""What happened, what differs and what is on the log, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from orgmodell import swedish
from orgmodell.changes import VERBS, Fact, HeadcountStated, Recorded
from orgmodell.projections.basis import Basis, parameters_of
from orgmodell.projections.past import Effect, Happening
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.table import days, table, text

if TYPE_CHECKING:
    import networkx


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


def headcount(count: HeadcountStated) -> str:
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
