"""Changes to enheter: the units in the line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from orgmodell.changes.attributes import (
    ALIAS,
    KIND,
    LIFE,
    MERGED_INTO,
    NAME,
    NAMND,
    PARENT,
    PLANNED_END,
    SUCCESSOR,
    Alias,
    Belonging,
    Succession,
)
from orgmodell.changes.base import (
    Change,
    CountedId,
    EndingEnhetId,
    EnhetId,
    FormerEnhetId,
    FormerOrganId,
    NewEnhetId,
    OrganId,
    ids,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.changes.validity import planned_too_early
from orgmodell.timeline import Assignment, Attribute
from orgmodell.words import Text

__all__ = [
    "EnhetAliasAdded",
    "EnhetCreated",
    "EnhetDissolved",
    "EnhetMoved",
    "EnhetPlacedUnderNamnd",
    "EnhetReclassified",
    "EnhetRemovedFromNamnd",
    "EnhetRenamed",
    "EnhetSplit",
    "EnheterMerged",
    "HeadcountStated",
]


@attrs.frozen
class EnhetCreated(Change):
    """An enhet begins to exist.

    Attributes:
        enhet: its id.
        name: its name, in proper Swedish.
        kind: what it is called: förvaltning, avdelning, stab … A label, never a level.
        parent: the enhet it is under; left out, it is at the top.
        planned_end: its last planned day, for a project; it is never dissolved by the clock.
    """

    stored: ClassVar[str] = "enhet-created"
    verb: ClassVar[str] = "create_enhet"
    said: ClassVar[Text] = Text("enhet inrättad", "enhet created")
    enhet: NewEnhetId
    name: str = attrs.field(kw_only=True)
    kind: str = attrs.field(default="enhet", kw_only=True)
    parent: EnhetId | None = attrs.field(default=None, kw_only=True)
    planned_end: date | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        yield from planned_too_early(self.planned_end, day)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.enhet, day, "enhet")
        yield NAME.says(self.enhet, day, self.name)
        yield KIND.says(self.enhet, day, self.kind)
        yield PARENT.says(self.enhet, day, self.parent)
        if self.planned_end is not None:
            yield PLANNED_END.says(self.enhet, day, self.planned_end)


@attrs.frozen
class EnhetRenamed(Change):
    """An enhet gets another name.

    Attributes:
        enhet: the one that is renamed.
        name: its name from that day.
    """

    stored: ClassVar[str] = "enhet-renamed"
    verb: ClassVar[str] = "rename_enhet"
    said: ClassVar[Text] = Text("enhet får nytt namn", "enhet renamed")
    enhet: EnhetId
    name: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield NAME.says(self.enhet, day, self.name)


@attrs.frozen
class EnhetReclassified(Change):
    """An enhet gets another kind: an avdelning is from now on called an enhet.

    Attributes:
        enhet: the one that is called something else.
        kind: what it is called from that day.
    """

    stored: ClassVar[str] = "enhet-reclassified"
    verb: ClassVar[str] = "reclassify_enhet"
    said: ClassVar[Text] = Text("enhet får ny benämning", "enhet reclassified")
    enhet: EnhetId
    kind: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield KIND.says(self.enhet, day, self.kind)


@attrs.frozen
class EnhetMoved(Change):
    """An enhet, with all that is in it, comes under another enhet (or, without parent, to the top).

    Attributes:
        enhet: the one that moves.
        parent: the enhet it comes under; null or None puts it at the top.
    """

    stored: ClassVar[str] = "enhet-moved"
    verb: ClassVar[str] = "move_enhet"
    said: ClassVar[Text] = Text("enhet flyttad", "enhet moved")
    enhet: EnhetId
    parent: EnhetId | None = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield PARENT.says(self.enhet, day, self.parent)


@attrs.frozen
class EnheterMerged(Change):
    """Enheter end, and what is in them (enheter and befattningar) is from that day in another.

    If that one is placed under no nämnd of its own that day, it is from then placed under theirs.

    Attributes:
        enheter: the ones that end.
        into: the one that takes over; create it in the same beslut if it is new.
    """

    stored: ClassVar[str] = "enheter-merged"
    verb: ClassVar[str] = "merge_enheter"
    said: ClassVar[Text] = Text("enheter sammanslagna", "enheter merged")
    enheter: tuple[EndingEnhetId, ...] = attrs.field(converter=ids)
    into: EnhetId = attrs.field(kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if not self.enheter:
            yield Text(
                sv="enheter är tom: ange minst en enhet som ska slås samman",
                en="enheter is empty: name at least one enhet to merge",
            )
        if self.into in self.enheter:
            yield f"'{self.into}' " + Text(
                "kan inte slås samman med sig själv", "cannot be merged into itself"
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        for enhet in self.enheter:
            yield LIFE.says(enhet, day, None)
            yield MERGED_INTO.says(enhet, day, self.into)
            yield SUCCESSOR.says(Succession(enhet, self.into), day, True)


@attrs.frozen
class EnhetSplit(Change):
    """An enhet ends and others go on with its work; what is in it is moved in the same beslut.

    Attributes:
        enhet: the one that ends.
        into: the ones that go on, two or more; create them in the same beslut if they are new.
    """

    stored: ClassVar[str] = "enhet-split"
    verb: ClassVar[str] = "split_enhet"
    said: ClassVar[Text] = Text("enhet delad", "enhet split")
    enhet: EndingEnhetId
    into: tuple[EnhetId, ...] = attrs.field(converter=ids, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if len(self.into) < 2:
            yield Text(
                sv="into anger färre än två enheter; använd dissolve_enhet med en efterföljare",
                en="into names fewer than two enheter; use dissolve_enhet with a successor",
            )
        if self.enhet in self.into:
            yield f"'{self.enhet}' " + Text(
                sv="upphör när den delas; ge den del som fortsätter ett annat id",
                en="ends when it is split; give the part that goes on another id",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.enhet, day, None)
        for part in self.into:
            yield SUCCESSOR.says(Succession(self.enhet, part), day, True)


@attrs.frozen
class EnhetDissolved(Change):
    """An enhet ceases to exist.

    Attributes:
        enhet: the one that ends; nothing may be left in it.
        successors: enheter that go on with its work, for the lineage; nothing moves by this.
    """

    stored: ClassVar[str] = "enhet-dissolved"
    verb: ClassVar[str] = "dissolve_enhet"
    said: ClassVar[Text] = Text("enhet upplöst", "enhet dissolved")
    enhet: EndingEnhetId
    successors: tuple[EnhetId, ...] = attrs.field(default=(), converter=ids, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.enhet, day, None)
        for successor in self.successors:
            yield SUCCESSOR.says(Succession(self.enhet, successor), day, True)


@attrs.frozen
class EnhetAliasAdded(Change):
    """Another name or spelling used for the same enhet.

    Attributes:
        enhet: the one that is also called so.
        alias: the other name or spelling.
    """

    stored: ClassVar[str] = "enhet-alias-added"
    verb: ClassVar[str] = "add_alias"
    said: ClassVar[Text] = Text("annat namn på enhet", "other name of enhet")
    enhet: EnhetId
    alias: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield ALIAS.says(Alias(self.enhet, self.alias), day, True)


@attrs.frozen
class EnhetPlacedUnderNamnd(Change):
    """An enhet begins to answer to a nämnd. It may answer to several.

    Attributes:
        enhet: the one that answers to it; what is under the enhet follows.
        namnd: the organ it answers to.
    """

    stored: ClassVar[str] = "enhet-placed-under-namnd"
    verb: ClassVar[str] = "place_under_namnd"
    said: ClassVar[Text] = Text("enhet lagd under nämnd", "enhet placed under nämnd")
    enhet: EnhetId
    namnd: OrganId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield NAMND.says(Belonging(self.enhet, self.namnd), day, True)


@attrs.frozen
class EnhetRemovedFromNamnd(Change):
    """An enhet ceases to answer to a nämnd.

    Attributes:
        enhet: the one that no longer answers to it.
        namnd: the organ it answered to.
    """

    stored: ClassVar[str] = "enhet-removed-from-namnd"
    verb: ClassVar[str] = "remove_from_namnd"
    said: ClassVar[Text] = Text("enhet inte längre under nämnd", "enhet no longer under nämnd")
    enhet: FormerEnhetId
    namnd: FormerOrganId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield NAMND.says(Belonging(self.enhet, self.namnd), day, None)


@attrs.frozen
class HeadcountStated(Change):
    """How many work in an enhet, all of it, sub-enheter too; or in a befattning that many have.

    Attributes:
        thing: the enhet or befattning.
        medarbetare: heads.
        arsarbetare: full-time equivalents.
        uppdragstagare: people on commission (kontaktpersoner, ledsagare …), not employed.
        approximate: whether the source says "ca".
    """

    stored: ClassVar[str] = "headcount-stated"
    verb: ClassVar[str] = "state_headcount"
    said: ClassVar[Text] = Text("antal angivet", "headcount stated")
    is_laid_out_whole: ClassVar[bool] = True
    thing: CountedId
    medarbetare: int | None = attrs.field(default=None, kw_only=True)
    arsarbetare: float | None = attrs.field(default=None, kw_only=True)
    uppdragstagare: int | None = attrs.field(default=None, kw_only=True)
    approximate: bool = attrs.field(default=False, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        numbers = [n for n in (self.medarbetare, self.arsarbetare, self.uppdragstagare) if n is not None]
        if not numbers:
            yield Text(
                sv="ange minst ett av medarbetare, arsarbetare och uppdragstagare",
                en="state at least one of medarbetare, arsarbetare and uppdragstagare",
            )
        elif min(numbers) < 0:
            yield Text("ett antal personer kan inte vara negativt", "a number of people is not negative")

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield HEADCOUNT.says(self.thing, day, self)


HEADCOUNT: Attribute[str, HeadcountStated] = Attribute("headcount")  # of an enhet or befattning


class DraftingEnheter(Drafting):
    """Its verbs, for a beslut being written."""

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
