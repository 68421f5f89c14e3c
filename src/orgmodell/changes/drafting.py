"""How a change is made in Python: each is a method, by its verb, of a beslut being written."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, ParamSpec

from orgmodell.changes.base import Change
from orgmodell.identity import suggested

P = ParamSpec("P")


class Drafting(ABC):
    """Collects changes. A subject has one of these, with a method for each of its changes."""

    @abstractmethod
    def add(self, change: Change) -> None:
        """Add a change that is already made."""


class Verb(Generic[P]):
    """A method that adds one change; its parameters are the change's own fields.

    It stands as a line of its own, ``create_enhet = Verb(EnhetCreated)``, since that is what mypy and
    editors read: the method is there, with the types of the fields.
    """

    def __init__(self, change: Callable[P, Change]) -> None:
        assert isinstance(change, type)
        self.change: type[Change] = change
        self._made = change
        self.__doc__ = change.__doc__
        self._signature = inspect.signature(change)

    def __get__(self, draft: Drafting, owner: type[Drafting]) -> Callable[P, None]:
        verb = self.change.verb

        def add(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                self._signature.bind(*args, **kwargs)
            except TypeError as error:
                near = (suggested(k, self._signature.parameters).en for k in kwargs if k in str(error))
                raise TypeError(f"{verb}(): {error}{next(near, '')}") from None
            draft.add(self._made(*args, **kwargs))

        add.__doc__, add.__name__ = self.__doc__, verb
        add.__signature__ = self._signature  # type: ignore[attr-defined]
        return add
