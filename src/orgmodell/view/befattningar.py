"""Questions about befattningar: the posts, what they lead and who holds them."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell.changes.attributes import (
    BUDGETANSVAR,
    HOLDS,
    LEADS,
    NAME,
    PERSONALANSVAR,
    PLACEMENT,
    REPORTS_TO,
    VACANT,
    Appointment,
)
from orgmodell.view.asking import Asking
from orgmodell.view.things import Befattning, Chef, Holder


class AskingBefattningar(Asking):
    """What a view answers about befattningar."""

    def befattningar(self, enhet: str | None = None) -> tuple[str, ...]:
        """The befattningar placed in an enhet; without enhet, all of them."""
        if enhet is None:
            return self._all("befattning")
        self._require(enhet, "enhet")
        posts = filter(self.is_befattning, self.account.placed_ever(enhet))
        inside = (post for post in posts if self.placement(post) == enhet)
        return tuple(sorted(inside, key=self.account.first_fact))

    def befattning(self, befattning: str) -> Befattning:
        """What a befattning is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(befattning, "befattning")
        account, day = self.account, self.day
        enhet = account.enhet_of(PLACEMENT, befattning, day)
        assert enhet is not None
        return Befattning(
            id=befattning,
            title=account.certain(NAME, befattning, day),
            enhet=enhet,
            leads=self.leads(befattning),
            personalansvar=account.value(PERSONALANSVAR, befattning, day),
            budgetansvar=account.value(BUDGETANSVAR, befattning, day),
        )

    def title(self, befattning: str) -> str:
        """The title of a befattning on the day."""
        return self.account.name(befattning, self.day)

    def placement(self, befattning: str) -> str | None:
        """The enhet a befattning is placed in; None when limited knowledge does not have it."""
        return self._there(self.account.enhet_of(PLACEMENT, befattning, self.day), "enhet")

    def leads(self, befattning: str) -> tuple[str, ...]:
        """The enheter a befattning leads."""
        self._require(befattning, "befattning")
        ever = (each for each in self.account.keys_to(LEADS, befattning) if self.is_enhet(each.enhet))
        return tuple(each.enhet for each in ever if self._value(LEADS, each))

    def leads_nothing(self, befattning: str) -> bool:
        """Whether a befattning is recorded to lead enheter that have all ended: a chef of nothing."""
        self._require(befattning, "befattning")
        return bool(self.account.leads_only_what_ended(befattning, self.day))

    def leaders(self, enhet: str) -> tuple[str, ...]:
        """The befattningar that lead an enhet: one, none, or (in samledarskap) several."""
        self._require(enhet, "enhet")
        return self.account.leaders(enhet, self.day)

    def leader(self, enhet: str) -> str | None:
        """The befattning that leads an enhet, held or not; None when none does."""
        return next(iter(self.leaders(enhet)), None)

    def holders(self, befattning: str) -> tuple[Holder, ...]:
        """Who holds a befattning: acting holders first, then the ordinarie."""
        self._require(befattning, "befattning")
        found = [Holder(each.person, each.form) for each in self.appointments(befattning)]
        return tuple(sorted(found, key=_is_ordinarie) if len(found) > 1 else found)

    def appointments(self, befattning: str) -> tuple[Appointment, ...]:
        """The appointments by which a befattning is held, in recorded order."""
        value, day = self.account.value, self.day
        ever = self.account.appointments_ever(befattning)
        return tuple([each for each in ever if value(HOLDS, each, day)])

    def chef(self, enhet: str) -> Chef | None:
        """Who is chef of an enhet; an acting holder goes before the ordinarie.

        None when no befattning leads it or nobody holds the one that does; `leader` tells which.
        """
        return self.chef_of(self.leaders(enhet))

    def chef_of(self, leaders: Iterable[str]) -> Chef | None:
        """Who is chef by befattningar that lead an enhet: the first that is held, by the holder who acts."""
        for befattning in leaders:
            for holder in self.holders(befattning):
                return Chef(befattning, holder.person, holder.form)
        return None

    def is_chef(self, befattning: str) -> bool:
        """Whether a befattning leads an enhet and answers for its staff (domain: chef)."""
        return bool(self.leads(befattning)) and self._value(PERSONALANSVAR, befattning) is not False

    def is_vacant(self, befattning: str) -> bool:
        """Whether nobody holds a befattning that is declared vacant or that somebody has held.

        A befattning nobody was ever recorded as holding is not vacant: it is not known. One whose holder was
        released on the very day of the appointment is.
        """
        if self.holders(befattning):
            return False
        account, day = self.account, self.day
        if account.value(VACANT, befattning, day):
            return True
        ever = account.appointments_ever(befattning)
        held = (step for appointment in ever for step in account.held(HOLDS, appointment))
        if any(step.start <= day for step in held):
            return True
        return any(account.was_said(HOLDS, appointment, day) for appointment in ever)

    def reports_to(self, befattning: str) -> str | None:
        """The befattning it reports to by decision, against the line; None: it follows the line."""
        return self._there(self._value(REPORTS_TO, befattning), "befattning")

    def reporters(self, befattning: str) -> tuple[str, ...]:
        """The befattningar that report to it by decision, against the line."""
        candidates = self.account.keys_having(REPORTS_TO, befattning)
        return tuple(b for b in candidates if self.is_befattning(b) and self.reports_to(b) == befattning)


def _is_ordinarie(holder: Holder) -> bool:
    return holder.form == "ordinarie"
