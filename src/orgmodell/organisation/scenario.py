"""An alternative: drafts of beslut on top of an organisation's log, asked like the organisation itself."""

from __future__ import annotations

from datetime import date

import attrs

from orgmodell.changes import Beslut, Recorded
from orgmodell.errors import UnknownThing
from orgmodell.identity import suggested
from orgmodell.organisation.adoption import Adoption, Adoptions
from orgmodell.organisation.keeping import MemoryNames
from orgmodell.organisation.writable import WritableOrganisation
from orgmodell.violations import Violation
from orgmodell.words import organisation as words


class Scenario(WritableOrganisation):
    """A named branch of draft beslut on top of an organisation, which they leave as it is.

    It answers every question of an organisation, as if its drafts were recorded. It stands on the log as
    that was when the branch was made; what is recorded later does not show in it, and is told by `adopt`.

    Args:
        alternative: the name of the branch.
        of: the organisation it branches off from; another scenario will do.

    Attributes:
        branched: how many beslut that organisation held when the branch was made.
    """

    alternative: str

    def __init__(self, alternative: str, of: WritableOrganisation) -> None:
        super().__init__(of.name, of._recorder.branch(alternative), MemoryNames(of.names.all()))
        self.alternative = alternative
        self.of = of
        self.read_as(of)
        self.branched = self._chronicle.position
        self._adoptions = Adoptions(alternative, of, self.branched)
        self._judged: tuple[int, tuple[Violation, ...]] = (self.branched, ())  # as it stood at a position

    def __repr__(self) -> str:
        return f"<Scenario '{self.alternative}' of '{self.name}', drafts: {len(self.drafts())}>"

    def scenario(self, name: str) -> Scenario:
        """A branch of the branch: a variant of the alternative, which is adopted into it."""
        return Scenario(name, self)

    def drafts(self) -> tuple[Beslut, ...]:
        """The beslut of the branch, in order."""
        return tuple(record.beslut for record in self.up_to_date().records(after=self.branched))

    def propose(self, beslut: Beslut) -> tuple[Violation, ...]:
        """Take in a draft even if it breaks rules, to see what it would mean; `record` refuses it.

        Returns:
            What the drafts together break, warnings too.

        Raises:
            BeslutAlreadyRecorded: the id is taken by another content.
            InvalidChange: it cannot be meant, whatever is recorded.
        """
        self._recorder.propose(beslut)
        return self.broken()

    def broken(self) -> tuple[Violation, ...]:
        """Every rule that the drafts together break, warnings too, as if they were one beslut."""
        position = self.up_to_date().position
        at, broken = self._judged
        if at != position:
            broken = self._recorder.judged_since(self.branched)
            self._judged = (position, broken)
        return broken

    def recorded_since(self) -> tuple[Recorded, ...]:
        """What has been recorded in the organisation after the branch was made, in order."""
        return self._adoptions.recorded_since()

    def adopt(
        self,
        beslut: str,
        *,
        id: str | None = None,
        decided: date | None = None,
        decided_by: str | None = None,
        effective: date | None = None,
    ) -> Adoption:
        """Record a draft in the organisation, judged against the log as it then is.

        A draft that annuls another draft annuls what that was adopted as; until it is, it is refused.

        Args:
            beslut: the id of the draft.
            id: what the beslut is cited as, now that it is taken; left out, as in the draft.
            decided: the day it was taken; left out, as in the draft.
            decided_by: who took it; left out, as in the draft.
            effective: the day its changes take effect; left out, as in the draft.

        Raises:
            UnknownThing: the branch has no such draft.
            BeslutRefused: it would break rules in the organisation as that is now; nothing is recorded.
            BeslutAlreadyRecorded: the id is taken by another content, or the draft is adopted already.
        """
        draft = self._draft(beslut)
        taken = attrs.evolve(
            draft,
            id=id or draft.id,
            decided=decided or draft.decided,
            decided_by=decided_by or draft.decided_by,
            effective=effective or draft.effective,
        )
        return self._adoptions.adopt(draft, taken, self.drafts())

    def _draft(self, beslut: str) -> Beslut:
        drafts = {draft.id: draft for draft in self.drafts()}
        if beslut not in drafts:
            raise UnknownThing(words.no_draft(self.alternative, beslut, suggested(beslut, drafts)))
        return drafts[beslut]
