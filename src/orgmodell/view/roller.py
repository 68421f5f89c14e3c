"""Questions about roles: on which side a thing is, and what things do for each other.

The two sides: beställare and myndighet order and decide, utförare performs. Stöd is on neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from orgmodell.changes import Roll
from orgmodell.changes.attributes import RELATED, ROLL
from orgmodell.mapping import FrozenMapping
from orgmodell.view.befattningar import AskingBefattningar
from orgmodell.view.forum import AskingForums
from orgmodell.view.organ import AskingOrgan
from orgmodell.view.remembered import remembered
from orgmodell.view.things import Relation

Side = Literal["bestallare", "utforare"]
SIDE_OF: dict[Roll, Side] = {"bestallare": "bestallare", "myndighet": "bestallare", "utforare": "utforare"}


class AskingRoller(AskingBefattningar, AskingOrgan, AskingForums):
    """What a view answers about roles and relations."""

    def roller(self, thing: str) -> tuple[Roll, ...]:
        """The roles an enhet or organ has itself; `roller_through` follows the line upwards too."""
        return tuple(each.roll for each in self.account.keys_from(ROLL, thing) if self._value(ROLL, each))

    def roller_through(self, enhet: str) -> tuple[Roll, ...]:
        """The roles of an enhet: its own or, when it has none, those of what it is under."""
        for nearest in reversed(self.path(enhet)):
            if own := self.roller(nearest):
                return own
        return ()

    @remembered
    def sides(self, thing: str) -> Mapping[Side, tuple[str, ...]]:
        """On which sides a thing is, and the enheter (or the organ or utförare) by which it is on them.

        A befattning is on the sides of all that is in what it leads or, when it leads nothing, of where it
        is placed; an enhet or organ on those of its roles, own or of what it is in; a forum on those of
        its members that are on one side only.
        """
        found: dict[Side, dict[str, None]] = {}
        for by, roll in self._roles_met(thing):
            if (side := SIDE_OF.get(roll)) is not None:
                found.setdefault(side, {})[by] = None
        return FrozenMapping({side: tuple(by) for side, by in sorted(found.items())})

    def _roles_met(self, thing: str) -> Iterator[tuple[str, Roll]]:
        match self._type(thing):
            case "utforare":
                yield thing, "utforare"
            case "organ":
                yield from ((thing, roll) for roll in self._roller_of_organ(thing))
            case "enhet":
                yield from ((thing, roll) for roll in self.roller_through(thing))
            case "forum":
                for member in self._all_members(thing):
                    if len(on := self.sides(member)) == 1:
                        yield from ((member, side) for side in on)
            case "befattning":
                led = self.leads(thing)
                placed = self.placement(thing)
                for top in led:
                    yield from ((top, roll) for roll in self.roller_through(top))
                    for enhet in self._all_under(top):
                        yield from ((enhet, roll) for roll in self.roller(enhet))
                if placed is not None and not led:
                    yield from ((placed, roll) for roll in self.roller_through(placed))

    def _all_members(self, forum: str) -> list[str]:
        """The members of a forum, and of the forums that are members of it."""
        forums, found = [forum], dict[str, None]()
        for each in forums:
            members = [member for member, _ in self.forum(each).members]
            found |= dict.fromkeys(m for m in members if self._type(m) != "forum")
            forums += [m for m in members if self._type(m) == "forum" and m not in forums]
        return list(found)

    def _roller_of_organ(self, organ: str) -> tuple[Roll, ...]:
        """Its own or, when it has none, those of what it is part of, as an utskott of its nämnd."""
        asked: list[str] = []
        whole: str | None = organ
        while whole is not None and whole not in asked and self.exists(whole):
            if own := self.roller(whole):
                return own
            asked.append(whole)
            whole = self.organ(whole).part_of
        return ()

    def _all_under(self, enhet: str) -> Iterator[str]:
        waiting = list(self.children(enhet))
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(self.children(each))

    def relations(self, thing: str | None = None) -> tuple[Relation, ...]:
        """What things do for each other; of one thing, what it does and what is done for it."""
        account = self.account
        ever = account.chronicle.keys(RELATED) if thing is None else account.relations_ever(thing)
        held = (each for each in ever if self._value(RELATED, each))
        return tuple(Relation(*each) for each in held if self.exists(each.thing) and self.exists(each.to))
