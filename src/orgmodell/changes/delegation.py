"""Changes to who may decide: reglementen, delegationsordningar with their rows, vidaredelegationer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

import attrs

from orgmodell.changes.attributes import (
    DEPUTY,
    LIFE,
    NAME,
    ORDNING_OF,
    REGLEMENTE,
    VIDARE_OF,
    WITHHELD,
    RowOf,
    Withheld,
)
from orgmodell.changes.base import (
    ArendeId,
    BefattningId,
    Change,
    DelegateId,
    EndingOrdningId,
    EndingVidaredelegationId,
    EnhetId,
    FormerOrdningId,
    NewArendeId,
    NewOrdningId,
    NewVidaredelegationId,
    OrdningId,
    OrganId,
    RadId,
    ids,
    texts,
)
from orgmodell.changes.drafting import Drafting, Verb
from orgmodell.law import Reserved
from orgmodell.timeline import Assignment, Attribute, OfTwo
from orgmodell.words import Text

__all__ = [
    "AUTOMATED",
    "ArendeDefined",
    "DelegationChanged",
    "DelegationGranted",
    "DelegationRevoked",
    "DelegationWithheld",
    "DelegationsordningAdopted",
    "DelegationsordningRepealed",
    "DeputyDesignated",
    "Fallback",
    "Matter",
    "Rad",
    "ReglementeAdopted",
    "Reporting",
    "VidaredelegationGranted",
    "VidaredelegationRevoked",
]

AUTOMATED = "automatiserad beslutsfunktion"
Matter = tuple[str, float | None, str | None, bool]  # ärende, belopp, enhet, brådskande
Fallback = Literal["ersattare", "vikarie", "utsedd", "overordnad"]
Reporting = Literal["namnden", "forvaltningschefen", "nej"]


@attrs.frozen
class ArendeDefined(Change):
    """A kind of matter gets a name of its own, which rows of any delegationsordning refer to.

    Attributes:
        arende: its id: the stable key, whatever number a row about it has.
        name: what is decided, in proper Swedish.
        omrade: the verksamhetsområde it belongs to, as a reglemente names it.
        forbehallet: why it may not be delegated: mal, yttrande, principiell, medborgarforslag or
            sarskild (it is nämndens own), or fullmaktige (KL 6:38 and 5:1).
        lagrum: the law that governs it.
    """

    stored: ClassVar[str] = "arende-defined"
    verb: ClassVar[str] = "define_arende"
    said: ClassVar[Text] = Text("ärende namngivet", "ärende defined")
    is_laid_out_whole: ClassVar[bool] = True
    arende: NewArendeId
    name: str = attrs.field(kw_only=True)
    omrade: str | None = attrs.field(default=None, kw_only=True)
    forbehallet: Reserved | None = attrs.field(default=None, kw_only=True)
    lagrum: str | None = attrs.field(default=None, kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.arende, day, "arende")
        yield NAME.says(self.arende, day, self.name)
        yield ARENDE.says(self.arende, day, self)


@attrs.frozen
class ReglementeAdopted(Change):
    """Fullmäktige gives a nämnd its verksamhetsområden (KL 6:32 / 6:44), in place of those before.

    Attributes:
        namnd: the nämnd.
        omraden: the names of its verksamhetsområden.
    """

    stored: ClassVar[str] = "reglemente-adopted"
    verb: ClassVar[str] = "adopt_reglemente"
    said: ClassVar[Text] = Text("reglemente antaget", "reglemente adopted")
    namnd: OrganId
    omraden: tuple[str, ...] = attrs.field(converter=texts, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if not self.omraden:
            yield Text(
                sv="omraden är tom: ange minst ett verksamhetsområde, som [socialtjänst]",
                en="omraden is empty: name at least one verksamhetsområde, as [socialtjänst]",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield REGLEMENTE.says(self.namnd, day, self.omraden)


@attrs.frozen
class DelegationsordningAdopted(Change):
    """A nämnd adopts its table of delegated decision rights; its rows are granted one by one.

    The beslut is the adoption, with § and day (antagen); the effective day is when it begins to hold.

    Attributes:
        ordning: the id of this version.
        namnd: whose it is.
        name: what it is called.
        dnr: the registry number.
        replaces: the version that ends by it, with all its rows.
        ersattarordning: who decides instead of a delegate who cannot, in order: ersattare (named in the
            row), vikarie (who acts in the post, and is tried first as its holder), utsedd (the post
            designated as deputy), overordnad (the nearest chef above); after them it is nämndens own.
        overordnad_har_ratt: whether a chef above the delegate always has the right too.
        tf_arver: whether who is t.f. has the delegations of the post.
        karenstid: months before a new holder may decide.
        anmalan: to whom decisions are reported, where a row does not say: namnden, forvaltningschefen, nej.
        forkortningar: the local abbreviations, as "AC: avdelningschef".
        ofullstandig: whether only some of its rows are on record, so that what no row says is not known.
    """

    stored: ClassVar[str] = "delegationsordning-adopted"
    verb: ClassVar[str] = "adopt_delegationsordning"
    said: ClassVar[Text] = Text("delegationsordning antagen", "delegationsordning adopted")
    is_laid_out_whole: ClassVar[bool] = True
    ordning: NewOrdningId
    namnd: OrganId = attrs.field(kw_only=True)
    name: str = attrs.field(kw_only=True)
    dnr: str | None = attrs.field(default=None, kw_only=True)
    replaces: EndingOrdningId | None = attrs.field(default=None, kw_only=True)
    ersattarordning: tuple[Fallback, ...] = attrs.field(
        default=("ersattare", "vikarie", "overordnad"), converter=texts, kw_only=True
    )
    overordnad_har_ratt: bool = attrs.field(default=False, kw_only=True)
    tf_arver: bool = attrs.field(default=True, kw_only=True)
    karenstid: int = attrs.field(default=0, kw_only=True)
    anmalan: Reporting = attrs.field(default="namnden", kw_only=True)
    forkortningar: tuple[str, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    ofullstandig: bool = attrs.field(default=False, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.ordning == self.replaces:
            yield f"'{self.ordning}' " + Text(
                sv="kan inte ersätta sig själv; ge den nya versionen ett annat id",
                en="cannot replace itself; give the new version another id",
            )
        if self.karenstid < 0:
            yield Text(
                sv="karenstid är ett antal månader; det kan inte vara negativt",
                en="karenstid is a number of months; it is not negative",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.ordning, day, "delegationsordning")
        yield NAME.says(self.ordning, day, self.name)
        yield ORDNING_OF.says(self.ordning, day, self.namnd)
        yield ORDNING.says(self.ordning, day, self)
        if self.replaces is not None:
            yield LIFE.says(self.replaces, day, None)


@attrs.frozen
class DelegationsordningRepealed(Change):
    """A delegationsordning ceases to hold, and nothing replaces it.

    Attributes:
        ordning: the one that ends, with all its rows.
    """

    stored: ClassVar[str] = "delegationsordning-repealed"
    verb: ClassVar[str] = "repeal_delegationsordning"
    said: ClassVar[Text] = Text("delegationsordning upphävd", "delegationsordning repealed")
    ordning: EndingOrdningId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.ordning, day, None)


@attrs.frozen
class Rad(Change):
    """A row of a delegationsordning: who may decide in what matter, and on what conditions.

    Attributes:
        ordning: the delegationsordning.
        rad: the id of the row in it; it stays when the row is renumbered.
        nummer: its number as printed, as 1.2 or A3.
        arende: the kind of matter.
        delegat: who may decide: a befattning, an utskott or presidium, or a person who is ledamot or
            ersättare; several would have to decide together, which is not possible.
        delegat_typ: instead, a title, as avdelningschef: whoever has it in the line of the enhet the
            matter is about. "budgetansvarig chef" is the nearest chef with budgetansvar.
        automatiserad: instead, whether an automatiserad beslutsfunktion decides.
        ersattare: who decides in the delegate's place, in order.
        belopp: the largest amount, in kronor.
        samrad: with whom there is to be samråd first.
        villkor: other conditions, in words.
        enhet: the enhet it is limited to, with all that is under it.
        far_vidaredelegeras: whether the förvaltningschef may pass it on.
        anmalan: to whom decisions are reported: namnden, forvaltningschefen or nej; left out, as the
            ordning says.
        lagrum: the paragraphs that govern the matter.
        bradskande: whether it is for matters that cannot wait for nämnden (KL 6:36 / 6:39).
    """

    is_laid_out_whole: ClassVar[bool] = True
    ordning: OrdningId
    rad: RadId = attrs.field(kw_only=True)
    nummer: str = attrs.field(kw_only=True)
    arende: ArendeId = attrs.field(kw_only=True)
    delegat: tuple[DelegateId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    delegat_typ: str | None = attrs.field(default=None, kw_only=True)
    automatiserad: bool = attrs.field(default=False, kw_only=True)
    ersattare: tuple[DelegateId, ...] = attrs.field(default=(), converter=ids, kw_only=True)
    belopp: float | None = attrs.field(default=None, kw_only=True)
    samrad: str | None = attrs.field(default=None, kw_only=True)
    villkor: str | None = attrs.field(default=None, kw_only=True)
    enhet: EnhetId | None = attrs.field(default=None, kw_only=True)
    far_vidaredelegeras: bool = attrs.field(default=False, kw_only=True)
    anmalan: Reporting | None = attrs.field(default=None, kw_only=True)
    lagrum: tuple[str, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    bradskande: bool = attrs.field(default=False, kw_only=True)

    @property
    def matter(self) -> Matter:
        """What makes rows be about the same: the ärende, and how it is divided."""
        return self.arende, self.belopp, self.enhet, self.bradskande

    @property
    def whom(self) -> tuple[str, ...]:
        """Whom it lets decide: ids, or else a title or an automatiserad beslutsfunktion."""
        return self.delegat or (self.delegat_typ or AUTOMATED,)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        named = sum([bool(self.delegat), self.delegat_typ is not None, self.automatiserad])
        if named == 0:
            yield Text(
                sv="ange vem som får besluta: delegat, delegat_typ (en titel) eller automatiserad",
                en="state who may decide: delegat, delegat_typ (a title) or automatiserad",
            )
        if named > 1:
            yield Text(
                sv="ange bara en av delegat, delegat_typ och automatiserad",
                en="state only one of delegat, delegat_typ and automatiserad",
            )
        if self.belopp is not None and self.belopp < 0:
            yield Text("belopp kan inte vara negativt", "belopp is not negative")

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield RAD.says(RowOf(self.ordning, self.rad), day, self)


@attrs.frozen
class DelegationGranted(Rad):
    """A row is added to a delegationsordning."""

    stored: ClassVar[str] = "delegation-granted"
    verb: ClassVar[str] = "grant_delegation"
    said: ClassVar[Text] = Text("delegation beslutad", "delegation granted")


@attrs.frozen
class DelegationChanged(Rad):
    """A row of a delegationsordning reads otherwise, or has another number; the whole row is given anew."""

    stored: ClassVar[str] = "delegation-changed"
    verb: ClassVar[str] = "change_delegation"
    said: ClassVar[Text] = Text("delegation ändrad", "delegation changed")


@attrs.frozen
class DelegationRevoked(Change):
    """A row of a delegationsordning is taken back.

    Attributes:
        ordning: the delegationsordning.
        rad: the id of the row.
    """

    stored: ClassVar[str] = "delegation-revoked"
    verb: ClassVar[str] = "revoke_delegation"
    said: ClassVar[Text] = Text("delegation återkallad", "delegation revoked")
    ordning: FormerOrdningId
    rad: RadId = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield RAD.says(RowOf(self.ordning, self.rad), day, None)


@attrs.frozen
class DelegationWithheld(Change):
    """It is on record that those with a title may not decide in a matter, whoever may.

    Attributes:
        ordning: the delegationsordning that does not let them.
        arende: the kind of matter.
        delegat_typ: the title, as avdelningschef.
    """

    stored: ClassVar[str] = "delegation-withheld"
    verb: ClassVar[str] = "withhold_delegation"
    said: ClassVar[Text] = Text("delegation inte given", "delegation withheld")
    ordning: OrdningId
    arende: ArendeId = attrs.field(kw_only=True)
    delegat_typ: str = attrs.field(kw_only=True)

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield WITHHELD.says(Withheld(self.ordning, self.arende, self.delegat_typ), day, True)


@attrs.frozen
class VidaredelegationGranted(Change):
    """A förvaltningschef passes a row on to another employee, in a decision of the förvaltningschef's own.

    The list it stands on names the row by number. When nämnden renumbers, it dangles, and is told.

    Attributes:
        vidaredelegation: its id.
        ordning: the delegationsordning.
        nummer: the number of the row, as printed on that day.
        to: the befattning that may decide.
        to_typ: instead, a title: whoever has it in the line of the enhet the matter is about.
        belopp: the largest amount, in kronor, where lower than in the row.
        villkor: other conditions, in words.
        enhet: the enhet it is limited to, with all that is under it.
    """

    stored: ClassVar[str] = "vidaredelegation-granted"
    verb: ClassVar[str] = "grant_vidaredelegation"
    said: ClassVar[Text] = Text("vidaredelegation beslutad", "vidaredelegation granted")
    is_laid_out_whole: ClassVar[bool] = True
    vidaredelegation: NewVidaredelegationId
    ordning: OrdningId = attrs.field(kw_only=True)
    nummer: str = attrs.field(kw_only=True)
    to: BefattningId | None = attrs.field(default=None, kw_only=True)
    to_typ: str | None = attrs.field(default=None, kw_only=True)
    belopp: float | None = attrs.field(default=None, kw_only=True)
    villkor: str | None = attrs.field(default=None, kw_only=True)
    enhet: EnhetId | None = attrs.field(default=None, kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.to is None and self.to_typ is None:
            yield Text(
                sv="ange till vem det vidaredelegeras: to (en befattning) eller to_typ (en titel)",
                en="state to whom it is passed on: to (a befattning) or to_typ (a title)",
            )
        if self.to is not None and self.to_typ is not None:
            yield Text(
                sv="ange antingen to (en befattning) eller to_typ (en titel), inte båda",
                en="state either to (a befattning) or to_typ (a title), not both",
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.vidaredelegation, day, "vidaredelegation")
        yield VIDARE_OF.says(self.vidaredelegation, day, self.ordning)
        yield VIDARE.says(self.vidaredelegation, day, self)


@attrs.frozen
class VidaredelegationRevoked(Change):
    """A förvaltningschef takes back what was passed on.

    Attributes:
        vidaredelegation: the one that ends.
    """

    stored: ClassVar[str] = "vidaredelegation-revoked"
    verb: ClassVar[str] = "revoke_vidaredelegation"
    said: ClassVar[Text] = Text("vidaredelegation återkallad", "vidaredelegation revoked")
    vidaredelegation: EndingVidaredelegationId

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield LIFE.says(self.vidaredelegation, day, None)


@attrs.frozen
class DeputyDesignated(Change):
    """A befattning becomes the standing deputy (ställföreträdare) of another.

    Attributes:
        befattning: the one that is deputised for.
        deputy: the befattning that decides when its holder is away; null or None: none does any more.
    """

    stored: ClassVar[str] = "deputy-designated"
    verb: ClassVar[str] = "designate_deputy"
    said: ClassVar[Text] = Text("ställföreträdare utsedd", "deputy designated")
    befattning: BefattningId
    deputy: BefattningId | None = attrs.field(kw_only=True)

    def own_problems(self, day: date, beslut: str) -> Iterator[Text]:
        if self.befattning == self.deputy:
            yield f"'{self.befattning}' " + Text(
                sv="kan inte vara sin egen ställföreträdare", en="cannot be its own deputy"
            )

    def assigns(self, day: date) -> Iterator[Assignment]:
        yield DEPUTY.says(self.befattning, day, self.deputy)


ARENDE: Attribute[str, ArendeDefined] = Attribute("ärende")
ORDNING: Attribute[str, DelegationsordningAdopted] = Attribute("delegationsordning")
RAD: OfTwo[RowOf, Rad] = OfTwo("rad")
VIDARE: Attribute[str, VidaredelegationGranted] = Attribute("vidaredelegation")


class DraftingDelegation(Drafting):
    """Its verbs, for a beslut being written."""

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
