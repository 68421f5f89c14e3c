"""Which enheter went over into which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodell.changes.attributes import SUCCESSOR
from orgmodell.chronicle import Account

if TYPE_CHECKING:
    import networkx


def lineage(account: Account) -> networkx.DiGraph[str]:
    """Predecessor → successor, by merger, split and dissolution.

    Every enhet there has been is a node, with ``name``, the last it had; each edge has ``day``, ``verb``,
    ``beslut`` and, of a draft, the ``alternative`` it stands in.
    """
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for thing in account.chronicle.things():
        if account.type_of(thing) == "enhet":
            graph.add_node(thing, name=account.last_name(thing))
    for succession in account.chronicle.keys(SUCCESSOR):
        if not all(enhet in graph for enhet in succession):
            continue  # an uppdrag has parts, no successors in the line
        for step in account.steps(SUCCESSOR, succession):
            fact = account.fact(step.seq)
            graph.add_edge(
                *succession,
                day=step.start,
                verb=fact.change.verb,
                beslut=fact.beslut.id,
                alternative=fact.record.alternative,
            )
    return graph
