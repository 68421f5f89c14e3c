"""Roles and relations, as text."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell import swedish


def words(given: Iterable[str]) -> str:
    """Several stored words as they are written, or a dash."""
    return ", ".join(map(swedish.word, given)) or swedish.NOTHING
