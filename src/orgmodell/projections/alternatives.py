"""Which alternatives stand, which exclude each other, and which need another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from orgmodell.changes import Beslut
from orgmodell.chronicle import Chronicle
from orgmodell.decide import judge_together
from orgmodell.projections.answer import HasLines
from orgmodell.rules import Rule
from orgmodell.violations import Violation, refusing


@attrs.frozen
class Fit:
    """Whether an alternative stands, alone and together with others.

    Attributes:
        name: its name.
        title: what it is called by itself.
        stands: whether it stands by itself.
        errors: the rules for which it would be refused by itself.
        excludes: the alternatives that it cannot be combined with.
        needs: where it does not stand by itself, the alternatives together with which it does.
    """

    name: str
    title: str
    stands: bool
    errors: tuple[Violation, ...]
    needs: tuple[str, ...]
    excludes: tuple[str, ...]


@attrs.frozen
class Alternatives(HasLines[Fit]):
    """The alternatives there are, and how they go together; a sequence of `Fit`."""

    alternatives: tuple[Fit, ...]

    @property
    def lines(self) -> tuple[Fit, ...]:
        return self.alternatives


def alternatives(
    chronicle: Chronicle, drafts: Mapping[str, Sequence[Beslut]], rules: Sequence[Rule]
) -> Alternatives:
    """Which alternatives stand by themselves, which exclude each other, and which need another.

    Two exclude each other when together they break a rule that neither breaks by itself.

    Args:
        chronicle: what is recorded.
        drafts: the drafts of each, by its name.
        rules: the rules in force.
    """

    def errors_of(*names: str) -> tuple[Violation, ...]:
        judged = [draft for name in names for draft in drafts[name]]
        return refusing(judge_together(chronicle, judged, rules))

    alone = {name: errors_of(name) for name in drafts}
    pairs = {frozenset(pair): errors_of(*pair) for pair in combinations(drafts, 2)}

    def others(name: str) -> Iterator[tuple[str, set[Violation]]]:
        return ((other, set(pairs[frozenset((name, other))])) for other in drafts if other != name)

    found = (
        Fit(
            name=name,
            title=_title(drafts[name]),
            stands=not errors,
            errors=errors,
            needs=tuple(o for o, both in others(name) if errors and not both),
            excludes=tuple(o for o, both in others(name) if both - {*errors, *alone[o]}),
        )
        for name, errors in alone.items()
    )
    return Alternatives(tuple(found))


def _title(drafts: Sequence[Beslut]) -> str:
    return next((each.title or each.id for each in drafts), "")
