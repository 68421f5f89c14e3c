"""Which rules are broken, on a day or ever."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from datetime import date

import attrs

from orgmodell.chronicle import Account
from orgmodell.decide import violations_ever, violations_on
from orgmodell.projections.answer import TableAnswer, untold
from orgmodell.projections.basis import basis_of
from orgmodell.rules import Rule
from orgmodell.violations import Severity, Violation


@attrs.frozen
class Breach:
    """One rule broken in one way, by however many things.

    Attributes:
        rule: the rule's id, as ``R05``.
        severity: "error" or "warning".
        violations: each time it is broken so, in order of day; one at least.
    """

    rule: str
    severity: Severity
    violations: tuple[Violation, ...]

    @property
    def first(self) -> Violation:
        """The first of them."""
        return self.violations[0]

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which it is first broken, in order."""
        return tuple(sorted({each.day for each in self.violations}))


@attrs.frozen(kw_only=True)
class Check(TableAnswer[Violation]):
    """The rules that are broken; a sequence of `Violation`, in order of day.

    It rests on the facts that together break them.

    Attributes:
        violations: each broken rule, of each thing.
        breaches: the same, those together that break one rule by the same sort of facts of the same beslut.
    """

    violations: tuple[Violation, ...]
    breaches: tuple[Breach, ...] = attrs.field(metadata=untold())

    @property
    def lines(self) -> tuple[Violation, ...]:
        return self.violations


def check(account: Account, rules: Sequence[Rule], day: date | None = None) -> Check:
    """The rules that are broken on a day; without one, on any day, each once with its first day."""
    found = violations_ever(account, rules) if day is None else violations_on(account, day, rules)
    return Check(
        violations=found,
        breaches=breaches(account, found),
        basis=basis_of(account, (seq for each in found for seq in each.facts)),
    )


def breaches(account: Account, violations: Sequence[Violation]) -> tuple[Breach, ...]:
    """Those that break one rule by the same sort of facts of the same beslut together."""
    alike: dict[Hashable, list[Violation]] = {}
    for each in violations:
        alike.setdefault(_way(account, each), []).append(each)
    return tuple(Breach(same[0].rule, same[0].severity, tuple(same)) for same in alike.values())


def among(breaches: Iterable[Breach], violations: Collection[Violation]) -> tuple[Breach, ...]:
    """The breaches as far as these violations go."""
    found = (
        attrs.evolve(each, violations=tuple(v for v in each.violations if v in violations))
        for each in breaches
    )
    return tuple(each for each in found if each.violations)


def _way(account: Account, violation: Violation) -> Hashable:
    """In which way a rule is broken: by what was said in which beslut; without facts, in its own way."""
    facts = [account.fact(seq) for seq in violation.facts]
    verbs = tuple(dict.fromkeys(fact.change.verb for fact in facts))
    beslut = frozenset(fact.beslut.id for fact in facts)
    return violation.rule, violation.severity, verbs, beslut, None if facts else violation
