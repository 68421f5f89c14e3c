"""The kinds of matter of a nämnd that may not be delegated, and the law that says so."""

from __future__ import annotations

import attrs

from orgmodell.law import Provision, law_on
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Arende, View


@attrs.frozen
class Reservation:
    """A kind of matter that may not be delegated.

    Attributes:
        arende: the kind of matter.
        provision: the law that keeps it for nämnden, or for fullmäktige.
    """

    arende: Arende
    provision: Provision
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: view.arende(self.arende.id))


def reservations(view: View, namnd: str) -> tuple[Reservation, ...]:
    """What a nämnd may not delegate: in its områden, or in none that is stated (KL 6:34 / 6:38, 3:9 / 5:1).

    Raises:
        UnknownThing: there is no such organ on the day.
    """
    omraden, reserved = view.reglemente(namnd), law_on(view.day).reserved
    arenden = (view.arende(arende) for arende in view.arenden())
    return tuple(
        Reservation(arende, reserved[arende.forbehallet], view)
        for arende in arenden
        if arende.forbehallet is not None
        if arende.omrade is None or omraden is None or arende.omrade in omraden
    )
