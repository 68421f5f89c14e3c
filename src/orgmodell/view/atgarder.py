"""Questions about åtgärder (what is planned) and förslag (what is proposed)."""

from __future__ import annotations

from datetime import date
from typing import overload

from orgmodell.changes.attributes import (
    ALTERNATIVE,
    ANSVARIGA,
    BESLUTANDE,
    DEADLINE_STATED,
    DEADLINES,
    DEPENDS_ON,
    MADE_BY,
    MENTIONS,
    MET,
    NAME,
    OUTCOME,
    DeadlineOf,
)
from orgmodell.view.asking import Asking
from orgmodell.view.things import Atgard, Forslag


class AskingAtgarder(Asking):
    """What a view answers about åtgärder and förslag."""

    def atgarder(self) -> tuple[str, ...]:
        """What has been planned, whether it is done or not."""
        return self._all("atgard")

    def atgard(self, atgard: str) -> Atgard:
        """What an åtgärd is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(atgard, "atgard")
        account, day = self.account, self.day
        outcome = account.value(OUTCOME, atgard, day)
        return Atgard(
            id=atgard,
            name=account.certain(NAME, atgard, day),
            deadlines=account.certain(DEADLINES, atgard, day),
            stated=account.value(DEADLINE_STATED, atgard, day),
            ansvariga=account.certain(ANSVARIGA, atgard, day),
            beslutande=account.certain(BESLUTANDE, atgard, day),
            depends_on=account.certain(DEPENDS_ON, atgard, day),
            concerns=account.certain(MENTIONS, atgard, day),
            state=outcome.state if outcome else "planerad",  # type: ignore[arg-type]
            outcome=outcome.says if outcome else None,
            met=self.met(atgard),
        )

    def met(self, atgard: str) -> tuple[date, ...]:
        """The deadlines of an åtgärd whose part is done.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(atgard, "atgard")
        deadlines = self.account.certain(DEADLINES, atgard, self.day)
        return tuple(day for day in deadlines if self._value(MET, DeadlineOf(atgard, day)))

    @overload
    def forslag(self, forslag: str) -> Forslag: ...
    @overload
    def forslag(self) -> tuple[str, ...]: ...
    def forslag(self, forslag: str | None = None) -> Forslag | tuple[str, ...]:
        """What a förslag is on the day; left out, what has been proposed, whatever became of it.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        return self._all("forslag") if forslag is None else self._forslag(forslag)

    def _forslag(self, forslag: str) -> Forslag:
        self._require(forslag, "forslag")
        account, day = self.account, self.day
        outcome = account.value(OUTCOME, forslag, day)
        return Forslag(
            id=forslag,
            name=account.certain(NAME, forslag, day),
            made_by=account.value(MADE_BY, forslag, day),
            concerns=account.certain(MENTIONS, forslag, day),
            alternative=account.value(ALTERNATIVE, forslag, day),
            state=outcome.state if outcome else "foreslaget",  # type: ignore[arg-type]
            says=outcome.says if outcome else None,
        )
