"""Changes to befattningar: the posts, what they lead and who holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import (
    BUDGETANSVAR,
    HOLDS,
    LEADS,
    LIFE,
    NAME,
    PERSONALANSVAR,
    PLACEMENT,
    REPORTS_TO,
    VACANT,
    Appointment,
    Form,
    Leadership,
)
from orgmodell.changes.base import (
    BefattningId,
    Change,
    EndingBefattningId,
    EnhetId,
    FormerBefattningId,
    FormerEnhetId,
    NewBefattningId,
    PersonId,
    ids,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.changes.validity import until_too_early
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "FORMS",
    "BefattningCreated",
    "BefattningMoved",
    "BefattningRetitled",
    "BefattningWithdrawn",
    "Form",
    "HolderAppointed",
    "HolderReleased",
    "LeadershipAssigned",
    "LeadershipEnded",
    "ReportingChanged",
    "VacancyDeclared",
]

FORMS: tuple[Form, ...] = ("ordinarie", "tf", "tjf", "vikarie", "konsult")


@attrs.frozen
class BefattningCreated(Change):
    """A post begins to exist, placed in an enhet.

    Attributes:
        befattning: its id.
        title: what it is called.
        enhet: where it is placed.
        leads: enheter it leads; a befattning that leads is a chef unless personalansvar is false.
        personalansvar: whether it has responsibility for staff; left out, a leading befattning has.
        budgetansvar: whether it answers for a budget; left out, not stated.
    """

    stored: ClassVar[str] = "befattning-created"
    verb: ClassVar[str] = "create_befattning"
    said: ClassVar[Text] = Text("befattning inrättad", "befattning created")
    befattning: NewBefattningId
    title: str = attrs.field(kw_only=True)
    enhet: EnhetId = attrs.field(kw_only=True)
    leads: tuple[EnhetId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    personalansvar: bool | None = attrs.field(default=None, kw_only=True)
    budgetansvar: bool | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.befattning, day, "befattning")
        yield NAME.says(self.befattning, day, self.title)
        yield PLACEMENT.says(self.befattning, day, self.enhet)
        for enhet in self.leads:
            yield LEADS.says(Leadership(enhet, self.befattning), day, True)
        if self.personalansvar is not None:
            yield PERSONALANSVAR.says(self.befattning, day, self.personalansvar)
        if self.budgetansvar is not None:
            yield BUDGETANSVAR.says(self.befattning, day, self.budgetansvar)


@attrs.frozen
class BefattningRetitled(Change):
    """A post gets another title.

    Attributes:
        befattning: the one that is retitled.
        title: its title from that day.
    """

    stored: ClassVar[str] = "befattning-retitled"
    verb: ClassVar[str] = "retitle_befattning"
    said: ClassVar[Text] = Text("befattning får ny titel", "befattning retitled")
    befattning: BefattningId
    title: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield NAME.says(self.befattning, day, self.title)


@attrs.frozen
class BefattningMoved(Change):
    """A post, with whoever holds it, is placed in another enhet. What it leads stays as it was.

    Attributes:
        befattning: the one that moves.
        enhet: where it is placed from that day.
    """

    stored: ClassVar[str] = "befattning-moved"
    verb: ClassVar[str] = "move_befattning"
    said: ClassVar[Text] = Text("befattning flyttad", "befattning moved")
    befattning: BefattningId
    enhet: EnhetId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield PLACEMENT.says(self.befattning, day, self.enhet)


@attrs.frozen
class BefattningWithdrawn(Change):
    """A post ceases to exist. Whoever holds it is released in the same beslut.

    Attributes:
        befattning: the one that ends.
    """

    stored: ClassVar[str] = "befattning-withdrawn"
    verb: ClassVar[str] = "withdraw_befattning"
    said: ClassVar[Text] = Text("befattning indragen", "befattning withdrawn")
    befattning: EndingBefattningId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.befattning, day, None)


@attrs.frozen
class LeadershipAssigned(Change):
    """A post begins to lead an enhet.

    Attributes:
        befattning: the one that leads.
        enhet: the enhet it leads.
        samledarskap: only for an enhet that two posts lead on purpose: how they divide it. Both
            carry one, or the second is refused.
    """

    stored: ClassVar[str] = "leadership-assigned"
    verb: ClassVar[str] = "assign_leadership"
    said: ClassVar[Text] = Text("befattning leder enhet", "befattning leads enhet")
    befattning: BefattningId
    enhet: EnhetId = attrs.field(kw_only=True)
    samledarskap: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LEADS.says(Leadership(self.enhet, self.befattning), day, self.samledarskap or True)


@attrs.frozen
class LeadershipEnded(Change):
    """A post ceases to lead an enhet.

    Attributes:
        befattning: the one that led.
        enhet: the enhet it led.
    """

    stored: ClassVar[str] = "leadership-ended"
    verb: ClassVar[str] = "end_leadership"
    said: ClassVar[Text] = Text("befattning leder inte längre enhet", "befattning no longer leads enhet")
    befattning: FormerBefattningId
    enhet: FormerEnhetId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LEADS.says(Leadership(self.enhet, self.befattning), day, None)


@attrs.frozen
class ReportingChanged(Change):
    """A post reports to another post than its place in the line says.

    Attributes:
        befattning: the one that reports.
        to: the post it reports to; None puts it back in the line.
    """

    stored: ClassVar[str] = "reporting-changed"
    verb: ClassVar[str] = "change_reporting"
    said: ClassVar[Text] = Text("rapporteringsväg ändrad", "reporting changed")
    befattning: BefattningId
    to: BefattningId | None = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield REPORTS_TO.says(self.befattning, day, self.to)


@attrs.frozen
class HolderAppointed(Change):
    """A person begins to hold a post.

    Attributes:
        befattning: the post.
        person: a pseudonymous id; the name belongs in the name register.
        form: ordinarie, tf (tillförordnad), tjf (tjänsteförrättande), vikarie or konsult.
        until: the first day no longer held; left out, until released.
        share: omfattning in per cent of full time, where stated.
    """

    stored: ClassVar[str] = "holder-appointed"
    verb: ClassVar[str] = "appoint"
    said: ClassVar[Text] = Text("innehavare tillträder", "holder appointed")
    befattning: BefattningId
    person: PersonId = attrs.field(kw_only=True)
    form: Form = attrs.field(default="ordinarie", kw_only=True)
    until: date | None = attrs.field(default=None, kw_only=True)
    share: float | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from until_too_early(self.until, day)

    def assigns(self, day: date) -> Iterator[Assignment]:
        key = Appointment(self.befattning, self.person, self.form)
        yield HOLDS.says(key, day, True)
        yield VACANT.says(self.befattning, day, None)
        if self.until is not None:
            yield HOLDS.says(key, self.until, None)


@attrs.frozen
class HolderReleased(Change):
    """A person ceases to hold a post, in whatever form.

    Attributes:
        befattning: the post.
        person: whoever leaves it.
    """

    stored: ClassVar[str] = "holder-released"
    verb: ClassVar[str] = "release"
    said: ClassVar[Text] = Text("innehavare lämnar", "holder leaves")
    befattning: FormerBefattningId
    person: PersonId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        for form in FORMS:
            yield HOLDS.says(Appointment(self.befattning, self.person, form), day, None)


@attrs.frozen
class VacancyDeclared(Change):
    """A post that nobody is recorded as holding is stated to be vacant, until somebody is appointed.

    Attributes:
        befattning: the post that is vacant.
    """

    stored: ClassVar[str] = "vacancy-declared"
    verb: ClassVar[str] = "declare_vacancy"
    said: ClassVar[Text] = Text("befattning vakant", "befattning vacant")
    befattning: BefattningId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield VACANT.says(self.befattning, day, True)


class DraftingBefattningar(Drafting):
    """Its verbs, for a beslut being written."""

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
