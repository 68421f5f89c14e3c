"""What an answer rests on, in text: marks, states, assumptions, and days that are representatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from orgmodell import swedish
from orgmodell.changes import Fact
from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import Basis, said
from orgmodell.projections.status import status

ASSUMED = "Antaget:"
STARRED = "Antaget (det som vilar på det är märkt *):"


def grounds(asked: Asked, basis: Basis, starred: bool = False) -> list[str]:
    """The lines at the end of a text that say what the answer rests on."""
    if not basis.facts:
        return []
    lines = [
        "",
        f"Vilar på {swedish.counted(len(basis.facts), 'uppgift', 'uppgifter')}: {marks(basis)}.",
        *states(asked, basis),
    ]
    lines += listed(STARRED if starred else ASSUMED, map(said, basis.assumed))
    vague = dict.fromkeys((fact.day, fact.change.stated) for fact in basis.vague)
    lines += listed(
        "Dagar som står för källans egna ord:", (swedish.day(day, stated) for day, stated in sorted(vague))
    )
    if asked.known is not None:
        uncertain = dict.fromkeys(map(_decided, (f for f in basis if f.beslut.mark == "assumed")))
        lines += listed("Beslut vars dag eller beslutsfattare är antagna:", uncertain)
    return lines


def marks(basis: Basis) -> str:
    """How many of the facts are stated, derived, assumed …"""
    counts: Counter[str | None] = Counter(fact.change.mark for fact in basis)
    return ", ".join(
        swedish.counted(counts[mark], one, swedish.MARKS_IN_PLURAL[mark])
        for mark, one in swedish.MARKS.items()
        if counts[mark]
    )


def states(asked: Asked, basis: Basis) -> Iterator[str]:
    """How many of the facts have happened by the day, are planned …; nothing when all have happened."""
    if asked.day is None or asked.view is None:
        return
    found: dict[str, list[Fact]] = {state: [] for state in swedish.STATUSES}
    for fact in basis:
        found[status(asked.view.account, fact, asked.day)].append(fact)
    if len(found["inträffat"]) < len(basis.facts):
        parts = (
            swedish.status(state, len(facts)) + _alternatives(facts)
            for state, facts in found.items()
            if facts
        )
        yield f"Läge den {asked.day}: {', '.join(parts)}."


def star(basis: Basis) -> str:
    """The mark in a table of what rests on assumed facts."""
    return " *" if basis.assumed else ""


def _decided(fact: Fact) -> str:
    beslut = fact.beslut
    return f"”{beslut.id}”, {swedish.day(beslut.decided, beslut.decided_stated)}"


def _alternatives(facts: Sequence[Fact]) -> str:
    """The alternatives that facts are drafts of; how many of them, when it is not all."""
    named = [fact.record.alternative for fact in facts if fact.record.alternative]
    if not named:
        return ""
    some = f"varav {len(named)} i " if len(named) < len(facts) else ""
    return f" ({some}alternativ {', '.join(dict.fromkeys(named))})"


def listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    """A heading and what is listed under it; nothing when nothing is."""
    found = list(items)
    if found:
        yield heading
        yield from (f"  - {item}" for item in found)
