"""Which enheter answer to which nämnd."""

from __future__ import annotations

import attrs

from orgmodell.projections.basis import Basis, basis
from orgmodell.view import View


@attrs.frozen
class Answerable:
    """What an enhet answers to.

    Attributes:
        enhet: the enhet.
        namnder: the organ it answers to; none when nothing is recorded.
        through: the enhet that is placed under them: itself, or the nearest above it.
    """

    enhet: str
    namnder: tuple[str, ...]
    through: str | None
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: answerable(view, self.enhet))


def answerable(view: View, enhet: str) -> Answerable:
    """What an enhet answers to: its own organ or, when it has none, those of what it is under.

    Raises:
        UnknownThing: there is no such enhet on the day.
    """
    for nearest in reversed(view.path(enhet)):
        if own := view.namnder_of(nearest):
            return Answerable(enhet, own, nearest, view)
    return Answerable(enhet, (), None, view)


def every_answerable(view: View) -> tuple[Answerable, ...]:
    """What each enhet answers to, in tree order."""
    return tuple(answerable(view, enhet) for enhet in view.enheter())
