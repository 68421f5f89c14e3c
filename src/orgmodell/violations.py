"""What a rule answers when it is broken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import attrs

from orgmodell.words import Text, either

Severity = Literal["error", "warning"]


@attrs.frozen
class Violation:
    """One broken rule, on one day, about named things.

    Attributes:
        rule: the rule's id, as ``R05``.
        severity: an ``error`` refuses the beslut, a ``warning`` is recorded and listed.
        day: the first day on which the rule is broken, of the days that were judged.
        things: the ids it is about, the main one first.
        text: the thing, the day and the way out, in one or two sentences, in Swedish and English.
        facts: numbers of the recorded facts that together break it.
        beslut: the ids of the recorded beslut in the way, filled in when a draft is judged.
        change: which change of the draft caused it (1 is the first), when a draft is judged.
    """

    rule: str
    severity: Severity
    day: date
    things: tuple[str, ...]
    text: Text = attrs.field(converter=either)
    facts: tuple[int, ...] = attrs.field(default=(), eq=False)
    beslut: tuple[str, ...] = attrs.field(default=(), eq=False)
    change: int | None = attrs.field(default=None, eq=False)

    @property
    def message(self) -> str:
        """What it says, in English."""
        return self.text.en

    @property
    def broken(self) -> tuple[str, tuple[str, ...]]:
        """Which rule is broken by which things: the same breach, on whatever day and in whatever words."""
        return self.rule, self.things

    @property
    def whole(self) -> Text:
        """All there is to say of it: rule, severity, day, what it says and what is in the way."""
        grade = Text("fel", "error") if self.severity == "error" else Text("varning", "warning")
        ids = ", ".join(map(repr, self.beslut))
        way = Text(sv=f" I vägen: {ids}.", en=f" In the way: {ids}.") if ids else ""
        return self.rule + (" " + grade) + f", {self.day}: " + self.text + way

    def __str__(self) -> str:
        return self.whole.en


def refusing(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Of what is broken, what refuses a beslut, in the same order."""
    return tuple(each for each in violations if each.severity == "error")
