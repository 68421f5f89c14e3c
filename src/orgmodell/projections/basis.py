"""Which recorded facts an answer rests on, and which of them are assumed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from orgmodell.changes import Fact
from orgmodell.changes.base import Change
from orgmodell.chronicle import Account


class Basis:
    """The recorded facts an answer rests on, in recorded order; they are looked up when somebody reads them.

    Args:
        facts: they, or what looks them up.
    """

    __slots__ = ("_facts",)

    def __init__(self, facts: tuple[Fact, ...] | Callable[[], tuple[Fact, ...]]) -> None:
        self._facts = facts

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts."""
        if not isinstance(self._facts, tuple):
            self._facts = self._facts()
        return self._facts

    @property
    def assumed(self) -> tuple[Fact, ...]:
        """Those that are assumed: what the answer stands or falls with."""
        return tuple(f for f in self.facts if f.change.mark == "assumed")

    @property
    def vague(self) -> tuple[Fact, ...]:
        """Those whose day is a representative of what the source says."""
        return tuple(f for f in self.facts if f.change.stated is not None)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __eq__(self, other: object) -> bool:
        return self.facts == other.facts if isinstance(other, Basis) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.facts)

    def __repr__(self) -> str:
        return f"Basis(facts={self.facts!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Basis, (self.facts,)


def basis_of(account: Account, seqs: Iterable[int]) -> Basis:
    """The basis that is these facts."""
    timeline, numbers = account.timeline, frozenset(seqs)
    return Basis(lambda: timeline.facts_numbered(sorted(numbers)))


def united(bases: Iterable[Basis]) -> Basis:
    """What several answers rest on, each fact once."""
    several = tuple(bases)
    return Basis(lambda: each_once(fact for basis in several for fact in basis))


def each_once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in recorded order; a draft has the number of what was recorded meanwhile, and is another."""
    found = {(fact.seq, fact.record.alternative or ""): fact for fact in facts}
    return tuple(found[key] for key in sorted(found))


def parameters_of(change: Change) -> dict[str, object]:
    """What a change says, without what all changes have; its main thing first."""
    return {name: getattr(change, name) for name in parameters(type(change))}


def parameters(change: type[Change]) -> tuple[str, ...]:
    """What a kind of change says, by name; its main thing first."""
    return tuple(field.name for field in attrs.fields(change) if field.name not in _COMMON)


_COMMON = frozenset(field.name for field in attrs.fields(Change))
