"""What every change has in common, and the words its fields are made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs

from orgmodell.changes.validity import wrong_text, wrong_texts, wrong_types
from orgmodell.identity import is_slug, slug
from orgmodell.timeline import Assignment
from orgmodell.words import Text

__all__ = [
    "LIVING",
    "Change",
    "Mark",
    "Must",
    "Ref",
    "Reference",
    "Source",
    "Thing",
    "named_by",
    "references_of",
    "things_named_by",
    "things_named_in",
]

Mark = Literal["stated", "derived", "assumed", "external"]
Thing = Literal[
    "enhet", "organ", "befattning", "uppdrag", "utforare", "avtal", "overenskommelse", "forum", "atgard",
    "forslag", "arende", "delegationsordning", "vidaredelegation", "person", "plats", "rad",
]  # fmt: skip
LIVING: tuple[Thing, ...] = get_args(Thing)[
    :-3
]  # what begins and ends by beslut: not persons, seats and rows
Must = Literal["be new", "live", "end", "have lived", "be named"]


@attrs.frozen
class Ref:
    """What a field refers to, and what must be true of it on the change's day."""

    thing: tuple[Thing, ...]
    must: Must = "live"


EnhetId = Annotated[str, Ref(("enhet",))]
NewEnhetId = Annotated[str, Ref(("enhet",), "be new")]
EndingEnhetId = Annotated[str, Ref(("enhet",), "end")]
FormerEnhetId = Annotated[str, Ref(("enhet",), "have lived")]
OrganId = Annotated[str, Ref(("organ",))]
NewOrganId = Annotated[str, Ref(("organ",), "be new")]
EndingOrganId = Annotated[str, Ref(("organ",), "end")]
FormerOrganId = Annotated[str, Ref(("organ",), "have lived")]
BefattningId = Annotated[str, Ref(("befattning",))]
NewBefattningId = Annotated[str, Ref(("befattning",), "be new")]
EndingBefattningId = Annotated[str, Ref(("befattning",), "end")]
FormerBefattningId = Annotated[str, Ref(("befattning",), "have lived")]
CountedId = Annotated[str, Ref(("enhet", "befattning"))]
PersonId = Annotated[str, Ref(("person",))]
UppdragId = Annotated[str, Ref(("uppdrag",))]
NewUppdragId = Annotated[str, Ref(("uppdrag",), "be new")]
EndingUppdragId = Annotated[str, Ref(("uppdrag",), "end")]
PartyId = Annotated[str, Ref(("enhet", "organ"))]
FormerPartyId = Annotated[str, Ref(("enhet", "organ"), "have lived")]
NewUtforareId = Annotated[str, Ref(("utforare",), "be new")]
EndingUtforareId = Annotated[str, Ref(("utforare",), "end")]
AnyUtforareId = Annotated[str, Ref(("utforare", "enhet", "organ"))]
NewAvtalId = Annotated[str, Ref(("avtal",), "be new")]
EndingAvtalId = Annotated[str, Ref(("avtal",), "end")]
NewOverenskommelseId = Annotated[str, Ref(("overenskommelse",), "be new")]
EndingOverenskommelseId = Annotated[str, Ref(("overenskommelse",), "end")]
InstrumentId = Annotated[str, Ref(("avtal", "overenskommelse"))]
ForumId = Annotated[str, Ref(("forum",))]
NewForumId = Annotated[str, Ref(("forum",), "be new")]
EndingForumId = Annotated[str, Ref(("forum",), "end")]
FormerForumId = Annotated[str, Ref(("forum",), "have lived")]
_MEMBERS: tuple[Thing, ...] = ("befattning", "organ", "enhet", "utforare", "forum")
MemberId = Annotated[str, Ref(_MEMBERS)]
FormerMemberId = Annotated[str, Ref(_MEMBERS, "have lived")]
SeatId = Annotated[str, Ref(("plats",))]
TemporaryId = Annotated[str, Ref(("enhet", "forum"))]
AtgardId = Annotated[str, Ref(("atgard",))]
NewAtgardId = Annotated[str, Ref(("atgard",), "be new")]
ActorId = Annotated[str, Ref(("befattning", "organ", "enhet", "forum", "utforare"))]
FormerActorId = Annotated[str, Ref(("befattning", "organ", "enhet", "forum", "utforare"), "have lived")]
DependencyId = Annotated[str, Ref(("atgard", "befattning", "organ", "enhet", "forum"))]
ForslagId = Annotated[str, Ref(("forslag",))]
NewForslagId = Annotated[str, Ref(("forslag",), "be new")]
ProposerId = Annotated[str, Ref(("organ", "befattning", "enhet", "forum", "person"))]
ArendeId = Annotated[str, Ref(("arende",))]
NewArendeId = Annotated[str, Ref(("arende",), "be new")]
OrdningId = Annotated[str, Ref(("delegationsordning",))]
NewOrdningId = Annotated[str, Ref(("delegationsordning",), "be new")]
EndingOrdningId = Annotated[str, Ref(("delegationsordning",), "end")]
FormerOrdningId = Annotated[str, Ref(("delegationsordning",), "have lived")]
RadId = Annotated[str, Ref(("rad",))]
DelegateId = Annotated[str, Ref(("befattning", "organ", "person"))]
NewVidaredelegationId = Annotated[str, Ref(("vidaredelegation",), "be new")]
EndingVidaredelegationId = Annotated[str, Ref(("vidaredelegation",), "end")]
AnyId = Annotated[str, Ref(LIVING)]
MentionedId = Annotated[str, Ref(LIVING, "be named")]  # it need not exist: what is planned or proposed


@attrs.frozen(kw_only=True)
class Source:
    """Where a statement comes from.

    Attributes:
        document: the document's title or registry number.
        quote: the words it rests on, verbatim.
        place: page, section or footnote in the document.
    """

    document: str | None = None
    quote: str | None = None
    place: str | None = None

    def problems(self) -> Iterator[Text]:
        """What cannot be meant in it; what is quoted may have more than one line."""
        for part, text in (("document", self.document), ("place", self.place), ("quote", self.quote)):
            if text and text.strip():
                yield from wrong_text(f"source: {part}", text, but="\n" if part == "quote" else "")


@attrs.frozen(kw_only=True)
class Change(ABC):
    """One fact about the organisation, in the past tense.

    Attributes:
        effective: the day it takes effect; left out, the beslut's day.
        stated: the source's own words for the day ("hösten 2012"); the day is then a representative.
        source: the document and the words it rests on.
        mark: whether the source states it, it is derived from what is stated, assumed, or external.
    """

    effective: date | None = None
    stated: str | None = None
    source: Source | None = None
    mark: Mark | None = None

    stored: ClassVar[str]  # the name in the log; outlives the class
    verb: ClassVar[str]  # the builder's method and the beslutsfil's word
    said: ClassVar[Text]  # what has happened, as it is shown
    is_laid_out_whole: ClassVar[bool] = False  # whether it is itself a value, or annuls; not its fields alone

    @abstractmethod
    def assigns(self, day: date) -> Iterator[Assignment]:
        """What it says, when its day is ``day``."""

    def problems(self, day: date, beslut: str) -> Iterator[Text]:
        """What cannot be meant, whatever is recorded, on its day in the beslut of this id."""
        if mistyped := list(wrong_types(self)):
            yield from mistyped
            return
        yield from _wrong_ids(self)
        yield from wrong_texts(self)
        if self.source is not None:
            yield from self.source.problems()
        if day == date.min:
            yield Text(
                sv=f"ingenting kan träda i kraft {day}: kalendern har ingen dag före den; rätta dagen",
                en=f"nothing can take effect on {day}: the calendar has no day before it; correct the day",
            )
        yield from self.own_problems(day, beslut)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        """What cannot be meant in this kind of change, beside what cannot in any."""
        return iter(())


class Reference(NamedTuple):
    """A field of a change class that names things."""

    field: str
    ref: Ref


@cache
def references_of(change: type[Change]) -> tuple[Reference, ...]:
    """The fields of a change class that name things, in order."""
    hints = get_type_hints(change, include_extras=True)
    found = ((name, _ref_in(hint)) for name, hint in hints.items())
    return tuple(Reference(name, ref) for name, ref in found if ref is not None)


def named_by(change: Change) -> Iterator[tuple[str, Ref, str]]:
    """(field, what it must be, id) for every thing the change names."""
    for field, ref in references_of(type(change)):
        for each in _ids_in(getattr(change, field)):
            yield field, ref, each


def things_named_by(change: Change) -> set[str]:
    """The ids of everything the change names."""
    return things_named_in(change, type(change))


def things_named_in(change: object, kind: type[Change]) -> set[str]:
    """The same of what has the fields of a kind of change."""
    found: set[str] = set()
    for field, _ in references_of(kind):
        value = getattr(change, field)
        if isinstance(value, str):
            found.add(value)
        elif value is not None:
            found.update(value)
    return found


def _wrong_ids(change: Change) -> Iterator[Text]:
    for field, _, thing in named_by(change):
        if not is_slug(thing):
            near = slug(thing)
            yield f"{field} '{thing}' " + Text(
                sv="är inte ett id: använd a–z, 0–9 och enkla bindestreck"
                + (f", som '{near}'" if near else ""),
                en="is not an id: use a–z, 0–9 and single hyphens" + (f", as '{near}'" if near else ""),
            )


def _ids_in(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """The ids in a field: one, several or none."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _ref_in(hint: Any) -> Ref | None:
    if get_origin(hint) is Annotated:
        return next((m for m in hint.__metadata__ if isinstance(m, Ref)), None)
    return next((ref for ref in map(_ref_in, get_args(hint)) if ref is not None), None)


def ids(given: Iterable[str]) -> tuple[str, ...]:
    """Converter for fields that hold several ids: a lone text is a mistake, not its letters."""
    if isinstance(given, str):
        raise TypeError(f"several ids are expected, as ['{given}'], not the text '{given}'")
    return tuple(given)


def texts(given: Iterable[str]) -> tuple[Any, ...]:
    """Converter for fields that hold several texts: a lone one is a mistake, not its letters."""
    if isinstance(given, str):
        raise TypeError(f"several texts are expected, as ['{given}'], not the text '{given}'")
    return tuple(given)


def days(given: Iterable[date]) -> tuple[date, ...]:
    """Converter for fields that hold several days."""
    if isinstance(given, date):
        raise TypeError(f"several days are expected, as [{given}], not the day {given}")
    return tuple(given)
