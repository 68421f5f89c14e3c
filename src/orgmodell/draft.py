"""A beslut being written: one imperative method per kind of change."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, Generic, Literal, ParamSpec, get_args, get_origin, get_type_hints

import attrs
import msgspec

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
    Rad,
    ReglementeAdopted,
    RelationEnded,
    RelationEstablished,
    ReportingChanged,
    RollAssigned,
    RollEnded,
    Source,
    UppdragCreated,
    UppdragEnded,
    UppdragSplit,
    UppdragTransferred,
    UtforareRegistered,
    UtforareRemoved,
    VacancyDeclared,
    VidaredelegationGranted,
    VidaredelegationRevoked,
    named_by,
)
from orgmodell.characters import text_problem
from orgmodell.errors import InvalidChange
from orgmodell.identity import did_you_mean, is_slug, slug

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
    for problem in head_problems(beslut):
        raise InvalidChange(f"beslut {beslut.id!r}: {problem}")
    for change in beslut.changes:
        check_change(change, beslut)


def head_problems(beslut: Beslut) -> Iterator[str]:
    """What is wrong with a beslut, its changes apart."""
    wrong_types = list(_type_problems(beslut))
    yield from wrong_types or _text_problems(beslut)


def check_change(change: Change, head: Beslut) -> None:
    """Raise InvalidChange for what is wrong with a change whatever the organisation looks like."""
    for problem in problems(change, head):
        raise InvalidChange(f"{change.verb}: {problem}")


def problems(change: Change, head: Beslut) -> Iterator[str]:
    """What is wrong with a change, in a beslut with this head, whatever the organisation looks like."""
    wrong_types = list(_type_problems(change))
    if wrong_types:
        yield from wrong_types
        return
    for field, _, thing in named_by(change):
        if not is_slug(thing):
            near = f", as '{slug(thing)}'" if slug(thing) else ""
            yield f"{field} '{thing}' is not an id: use a–z, 0–9 and single hyphens{near}"
    yield from _text_problems(change)
    day = head.day_of(change)
    if day == date.min:
        yield f"nothing can take effect on {day}: the calendar has no day before it; correct the day"
    match change:
        case EnhetCreated(planned_end=date() as end) | ForumCreated(planned_end=date() as end) if end < day:
            yield f"planned_end {end} is before the day it begins, {day}"
        case EnheterMerged(enheter=enheter, into=into):
            if not enheter:
                yield "enheter is empty: name at least one enhet to merge"
            if into in enheter:
                yield f"'{into}' cannot be merged into itself"
        case EnhetSplit(enhet=enhet, into=parts):
            if len(parts) < 2:
                yield "into names fewer than two enheter; use dissolve_enhet with a successor"
            if enhet in parts:
                yield f"'{enhet}' ends when it is split; give the part that goes on another id"
        case UppdragSplit(uppdrag=uppdrag, into=parts):
            if len(parts) < 2:
                yield "into names fewer than two uppdrag; use transfer_uppdrag to move the whole"
            if uppdrag in parts:
                yield f"'{uppdrag}' ends when it is split; give the part that stays another id"
        case (
            HolderAppointed(until=date() as until)
            | LedamotElected(until=date() as until)
            | AvtalConcluded(until=date() as until)
            | OverenskommelseMade(until=date() as until)
            | InstrumentRenewed(until=date() as until)
        ) if until <= day:
            yield f"until {until} is not after the day it begins, {day}; until is the first day no longer"
        case (
            AvtalConcluded(bestallare=one, utforare=other)
            | OverenskommelseMade(bestallare=one, utforare=other)
        ) if one == other:
            yield f"'{one}' is both bestallare and utforare; name another utforare"
        case InstrumentTransferred(bestallare=None, utforare=None):
            yield "state who takes over: bestallare, utforare or both"
        case RelationEstablished(thing=thing, to=to) if thing == to:
            yield f"'{thing}' is related to itself; name another thing in to"
        case ForumMemberAdded(forum=forum, member=member) if forum == member:
            yield f"'{forum}' cannot be a member of itself"
        case ForumSeatsAdded(seats=()):
            yield "seats is empty: name at least one seat, as [plats-1]"
        case AtgardPlanned(atgard=atgard, depends_on=others) if atgard in others:
            yield f"'{atgard}' cannot wait for itself; leave it out of depends_on"
        case ReglementeAdopted(omraden=()):
            yield "omraden is empty: name at least one verksamhetsområde, as [socialtjänst]"
        case DelegationsordningAdopted(ordning=ordning, replaces=other) if ordning == other:
            yield f"'{ordning}' cannot replace itself; give the new version another id"
        case DelegationsordningAdopted(karenstid=months) if months < 0:
            yield "karenstid is a number of months; it is not negative"
        case DelegationGranted() | DelegationChanged():
            yield from _row_problems(change)
        case VidaredelegationGranted(to=None, to_typ=None):
            yield "state to whom it is passed on: to (a befattning) or to_typ (a title)"
        case VidaredelegationGranted(to=str(), to_typ=str()):
            yield "state either to (a befattning) or to_typ (a title), not both"
        case DeputyDesignated(befattning=befattning, deputy=deputy) if befattning == deputy:
            yield f"'{befattning}' cannot be its own deputy"
        case BeslutAnnulled(beslut=beslut) | ChangeAnnulled(beslut=beslut) if beslut == head.id:
            yield "a beslut cannot annul itself; leave the change out"
        case HeadcountStated(medarbetare=None, arsarbetare=None, uppdragstagare=None):
            yield "state at least one of medarbetare, arsarbetare and uppdragstagare"
        case HeadcountStated(medarbetare=heads, arsarbetare=full_time, uppdragstagare=commissioned):
            if min(number or 0 for number in (heads, full_time, commissioned)) < 0:
                yield "a number of people is not negative"


def _row_problems(row: Rad) -> Iterator[str]:
    named = [bool(row.delegat), row.delegat_typ is not None, row.automatiserad]
    if sum(named) == 0:
        yield "state who may decide: delegat, delegat_typ (a title) or automatiserad"
    if sum(named) > 1:
        yield "state only one of delegat, delegat_typ and automatiserad"
    if row.belopp is not None and row.belopp < 0:
        yield "belopp is not negative"


def _text_problems(value: Change | Beslut) -> Iterator[str]:
    """Texts are shown on one line: they are not empty, and every character in them shows."""
    for name, text in _texts_of(value):
        if isinstance(text, str) and (problem := text_problem(text)):
            yield f"{name} {problem}" if not text.strip() else f"{name} {text!r} {problem}"
    source = value.source or Source()
    for part, text in (("document", source.document), ("place", source.place), ("quote", source.quote)):
        breaks = "\n" if part == "quote" else ""  # what is quoted may have more than one line
        if text and text.strip() and (problem := text_problem(text, breaks)):
            yield f"source: {part} {text!r} {problem}"


def _texts_of(value: Change | Beslut) -> Iterator[tuple[str, object]]:
    for field in attrs.fields(type(value)):
        found = getattr(value, field.name)
        yield from ((field.name, each) for each in (found if isinstance(found, tuple) else (found,)))


def check_name(person: str, name: str) -> None:
    """Raise InvalidChange for a name that a person cannot be given: it is shown on one line, like any text.

    Raises:
        InvalidChange: it is empty, or holds a character that does not show.
    """
    if problem := text_problem(name):
        raise InvalidChange(f"the name of '{person}', {name!r}, {problem}")


_types_of = cache(get_type_hints)


def _type_problems(value: Change | Beslut) -> Iterator[str]:
    cls: Any = type(value)
    hints = _types_of(cls)
    for field in attrs.fields(cls):
        if field.name != "changes":
            try:
                msgspec.convert(getattr(value, field.name), hints[field.name], builtin_types=(date, datetime))
            except msgspec.ValidationError as error:
                allowed = ", ".join(_choices(hints[field.name]))
                one_of = f"; one of {allowed}" if allowed else ""
                yield f"{field.name}: {str(error)[0].lower()}{str(error)[1:]}{one_of}"


def _choices(hint: Any) -> tuple[str, ...]:
    """The values a field may have, where they are few and known."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next((found for arm in get_args(hint) if (found := _choices(arm))), ())
