"""What ties beställare to utförare: avtal, överenskommelser, and orders without either."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from orgmodell.changes.attributes import RELATED
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Instrument, View

POSSIBLE = {
    "avtal": "Avtal kan bara tecknas med en annan juridisk person (LOV 2:2, LOU 1:15).",
    "overenskommelse": "Egen regi är samma juridiska person: överenskommelse, aldrig avtal.",
}


@attrs.frozen
class Tie:
    """What ties a beställare to a utförare.

    Attributes:
        bestallare: the enhet or organ that orders.
        utforare: who performs.
        instrument: the avtal or överenskommelse; None: one orders of the other, and none is on record.
        possible: which kind is legally possible between them: "avtal" or "overenskommelse".
    """

    bestallare: str | None
    utforare: str | None
    instrument: Instrument | None
    possible: str
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: _reread(view, self))


def ties(view: View) -> tuple[Tie, ...]:
    """What ties each beställare to each utförare, in recorded order; first the instruments."""
    return (*_by_instrument(view), *_by_order_only(view))


def _by_instrument(view: View) -> Iterator[Tie]:
    for each in map(view.instrument, view.instruments()):
        yield Tie(each.bestallare, each.utforare, each, _possible(view, each.utforare), view)


def _by_order_only(view: View) -> Iterator[Tie]:
    tied = {(tie.bestallare, tie.utforare) for tie in _by_instrument(view)}
    for relation in view.relations():
        if relation.kind == "bestaller av" and relation[:2] not in tied:
            yield Tie(relation.thing, relation.to, None, _possible(view, relation.to), view)


def _possible(view: View, utforare: str | None) -> str:
    outside = utforare is not None and view.account.type_of(utforare) == "utforare"
    return "avtal" if outside else "overenskommelse"


def _reread(view: View, tie: Tie) -> None:
    if tie.instrument is not None:
        view.instrument(tie.instrument.id)
    elif tie.bestallare is not None:
        view.exists(tie.bestallare)
        view.account.value(RELATED, (tie.bestallare, tie.utforare, "bestaller av"), view.day)
