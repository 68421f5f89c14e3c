"""Which enheter and organ have which roles, and who and what mixes beställare and utförare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from orgmodell.changes import Roll
from orgmodell.changes.attributes import ROLL
from orgmodell.projections.basis import Basis, basis, together
from orgmodell.view import Relation, Side, View

COUNTING_RULE = (
    "Beställare och myndighet är ena sidan, utförare den andra; stöd hör till ingen. En enhet utan egen roll "
    "har den närmast överordnades. En chef står på de sidor som finns i allt hen leder. Ett forum blandar "
    "sidorna när det har medlemmar från båda som själva bara står på en."
)


@attrs.frozen
class Standing:
    """The roles of a thing, and the sides it is on.

    Attributes:
        thing: an enhet, organ, befattning or forum.
        type: which of them.
        roller: the roles it has itself; befattningar and forums have none.
        sides: on which sides it is, and the things by which it is on them.
    """

    thing: str
    type: str
    roller: tuple[Roll, ...]
    sides: Mapping[Side, tuple[str, ...]]
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def mixed(self) -> bool:
        """Whether it is on both sides."""
        return len(self.sides) > 1

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: _standing(view, self.thing, self.type))


@attrs.frozen
class Roles:
    """The roles on a day, and what things do for each other.

    Attributes:
        standings: the enheter and organ that have roles of their own, in recorded order.
        mixed: those of them that are on both sides, and the befattningar and forums that are.
        relations: what things do for each other.
    """

    standings: tuple[Standing, ...]
    mixed: tuple[Standing, ...]
    relations: tuple[Relation, ...]
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def counting_rule(self) -> str:
        return COUNTING_RULE

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        relations = basis(self._view, lambda view: view.relations())
        return together([*(each.basis for each in (*self.standings, *self.mixed)), relations])


def roles(view: View) -> Roles:
    """Which enheter and organ have which roles, and who and what mixes the sides."""
    standings = tuple(_standing(view, thing, kind) for thing, kind in _with_roles(view))
    posts = (_standing(view, post, "befattning") for post in _chefer(view))
    forums = (_standing(view, forum, "forum") for forum in view.forums())
    mixed = tuple(each for each in (*standings, *posts, *forums) if each.mixed)
    return Roles(standings, mixed, view.relations(), view)


def _with_roles(view: View) -> Iterator[tuple[str, str]]:
    for thing in dict.fromkeys(key[0] for key in view.account.chronicle.keys(ROLL)):
        if view.exists(thing) and view.roller(thing):
            yield thing, view.account.type_of(thing) or ""


def _chefer(view: View) -> Iterator[str]:
    yield from dict.fromkeys(leader for enhet in view.enheter() for leader in view.leaders(enhet))


def _standing(view: View, thing: str, kind: str) -> Standing:
    own = view.roller(thing) if kind in ("enhet", "organ") else ()
    return Standing(thing, kind, own, view.sides(thing), view)
