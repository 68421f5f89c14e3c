"""What a rule answers when it is broken."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs

Severity = Literal["error", "warning"]


@attrs.frozen
class Violation:
    """One broken rule, on one day, about named things.

    Attributes:
        rule: the rule's id, as ``R05``.
        severity: an ``error`` refuses the beslut, a ``warning`` is recorded and listed.
        day: the first day on which the rule is broken, of the days that were judged.
        things: the ids it is about, the main one first.
        message: the thing, the day and the way out, in one or two sentences.
        facts: numbers of the recorded facts that together break it.
        beslut: the ids of the recorded beslut in the way, filled in when a draft is judged.
        change: which change of the draft caused it (1 is the first), when a draft is judged.
    """

    rule: str
    severity: Severity
    day: date
    things: tuple[str, ...]
    message: str
    facts: tuple[int, ...] = attrs.field(default=(), eq=False)
    beslut: tuple[str, ...] = attrs.field(default=(), eq=False)
    change: int | None = attrs.field(default=None, eq=False)

    @property
    def broken(self) -> tuple[str, tuple[str, ...]]:
        """Which rule is broken by which things: the same breach, on whatever day and in whatever words."""
        return self.rule, self.things

    def __str__(self) -> str:
        way = "" if not self.beslut else f" In the way: {', '.join(map(repr, self.beslut))}."
        return f"{self.rule} {self.severity}, {self.day}: {self.message}{way}"
