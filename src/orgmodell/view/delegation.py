"""Questions about who may decide: ärenden, reglementen, delegationsordningar and what is passed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from orgmodell.changes import DelegationsordningAdopted, Rad, VidaredelegationGranted
from orgmodell.changes.attributes import DEPUTY, ORDNING_OF, REGLEMENTE, VIDARE_OF, WITHHELD, RowOf
from orgmodell.changes.delegation import ARENDE, ORDNING, RAD, VIDARE
from orgmodell.view.befattningar import AskingBefattningar
from orgmodell.view.organ import AskingOrgan
from orgmodell.view.remembered import remembered
from orgmodell.view.things import Arende, Delegation

Dangling = Literal["ordning", "nummer", "arende", "vidare", "borta"]
BUDGETANSVARIG = "budgetansvarig chef"


class AskingDelegation(AskingBefattningar, AskingOrgan):
    """What a view answers about decision rights as they are adopted; `who_decides` applies them."""

    def arenden(self) -> tuple[str, ...]:
        """The kinds of matter that have names of their own."""
        return self._all("arende")

    def arende(self, arende: str) -> Arende:
        """What a kind of matter is.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(arende, "arende")
        said = self.account.certain(ARENDE, arende, self.day)
        return Arende(arende, said.name, said.omrade, said.forbehallet, said.lagrum)

    def reglemente(self, namnd: str) -> tuple[str, ...] | None:
        """The verksamhetsområden of a nämnd; None when no reglemente is recorded."""
        self._require(namnd, "organ")
        return self._value(REGLEMENTE, namnd)

    @remembered
    def ordning_of(self, namnd: str) -> str | None:
        """The delegationsordning of a nämnd that is in force; None when none is."""
        candidates = self.account.keys_having(ORDNING_OF, namnd)
        its = (each for each in candidates if self._value(ORDNING_OF, each) == namnd)
        return next((each for each in its if self._type(each) == "delegationsordning"), None)

    def ordning(self, ordning: str) -> DelegationsordningAdopted:
        """A delegationsordning as adopted: whose it is, and its policies.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(ordning, "delegationsordning")
        return self.account.certain(ORDNING, ordning, self.day)

    @remembered
    def rader(self, ordning: str) -> tuple[Rad, ...]:
        """The rows of a delegationsordning, in order of number."""
        return self._rows(self.account.rader_ever(ordning))

    @remembered
    def rader_om(self, ordning: str, arende: str) -> tuple[Rad, ...]:
        """The rows of a delegationsordning about a kind of matter, in order of number."""
        ever = (each for each in self._rows_ever_naming(arende) if each.ordning == ordning)
        return tuple(row for row in self._rows(ever) if row.arende == arende)

    def rader_som_namner(self, thing: str) -> tuple[Rad, ...]:
        """The rows in force that name an ärende, befattning, organ, person or enhet, in order of number."""
        ever = (each for each in self._rows_ever_naming(thing) if self.exists(each.ordning))
        named = (
            row for row in self._rows(ever) if thing in (row.arende, row.enhet, *row.delegat, *row.ersattare)
        )
        return tuple(named)

    def _rows_ever_naming(self, thing: str) -> dict[RowOf, None]:
        changes = (self.account.fact(seq).change for seq in self.account.chronicle.mentions(thing))
        return {RowOf(change.ordning, change.rad): None for change in changes if isinstance(change, Rad)}

    def _rows(self, ever: Iterable[RowOf]) -> tuple[Rad, ...]:
        rows = [(row, each) for each in ever if (row := self._value(RAD, each)) is not None]
        as_recorded = sorted(rows, key=lambda row: self.account.first_said(RAD, row[1]))
        return tuple(sorted((row for row, _ in as_recorded), key=lambda row: in_order(row.nummer)))

    @remembered
    def vidaredelegationer(self, ordning: str) -> tuple[VidaredelegationGranted, ...]:
        """What has been passed on under a delegationsordning, in order of the number it names."""
        return self._given(ordning, None)

    def _given(self, ordning: str, nummer: str | None) -> tuple[VidaredelegationGranted, ...]:
        """What has been passed on, of the rows with a number or of all."""
        account = self.account
        candidates = [
            each
            for each in account.keys_having(VIDARE_OF, ordning)
            if any(g and nummer in (None, g.nummer) for _, _, g in account.timeline.entries(VIDARE, each))
        ]
        its = (each for each in candidates if self._value(VIDARE_OF, each) == ordning)
        there = (each for each in its if self._type(each) == "vidaredelegation")
        found = map(self.vidaredelegation, there)
        return tuple(sorted(found, key=lambda each: in_order(each.nummer)))

    def vidaredelegation(self, vidaredelegation: str) -> VidaredelegationGranted:
        """What was passed on.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(vidaredelegation, "vidaredelegation")
        return self.account.certain(VIDARE, vidaredelegation, self.day)

    def passed_on(self, row: Rad) -> tuple[VidaredelegationGranted, ...]:
        """The vidaredelegationer of a row: those that name its number, which meant the same matter then.

        Where several rows have one number, each is passed on whose matter had it then.
        """
        if not row.far_vidaredelegeras:
            return ()
        given = self._given(row.ordning, row.nummer)
        return tuple(each for each in given if self._meant(each, row.arende))

    def rows_numbered(self, ordning: str, nummer: str) -> tuple[Rad, ...]:
        """The rows that have a number: mostly one."""
        return tuple(row for row in self.rader(ordning) if row.nummer == nummer)

    def rows_first_numbered(self, given: VidaredelegationGranted) -> tuple[Rad, ...]:
        """The rows that had the number of a vidaredelegation on its first day."""
        began = self.account.beginning(given.vidaredelegation)
        then = AskingDelegation(self.account, began[0]) if began else None
        return then.rows_numbered(given.ordning, given.nummer) if then else ()

    def why_dangling(self, given: VidaredelegationGranted) -> Dangling | None:
        """Why a vidaredelegation says nothing any more; None when it stands."""
        if self._type(given.ordning) != "delegationsordning":
            return "ordning"
        rows = self.rows_numbered(given.ordning, given.nummer)
        if not rows:
            return "nummer"
        meant = [row for row in rows if self._meant(given, row.arende)]
        if not meant:
            return "arende"
        if not any(row.far_vidaredelegeras for row in meant):
            return "vidare"
        return "borta" if any(each and not self.exists(each) for each in (given.to, given.enhet)) else None

    def _meant(self, given: VidaredelegationGranted, arende: str) -> bool:
        """Whether the number was that of a row about the matter when it was passed on."""
        began = self.account.beginning(given.vidaredelegation)
        then = AskingDelegation(self.account, began[0]).rader_om(given.ordning, arende) if began else ()
        return any(row.nummer == given.nummer for row in then)

    def withheld(self, ordning: str, arende: str) -> tuple[str, ...]:
        """The titles that are on record as not having the right in a matter."""
        ever = (each for each in self.account.keys_from(WITHHELD, ordning) if each.arende == arende)
        return tuple(each.title for each in ever if self._value(WITHHELD, each))

    def deputy(self, befattning: str) -> str | None:
        """The standing deputy of a befattning."""
        found = self._value(DEPUTY, befattning)
        return found if found is not None and self.exists(found) else None

    @remembered
    def delegations(self, befattning: str) -> tuple[Delegation, ...]:
        """The rights to decide that a befattning has, under the nämnder of the enheter it is in or leads.

        Those a chef above has because the ordning gives them what is given below are not among them.

        Raises:
            UnknownThing: there is no befattning with that id; NotOnThisDay if only on other days.
        """
        self._require(befattning, "befattning")
        return tuple(each for ordning in self.ordningar() for each in self._delegations(ordning, befattning))

    @remembered
    def ordningar(self) -> tuple[str, ...]:
        """The delegationsordningar in force, one of each nämnd."""
        adopted = dict.fromkeys(
            self._value(ORDNING_OF, each) for each in self.account.chronicle.keys(ORDNING_OF)
        )
        found = (self.ordning_of(namnd) for namnd in adopted if namnd is not None)
        return tuple(ordning for ordning in found if ordning is not None)

    def _delegations(self, ordning: str, befattning: str) -> Iterator[Delegation]:
        namnd = self.ordning(ordning).namnd
        for row in self.rader(ordning):
            if befattning in row.delegat or self.is_meant(befattning, row.delegat_typ, namnd, row.enhet):
                yield Delegation(row, "delegat")
            elif befattning in row.ersattare:
                yield Delegation(row, "ersättare")
            for each in self.passed_on(row):
                if befattning == each.to or self.is_meant(
                    befattning, each.to_typ, namnd, row.enhet, each.enhet
                ):
                    yield Delegation(row, "vidaredelegat", each)

    def is_meant(self, befattning: str, title: str | None, namnd: str, *within: str | None) -> bool:
        """Whether a title means the befattning in some matter of a nämnd, of an enhet in all of ``within``.

        It does for the enheter in whose line nobody nearer has the title; see `titled_in_line`.
        """
        if title is None or not self.is_called(befattning, title):
            return False
        waiting = list(self._stands_in(befattning))
        for each in waiting:
            if namnd in self.namnder(each) and {None, *self.path(each)}.issuperset(within):
                return True
            waiting += [child for child in self.children(each) if not self._titled_in(title, child)]
        return False

    @remembered
    def titled_in_line(self, title: str, enhet: str) -> tuple[str, ...]:
        """The befattningar with a title that lead the enhet or are placed in it, or else the next above.

        A befattning that leads enheter is in the line of those, wherever it is placed.
        """
        found = (self._titled_in(title, each) for each in reversed(self.path(enhet)))
        return next((posts for posts in found if posts), ())

    @remembered
    def _titled_in(self, title: str, enhet: str) -> tuple[str, ...]:
        placed = (post for post in self.befattningar(enhet) if not self.leads(post))
        posts = dict.fromkeys((*self.leaders(enhet), *placed))
        return tuple(post for post in posts if self.is_called(post, title))

    def _stands_in(self, befattning: str) -> tuple[str, ...]:
        """The enheter in whose line a befattning is: what it leads or, if that is none, where it is."""
        if led := self.leads(befattning):
            return led
        placed = self.placement(befattning)
        return () if placed is None else (placed,)

    @remembered
    def posts_under(self, namnd: str) -> tuple[str, ...]:
        """The befattningar in enheter that answer to a nämnd."""
        placed = self.account.under_ever(self.account.placed_under_ever(namnd))
        enheter = [each for each in placed if self.is_enhet(each) and namnd in self.namnder(each)]
        posts = (post for each in enheter for post in (*self.leaders(each), *self.befattningar(each)))
        return tuple(dict.fromkeys(posts))

    def is_called(self, befattning: str, title: str | None) -> bool:
        """Whether a row that names a title means the befattning, when it is in the line of the enhet.

        It does not mean a chef whose enheter have all ended: that leads nothing, and is in no line.
        """
        if title == BUDGETANSVARIG:
            return self.is_chef(befattning) and bool(self.befattning(befattning).budgetansvar)
        has_it = title is not None and self.title(befattning).casefold() == title.casefold()
        return has_it and not self.leads_nothing(befattning)


def in_order(nummer: str) -> tuple[tuple[int, int, str], ...]:
    """A row's number as something to sort by: 1.2 before 1.10, A2 before B1.

    >>> sorted(["1.10", "B1", "1.2", "A10", "A2"], key=in_order)
    ['1.2', '1.10', 'A2', 'A10', 'B1']
    """
    parts = re.findall(r"\d+|[^\W\d]+", nummer)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)
