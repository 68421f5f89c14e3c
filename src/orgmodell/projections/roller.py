"""Which enheter and organ have which roles, and who and what mixes beställare and utförare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from orgmodell.changes import Roll
from orgmodell.changes.attributes import ROLL
from orgmodell.mapping import FrozenMapping
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_as
from orgmodell.projections.basis import united
from orgmodell.view import NotingView, Relation, Side, View
from orgmodell.words import Text
from orgmodell.words import roller as words


@attrs.frozen(kw_only=True)
class Standing(Answer):
    """The roles of a thing, and the sides it is on.

    Attributes:
        thing: an enhet, organ, befattning or forum.
        type: which of them.
        roller: the roles it has itself; befattningar and forums have none.
        sides: on which sides it is, and the things by which it is on them.
        mixed: whether it is on both sides.
    """

    thing: str = attrs.field(metadata=told_as("id"))
    type: str
    roller: tuple[Roll, ...]
    sides: Mapping[Side, tuple[str, ...]] = attrs.field(converter=FrozenMapping[Side, tuple[str, ...]])
    mixed: bool


@attrs.frozen(kw_only=True)
class Roller(TableAnswer[Standing]):
    """The roles on a day, and what things do for each other; a sequence of the `Standing` that has roles.

    Attributes:
        standings: the enheter and organ that have roles of their own, in recorded order.
        mixed: those of them that are on both sides, and the befattningar and forums that are.
        relations: what things do for each other.
        counting_rule: in words, what is on which side.
    """

    standings: tuple[Standing, ...]
    mixed: tuple[Standing, ...]
    relations: tuple[Relation, ...]
    counting_rule: Text = words.COUNTING_RULE

    @property
    def lines(self) -> tuple[Standing, ...]:
        return self.standings


def roller(view: View) -> Roller:
    """Which enheter and organ have which roles, and who and what mixes the sides."""
    standings = tuple(_standing(view, thing, kind) for thing, kind in _with_roles(view))
    posts = (_standing(view, post, "befattning") for post in _chefer(view))
    forums = (_standing(view, forum, "forum") for forum in view.forums())
    mixed = tuple(each for each in (*standings, *posts, *forums) if each.mixed)
    noting = NotingView(view)
    relations = noting.relations()
    bases = (*(each.basis for each in (*standings, *mixed)), rests_on(noting))
    return Roller(standings=standings, mixed=mixed, relations=relations, basis=united(bases))


def _with_roles(view: View) -> Iterator[tuple[str, str]]:
    for thing in dict.fromkeys(each.thing for each in view.account.chronicle.keys(ROLL)):
        if view.exists(thing) and view.roller(thing):
            yield thing, view.account.type_of(thing) or ""


def _chefer(view: View) -> Iterator[str]:
    yield from dict.fromkeys(leader for enhet in view.enheter() for leader in view.leaders(enhet))


def _standing(view: View, thing: str, kind: str) -> Standing:
    noting = NotingView(view)
    own = noting.roller(thing) if kind in ("enhet", "organ") else ()
    sides = noting.sides(thing)
    return Standing(
        thing=thing, type=kind, roller=own, sides=sides, mixed=len(sides) > 1, basis=rests_on(noting)
    )
