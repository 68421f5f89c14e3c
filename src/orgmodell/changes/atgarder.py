"""Changes to åtgärder (what is planned), and to förslag (what is proposed)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import (
    ALTERNATIVE,
    ANSVARIGA,
    BESLUTANDE,
    CONTRADICTED,
    DEADLINE_STATED,
    DEADLINES,
    DEPENDS_ON,
    LIFE,
    MADE_BY,
    MENTIONS,
    MET,
    NAME,
    OUTCOME,
    AtgardState,
    Contradiction,
    DeadlineOf,
    ForslagOutcome,
    Outcome,
)
from orgmodell.changes.base import (
    ActorId,
    AnyId,
    AtgardId,
    Change,
    DependencyId,
    ForslagId,
    MentionedId,
    NewAtgardId,
    NewForslagId,
    ProposerId,
    days,
    ids,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "AtgardCancelled",
    "AtgardCompleted",
    "AtgardPlanned",
    "AtgardReassigned",
    "AtgardRescheduled",
    "AtgardState",
    "ContradictionNoted",
    "ForslagDecided",
    "ForslagMade",
    "ForslagOutcome",
    "Outcome",
]


@attrs.frozen
class AtgardPlanned(Change):
    """Something is planned to be done; it is planned until it is completed or cancelled.

    Attributes:
        atgard: its id.
        name: what is to be done, in proper Swedish.
        deadlines: the last day for each part of it; none, when no day is set.
        ansvariga: who are to do it: befattningar, organ, enheter or forums.
        beslutande: who are to decide on it.
        depends_on: what it waits for: other åtgärder, or those who must take part.
        concerns: the ids of what it is about; they need not exist yet.
        deadline_stated: the source's own words for the deadlines, when they are vague.
    """

    stored: ClassVar[str] = "atgard-planned"
    verb: ClassVar[str] = "plan_atgard"
    said: ClassVar[Text] = Text("åtgärd planerad", "åtgärd planned")
    atgard: NewAtgardId
    name: str = attrs.field(kw_only=True)
    deadlines: tuple[date, ...] = attrs.field(default=(), converter=days, kw_only=True)
    ansvariga: tuple[ActorId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    beslutande: tuple[ActorId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    depends_on: tuple[DependencyId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    concerns: tuple[MentionedId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    deadline_stated: str | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.atgard in self.depends_on:
            yield f"'{self.atgard}' " + Text(
                sv="kan inte vänta på sig själv; ta bort den ur depends_on",
                en="cannot wait for itself; leave it out of depends_on",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.atgard, day, "atgard")
        if self.deadline_stated is not None:
            yield DEADLINE_STATED.says(self.atgard, day, self.deadline_stated)
        yield NAME.says(self.atgard, day, self.name)
        yield DEADLINES.says(self.atgard, day, tuple(sorted(self.deadlines)))
        yield ANSVARIGA.says(self.atgard, day, self.ansvariga)
        yield BESLUTANDE.says(self.atgard, day, self.beslutande)
        yield DEPENDS_ON.says(self.atgard, day, self.depends_on)
        yield MENTIONS.says(self.atgard, day, self.concerns)


@attrs.frozen
class AtgardRescheduled(Change):
    """Other deadlines are set for something planned.

    Attributes:
        atgard: what is planned.
        deadlines: the last day for each part of it from now on; none, when no day is set.
        deadline_stated: the source's own words for the deadlines, when they are vague.
    """

    stored: ClassVar[str] = "atgard-rescheduled"
    verb: ClassVar[str] = "reschedule_atgard"
    said: ClassVar[Text] = Text("åtgärd får nya sluttider", "åtgärd rescheduled")
    atgard: AtgardId
    deadlines: tuple[date, ...] = attrs.field(converter=days, kw_only=True)
    deadline_stated: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield DEADLINES.says(self.atgard, day, tuple(sorted(self.deadlines)))
        yield DEADLINE_STATED.says(self.atgard, day, self.deadline_stated)


@attrs.frozen
class AtgardReassigned(Change):
    """Others are to do something planned.

    Attributes:
        atgard: what is planned.
        ansvariga: who are to do it from now on.
    """

    stored: ClassVar[str] = "atgard-reassigned"
    verb: ClassVar[str] = "reassign_atgard"
    said: ClassVar[Text] = Text("åtgärd får ny ansvarig", "åtgärd reassigned")
    atgard: AtgardId
    ansvariga: tuple[ActorId, ...] = attrs.field(converter=ids, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield ANSVARIGA.says(self.atgard, day, self.ansvariga)


@attrs.frozen
class AtgardCompleted(Change):
    """Something planned is done, or that part of it which one of its deadlines is for.

    Attributes:
        atgard: what was planned.
        deadline: the deadline of the part that is done; left out, the whole of it is done.
        outcome: in words, what came of it.
    """

    stored: ClassVar[str] = "atgard-completed"
    verb: ClassVar[str] = "complete_atgard"
    said: ClassVar[Text] = Text("åtgärd avslutad", "åtgärd completed")
    atgard: AtgardId
    deadline: date | None = attrs.field(default=None, kw_only=True)
    outcome: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        done = Outcome("avslutad", self.outcome)
        if self.deadline is None:
            yield OUTCOME.says(self.atgard, day, done)
        else:
            yield MET.says(DeadlineOf(self.atgard, self.deadline), day, done)


@attrs.frozen
class AtgardCancelled(Change):
    """Something planned is not to be done.

    Attributes:
        atgard: what was planned.
        reason: in words, why.
    """

    stored: ClassVar[str] = "atgard-cancelled"
    verb: ClassVar[str] = "cancel_atgard"
    said: ClassVar[Text] = Text("åtgärd inställd", "åtgärd cancelled")
    atgard: AtgardId
    reason: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield OUTCOME.says(self.atgard, day, Outcome("installd", self.reason))


@attrs.frozen
class ForslagMade(Change):
    """Something is proposed. What it would change does not count: it is an alternative, not the organisation.

    Attributes:
        forslag: its id.
        name: what is proposed, in proper Swedish.
        made_by: who proposes it: an organ, befattning, enhet, forum or person.
        concerns: the ids of what it is about; they need not exist.
        alternative: the name of the alternative that says what it would change.
    """

    stored: ClassVar[str] = "forslag-made"
    verb: ClassVar[str] = "make_forslag"
    said: ClassVar[Text] = Text("förslag lagt", "förslag made")
    forslag: NewForslagId
    name: str = attrs.field(kw_only=True)
    made_by: ProposerId | None = attrs.field(default=None, kw_only=True)
    concerns: tuple[MentionedId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    alternative: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.forslag, day, "forslag")
        yield NAME.says(self.forslag, day, self.name)
        yield MENTIONS.says(self.forslag, day, self.concerns)
        if self.made_by is not None:
            yield MADE_BY.says(self.forslag, day, self.made_by)
        if self.alternative is not None:
            yield ALTERNATIVE.says(self.forslag, day, self.alternative)


@attrs.frozen
class ForslagDecided(Change):
    """A proposal is settled. What it would have changed is changed only by changes of their own.

    Attributes:
        forslag: what was proposed.
        outcome: antaget, avslaget or besvarat (a motion that is answered, and nothing changes).
        says: the decision in words.
    """

    stored: ClassVar[str] = "forslag-decided"
    verb: ClassVar[str] = "decide_forslag"
    said: ClassVar[Text] = Text("förslag avgjort", "förslag decided")
    forslag: ForslagId
    outcome: ForslagOutcome = attrs.field(kw_only=True)
    says: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield OUTCOME.says(self.forslag, day, Outcome(self.outcome, self.says))


@attrs.frozen
class ContradictionNoted(Change):
    """A source says something else of a thing than what is recorded; answers about the thing tell it.

    Attributes:
        thing: what it is about.
        says: what else is said, in words.
    """

    stored: ClassVar[str] = "contradiction-noted"
    verb: ClassVar[str] = "note_contradiction"
    said: ClassVar[Text] = Text("källan säger också annat", "the source also says otherwise")
    thing: AnyId
    says: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield CONTRADICTED.says(Contradiction(self.thing, self.says), day, True)


class DraftingAtgarder(Drafting):
    """Its verbs, for a beslut being written."""

    plan_atgard = Verb(AtgardPlanned)
    reschedule_atgard = Verb(AtgardRescheduled)
    reassign_atgard = Verb(AtgardReassigned)
    complete_atgard = Verb(AtgardCompleted)
    cancel_atgard = Verb(AtgardCancelled)
    make_forslag = Verb(ForslagMade)
    decide_forslag = Verb(ForslagDecided)
    note_contradiction = Verb(ContradictionNoted)
