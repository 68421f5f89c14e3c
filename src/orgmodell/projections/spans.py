"""Kontrollspann: how many a chef leads. What is not stated is said to be missing, never nought."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from orgmodell.changes import HeadcountStated
from orgmodell.projections.basis import Basis, basis
from orgmodell.projections.line import nearest_chef
from orgmodell.view import View

COUNTING_RULE = (
    "Direkta chefer är de chefer vars närmaste chef är befattningen; vakanta räknas inte. Medarbetare och "
    "årsarbetare är de som angetts för hela den ledda enheten, underenheter och chefer inräknade, delade "
    "med antalet första linjens chefer (chefer utan chef under sig). Uppdragstagare räknas bara där det "
    "sägs. Är det inte angivet vem som leder någon av underenheterna saknas underlag."
)
RIKTMARKE = 30


@attrs.frozen
class Kontrollspann:
    """How many a chef leads.

    Attributes:
        befattning: the chef.
        enheter: the enheter it leads.
        direct_chefer: the chefer whose nearest chef it is.
        first_line: the first-line chefer in what it leads: itself, when it has no chefer under it.
        unled: enheter in what it leads that no befattning is recorded to lead: how many chefer there
            are is then not known.
        medarbetare: heads in all it leads, as stated; None: underlag saknas.
        arsarbetare: full-time equivalents, likewise.
        uppdragstagare: people on commission, likewise; in no other figure unless it says so.
        approximate: whether the source says "ca".
    """

    befattning: str
    enheter: tuple[str, ...]
    direct_chefer: tuple[str, ...]
    first_line: tuple[str, ...]
    unled: tuple[str, ...]
    medarbetare: int | None
    arsarbetare: float | None
    uppdragstagare: int | None
    approximate: bool
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def medarbetare_per_chef(self) -> float | None:
        """Heads per first-line chef; None: underlag saknas."""
        return self._per_chef(self.medarbetare)

    @property
    def arsarbetare_per_chef(self) -> float | None:
        """Full-time equivalents per first-line chef; None: underlag saknas."""
        return self._per_chef(self.arsarbetare)

    @property
    def med_uppdragstagare_per_chef(self) -> float | None:
        """Heads and uppdragstagare together per first-line chef; None: underlag saknas."""
        if self.medarbetare is None or self.uppdragstagare is None:
            return None
        return self._per_chef(self.medarbetare + self.uppdragstagare)

    @property
    def counting_rule(self) -> str:
        return COUNTING_RULE

    def over(self, riktmarke: float = RIKTMARKE) -> bool | None:
        """Whether there are more medarbetare per chef than the riktmärke; None: underlag saknas."""
        per_chef = self.medarbetare_per_chef
        return None if per_chef is None else per_chef > riktmarke

    @property
    def basis(self) -> Basis:
        """The recorded facts the figures rest on."""
        return basis(self._view, lambda view: kontrollspann(view, self.befattning))

    def _per_chef(self, number: float | None) -> float | None:
        known = number is not None and self.first_line and not self.unled
        return number / len(self.first_line) if known and number is not None else None


def kontrollspann(view: View, befattning: str) -> Kontrollspann:
    """How many a chef leads.

    Raises:
        UnknownThing: there is no such befattning on the day.
    """
    enheter = _topmost(view, view.leads(befattning))
    stated = [view.headcount(enhet) for enhet in enheter]
    known = [count for count in stated if count is not None]
    complete = bool(stated) and len(known) == len(stated)
    first_line = tuple(dict.fromkeys(c for e in enheter for c in _first_line(view, e, befattning)))
    return Kontrollspann(
        befattning=befattning,
        enheter=view.leads(befattning),
        direct_chefer=_direct_chefer(view, befattning, enheter),
        first_line=first_line if enheter else (),
        unled=tuple(inside for enhet in enheter for inside in _unled(view, enhet)),
        medarbetare=_sum(known, "medarbetare") if complete else None,  # type: ignore[arg-type]
        arsarbetare=_sum(known, "arsarbetare") if complete else None,
        uppdragstagare=_sum(known, "uppdragstagare") if complete else None,  # type: ignore[arg-type]
        approximate=any(count.approximate for count in known),
        view=view,
    )


def every_kontrollspann(view: View) -> tuple[Kontrollspann, ...]:
    """The kontrollspann of every chef who is not known to be missing, in tree order."""
    chefer = dict.fromkeys(b for e in view.enheter() for b in view.leaders(e) if view.is_chef(b))
    return tuple(kontrollspann(view, chef) for chef in chefer if not view.is_vacant(chef))


def _sum(counts: list[HeadcountStated], field: str) -> float | None:
    numbers = [getattr(count, field) for count in counts]
    return None if None in numbers else sum(numbers)


def _topmost(view: View, enheter: tuple[str, ...]) -> list[str]:
    """Those that are not inside another of them."""
    return [e for e in enheter if not set(view.path(e)[:-1]) & set(enheter)]


def _first_line(view: View, enhet: str, chef: str) -> Iterator[str]:
    """The chefer in an enhet that have no chef under them."""
    mine = [b for b in view.leaders(enhet) if _acts(view, b)] or [chef]
    below = [c for child in view.children(enhet) for c in _first_line(view, child, mine[0]) if c not in mine]
    yield from below or mine


def _unled(view: View, enhet: str) -> Iterator[str]:
    for child in view.children(enhet):
        if not view.leaders(child):
            yield child
        yield from _unled(view, child)


def _acts(view: View, befattning: str) -> bool:
    return view.is_chef(befattning) and not view.is_vacant(befattning)


def _direct_chefer(view: View, befattning: str, enheter: list[str]) -> tuple[str, ...]:
    inside = [chef for enhet in enheter for chef in _next_chefer(view, enhet, befattning)]
    by_decision = view.reporters(befattning)
    return tuple(
        chef
        for chef in dict.fromkeys([*inside, *by_decision])
        if _acts(view, chef) and nearest_chef(view, chef) == befattning
    )


def _next_chefer(view: View, enhet: str, chef: str) -> Iterator[str]:
    """The nearest chefer further down in an enhet."""
    for child in view.children(enhet):
        found = [b for b in view.leaders(child) if _acts(view, b) and b != chef]
        if found:
            yield from found
        else:
            yield from _next_chefer(view, child, chef)
