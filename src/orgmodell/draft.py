"""A beslut being written: one imperative method per kind of change."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Generic, ParamSpec

import attrs

from orgmodell.changes import (
    ArendeDefined,
    AtgardCancelled,
    AtgardCompleted,
    AtgardPlanned,
    AtgardReassigned,
    AtgardRescheduled,
    AvtalConcluded,
    AvtalEnded,
    BefattningCreated,
    BefattningMoved,
    BefattningRetitled,
    BefattningWithdrawn,
    Beslut,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    ContradictionNoted,
    DelegationChanged,
    DelegationGranted,
    DelegationRevoked,
    DelegationsordningAdopted,
    DelegationsordningRepealed,
    DelegationWithheld,
    DeputyDesignated,
    EnhetAliasAdded,
    EnhetCreated,
    EnhetDissolved,
    EnheterMerged,
    EnhetMoved,
    EnhetPlacedUnderNamnd,
    EnhetReclassified,
    EnhetRemovedFromNamnd,
    EnhetRenamed,
    EnhetSplit,
    ForslagDecided,
    ForslagMade,
    ForumCreated,
    ForumDissolved,
    ForumMemberAdded,
    ForumMemberRemoved,
    ForumSeatFilled,
    ForumSeatsAdded,
    HeadcountStated,
    HolderAppointed,
    HolderReleased,
    InstrumentRenewed,
    InstrumentTransferred,
    LeadershipAssigned,
    LeadershipEnded,
    LedamotElected,
    LedamotReleased,
    OrganCreated,
    OrganDissolved,
    OrganRenamed,
    OverenskommelseEnded,
    OverenskommelseMade,
    PlannedEndChanged,
    ReglementeAdopted,
    RelationEnded,
    RelationEstablished,
    ReportingChanged,
    RollAssigned,
    RollEnded,
    UppdragCreated,
    UppdragEnded,
    UppdragSplit,
    UppdragTransferred,
    UtforareRegistered,
    UtforareRemoved,
    VacancyDeclared,
    VidaredelegationGranted,
    VidaredelegationRevoked,
)
from orgmodell.characters import text_problem
from orgmodell.errors import InvalidChange
from orgmodell.identity import did_you_mean
from orgmodell.words import Text

P = ParamSpec("P")


class Verb(Generic[P]):
    """A method of the builder that adds one change; its parameters are the change's own fields."""

    def __init__(self, change: Callable[P, Change]) -> None:
        self._change = change
        self.__doc__ = change.__doc__

    def __set_name__(self, owner: type[Draft], name: str) -> None:
        self._name = name
        self._signature = inspect.signature(self._change)

    def __get__(self, draft: Draft, owner: type[Draft]) -> Callable[P, None]:
        def add(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                self._signature.bind(*args, **kwargs)
            except TypeError as error:
                near = (did_you_mean(k, self._signature.parameters) for k in kwargs if k in str(error))
                raise TypeError(f"{self._name}(): {error}{next(near, '')}") from None
            draft.add(self._change(*args, **kwargs))

        add.__doc__, add.__name__ = self.__doc__, self._name
        add.__signature__ = self._signature  # type: ignore[attr-defined]
        return add


class Draft:
    """Collects the changes of one beslut; `Organisation.beslut` gives one that records itself.

    Every method also takes ``effective``, ``stated``, ``source`` and ``mark`` (see `Change`).
    """

    def __init__(self, head: Beslut) -> None:
        check(head)
        self._head = head
        self._changes: list[Change] = list(head.changes)

    def add(self, change: Change) -> None:
        """Add a change that is already made.

        Raises:
            InvalidChange: it cannot be meant, whatever the organisation looks like.
        """
        check_change(change, self._head)
        self._changes.append(change)

    def finished(self) -> Beslut:
        """The beslut as drafted so far."""
        return attrs.evolve(self._head, changes=tuple(self._changes))

    create_enhet = Verb(EnhetCreated)
    rename_enhet = Verb(EnhetRenamed)
    reclassify_enhet = Verb(EnhetReclassified)
    move_enhet = Verb(EnhetMoved)
    merge_enheter = Verb(EnheterMerged)
    split_enhet = Verb(EnhetSplit)
    dissolve_enhet = Verb(EnhetDissolved)
    add_alias = Verb(EnhetAliasAdded)
    place_under_namnd = Verb(EnhetPlacedUnderNamnd)
    remove_from_namnd = Verb(EnhetRemovedFromNamnd)
    state_headcount = Verb(HeadcountStated)
    create_organ = Verb(OrganCreated)
    rename_organ = Verb(OrganRenamed)
    dissolve_organ = Verb(OrganDissolved)
    elect_ledamot = Verb(LedamotElected)
    release_ledamot = Verb(LedamotReleased)
    create_befattning = Verb(BefattningCreated)
    retitle_befattning = Verb(BefattningRetitled)
    move_befattning = Verb(BefattningMoved)
    withdraw_befattning = Verb(BefattningWithdrawn)
    assign_leadership = Verb(LeadershipAssigned)
    end_leadership = Verb(LeadershipEnded)
    change_reporting = Verb(ReportingChanged)
    appoint = Verb(HolderAppointed)
    release = Verb(HolderReleased)
    declare_vacancy = Verb(VacancyDeclared)
    create_uppdrag = Verb(UppdragCreated)
    transfer_uppdrag = Verb(UppdragTransferred)
    split_uppdrag = Verb(UppdragSplit)
    end_uppdrag = Verb(UppdragEnded)
    assign_roll = Verb(RollAssigned)
    end_roll = Verb(RollEnded)
    relate = Verb(RelationEstablished)
    end_relation = Verb(RelationEnded)
    register_utforare = Verb(UtforareRegistered)
    remove_utforare = Verb(UtforareRemoved)
    conclude_avtal = Verb(AvtalConcluded)
    end_avtal = Verb(AvtalEnded)
    make_overenskommelse = Verb(OverenskommelseMade)
    end_overenskommelse = Verb(OverenskommelseEnded)
    renew_instrument = Verb(InstrumentRenewed)
    transfer_instrument = Verb(InstrumentTransferred)
    create_forum = Verb(ForumCreated)
    dissolve_forum = Verb(ForumDissolved)
    add_forum_member = Verb(ForumMemberAdded)
    remove_forum_member = Verb(ForumMemberRemoved)
    add_forum_seats = Verb(ForumSeatsAdded)
    fill_forum_seat = Verb(ForumSeatFilled)
    change_planned_end = Verb(PlannedEndChanged)
    plan_atgard = Verb(AtgardPlanned)
    reschedule_atgard = Verb(AtgardRescheduled)
    reassign_atgard = Verb(AtgardReassigned)
    complete_atgard = Verb(AtgardCompleted)
    cancel_atgard = Verb(AtgardCancelled)
    make_forslag = Verb(ForslagMade)
    decide_forslag = Verb(ForslagDecided)
    note_contradiction = Verb(ContradictionNoted)
    define_arende = Verb(ArendeDefined)
    adopt_reglemente = Verb(ReglementeAdopted)
    adopt_delegationsordning = Verb(DelegationsordningAdopted)
    repeal_delegationsordning = Verb(DelegationsordningRepealed)
    grant_delegation = Verb(DelegationGranted)
    change_delegation = Verb(DelegationChanged)
    revoke_delegation = Verb(DelegationRevoked)
    withhold_delegation = Verb(DelegationWithheld)
    grant_vidaredelegation = Verb(VidaredelegationGranted)
    revoke_vidaredelegation = Verb(VidaredelegationRevoked)
    designate_deputy = Verb(DeputyDesignated)
    annul_beslut = Verb(BeslutAnnulled)
    annul_change = Verb(ChangeAnnulled)


def check(beslut: Beslut) -> None:
    """Raise InvalidChange for what is wrong with a beslut whatever the organisation looks like."""
    for problem in beslut.problems():
        raise InvalidChange(f"beslut {beslut.id!r}: " + problem)
    for change in beslut.changes:
        check_change(change, beslut)


def check_change(change: Change, head: Beslut) -> None:
    """Raise InvalidChange for what is wrong with a change whatever the organisation looks like."""
    for problem in head.problems_with(change):
        raise InvalidChange(f"{change.verb}: " + problem)


def check_name(person: str, name: str) -> None:
    """Raise InvalidChange for a name that a person cannot be given: it is shown on one line, like any text.

    Raises:
        InvalidChange: it is empty, or holds a character that does not show.
    """
    if problem := text_problem(name):
        whose = Text(f"namnet på '{person}'", f"the name of '{person}'")
        raise InvalidChange(whose + f", {name!r}, " + problem)
