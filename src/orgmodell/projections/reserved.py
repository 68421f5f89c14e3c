"""The kinds of matter of a nämnd that may not be delegated, and the law that says so."""

from __future__ import annotations

import attrs

from orgmodell.law import Reserved, law_on
from orgmodell.projections.answer import Answer, rests_on
from orgmodell.view import NotingView, View
from orgmodell.words import Text


@attrs.frozen(kw_only=True)
class Reservation(Answer):
    """A kind of matter that may not be delegated.

    Attributes:
        arende: the kind of matter.
        name: what it is called.
        forbehallet: why it may not be: it is nämndens own, or fullmäktiges.
        lagrum: where the law says so.
        says: what it says.
    """

    arende: str
    name: str
    forbehallet: Reserved
    lagrum: str
    says: Text


def reserved(view: View, namnd: str) -> tuple[Reservation, ...]:
    """What a nämnd may not delegate: in its områden, or in none (KL 6:34 / 6:38, 3:9 / 5:1)."""
    omraden = view.reglemente(namnd)
    its = (
        arende.id
        for arende in map(view.arende, view.arenden())
        if arende.forbehallet is not None
        if arende.omrade is None or omraden is None or arende.omrade in omraden
    )
    return tuple(_reservation(view, arende) for arende in its)


def _reservation(view: View, id: str) -> Reservation:
    noting = NotingView(view)
    arende = noting.arende(id)
    assert arende.forbehallet is not None
    provision = law_on(view.day).reserved[arende.forbehallet]
    return Reservation(
        arende=id,
        name=arende.name,
        forbehallet=arende.forbehallet,
        lagrum=provision.lagrum,
        says=provision.says,
        basis=rests_on(noting),
    )
