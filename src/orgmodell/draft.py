"""A beslut being written, and what is wrong with it whatever the organisation looks like."""

from __future__ import annotations

import attrs

from orgmodell.changes import Beslut, Change, DraftingEverything
from orgmodell.characters import text_problem
from orgmodell.errors import InvalidChange
from orgmodell.words import Text


class Draft(DraftingEverything):
    """Collects the changes of one beslut; `Organisation.beslut` gives one that records itself.

    Every method also takes ``effective``, ``stated``, ``source`` and ``mark`` (see `Change`).
    """

    def __init__(self, head: Beslut) -> None:
        check(head)
        self._head = head
        self._changes: list[Change] = list(head.changes)

    def add(self, change: Change) -> None:
        """Add a change that is already made.

        Raises:
            InvalidChange: it cannot be meant, whatever the organisation looks like.
        """
        check_change(change, self._head)
        self._changes.append(change)

    def finished(self) -> Beslut:
        """The beslut as drafted so far."""
        return attrs.evolve(self._head, changes=tuple(self._changes))


def check(beslut: Beslut) -> None:
    """Raise InvalidChange for what is wrong with a beslut whatever the organisation looks like."""
    for problem in beslut.problems():
        raise InvalidChange(f"beslut {beslut.id!r}: " + problem)
    for change in beslut.changes:
        check_change(change, beslut)


def check_change(change: Change, head: Beslut) -> None:
    """Raise InvalidChange for what is wrong with a change whatever the organisation looks like."""
    for problem in head.problems_with(change):
        raise InvalidChange(f"{change.verb}: " + problem)


def check_name(person: str, name: str) -> None:
    """Raise InvalidChange for a name that a person cannot be given: it is shown on one line, like any text.

    Raises:
        InvalidChange: it is empty, or holds a character that does not show.
    """
    if problem := text_problem(name):
        whose = Text(f"namnet på '{person}'", f"the name of '{person}'")
        raise InvalidChange(whose + f", {name!r}, " + problem)
