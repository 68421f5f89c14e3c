"""How changes are drawn: for each subject, as in `orgmodell.changes`, what is drawn and how often."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal, get_args

from orgmodell.testing.drawing import (
    atgarder,
    befattningar,
    corrections,
    delegation,
    enheter,
    forum,
    organ,
    roller,
    uppdrag,
    utforare,
)
from orgmodell.testing.pick import Maker

Subject = Literal[
    "enheter", "organ", "befattningar", "corrections", "uppdrag", "roller", "utforare", "forum",
    "atgarder", "delegation",
]  # fmt: skip
"""What changes are about: the modules of `orgmodell.changes`."""

SUBJECTS: tuple[Subject, ...] = get_args(Subject)

_MODULES = (
    enheter, organ, befattningar, corrections, uppdrag, roller, utforare, forum, atgarder, delegation,
)  # fmt: skip
MAKERS: Mapping[Subject, tuple[Maker, ...]] = MappingProxyType(
    dict(zip(SUBJECTS, (module.MAKERS for module in _MODULES), strict=True))
)
ENDING: frozenset[Maker] = frozenset(maker for module in _MODULES for maker in module.ENDING)
"""What ends things: mostly late, since much that follows would be in the way of an early end."""


class Hands(tuple[tuple[Maker, ...], ...]):
    """The kinds of change to draw from.

    A hand is fewer than a hundred kinds. Where larger numbers may be drawn, Hypothesis now and then draws one
    that stands in a module that is loaded, and what is generated would hang on which these are.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{sum(map(len, self))} kinds of change"


def hands_of(subjects: Collection[Subject]) -> Hands:
    """The kinds of change of the subjects, in a few hands.

    Raises:
        ValueError: no subject is called so.
    """
    if isinstance(subjects, str) or not subjects:
        raise ValueError(f"several subjects are expected, as ['enheter'], not {subjects!r}")
    if unknown := [subject for subject in subjects if subject not in MAKERS]:
        raise ValueError(f"no subject is called {unknown[0]!r}; they are {', '.join(SUBJECTS)}")
    makers = [maker for subject in SUBJECTS if subject in subjects for maker in MAKERS[subject]]
    return Hands(tuple(makers[number::4]) for number in range(4) if makers[number::4])


REORGANISING = Hands(
    (
        (
            *(enheter.merge, enheter.split, enheter.dissolve) * 3,
            delegation.pass_on,
            corrections.annul_beslut,
            enheter.place_under_namnd,
        ),
        (
            enheter.create_enhet,
            enheter.move_enhet,
            enheter.merge,
            enheter.split,
            enheter.dissolve,
            enheter.place_under_namnd,
            enheter.remove_from_namnd,
            befattningar.move_post,
            befattningar.retitle,
            befattningar.withdraw,
            *(befattningar.lead,) * 2,
            befattningar.end_leadership,
            befattningar.report,
            befattningar.appoint,
            befattningar.release,
            befattningar.declare_vacancy,
            *(corrections.annul_beslut,) * 2,
            corrections.annul_annulment,
            corrections.annul_change,
            delegation.adopt_ordning,
            *(delegation.grant,) * 2,
            delegation.change_row,
            *(delegation.pass_on,) * 2,
            delegation.designate_deputy,
        ),
    )
)
"""What reorganises a town: much happens in a few beslut."""
