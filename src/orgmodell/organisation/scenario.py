"""An alternative: drafts of beslut on top of an organisation's log, asked like the organisation itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from orgmodell.changes import Beslut, BeslutAnnulled, Change, ChangeAnnulled, Recorded, things_named_by
from orgmodell.chronicle import Chronicle
from orgmodell.decide import judge_after
from orgmodell.draft import check
from orgmodell.errors import BeslutAlreadyRecorded, BeslutRefused, UnknownThing
from orgmodell.identity import did_you_mean
from orgmodell.organisation.keeping import MemoryLog, MemoryNames
from orgmodell.organisation.organisation import Organisation
from orgmodell.organisation.view import OrganisationView
from orgmodell.projections import comparison
from orgmodell.projections.comparison import Comparison
from orgmodell.projections.line import Mode
from orgmodell.violations import Violation

if TYPE_CHECKING:
    from orgmodell.log import Verification

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


def compare(
    day: date,
    alternatives: Mapping[str, Organisation],
    *,
    up_to: str | None = None,
    mode: Mode = "struktur",
) -> Comparison:
    """Organisations and scenarios side by side on a day, each under its name; the first is compared with.

    Chefsled are counted by structure, unless ``mode`` says otherwise: proposals seldom say who holds what.

    Raises:
        UnknownThing: there is no befattning ``up_to`` in any of them.
    """
    views = {name: each.on(day) for name, each in alternatives.items()}
    broken = {name: _broken(each, views[name]) for name, each in alternatives.items()}
    return comparison.compare([(name, view, broken[name]) for name, view in views.items()], up_to, mode)


def _broken(each: Organisation, view: OrganisationView) -> list[Violation]:
    """What is broken on the day, and what makes drafts refused on any other; each once."""
    on_the_day = view.violations()
    told = {(v.rule, frozenset(v.things)) for v in on_the_day}
    errors = (v for v in each.broken() if v.severity == "error")
    return [*(v for v in errors if (v.rule, frozenset(v.things)) not in told), *on_the_day]


@attrs.frozen
class Fit:
    """Whether an alternative stands, alone and together with others.

    Attributes:
        name: its name.
        errors: the rules for which it would be refused by itself.
        excludes: the alternatives that it cannot be combined with.
        needs: where it does not stand by itself, the alternatives together with which it does.
    """

    name: str
    errors: tuple[Violation, ...]
    excludes: tuple[str, ...]
    needs: tuple[str, ...]


def fits(of: Organisation, alternatives: Mapping[str, Sequence[Beslut]]) -> tuple[Fit, ...]:
    """Which alternatives stand by themselves, which exclude each other, and which need another.

    Two exclude each other when together they break a rule that neither breaks by itself.
    """
    alone = {name: _errors(of, drafts) for name, drafts in alternatives.items()}
    pairs = {
        frozenset(pair): _errors(of, [*alternatives[pair[0]], *alternatives[pair[1]]])
        for pair in combinations(alternatives, 2)
    }

    def others(name: str) -> Iterator[tuple[str, set[Violation]]]:
        return ((other, set(pairs[frozenset((name, other))])) for other in alternatives if other != name)

    return tuple(
        Fit(
            name,
            errors,
            excludes=tuple(o for o, both in others(name) if both - {*errors, *alone[o]}),
            needs=tuple(o for o, both in others(name) if errors and not both),
        )
        for name, errors in alone.items()
    )


def _errors(of: Organisation, drafts: Sequence[Beslut]) -> tuple[Violation, ...]:
    chronicle = Chronicle(of.up_to_date())
    position = chronicle.position
    for number, draft in enumerate(drafts, position + 1):
        chronicle.record(Recorded(position=number, recorded=of.clock(), beslut=draft))
    return tuple(v for v in judge_after(chronicle, position, of.rules) if v.severity == "error")


class Scenario(Organisation):
    """A named branch of draft beslut on top of an organisation, which they leave as it is.

    It answers every question of an organisation, as if its drafts were recorded. It stands on the log as
    that was when the branch was made; what is recorded later does not show in it, and is told by `adopt`.

    Args:
        alternative: the name of the branch.
        of: the organisation it branches off from; another scenario will do.

    Attributes:
        branched: how many beslut that organisation held when the branch was made.
    """

    def __init__(self, alternative: str, of: Organisation) -> None:
        chronicle = Chronicle(of.up_to_date())
        log, names = MemoryLog(after=chronicle.position), MemoryNames(of.names.all())
        super().__init__(of.name, log, of.rules, of.clock, names, chronicle)
        self.alternative = alternative
        self.of = of
        self.branched = chronicle.position
        self._broken: tuple[Violation, ...] = ()
        self._adopted: dict[str, str] = {}  # draft → what it is recorded as

    def __repr__(self) -> str:
        return f"<Scenario '{self.alternative}' of '{self.name}', drafts: {len(self.drafts())}>"

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
        check(beslut)
        with self._lock:
            if self._already(beslut) is None:
                self._take_in(beslut)
            return self.broken()

    def broken(self) -> tuple[Violation, ...]:
        """Every rule that the drafts together break, warnings too, as if they were one beslut."""
        return self._broken

    def recorded_since(self) -> tuple[Recorded, ...]:
        """What has been recorded in the organisation after the branch was made, in order."""
        return tuple(self.of.up_to_date().records(after=self.branched))

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
        adopted = attrs.evolve(
            draft,
            id=id or draft.id,
            decided=decided or draft.decided,
            decided_by=decided_by or draft.decided_by,
            effective=effective or draft.effective,
            changes=tuple(self._annulling_what_was_adopted(draft)),
        )
        if too_early := tuple(self._annulments_too_early(draft)):
            raise BeslutRefused(adopted.id, too_early)
        if (before := self._stands_as(draft)) not in (None, adopted.id):
            raise BeslutAlreadyRecorded(
                f"draft '{draft.id}' of alternative '{self.alternative}' is adopted already, as '{before}'. "
                f"Annul '{before}' first, or adopt another draft."
            )
        warnings: list[Violation] = []
        recorded = self.of.record(adopted, warnings.extend)
        self._adopted[draft.id] = adopted.id
        since = tuple(r for r in self._of_others() if r.position < recorded.position)
        named = _named(adopted)
        touching = tuple(r for r in since if named & _named(r.beslut))
        return Adoption(recorded, since, touching, tuple(warnings))

    def _stands_as(self, draft: Beslut) -> str | None:
        """The id that a draft was adopted under, if anything of it still counts."""
        adopted, chronicle = self._adopted.get(draft.id), self.of.up_to_date()
        if adopted is None or not any(map(chronicle.account().counts, chronicle.facts_of(adopted))):
            return None
        return adopted

    def _draft(self, beslut: str) -> Beslut:
        drafts = {draft.id: draft for draft in self.drafts()}
        if beslut not in drafts:
            near = did_you_mean(beslut, drafts)
            raise UnknownThing(f"alternative '{self.alternative}' has no draft '{beslut}'{near}")
        return drafts[beslut]

    def _of_others(self) -> Iterator[Recorded]:
        """What has been recorded since the branch was made, but for what was adopted from it."""
        drafts, adopted = self.drafts(), self._adopted.values()
        return (r for r in self.recorded_since() if r.beslut.id not in adopted and r.beslut not in drafts)

    def _annulling_what_was_adopted(self, draft: Beslut) -> Iterator[Change]:
        """The changes of a draft; those that annul another draft name what that is recorded as."""
        for change in draft.changes:
            if isinstance(change, ANNULLING):
                yield attrs.evolve(change, beslut=self._adopted.get(change.beslut, change.beslut))
            else:
                yield change

    def _annulments_too_early(self, draft: Beslut) -> Iterator[Violation]:
        """Where a draft annuls another that is not adopted: what has its id there is something else."""
        waiting = {each.id for each in self.drafts() if not self._is_recorded(each)}
        for number, change in enumerate(draft.changes, 1):
            if isinstance(change, ANNULLING) and change.beslut in waiting:
                message = (
                    f"it annuls draft '{change.beslut}' of alternative '{self.alternative}', which is not "
                    f"adopted. Adopt '{change.beslut}' first, or leave out both."
                )
                day = draft.day_of(change)
                yield Violation("ANNUL", "error", day, (change.beslut,), message, change=number)

    def _is_recorded(self, draft: Beslut) -> bool:
        found = self.of.up_to_date().find(draft.id)
        return draft.id in self._adopted or (found is not None and found.beslut == draft)

    def verify(self, expected_head: str | None = None) -> Verification:
        """Recompute the hash chain of the log that the scenario stands on."""
        return self.of.verify(expected_head)

    def _take_in(self, beslut: Beslut) -> Recorded:
        recorded = super()._take_in(beslut)
        self._broken = judge_after(self._chronicle, self.branched, self.rules)
        return recorded

    def _next_record(self, beslut: Beslut) -> Recorded:
        return attrs.evolve(super()._next_record(beslut), alternative=self.alternative)


def _named(beslut: Beslut) -> set[str]:
    return {thing for change in beslut.changes for thing in things_named_by(change)}
