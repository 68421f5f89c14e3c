"""Questions about uppdrag: the responsibilities, and who answers for them."""

from __future__ import annotations

from typing import overload

from orgmodell.changes.attributes import CONTRADICTED, MYNDIGHET, NAME, RESPONSIBLE
from orgmodell.view.asking import Asking
from orgmodell.view.things import Uppdrag


class AskingUppdrag(Asking):
    """What a view answers about uppdrag, and what sources say against what is recorded."""

    @overload
    def uppdrag(self, uppdrag: str) -> Uppdrag: ...
    @overload
    def uppdrag(self, *, enhet: str | None = ..., organ: str | None = ...) -> tuple[str, ...]: ...
    def uppdrag(
        self, uppdrag: str | None = None, *, enhet: str | None = None, organ: str | None = None
    ) -> Uppdrag | tuple[str, ...]:
        """What an uppdrag is on the day, and who answers for it; left out, which uppdrag there are.

        Args:
            uppdrag: one of them.
            enhet: only those that this enhet answers for.
            organ: only those that this organ answers for.

        Raises:
            UnknownThing: there is none with that id, or no such enhet or organ on the day; NotOnThisDay if
                only on other days.
        """
        if uppdrag is not None:
            return self._uppdrag(uppdrag)
        if enhet is None and organ is None:
            return self._all("uppdrag")
        return self._uppdrag_of(enhet, organ)

    def _uppdrag(self, uppdrag: str) -> Uppdrag:
        self._require(uppdrag, "uppdrag")
        return Uppdrag(
            id=uppdrag,
            name=self.account.certain(NAME, uppdrag, self.day),
            ansvarig=self.ansvarig(uppdrag),
            myndighetsutovning=bool(self._value(MYNDIGHET, uppdrag)),
        )

    def _uppdrag_of(self, enhet: str | None, organ: str | None) -> tuple[str, ...]:
        for asked, kind in ((enhet, "enhet"), (organ, "organ")):
            if asked is not None:
                self._require(asked, kind)
        answering = [asked for asked in (enhet, organ) if asked is not None]
        ever = {u: None for asked in answering for u in self.account.in_enhet_ever(RESPONSIBLE, asked)}
        inside = (u for u in ever if self.exists(u) and self.ansvarig(u) in answering)
        return tuple(sorted(inside, key=self.account.first_fact))

    def ansvarig(self, uppdrag: str) -> str | None:
        """The enhet or organ that answers for an uppdrag; None when limited knowledge does not have it."""
        return self._there(self.account.enhet_of(RESPONSIBLE, uppdrag, self.day), "enhet", "organ")

    def contradictions(self, thing: str) -> tuple[str, ...]:
        """What sources say of a thing beside what is recorded."""
        ever = self.account.keys_from(CONTRADICTED, thing)
        return tuple(each.says for each in ever if self._value(CONTRADICTED, each))
