"""What an answer rests on, in text: marks, assumptions, and days that are representatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from orgmodell import swedish
from orgmodell.changes import Fact
from orgmodell.projections.basis import Basis, said
from orgmodell.rendering.asked import Asked

ASSUMED = "Antaget:"
STARRED = "Antaget (det som vilar på det är märkt *):"


def grounds(asked: Asked, basis: Basis, starred: bool = False) -> list[str]:
    """The lines at the end of a text that say what the answer rests on."""
    if not basis.facts:
        return []
    lines = ["", f"Vilar på {swedish.counted(len(basis.facts), 'uppgift', 'uppgifter')}: {marks(basis)}."]
    lines += _listed(STARRED if starred else ASSUMED, map(said, basis.assumed))
    vague = dict.fromkeys((fact.day, fact.change.stated) for fact in basis.vague)
    lines += _listed(
        "Dagar som står för källans egna ord:", (swedish.day(day, stated) for day, stated in sorted(vague))
    )
    if asked.known is not None:
        uncertain = dict.fromkeys(map(_decided, (f for f in basis if f.beslut.mark == "assumed")))
        lines += _listed("Beslut vars dag eller beslutsfattare är antagna:", uncertain)
    return lines


def marks(basis: Basis) -> str:
    """How many of the facts are stated, derived, assumed …"""
    counts: Counter[str | None] = Counter(fact.change.mark for fact in basis)
    return ", ".join(
        swedish.counted(counts[mark], one, swedish.MARKS_IN_PLURAL[mark])
        for mark, one in swedish.MARKS.items()
        if counts[mark]
    )


def star(basis: Basis) -> str:
    """The mark in a table of what rests on assumed facts."""
    return " *" if basis.assumed else ""


def _decided(fact: Fact) -> str:
    beslut = fact.beslut
    return f"”{beslut.id}”, {swedish.day(beslut.decided, beslut.decided_stated)}"


def _listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield heading
        yield from (f"  - {item}" for item in found)
