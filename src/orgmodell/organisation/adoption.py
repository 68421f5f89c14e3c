"""What becomes of the drafts of an alternative, one by one, when they are decided."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import attrs

from orgmodell.changes import Beslut, BeslutAnnulled, Change, ChangeAnnulled, Recorded, things_named_by
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused
from orgmodell.organisation.writable import WritableOrganisation
from orgmodell.violations import Violation
from orgmodell.words import organisation as words

ANNULLING = (BeslutAnnulled, ChangeAnnulled)


@attrs.frozen
class Adoption:
    """What became of a draft that was adopted.

    Attributes:
        recorded: its record in the organisation.
        since: what others recorded there after the scenario was made, in order.
        touching: those of them that name something the draft names too.
        warnings: the rules it breaks that do not refuse it.
    """

    recorded: Recorded
    since: tuple[Recorded, ...]
    touching: tuple[Recorded, ...]
    warnings: tuple[Violation, ...]


class Adoptions:
    """The drafts of an alternative that have been adopted, each once, and what they are recorded as.

    Args:
        alternative: its name.
        of: the organisation it branched off from, and that they are recorded in.
        branched: how many beslut that held then.
    """

    def __init__(self, alternative: str, of: WritableOrganisation, branched: int) -> None:
        self._alternative = alternative
        self._of = of
        self._branched = branched
        self._recorded_as: dict[str, str] = {}  # draft → beslut
        self._lock = threading.Lock()

    def recorded_since(self) -> tuple[Recorded, ...]:
        """What has been recorded in the organisation after the branch was made, in order."""
        return tuple(self._of.up_to_date().records(after=self._branched))

    def adopt(self, draft: Beslut, taken: Beslut, drafts: Sequence[Beslut]) -> Adoption:
        """Record a draft as it was taken; `Scenario.adopt` tells when it is refused.

        Args:
            draft: one of the drafts.
            taken: the same with the id and the days under which it was decided.
            drafts: all of them.
        """
        with self._lock:
            taken = attrs.evolve(taken, changes=tuple(self._annulling_what_was_adopted(draft)))
            if too_early := tuple(self._annulments_too_early(draft, drafts)):
                raise BeslutRefused(taken.id, too_early)
            self._require_not_adopted(draft, taken)
            warnings: list[Violation] = []
            recorded = self._of.record(taken, warnings.extend)
            self._recorded_as[draft.id] = taken.id
            since = tuple(r for r in self._of_others(drafts) if r.position < recorded.position)
        named = _named(taken)
        touching = tuple(r for r in since if named & _named(r.beslut))
        return Adoption(recorded, since, touching, tuple(warnings))

    def _require_not_adopted(self, draft: Beslut, taken: Beslut) -> None:
        before = self._stands_as(draft)
        if before is not None and before != taken.id:
            raise BeslutAlreadyRecorded(words.adopted_already(draft.id, self._alternative, before))

    def _stands_as(self, draft: Beslut) -> str | None:
        """The id that a draft was adopted under, if anything of it still counts."""
        adopted, chronicle = self._recorded_as.get(draft.id), self._of.up_to_date()
        if adopted is None or not any(map(chronicle.account().counts, chronicle.facts_of(adopted))):
            return None
        return adopted

    def _of_others(self, drafts: Sequence[Beslut]) -> Iterator[Recorded]:
        """What has been recorded since the branch was made, but for what was adopted from it."""
        adopted = self._recorded_as.values()
        return (r for r in self.recorded_since() if r.beslut.id not in adopted and r.beslut not in drafts)

    def _annulling_what_was_adopted(self, draft: Beslut) -> Iterator[Change]:
        """The changes of a draft; those that annul another draft name what that is recorded as."""
        for change in draft.changes:
            if isinstance(change, ANNULLING):
                yield attrs.evolve(change, beslut=self._recorded_as.get(change.beslut, change.beslut))
            else:
                yield change

    def _annulments_too_early(self, draft: Beslut, drafts: Sequence[Beslut]) -> Iterator[Violation]:
        """Where a draft annuls another that is not adopted: what has its id there is something else."""
        waiting = {each.id for each in drafts if not self._is_recorded(each)}
        for number, change in enumerate(draft.changes, 1):
            if isinstance(change, ANNULLING) and change.beslut in waiting:
                message = words.annuls_what_is_not_adopted(change.beslut, self._alternative)
                day = draft.day_of(change)
                yield Violation("ANNUL", "error", day, (change.beslut,), message, change=number)

    def _is_recorded(self, draft: Beslut) -> bool:
        found = self._of.up_to_date().find(draft.id)
        return draft.id in self._recorded_as or (found is not None and found.beslut == draft)


def _named(beslut: Beslut) -> set[str]:
    return {thing for change in beslut.changes for thing in things_named_by(change)}
