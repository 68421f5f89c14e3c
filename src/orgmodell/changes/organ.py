"""Changes to organ: the political bodies, and who sits in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

import attrs

from orgmodell.changes.attributes import (
    KIND,
    LEDAMOT,
    LIFE,
    NAME,
    PART_OF,
    LedamotRole,
    OrganSeat,
)
from orgmodell.changes.base import (
    Change,
    EndingOrganId,
    FormerOrganId,
    NewOrganId,
    OrganId,
    PersonId,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.changes.validity import until_too_early
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "LedamotElected",
    "LedamotReleased",
    "LedamotRole",
    "OrganCreated",
    "OrganDissolved",
    "OrganKind",
    "OrganRenamed",
]

OrganKind = Literal[
    "fullmaktige", "styrelse", "namnd", "utskott", "beredning", "presidium",
    "forbundsmote", "valberedning", "rad",
]  # fmt: skip


@attrs.frozen
class OrganCreated(Change):
    """A political body begins to exist (KL 3 kap.).

    Attributes:
        organ: its id.
        name: its name, in proper Swedish.
        kind: fullmaktige, styrelse, namnd, utskott, beredning, presidium … A produktionsstyrelse is
            a namnd: there is one styrelse (KL 3:3).
        part_of: the organ it belongs to, as an utskott to its nämnd.
    """

    stored: ClassVar[str] = "organ-created"
    verb: ClassVar[str] = "create_organ"
    said: ClassVar[Text] = Text("organ inrättat", "organ created")
    organ: NewOrganId
    name: str = attrs.field(kw_only=True)
    kind: OrganKind = attrs.field(kw_only=True)
    part_of: OrganId | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.organ, day, "organ")
        yield NAME.says(self.organ, day, self.name)
        yield KIND.says(self.organ, day, self.kind)
        if self.part_of is not None:
            yield PART_OF.says(self.organ, day, self.part_of)


@attrs.frozen
class OrganRenamed(Change):
    """A political body gets another name.

    Attributes:
        organ: the one that is renamed.
        name: its name from that day.
    """

    stored: ClassVar[str] = "organ-renamed"
    verb: ClassVar[str] = "rename_organ"
    said: ClassVar[Text] = Text("organ får nytt namn", "organ renamed")
    organ: OrganId
    name: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield NAME.says(self.organ, day, self.name)


@attrs.frozen
class OrganDissolved(Change):
    """A political body ceases to exist.

    Attributes:
        organ: the one that ends; nothing may be left under it.
    """

    stored: ClassVar[str] = "organ-dissolved"
    verb: ClassVar[str] = "dissolve_organ"
    said: ClassVar[Text] = Text("organ upplöst", "organ dissolved")
    organ: EndingOrganId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.organ, day, None)


@attrs.frozen
class LedamotElected(Change):
    """A person is elected to an organ.

    Attributes:
        organ: the organ they sit in.
        person: a pseudonymous id; the name belongs in the name register.
        role: ordforande, vice ordforande, ledamot or ersattare.
        until: the first day no longer in office; left out, until released.
    """

    stored: ClassVar[str] = "ledamot-elected"
    verb: ClassVar[str] = "elect_ledamot"
    said: ClassVar[Text] = Text("ledamot vald", "ledamot elected")
    organ: OrganId
    person: PersonId = attrs.field(kw_only=True)
    role: LedamotRole = attrs.field(default="ledamot", kw_only=True)
    until: date | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from until_too_early(self.until, day)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LEDAMOT.says(OrganSeat(self.organ, self.person), day, self.role)
        if self.until is not None:
            yield LEDAMOT.says(OrganSeat(self.organ, self.person), self.until, None)


@attrs.frozen
class LedamotReleased(Change):
    """A person leaves an organ.

    Attributes:
        organ: the organ they sat in.
        person: whoever leaves.
    """

    stored: ClassVar[str] = "ledamot-released"
    verb: ClassVar[str] = "release_ledamot"
    said: ClassVar[Text] = Text("ledamot avgår", "ledamot leaves")
    organ: FormerOrganId
    person: PersonId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LEDAMOT.says(OrganSeat(self.organ, self.person), day, None)


class DraftingOrgan(Drafting):
    """Its verbs, for a beslut being written."""

    create_organ = Verb(OrganCreated)
    rename_organ = Verb(OrganRenamed)
    dissolve_organ = Verb(OrganDissolved)
    elect_ledamot = Verb(LedamotElected)
    release_ledamot = Verb(LedamotReleased)
