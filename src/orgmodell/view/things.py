"""What is behind an id on one day: enheter, organ and befattningar, and who has them."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import attrs

from orgmodell.changes import (
    AtgardState,
    Form,
    ForslagOutcome,
    ForumRole,
    LedamotRole,
    Rad,
    Regim,
    RelationKind,
    UtforareKind,
    VidaredelegationGranted,
)
from orgmodell.law import Reserved

InstrumentKind = Literal["avtal", "overenskommelse"]


@attrs.frozen
class Enhet:
    """An enhet on one day.

    Attributes:
        id: its id.
        name: its name that day.
        kind: what it is called: förvaltning, avdelning, stab …
        parent: the id of the enhet it is under; None at the top.
        loose_from: the enhet it is recorded to be under, when that is not there: it hangs loose.
        aliases: other names and spellings.
        planned_end: its last planned day, if it is temporary.
    """

    id: str
    name: str
    kind: str
    parent: str | None
    aliases: tuple[str, ...] = ()
    planned_end: date | None = None
    loose_from: str | None = None


@attrs.frozen
class Organ:
    """A political body on one day; ``part_of`` is the organ it belongs to, as an utskott to a nämnd."""

    id: str
    name: str
    kind: str
    part_of: str | None


@attrs.frozen
class Befattning:
    """A post on one day: where it is placed and which enheter it leads."""

    id: str
    title: str
    enhet: str
    leads: tuple[str, ...]
    personalansvar: bool | None = None
    budgetansvar: bool | None = None


@attrs.frozen
class Holder:
    """A person who holds a befattning, and in which form."""

    person: str
    form: Form


@attrs.frozen
class Chef:
    """Who is chef of an enhet: the leading befattning, and who holds it in which form."""

    befattning: str
    person: str
    form: Form


@attrs.frozen
class Ledamot:
    """A person who sits in an organ."""

    person: str
    role: LedamotRole


@attrs.frozen
class Uppdrag:
    """A responsibility on one day, and the enhet or organ that answers for it."""

    id: str
    name: str
    ansvarig: str | None
    myndighetsutovning: bool


class Relation(NamedTuple):
    """What something does for another thing."""

    thing: str
    to: str
    kind: RelationKind


@attrs.frozen
class Utforare:
    """Another legal person on one day."""

    id: str
    name: str
    kind: UtforareKind


@attrs.frozen
class Instrument:
    """An avtal or överenskommelse on one day.

    Attributes:
        id: its id.
        kind: "avtal" or "overenskommelse".
        name: what it is called.
        bestallare: the enhet or organ that orders; None when it has ended, which it may once the
            instrument has run out.
        utforare: who performs; None likewise.
        regim: LOU, LOV or annan; None of an överenskommelse.
        until: the first day no longer in force; None: no end is set.
        uppdrag: the uppdrag it is about.
        lagstod: the law that lets myndighetsutövning be handed over, if stated.
        in_force: whether its time has not run out.
    """

    id: str
    kind: InstrumentKind
    name: str
    bestallare: str | None
    utforare: str | None
    regim: Regim | None
    until: date | None
    uppdrag: tuple[str, ...]
    lagstod: str | None
    in_force: bool


class Member(NamedTuple):
    """What is a member of a forum, and in which role."""

    member: str
    role: ForumRole


class Seat(NamedTuple):
    """A seat of a forum; ``person`` is None while nobody fills it."""

    seat: str
    role: ForumRole
    person: str | None


@attrs.frozen
class Forum:
    """A forum on one day.

    Attributes:
        id: its id.
        name: its name.
        kind: what it is called: ledningsgrupp, branschråd, arbetsgrupp …
        part_of: the enhet or organ whose forum it is.
        frequency: how often it meets, in words.
        planned_end: its last planned day, if it is temporary.
        members: befattningar and others that are represented in it.
        seats: seats that persons fill.
    """

    id: str
    name: str
    kind: str
    part_of: str | None
    frequency: str | None
    planned_end: date | None
    members: tuple[Member, ...]
    seats: tuple[Seat, ...]


@attrs.frozen
class Atgard:
    """Something planned, on one day.

    Attributes:
        id: its id.
        name: what is to be done.
        deadlines: the last day for each part of it, in order; none when no day is set.
        stated: the source's own words for the deadlines, when they are vague.
        ansvariga: who are to do it.
        beslutande: who are to decide on it.
        depends_on: what it waits for: åtgärder and others.
        concerns: what it is about.
        state: "planerad", "avslutad" or "installd".
        outcome: in words, what came of it, or why it is not to be done.
        met: the deadlines whose part is done.
    """

    id: str
    name: str
    deadlines: tuple[date, ...]
    stated: str | None
    ansvariga: tuple[str, ...]
    beslutande: tuple[str, ...]
    depends_on: tuple[str, ...]
    concerns: tuple[str, ...]
    state: Literal["planerad"] | AtgardState
    outcome: str | None
    met: tuple[date, ...]


@attrs.frozen
class Forslag:
    """Something proposed, on one day.

    Attributes:
        id: its id.
        name: what is proposed.
        made_by: who proposes it.
        concerns: what it is about, existing or not.
        alternative: the name of the alternative that says what it would change.
        state: "foreslaget", "antaget", "avslaget" or "besvarat".
        says: the decision in words.
    """

    id: str
    name: str
    made_by: str | None
    concerns: tuple[str, ...]
    alternative: str | None
    state: Literal["foreslaget"] | ForslagOutcome
    says: str | None


@attrs.frozen
class Arende:
    """A kind of matter.

    Attributes:
        id: its id: the key that rows of any delegationsordning refer to.
        name: what is decided.
        omrade: the verksamhetsområde it belongs to.
        forbehallet: why it may not be delegated; None when it may.
        lagrum: the law that governs it.
    """

    id: str
    name: str
    omrade: str | None
    forbehallet: Reserved | None
    lagrum: str | None


@attrs.frozen
class Delegation:
    """A right to decide that a befattning has.

    Attributes:
        rad: the row it stands in.
        by: "delegat", "ersättare" or "vidaredelegat".
        given: the vidaredelegation, of a vidaredelegat.
    """

    rad: Rad
    by: Literal["delegat", "ersättare", "vidaredelegat"]
    given: VidaredelegationGranted | None = None
