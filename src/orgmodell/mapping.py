"""A mapping that nobody can change: what an answer holds by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class FrozenMapping(Mapping[K, V_co]):
    """What a mapping says when it is made of it; it equals any mapping that says the same.

    >>> FrozenMapping({"bestallare": ("namnden",)})
    FrozenMapping({'bestallare': ('namnden',)})
    """

    __slots__ = ("_by_key",)

    def __init__(self, of: Mapping[K, V_co]) -> None:
        self._by_key = dict(of)

    def __getitem__(self, key: K) -> V_co:
        return self._by_key[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def __hash__(self) -> int:
        return hash(frozenset(self._by_key.items()))

    def __repr__(self) -> str:
        return f"FrozenMapping({self._by_key!r})"
