"""What ties beställare to utförare: avtal, överenskommelser, and orders without either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from orgmodell.changes.attributes import RELATED, Related
from orgmodell.projections.answer import Answer, TableAnswer, rests_on
from orgmodell.projections.basis import united
from orgmodell.view import Instrument, NotingView, View

Possible = Literal["avtal", "overenskommelse"]


@attrs.frozen(kw_only=True)
class Tie(Answer):
    """What ties a beställare to a utförare.

    Attributes:
        bestallare: the enhet or organ that orders.
        utforare: who performs.
        instrument: the avtal or överenskommelse; None: one orders of the other, and none is on record.
        possible: which kind is legally possible between them: avtal only with another legal person (LOV 2:2,
            LOU 1:15), in egen regi an överenskommelse.
    """

    bestallare: str | None
    utforare: str | None
    instrument: Instrument | None
    possible: Possible


@attrs.frozen(kw_only=True)
class Ties(TableAnswer[Tie]):
    """What ties each beställare to each utförare, instruments first; a sequence of `Tie`."""

    ties: tuple[Tie, ...]

    @property
    def lines(self) -> tuple[Tie, ...]:
        return self.ties


def ties(view: View) -> Ties:
    """What ties each beställare to each utförare, in recorded order; first the instruments."""
    by_instrument = [_by_instrument(view, instrument) for instrument in view.instruments()]
    found = (*by_instrument, *_by_order_only(view, {(tie.bestallare, tie.utforare) for tie in by_instrument}))
    return Ties(ties=found, basis=united(each.basis for each in found))


def _by_instrument(view: View, instrument: str) -> Tie:
    noting = NotingView(view)
    each = noting.instrument(instrument)
    return Tie(
        bestallare=each.bestallare,
        utforare=each.utforare,
        instrument=each,
        possible=_possible(view, each.utforare),
        basis=rests_on(noting),
    )


def _by_order_only(view: View, tied: set[tuple[str | None, str | None]]) -> Iterator[Tie]:
    for relation in view.relations():
        if relation.kind == "bestaller av" and relation[:2] not in tied:
            noting = NotingView(view)
            noting.exists(relation.thing)
            noting.account.value(RELATED, Related(*relation), view.day)
            yield Tie(
                bestallare=relation.thing,
                utforare=relation.to,
                instrument=None,
                possible=_possible(view, relation.to),
                basis=rests_on(noting),
            )


def _possible(view: View, utforare: str | None) -> Possible:
    outside = utforare is not None and view.account.type_of(utforare) == "utforare"
    return "avtal" if outside else "overenskommelse"
