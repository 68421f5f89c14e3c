"""Kontrollspann: how many a chef leads. What is not stated is said to be missing, never nought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar

import attrs

from orgmodell.changes.attributes import REPORTS_TO
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_alone
from orgmodell.projections.basis import united
from orgmodell.projections.line import nearest_chef
from orgmodell.view import NotingView, View, remembered
from orgmodell.words import Text
from orgmodell.words import kontrollspann as words

N = TypeVar("N", int, float)

RIKTMARKE = 30


@attrs.frozen(kw_only=True)
class Kontrollspann(Answer):
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
        medarbetare_per_chef: heads per first-line chef; None: underlag saknas.
        arsarbetare_per_chef: full-time equivalents per first-line chef, likewise.
        med_uppdragstagare_per_chef: heads and uppdragstagare together per first-line chef, likewise.
        riktmarke: how many medarbetare a first-line chef should have at the most.
        over_riktmarke: whether there are more; None: underlag saknas.
        text: medarbetare per chef, in words.
        counting_rule: in words, whom the figures count.
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
    medarbetare_per_chef: float | None
    arsarbetare_per_chef: float | None
    med_uppdragstagare_per_chef: float | None
    riktmarke: float
    over_riktmarke: bool | None
    text: Text
    counting_rule: Text = attrs.field(default=words.COUNTING_RULE, metadata=told_alone())

    def over(self, riktmarke: float = RIKTMARKE) -> bool | None:
        """Whether there are more medarbetare per chef than a riktmärke; None: underlag saknas."""
        return None if self.medarbetare_per_chef is None else self.medarbetare_per_chef > riktmarke


@attrs.frozen(kw_only=True)
class EveryKontrollspann(TableAnswer[Kontrollspann]):
    """How many each chef leads, in tree order; a sequence of `Kontrollspann`.

    Attributes:
        riktmarke: how many medarbetare a first-line chef should have at the most.
        chefer: the kontrollspann of each chef who is not known to be missing.
        counting_rule: in words, whom the figures count; None when there is no chef.
    """

    riktmarke: float
    chefer: tuple[Kontrollspann, ...]
    counting_rule: Text | None

    @property
    def lines(self) -> tuple[Kontrollspann, ...]:
        return self.chefer


def kontrollspann(view: View, befattning: str, riktmarke: float = RIKTMARKE) -> Kontrollspann:
    """How many a chef leads.

    Args:
        view: the organisation on a day.
        befattning: the chef.
        riktmarke: how many medarbetare a first-line chef should have at the most.

    Raises:
        UnknownThing: there is no such befattning on the day.
    """
    noting = NotingView(view)
    enheter = _topmost(noting, noting.leads(befattning))
    stated = [noting.headcount(enhet) for enhet in enheter]
    known = [count for count in stated if count is not None]
    counts = known if stated and len(known) == len(stated) else []
    medarbetare, uppdragstagare = (
        _sum(count.medarbetare for count in counts),
        _sum(count.uppdragstagare for count in counts),
    )
    arsarbetare = _sum(count.arsarbetare for count in counts)
    unled = tuple(_unled(noting, enheter))
    first_line = _first_line(noting, befattning, enheter) if enheter else ()
    chefer = 0 if unled else len(first_line)
    per_chef = _per(chefer, medarbetare)
    return Kontrollspann(
        befattning=befattning,
        enheter=noting.leads(befattning),
        direct_chefer=direct_chefer(noting, befattning),
        first_line=first_line,
        unled=unled,
        medarbetare=medarbetare,
        arsarbetare=arsarbetare,
        uppdragstagare=uppdragstagare,
        approximate=any(count.approximate for count in known),
        medarbetare_per_chef=per_chef,
        arsarbetare_per_chef=_per(chefer, arsarbetare),
        med_uppdragstagare_per_chef=_per(chefer, _together(medarbetare, uppdragstagare)),
        riktmarke=riktmarke,
        over_riktmarke=None if per_chef is None else per_chef > riktmarke,
        text=words.per_chef(per_chef),
        basis=rests_on(noting),
    )


def every_kontrollspann(view: View, riktmarke: float = RIKTMARKE) -> EveryKontrollspann:
    """The kontrollspann of every chef who is not known to be missing, in tree order."""
    chefer = dict.fromkeys(b for e in view.enheter() for b in view.leaders(e) if view.is_chef(b))
    found = tuple(kontrollspann(view, chef, riktmarke) for chef in chefer if not view.is_vacant(chef))
    return EveryKontrollspann(
        riktmarke=riktmarke,
        chefer=found,
        counting_rule=words.COUNTING_RULE if found else None,
        basis=united(each.basis for each in found),
    )


def _sum(stated_or_not: Iterable[N | None]) -> N | None:
    """The sum of what is stated; None where it is not stated of all."""
    numbers = list(stated_or_not)
    stated = [each for each in numbers if each is not None]
    return sum(stated[1:], stated[0]) if stated and len(stated) == len(numbers) else None


def _per(chefer: int, number: float | None) -> float | None:
    return number / chefer if chefer and number is not None else None


def _together(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


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
