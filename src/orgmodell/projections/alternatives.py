"""Which alternatives stand, which exclude each other, and which need another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from orgmodell.changes import Beslut
from orgmodell.chronicle import Chronicle
from orgmodell.decide import judge_together
from orgmodell.rules import Rule
from orgmodell.violations import Violation


@attrs.frozen
class Fit:
    """Whether an alternative stands, alone and together with others.

    Attributes:
        name: its name.
        errors: the rules for which it would be refused by itself.
        excludes: the alternatives that it cannot be combined with.
        needs: where it does not stand by itself, the alternatives together with which it does.
    """

    name: str
    errors: tuple[Violation, ...]
    excludes: tuple[str, ...]
    needs: tuple[str, ...]


def fits(
    chronicle: Chronicle, alternatives: Mapping[str, Sequence[Beslut]], rules: Sequence[Rule]
) -> tuple[Fit, ...]:
    """Which alternatives stand by themselves, which exclude each other, and which need another.

    Two exclude each other when together they break a rule that neither breaks by itself.

    Args:
        chronicle: what is recorded.
        alternatives: the drafts of each, by its name.
        rules: the rules in force.
    """

    def errors_of(*names: str) -> tuple[Violation, ...]:
        drafts = [draft for name in names for draft in alternatives[name]]
        return tuple(v for v in judge_together(chronicle, drafts, rules) if v.severity == "error")

    alone = {name: errors_of(name) for name in alternatives}
    pairs = {frozenset(pair): errors_of(*pair) for pair in combinations(alternatives, 2)}

    def others(name: str) -> Iterator[tuple[str, set[Violation]]]:
        return ((other, set(pairs[frozenset((name, other))])) for other in alternatives if other != name)

    return tuple(
        Fit(
            name,
            errors,
            excludes=tuple(o for o, both in others(name) if both - {*errors, *alone[o]}),
            needs=tuple(o for o, both in others(name) if errors and not both),
        )
        for name, errors in alone.items()
    )
