"""What is asked of the decision rights of a day, and what is answered: plain frozen values."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal

import attrs

from orgmodell.changes import Form, LedamotRole, Rad, VidaredelegationGranted
from orgmodell.changes.base import ids
from orgmodell.law import Law
from orgmodell.projections.answer import Answer, told_as, told_inside, untold
from orgmodell.words import Text
from orgmodell.words import who_decides as words

Right = Literal[
    "delegat",
    "vidaredelegat",
    "ersattare",
    "utsedd",
    "overordnad",
    "overordnad har ratt",
    "ordforande",
    "fullmaktige",
    "forbehallet",
    "ingen delegat",
    "ingen rad",
]
Reason = Literal[
    "borta",
    "ingen enhet",
    "ingen har titeln",
    "vakant",
    "franvarande",
    "javig",
    "konsult",
    "ersatt",
    "tf arver inte",
    "karenstid",
    "inte given",
    "bradskande",
    "belopp",
    "enhet",
]
LinkKind = Literal[
    "reglemente",
    "namnd",
    "forbehallet",
    "fullmaktige",
    "delegationsordning",
    "rad",
    "vidaredelegation",
    "bradskande",
    "befattning",
    "beslutande",
    "person",
]
Lacking = Literal[
    "enhet",
    "enhetens namnd",
    "namnd med ordning",
    "namnd med omradet",
    "en namnd",
    "reglemente",
    "ordning",
    "alla rader",
    "fullmaktige",
    "innehavare",
]
How = Literal["nasta sammantrade", "alla", "namnden", "forvaltningschefen", "nej"]


@attrs.frozen(kw_only=True)
class Case:
    """A matter as it comes up.

    Attributes:
        arende: the kind of matter.
        enhet: the enhet it is about; left out, only what holds for any enhet.
        belopp: the amount, in kronor.
        absent: befattningar and persons who are away.
        jav: persons who are jäviga in the matter, or befattningar whose holders are.
        bradskande: whether it cannot wait for nämnden.

    Raises:
        ValueError: belopp is negative or no number.
        TypeError: absent or jav is one text, and not several ids.
    """

    arende: str
    enhet: str | None = None
    belopp: float | None = attrs.field(default=None)
    absent: Collection[str] = attrs.field(default=(), converter=ids)
    jav: Collection[str] = attrs.field(default=(), converter=ids)
    bradskande: bool = False

    @belopp.validator
    def _is_an_amount(self, _: object, belopp: float | None) -> None:
        if belopp is not None and not 0 <= belopp < float("inf"):
            raise ValueError(f"belopp is an amount in kronor, not {belopp}")


@attrs.frozen(kw_only=True)
class Why:
    """Why somebody may not decide.

    Attributes:
        reason: why.
        says: the same in words.
        lagrum: the law behind it, where there is one.
        belopp: the limit that the amount is over.
        enhet: the enhet that a row or vidaredelegation is limited to.
        until: the first day on which somebody who is new may decide.
    """

    reason: Reason
    says: Text = attrs.field(metadata=untold())
    lagrum: str | None = attrs.field(default=None, metadata=untold())
    belopp: float | None = None
    enhet: str | None = None
    until: date | None = None


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody whom the question comes to on the way.

    Attributes:
        who: a befattning, an organ, or a person who sits in one; the title, where nobody has it.
        right: by what right.
        nummer: the number of the row that is not about the case, of who is rejected for that.
        by: the right in words.
        person: who holds the befattning and would decide; None of an organ, or when not recorded.
        form: in which form the person holds it.
        why: why it is not this one; None when it may decide.
        rejected: the same in words.
        lagrum: the law behind that, where there is one.
        titled: whether ``who`` is a title or an automatiserad beslutsfunktion, and no id.
    """

    who: str
    right: Right
    nummer: str | None = None
    by: Text = attrs.field(init=False)
    person: str | None = None
    form: Form | None = None
    why: Why | None = None
    rejected: Text | None = attrs.field(init=False)
    lagrum: str | None = attrs.field(init=False)
    titled: bool = False

    @by.default
    def _by(self) -> Text:
        return words.by(self.right, self.nummer)

    @rejected.default
    def _rejected(self) -> Text | None:
        return None if self.why is None else self.why.says

    @lagrum.default
    def _lagrum(self) -> str | None:
        return None if self.why is None else self.why.lagrum


@attrs.frozen(kw_only=True)
class ChainLink:
    """One link of the chain that an answer rests on.

    Attributes:
        kind: what it is.
        what: the same in words.
        thing: the id of it, where it has one.
        says: in words.
        beslut: the beslut it stands in; None when it follows from the rest.
        omrade: of a reglemente, the verksamhetsområde it gives.
        dnr: of a delegationsordning.
        since: of a delegationsordning, from which day it holds.
        nummer: of a row, or of the row that is passed on.
        right: of who decides, by what right.
        holds: of a person, how they hold the befattning, or what they are in the nämnd.
        lagrum: of what the law says, where it stands.
    """

    kind: LinkKind
    what: Text = attrs.field(init=False)
    thing: str | None = None
    says: Text
    beslut: str | None = None
    omrade: str | None = None
    dnr: str | None = None
    since: date | None = None
    nummer: str | None = None
    right: Right | None = None
    holds: Form | LedamotRole | None = None
    lagrum: str | None = None

    @what.default
    def _what(self) -> Text:
        return words.LINKS[self.kind]


@attrs.frozen(kw_only=True)
class Gap:
    """Something that would have to be known.

    Attributes:
        lacking: what.
        says: the same in words.
        things: the nämnder among which it is, the nämnd whose it is, or the befattning.
        omrade: the verksamhetsområde of the matter, when no nämnd has it.
    """

    lacking: Lacking
    says: Text = attrs.field(metadata=untold())
    things: tuple[str, ...] = ()
    omrade: str | None = None


@attrs.frozen(kw_only=True)
class Report:
    """How a decision is reported, and the law that says so."""

    how: How
    lagrum: str


@attrs.frozen(kw_only=True)
class WhoDecides(Answer):
    """Who may decide in a matter, on a day.

    Attributes:
        case: what was asked.
        decider: who decides; None: it does not appear, and ``missing`` says what would have to be known.
        also: who else may, at the same time: whoever passed the right on, and chefer above.
        namnd: the organ that answers for the matter; None when the record does not tell.
        ordning: its delegationsordning.
        rad: the row that gives the right.
        vidaredelegation: by which it has been passed on.
        chain: from the reglemente to the person.
        villkor: what has to be observed, in words: belopp, samråd, frame.
        report: how the decision is reported; None when there is nothing to report.
        anmalan: the same in words.
        candidates: everyone whom the question came to, in order.
        gaps: what is not on record.
        missing: the same in words.
        law: the kommunallag of the day.
    """

    case: Case = attrs.field(metadata=told_inside())
    decider: Candidate | None
    also: tuple[Candidate, ...]
    namnd: str | None
    ordning: str | None
    rad: Rad | None = attrs.field(metadata=told_as("row"))
    vidaredelegation: VidaredelegationGranted | None
    chain: tuple[ChainLink, ...]
    villkor: tuple[Text, ...]
    report: Report | None
    anmalan: Text | None = attrs.field(init=False)
    candidates: tuple[Candidate, ...]
    gaps: tuple[Gap, ...]
    missing: tuple[Text, ...] = attrs.field(init=False)
    law: Law

    @anmalan.default
    def _anmalan(self) -> Text | None:
        return None if self.report is None else words.reported(self.report.how, self.report.lagrum)

    @missing.default
    def _missing(self) -> tuple[Text, ...]:
        return tuple(gap.says for gap in self.gaps)

    @property
    def rejected(self) -> tuple[Candidate, ...]:
        """Everyone whom the question came to and who may not decide."""
        return tuple(each for each in self.candidates if each.why is not None)
