"""What was asked, and how to call the things in the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import attrs

from orgmodell.presentations.parts import Thing, Things
from orgmodell.view import View
from orgmodell.words import Text
from orgmodell.words import asked as words


@attrs.frozen(kw_only=True)
class Asked:
    """What was asked: the beginning of every answer.

    Attributes:
        organisation: the organisation's id; None when none is asked, but the law.
        day: the day asked about, when it is about one.
        known: what was decided by this day counts; None: everything.
        recorded: how many beslut count, or those recorded by a time; None: all.
        alternative: the alternatives that are asked as if they were adopted; None: what is recorded.
        names: person id → name.
        view: the organisation on the day, for the names of the things in the answer.
        in_full: whether every fact that the answer rests on is to be shown.
        way_to_grounds: how whoever reads it gets to see those; None where there is no way.
    """

    organisation: str | None = None
    day: date | None = None
    known: date | None = None
    recorded: int | datetime | None = None
    alternative: str | None = None
    names: Mapping[str, str] = attrs.field(factory=dict)
    view: View | None = attrs.field(default=None, repr=False)
    in_full: bool = False
    way_to_grounds: Text | None = None

    def heading(self, question: Text) -> Text:
        """The first line: organisation, question, day, and what counts."""
        return words.heading(
            self.organisation or "", question, self.day, self.known, self.recorded, self.alternative
        )

    def thing(self, id: str) -> Thing:
        """A thing by its name and id; of a person the name alone, where there is no column for the id."""
        return Thing(id, self.name(id), brief=id in self.names)

    def things(self, ids: Iterable[str]) -> Things:
        """Several things by name and id."""
        return Things(tuple(map(self.thing, ids)))

    def named(self, id: str) -> Thing:
        """A thing by its name, where that is enough to say which it is."""
        return attrs.evolve(self.thing(id), brief=True)

    def named_things(self, ids: Iterable[str]) -> Things:
        """Several things by name, with the id where two have the same."""
        found = [self.named(each) for each in ids]
        shared = Counter(each.name for each in found)
        return Things(tuple(attrs.evolve(each, brief=shared[each.name] == 1) for each in found))

    def called(self, id: str) -> str:
        """A thing's name and id as words; of a person the name alone."""
        name = self.name(id)
        return name if name == id or id in self.names else f"{name} ({id})"

    def name(self, thing: str) -> str:
        """A thing's name or title on the day, or what it is called later; a person's name; or else the id."""
        if thing in self.names:
            return self.names[thing]
        if self.view is None:
            return thing
        account = self.view.account
        found = account.name(thing, self.view.day)
        return account.last_name(thing) if found == thing else found
