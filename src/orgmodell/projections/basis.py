"""Which recorded facts an answer rests on, and which of them are assumed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import attrs

from orgmodell import swedish
from orgmodell.changes import Fact
from orgmodell.changes.base import Change
from orgmodell.chronicle import Account
from orgmodell.periods import ALWAYS, Period
from orgmodell.timeline import Attribute, Entry, K, Step, V
from orgmodell.view import ReadNoted, View


@attrs.frozen
class Basis:
    """The recorded facts an answer rests on, in recorded order."""

    facts: tuple[Fact, ...]

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


class _Noting(ReadNoted):
    """An account that notes what is read from it, and every fact that is read and holds."""

    __slots__ = ("_of", "noted")

    def __init__(self, account: Account) -> None:
        super().__init__(account, set())
        self.noted: set[int] = set()
        self._of = account

    @property
    def plain(self) -> Account:
        return self._of

    def entry(self, attribute: Attribute[K, V], key: K, day: date) -> Entry[V] | None:
        found = super().entry(attribute, key, day)
        if found is not None and found[2] is not None:
            self.noted.add(found[1])
        return found

    def steps(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V | None]]:
        for step in super().steps(attribute, key, window):
            self.noted.add(step.seq)
            yield step


def basis(view: View, ask: Callable[[View], object]) -> Basis:
    """What an answer rests on: ``ask`` it of the same view again, noting what is read."""
    noting = _Noting(view.account)
    ask(View(noting, view.day))
    return basis_of(noting, noting.noted)


def basis_of(account: Account, seqs: Iterable[int]) -> Basis:
    """The basis that is these facts."""
    return Basis(account.timeline.facts_numbered(sorted({*seqs})))


def together(bases: Iterable[Basis]) -> Basis:
    """What several answers rest on, each fact once."""
    return Basis(each_once(fact for basis in bases for fact in basis))


def each_once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in recorded order; a draft has the number of what was recorded meanwhile, and is another."""
    found = {(fact.seq, fact.record.alternative or ""): fact for fact in facts}
    return tuple(found[key] for key in sorted(found))


def said(fact: Fact) -> str:
    """A fact in Swedish: what, of which thing, from when, by which beslut."""
    main = next(iter(parameters_of(fact.change).values()))
    stated = swedish.day(fact.day, fact.change.stated)
    return f"{fact.change.said:sv}: {swedish.value(main)}, {stated}, beslut ”{fact.beslut.id}”"


def parameters_of(change: Change) -> dict[str, object]:
    """What a change says, without what all changes have; its main thing first."""
    return {f.name: getattr(change, f.name) for f in attrs.fields(type(change)) if f.name not in _COMMON}


_COMMON = frozenset(field.name for field in attrs.fields(Change))
