"""Which enheter answer to which nämnd."""

from __future__ import annotations

import attrs

from orgmodell.projections.answer import Answer, TableAnswer, rests_on
from orgmodell.projections.basis import united
from orgmodell.view import NotingView, View


@attrs.frozen(kw_only=True)
class Answerable(Answer):
    """What an enhet answers to.

    Attributes:
        enhet: the enhet.
        namnder: the organ it answers to; none when nothing is recorded.
        through: the enhet that is placed under them: itself, or the nearest above it.
    """

    enhet: str
    namnder: tuple[str, ...]
    through: str | None


@attrs.frozen(kw_only=True)
class Namnder(TableAnswer[Answerable]):
    """What enheter answer to, in tree order; a sequence of `Answerable`."""

    enheter: tuple[Answerable, ...]

    @property
    def lines(self) -> tuple[Answerable, ...]:
        return self.enheter


def namnder(view: View, enhet: str | None = None) -> Namnder:
    """What each enhet answers to: its own organ or, when it has none, those of what it is under; or one.

    Raises:
        UnknownThing: there is no such enhet on the day.
    """
    found = tuple(_answerable(view, each) for each in (view.enheter() if enhet is None else (enhet,)))
    return Namnder(enheter=found, basis=united(each.basis for each in found))


def _answerable(view: View, enhet: str) -> Answerable:
    noting = NotingView(view)
    for nearest in reversed(noting.path(enhet)):
        if own := noting.namnder_of(nearest):
            return Answerable(enhet=enhet, namnder=own, through=nearest, basis=rests_on(noting))
    return Answerable(enhet=enhet, namnder=(), through=None, basis=rests_on(noting))
