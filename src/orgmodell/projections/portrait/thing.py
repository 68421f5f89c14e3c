"""What every portrait has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self

import attrs

from orgmodell.projections.basis import Basis, basis
from orgmodell.projections.history import history
from orgmodell.view import View


@attrs.frozen(kw_only=True)
class ThingPortrait(ABC):
    """A thing on a day; ``id`` is its id."""

    id: str
    _view: View = attrs.field(repr=False, eq=False)

    @classmethod
    @abstractmethod
    def of(cls, view: View, thing: str) -> Self:
        """The portrait of a thing.

        Raises:
            UnknownThing: there is none of that kind; NotOnThisDay if only on other days.
        """

    @property
    def happenings(self) -> int:
        """How many recorded changes name it; ask for its history to see them."""
        return len(history(self._view.account, self.id))

    @property
    def contradictions(self) -> tuple[str, ...]:
        """What sources say of it beside what is recorded."""
        return self._view.contradictions(self.id)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: type(self).of(view, self.id).whole())

    def whole(self) -> object:
        """Everything that it tells beside its fields."""
        return self.contradictions
