"""What is asked of the decision rights of a day, and what is answered: plain frozen values."""

from __future__ import annotations

from collections.abc import Callable, Collection

import attrs

from orgmodell.changes import Form, Rad
from orgmodell.changes.base import ids
from orgmodell.law import Law
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Arende, View


@attrs.frozen(kw_only=True)
class Question:
    """What is asked.

    Attributes:
        arende: the kind of matter.
        enhet: the enhet it is about; left out, only what holds for any enhet.
        belopp: the amount, in kronor.
        absent: befattningar and persons who are away.
        jav: persons who are jäviga in the matter, or befattningar whose holders are.

    Raises:
        ValueError: belopp is negative or no number.
        TypeError: absent or jav is one text, and not several ids.
        bradskande: whether it cannot wait for nämnden.
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


@attrs.frozen
class Candidate:
    """Somebody whom the question comes to on the way.

    Attributes:
        who: a befattning, an organ, or a person who sits in one; the title, where nobody has it.
        by: in Swedish, by what right: delegat, vidaredelegat, ersättare, närmast överordnad …
        person: who holds the befattning and would decide; None of an organ, or when not recorded.
        form: in which form the person holds it.
        rejected: in Swedish, why it is not this one; None when it may decide.
        lagrum: the law behind the reason, where there is one.
        titled: whether ``who`` is a title or an automatiserad beslutsfunktion, and no id.
    """

    who: str
    by: str
    person: str | None = None
    form: Form | None = None
    rejected: str | None = None
    lagrum: str | None = None
    titled: bool = False


@attrs.frozen
class Ground:
    """One link of the chain that an answer rests on.

    Attributes:
        what: in Swedish: reglemente, nämnd, delegationsordning, rad, vidaredelegation, befattning, person.
        thing: the id of it, where it has one.
        says: in words.
        beslut: the beslut it stands in; None when it follows from the rest.
    """

    what: str
    thing: str | None
    says: str
    beslut: str | None


@attrs.frozen(kw_only=True)
class Decision:
    """Who may decide in a matter, on a day.

    Attributes:
        arende: the kind of matter.
        enhet: the enhet it is about.
        belopp: the amount, in kronor.
        law: the kommunallag of the day.
        namnd: the organ that answers for the matter; None when the record does not tell.
        ordning: its delegationsordning.
        rad: the row that gives the right.
        decider: who decides; None: it does not appear, and ``missing`` says what would have to be known.
        also: who else may, at the same time: whoever passed the right on, and chefer above.
        candidates: everyone whom the question came to, in order.
        chain: from the reglemente to the person.
        villkor: what has to be observed: belopp, samråd, frame.
        anmalan: how the decision is reported.
        missing: what is not on record.
    """

    arende: Arende
    enhet: str | None
    belopp: float | None
    law: Law
    namnd: str | None
    ordning: str | None
    rad: Rad | None
    decider: Candidate | None
    also: tuple[Candidate, ...]
    candidates: tuple[Candidate, ...]
    chain: tuple[Ground, ...]
    villkor: tuple[str, ...]
    anmalan: str | None
    missing: tuple[str, ...]
    _ask: Callable[[View], object] = attrs.field(repr=False, eq=False)
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, self._ask)

    @property
    def rejected(self) -> tuple[Candidate, ...]:
        """Everyone whom the question came to and who may not decide."""
        return tuple(each for each in self.candidates if each.rejected is not None)
