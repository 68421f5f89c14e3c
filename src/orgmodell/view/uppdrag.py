"""Questions about uppdrag: the responsibilities, and who answers for them."""

from __future__ import annotations

from orgmodell.changes.attributes import CONTRADICTED, MYNDIGHET, NAME, RESPONSIBLE
from orgmodell.view.asking import Asking
from orgmodell.view.remembered import remembered
from orgmodell.view.things import Uppdrag


class AskingUppdrag(Asking):
    """What a view answers about uppdrag, and what sources say against what is recorded."""

    def uppdrag(self, enhet: str | None = None, organ: str | None = None) -> tuple[str, ...]:
        """The uppdrag that an enhet or an organ answers for; without either, all of them.

        Raises:
            UnknownThing: there is no such enhet or organ on the day.
        """
        if enhet is None and organ is None:
            return self._all("uppdrag")
        for asked, kind in ((enhet, "enhet"), (organ, "organ")):
            if asked is not None:
                self._require(asked, kind)
        answering = [asked for asked in (enhet, organ) if asked is not None]
        ever = {u: None for asked in answering for u in self.account.in_enhet_ever(RESPONSIBLE, asked)}
        inside = (u for u in ever if self.exists(u) and self.ansvarig(u) in answering)
        return tuple(sorted(inside, key=self.account.first_fact))

    def uppdraget(self, uppdrag: str) -> Uppdrag:
        """What an uppdrag is on the day, and who answers for it.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(uppdrag, "uppdrag")
        return Uppdrag(
            id=uppdrag,
            name=self.account.value(NAME, uppdrag, self.day),
            ansvarig=self.ansvarig(uppdrag),
            myndighetsutovning=bool(self._value(MYNDIGHET, uppdrag)),
        )

    @remembered
    def ansvarig(self, uppdrag: str) -> str | None:
        """The enhet or organ that answers for an uppdrag; None when limited knowledge does not have it."""
        return self._there(self.account.enhet_of(RESPONSIBLE, uppdrag, self.day), "enhet", "organ")

    def contradictions(self, thing: str) -> tuple[str, ...]:
        """What sources say of a thing beside what is recorded."""
        keys = (key for key in self.account.keys_having(CONTRADICTED, thing) if key[0] == thing)
        return tuple(key[1] for key in keys if self._value(CONTRADICTED, key))
