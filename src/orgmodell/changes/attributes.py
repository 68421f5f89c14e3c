"""What can be said of things, day by day: the columns of the organisation.

An ``Attribute`` maps a thing to a value, and a ``Findable`` one is looked up by its value too. What is
``OfTwo`` maps a key of two things (and what else tells it from others) to a value that is None when it
does not hold; it is looked up by either of them. What only holds or not has the value True.

What has a whole change for its value stands in the module of that change.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import attrs

from orgmodell.timeline import Attribute, Findable, OfTwo

Form = Literal["ordinarie", "tf", "tjf", "vikarie", "konsult"]
LedamotRole = Literal["ordforande", "vice ordforande", "ledamot", "ersattare"]
Roll = Literal["bestallare", "utforare", "myndighet", "stod"]
RelationKind = Literal[
    "bestaller av", "foljer upp", "ger stod till", "faststaller ersattning for", "lyfter arenden till",
    "bemannas fran", "foretrader",
]  # fmt: skip
UtforareKind = Literal["privat", "bolag", "stiftelse", "forening", "kommun", "region"]
Regim = Literal["LOU", "LOV", "annan"]
ForumRole = Literal["ordforande", "ledamot", "adjungerad", "processledare"]
AtgardState = Literal["avslutad", "installd"]
ForslagOutcome = Literal["antaget", "avslaget", "besvarat"]


class Alias(NamedTuple):
    """An enhet by another name or spelling."""

    enhet: str
    alias: str


class Succession(NamedTuple):
    """An enhet or uppdrag that has ended, and one that goes on with what it did."""

    ended: str
    successor: str


class Belonging(NamedTuple):
    """An enhet that is placed under an organ, and answers to it."""

    enhet: str
    organ: str


class OrganSeat(NamedTuple):
    """A person's seat in an organ."""

    organ: str
    person: str


class Leadership(NamedTuple):
    """An enhet as led by a befattning."""

    enhet: str
    befattning: str


class Appointment(NamedTuple):
    """A befattning as held by a person, in one form."""

    befattning: str
    person: str
    form: Form


class RollOf(NamedTuple):
    """An enhet or organ in a roll."""

    thing: str
    roll: Roll


class Related(NamedTuple):
    """What one thing does for another."""

    thing: str
    to: str
    kind: RelationKind


class Concern(NamedTuple):
    """An uppdrag that an avtal or överenskommelse is about."""

    instrument: str
    uppdrag: str


class ForumMember(NamedTuple):
    """A befattning, organ, enhet, utförare or forum as a member of a forum."""

    forum: str
    member: str


class ForumSeat(NamedTuple):
    """A seat of a forum."""

    forum: str
    seat: str


class DeadlineOf(NamedTuple):
    """The part of an åtgärd that is to be done by a day."""

    atgard: str
    day: date


class Contradiction(NamedTuple):
    """A thing, and what else a source says of it."""

    thing: str
    says: str


class RowOf(NamedTuple):
    """The place of a row in a delegationsordning."""

    ordning: str
    rad: str


class Withheld(NamedTuple):
    """A right that those with a title have not, by a delegationsordning."""

    ordning: str
    arende: str
    title: str


@attrs.frozen
class Outcome:
    """How something that was open was closed.

    Attributes:
        state: avslutad or installd for an åtgärd; antaget, avslaget or besvarat for a förslag.
        says: in words, what came of it.
    """

    state: AtgardState | ForslagOutcome
    says: str | None = None


LIFE: Attribute[str, str] = Attribute("life")  # thing → "enhet", "organ" …; None when it has ended
NAME: Attribute[str, str] = Attribute("name")  # thing → name; befattning → title
KIND: Findable[str, str] = Findable("kind")  # enhet, forum → any label; organ → an OrganKind
ALIAS: OfTwo[Alias, bool] = OfTwo("alias")
PARENT: Findable[str, str] = Findable("parent")  # enhet → the enhet it is under, or None at the top
MERGED_INTO: Findable[str, str] = Findable("merged into")  # enhet → the enhet that took over all in it
SUCCESSOR: OfTwo[Succession, bool] = OfTwo("successor")
PLANNED_END: Attribute[str, date] = Attribute("planned end")  # enhet, forum → last planned day
NAMND: OfTwo[Belonging, bool] = OfTwo("nämnd")
PART_OF: Findable[str, str] = Findable("part of")  # organ → the organ it belongs to
LEDAMOT: OfTwo[OrganSeat, LedamotRole] = OfTwo("ledamot")
PLACEMENT: Findable[str, str] = Findable("placement")  # befattning → enhet
LEADS: OfTwo[Leadership, bool | str] = OfTwo("leads")  # True, or how a shared leadership is divided
REPORTS_TO: Findable[str, str] = Findable("reports to")  # befattning → befattning, against the line
PERSONALANSVAR: Attribute[str, bool] = Attribute("personalansvar")  # befattning
BUDGETANSVAR: Attribute[str, bool] = Attribute("budgetansvar")  # befattning
HOLDS: OfTwo[Appointment, bool] = OfTwo("holds")
VACANT: Attribute[str, bool] = Attribute("vacant")  # befattning → True when declared vacant

RESPONSIBLE: Findable[str, str] = Findable("responsible")  # uppdrag → the enhet or organ that answers for it
MYNDIGHET: Attribute[str, bool] = Attribute("myndighetsutövning")  # uppdrag → True, over individuals
ROLL: OfTwo[RollOf, bool] = OfTwo("roll")
RELATED: OfTwo[Related, bool] = OfTwo("related")

UTFORARE_KIND: Attribute[str, UtforareKind] = Attribute("kind of utförare")
BESTALLARE: Findable[str, str] = Findable("beställare")  # avtal, överenskommelse → enhet or organ that orders
UTFORARE: Findable[str, str] = Findable("utförare")  # avtal, överenskommelse → who performs
REGIM: Attribute[str, Regim] = Attribute("regim")  # avtal
LAGSTOD: Attribute[str, str] = Attribute("lagstöd")  # avtal → what lets myndighetsutövning be handed over
UNTIL: Attribute[str, date] = Attribute("until")  # avtal, överenskommelse → first day no longer in force
CONCERNS: OfTwo[Concern, bool] = OfTwo("concerns")

FORUM_OF: Findable[str, str] = Findable("forum of")  # forum → the enhet or organ it belongs to
FREQUENCY: Attribute[str, str] = Attribute("frequency")  # forum → how often it meets, in words
MEMBER: OfTwo[ForumMember, ForumRole] = OfTwo("member")
SEAT: OfTwo[ForumSeat, ForumRole] = OfTwo("seat")
SEATED: OfTwo[ForumSeat, str] = OfTwo("seated")  # → person; None when nobody is

DEADLINES: Attribute[str, tuple[date, ...]] = Attribute("deadlines")  # åtgärd → days, in order
DEADLINE_STATED: Attribute[str, str] = Attribute(
    "deadline stated"
)  # åtgärd → the source's own words for them
ANSVARIGA: Attribute[str, tuple[str, ...]] = Attribute("ansvariga")  # åtgärd → who are to do it
BESLUTANDE: Attribute[str, tuple[str, ...]] = Attribute("beslutande")  # åtgärd → who are to decide on it
DEPENDS_ON: Attribute[str, tuple[str, ...]] = Attribute("depends on")  # åtgärd → what it waits for
MENTIONS: Attribute[str, tuple[str, ...]] = Attribute("mentions")  # åtgärd, förslag → existing or not
OUTCOME: Attribute[str, Outcome] = Attribute("outcome")  # åtgärd, förslag; None while open
MET: Attribute[DeadlineOf, Outcome] = Attribute("met")
MADE_BY: Attribute[str, str] = Attribute("made by")  # förslag → who made it
ALTERNATIVE: Findable[str, str] = Findable("alternative")  # förslag → what says what it means

CONTRADICTED: OfTwo[Contradiction, bool] = OfTwo("contradicted")

REGLEMENTE: Attribute[str, tuple[str, ...]] = Attribute("reglemente")  # organ → its verksamhetsområden
ORDNING_OF: Findable[str, str] = Findable("delegationsordning of")  # delegationsordning → the nämnd
WITHHELD: OfTwo[Withheld, bool] = OfTwo("withheld")
VIDARE_OF: Findable[str, str] = Findable("vidaredelegation of")  # → the delegationsordning
DEPUTY: Attribute[str, str] = Attribute("deputy")  # befattning → its standing deputy
