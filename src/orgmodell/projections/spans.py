"""Kontrollspann: how many a chef leads. What is not stated is said to be missing, never nought."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from orgmodell.changes import HeadcountStated
from orgmodell.changes.attributes import REPORTS_TO
from orgmodell.projections.basis import Basis, basis
from orgmodell.projections.line import nearest_chef
from orgmodell.view import View, remembered

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
    return Kontrollspann(
        befattning=befattning,
        enheter=view.leads(befattning),
        direct_chefer=direct_chefer(view, befattning),
        first_line=_first_line(view, befattning, enheter) if enheter else (),
        unled=tuple(_unled(view, enheter)),
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


def _first_line(view: View, befattning: str, enheter: list[str]) -> tuple[str, ...]:
    """The chefer in what a befattning leads who have no chef under them; itself, if no chef is there."""
    inside = (each for enhet in enheter for each in (enhet, *_under(view, enhet)))
    chefer = dict.fromkeys(leader for each in inside for leader in view.leaders(each) if _acts(view, leader))
    return tuple(chef for chef in chefer if not direct_chefer(view, chef)) if chefer else (befattning,)


def _unled(view: View, enheter: list[str]) -> Iterator[str]:
    return (inside for enhet in enheter for inside in _under(view, enhet) if not view.leaders(inside))


def _under(view: View, enhet: str) -> Iterator[str]:
    """All enheter under one, in tree order."""
    waiting = list(reversed(view.children(enhet)))
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(view.children(each)))


def _acts(view: View, befattning: str) -> bool:
    return view.is_chef(befattning) and not view.is_vacant(befattning)


@remembered
def direct_chefer(view: View, befattning: str) -> tuple[str, ...]:
    """The chefer whose nearest chef a befattning is: by the line, or by decision; vacant ones are passed."""
    candidates = filter(partial(_acts, view), _may_report_to(view, befattning))
    return tuple(chef for chef in candidates if nearest_chef(view, chef) == befattning)


def _may_report_to(view: View, befattning: str) -> dict[str, None]:
    """Whoever may have a befattning as the nearest chef: right under it, or under what is vacant there."""
    found: dict[str, None] = {}
    passed = [befattning]
    for over in passed:
        for post in (*_right_under(view, over), *view.reporters(over)):
            found[post] = None
            if view.is_vacant(post) and post not in passed:
                passed.append(post)
    return found


def _right_under(view: View, befattning: str) -> Iterator[str]:
    """The befattningar in what one leads, down to those who lead an enhet and act."""
    waiting = list(reversed(view.leads(befattning)))
    while waiting:
        enhet = waiting.pop()
        yield from (post for post in view.befattningar(enhet) if view.account.keys_having(REPORTS_TO, post))
        for child in reversed(view.children(enhet)):
            yield from view.leaders(child)
            if not any(_acts(view, leader) and leader != befattning for leader in view.leaders(child)):
                waiting.append(child)
