"""Questions about organ: the political bodies, who sits in them and what answers to them."""

from __future__ import annotations

from orgmodell.changes.attributes import KIND, LEDAMOT, MERGED_INTO, NAME, NAMND, PART_OF
from orgmodell.view.enheter import AskingEnheter
from orgmodell.view.things import Ledamot, Organ


class AskingOrgan(AskingEnheter):
    """What a view answers about organ."""

    def organs(self) -> tuple[str, ...]:
        """The political bodies that exist."""
        return self._all("organ")

    def organ(self, organ: str) -> Organ:
        """What a political body is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(organ, "organ")
        account, day = self.account, self.day
        return Organ(
            id=organ,
            name=account.certain(NAME, organ, day),
            kind=account.certain(KIND, organ, day),
            part_of=account.value(PART_OF, organ, day),
        )

    def ledamoter(self, organ: str) -> tuple[Ledamot, ...]:
        """Who sits in an organ."""
        self._require(organ, "organ")
        roles = ((seat.person, self._value(LEDAMOT, seat)) for seat in self.account.seats_ever(organ))
        return tuple(Ledamot(person, role) for person, role in roles if role)

    def namnder_of(self, enhet: str) -> tuple[str, ...]:
        """The organ an enhet itself is placed under, through mergers; `namnder` follows the line too."""
        self._require(enhet, "enhet")
        return tuple(organ for organ in self.account.placed_under(enhet, self.day) if self.exists(organ))

    def ever_under_namnd(self) -> frozenset[str]:
        """The enheter that may be placed under some organ on some day, themselves or through a merger."""
        chronicle = self.account.chronicle
        merged = (chronicle.entries(MERGED_INTO, each) for each in chronicle.keys(MERGED_INTO))
        into = (enhet for entries in merged for _, _, enhet in entries if enhet is not None)
        return frozenset(each.enhet for each in chronicle.keys(NAMND)).union(into)

    def namnder(self, enhet: str) -> tuple[str, ...]:
        """The organ an enhet answers to: its own or, when it has none, those of what it is under."""
        for nearest in reversed(self.path(enhet)):
            if own := self.namnder_of(nearest):
                return own
        return ()
