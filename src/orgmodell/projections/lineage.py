"""Which enheter went over into which."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from orgmodell.changes import Fact
from orgmodell.changes.attributes import SUCCESSOR
from orgmodell.chronicle import Account
from orgmodell.projections.answer import TableAnswer, told_as
from orgmodell.projections.basis import Basis, each_once

if TYPE_CHECKING:
    import networkx


@attrs.frozen
class EverEnhet:
    """An enhet that there is or has been, with the last name that it had."""

    enhet: str
    name: str


@attrs.frozen
class LineageStep:
    """One enhet going over into another.

    Attributes:
        predecessor: the enhet that went over.
        successor: what it went over into.
        day: the day.
        verb: how: by merger, split or dissolution.
        beslut: the id of the beslut that said so.
        alternative: the alternative whose draft that is; None when it is recorded.
    """

    predecessor: str
    successor: str
    day: date
    verb: str
    beslut: str
    alternative: str | None


@attrs.frozen(kw_only=True)
class Lineage(TableAnswer[LineageStep]):
    """Which enheter went over into which; a sequence of `LineageStep`.

    Attributes:
        enheter: every enhet there has been.
        steps: each enhet going over into another.
    """

    enheter: tuple[EverEnhet, ...]
    steps: tuple[LineageStep, ...] = attrs.field(metadata=told_as("lineage"))

    @property
    def lines(self) -> tuple[LineageStep, ...]:
        return self.steps

    def graph(self) -> networkx.DiGraph[str]:
        """Predecessor → successor, as a directed graph.

        Every enhet there has been is a node, with ``name``; each edge has ``day``, ``verb``, ``beslut`` and,
        of a draft, the ``alternative`` it stands in.
        """
        import networkx

        graph: networkx.DiGraph[str] = networkx.DiGraph()
        for each in self.enheter:
            graph.add_node(each.enhet, name=each.name)
        for step in self.steps:
            said = attrs.asdict(step)
            graph.add_edge(said.pop("predecessor"), said.pop("successor"), **said)
        return graph


def lineage(account: Account) -> Lineage:
    """Which enheter went over into which, by merger, split and dissolution."""
    things = (thing for thing in account.chronicle.things() if account.type_of(thing) == "enhet")
    enheter = {thing: EverEnhet(thing, account.last_name(thing)) for thing in things}
    place = {enhet: at for at, enhet in enumerate(enheter)}
    found = sorted(_steps(account, enheter.keys()), key=lambda each: place[each[0].predecessor])
    return Lineage(
        enheter=tuple(enheter.values()),
        steps=tuple(step for step, _ in found),
        basis=Basis(each_once(fact for _, fact in found)),
    )


def _steps(account: Account, enheter: Collection[str]) -> Iterator[tuple[LineageStep, Fact]]:
    for succession in account.chronicle.keys(SUCCESSOR):
        if not all(enhet in enheter for enhet in succession):
            continue  # an uppdrag has parts, no successors in the line
        for step in account.steps(SUCCESSOR, succession):
            fact = account.fact(step.seq)
            beslut, alternative = fact.beslut.id, fact.record.alternative
            yield LineageStep(*succession, step.start, fact.change.verb, beslut, alternative), fact
