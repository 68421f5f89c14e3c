"""The delegationsordning of a nämnd on a day: its rows as printed, who they come to, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import attrs

from orgmodell.changes import (
    DelegationRevoked,
    DelegationsordningAdopted,
    DelegationWithheld,
    Fact,
    Matter,
    Rad,
    VidaredelegationGranted,
)
from orgmodell.changes.attributes import LEDAMOT, ORDNING_OF, OrganSeat, Row
from orgmodell.changes.delegation import ORDNING, RAD
from orgmodell.errors import NotOnThisDay
from orgmodell.law import Law, law_on
from orgmodell.periods import Period
from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Holder, View, in_order
from orgmodell.words import projections as words

Changed = Literal["ny", "ändrad", "omnumrerad"]
OF_THE_TABLE = DelegationsordningAdopted | Rad | DelegationRevoked | DelegationWithheld


@attrs.frozen
class Delegat:
    """Whom a row names, and who that is on the day.

    Attributes:
        who: a befattning, an organ or a person; or a title.
        called: the title of the befattning or the name of the organ, or the title itself.
        holders: who holds the befattning; none of an organ, a title or a vacant post.
        there: whether it exists; a title is always there.
        titled: whether it is a title, and no id.
    """

    who: str
    called: str
    holders: tuple[Holder, ...]
    there: bool
    titled: bool = False


@attrs.frozen
class PassedOn:
    """A vidaredelegation under a row.

    Attributes:
        given: what was given, with its limits.
        to: whom it is given to, and who that is on the day.
        beslut: the decision of the förvaltningschef.
        decided: its day.
    """

    given: VidaredelegationGranted
    to: Delegat
    beslut: str
    decided: date


@attrs.frozen
class TableRow:
    """A row of the table in force.

    Attributes:
        rad: the row.
        arende: the name of the matter.
        delegat: who may decide.
        ersattare: who decides in their place, in order.
        anmalan: to whom decisions are reported, by the row or the ordning.
        passed_on: the vidaredelegationer under it.
        beslut: the beslut it stands in.
        decided: the day that was taken.
        since: from which day the row reads so.
        changed: what it is beside the version before: ny, ändrad or omnumrerad; None when as before.
    """

    rad: Rad
    arende: str
    delegat: tuple[Delegat, ...]
    ersattare: tuple[Delegat, ...]
    anmalan: str
    passed_on: tuple[PassedOn, ...]
    beslut: str
    decided: date
    since: date
    changed: Changed | None


@attrs.frozen
class Version:
    """One beslut in the history of the table: its adoption, or a change of rows."""

    beslut: str
    decided: date
    since: date
    says: str


@attrs.frozen
class Delegationsordning:
    """The delegationsordning of a nämnd that is in force on a day.

    Attributes:
        namnd: the nämnd.
        adopted: the ordning as adopted, with its policies.
        beslut: the beslut of the adoption.
        decided: the day it was adopted (antagen).
        since: the day it began to hold (gäller från).
        replaces: the version before.
        law: the kommunallag of the day.
        rows: the rows in force, in order of number.
        revoked: the numbers and matters of the rows of the version before, or of this one, that are gone.
        versions: the beslut that have made it what it is, in order.
        dangling: the vidaredelegationer that say nothing any more, of this version and the one before.
    """

    namnd: str
    adopted: DelegationsordningAdopted
    beslut: str
    decided: date
    since: date
    replaces: str | None
    law: Law
    rows: tuple[TableRow, ...]
    revoked: tuple[tuple[str, str], ...]
    versions: tuple[Version, ...]
    dangling: tuple[str, ...]
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: _read(view, self))


def delegationsordning(view: View, namnd: str) -> Delegationsordning:
    """The delegationsordning of a nämnd on the day.

    Raises:
        UnknownThing: there is no such organ; NotOnThisDay if it has no delegationsordning that day.
    """
    view.organ(namnd)
    ordning = view.ordning_of(namnd)
    if ordning is None:
        raise _none(view, namnd)
    account, day = view.account, view.day
    adopted = _fact(view, account.entry(ORDNING, ordning, day))
    before = view.ordning(ordning).replaces
    earlier = None if before is None else {row.matter: row for row in view.rader(before)}
    rows = tuple(_row(view, row, earlier) for row in view.rader(ordning))
    return Delegationsordning(
        namnd=namnd,
        adopted=view.ordning(ordning),
        beslut=adopted.beslut.id,
        decided=adopted.decided,
        since=adopted.day,
        replaces=before,
        law=law_on(day),
        rows=rows,
        revoked=tuple(_gone(view, ordning, earlier)),
        versions=tuple(_versions(view, ordning)),
        dangling=tuple(_dangling(view, view.ordning(ordning))),
        view=view,
    )


def _none(view: View, namnd: str) -> NotOnThisDay:
    account = view.account
    ever = (account.beginning(each) for each in account.keys_having(ORDNING_OF, namnd))
    begin = [began[0] for began in ever if began is not None]
    return NotOnThisDay(words.no_delegationsordning(namnd, view.day, begin))


def _fact(view: View, entry: tuple[date, int, object] | None) -> Fact:
    assert entry is not None
    return view.account.fact(entry[1])


def _row(view: View, row: Rad, earlier: dict[Matter, Rad] | None) -> TableRow:
    entry = view.account.entry(RAD, Row(row.ordning, row.rad), view.day)
    fact = _fact(view, entry)
    ordning = view.ordning(row.ordning)
    delegat = tuple(_delegat(view, ordning.namnd, each) for each in row.delegat)
    return TableRow(
        rad=row,
        arende=view.arende(row.arende).name if view.exists(row.arende) else row.arende,
        delegat=delegat if row.delegat_typ is None else (_title(row.delegat_typ),),
        ersattare=tuple(_delegat(view, ordning.namnd, each) for each in row.ersattare),
        anmalan=row.anmalan or ordning.anmalan,
        passed_on=tuple(_passed_on(view, ordning.namnd, row)),
        beslut=fact.beslut.id,
        decided=fact.decided,
        since=fact.day,
        changed=_changed_within(view, fact) or (None if earlier is None else _changed(row, earlier)),
    )


def _changed_within(view: View, fact: Fact) -> Changed | None:
    """What has happened to a row since its ordning was adopted."""
    assert isinstance(fact.change, Rad)
    row = fact.change
    if fact.day == _fact(view, view.account.entry(ORDNING, row.ordning, view.day)).day:
        return None
    steps = view.account.steps(RAD, Row(row.ordning, row.rad), Period(None, fact.day))
    before = [step.value for step in steps if step.start < fact.day]
    return _beside(row, before[-1] if before else None)


def _changed(row: Rad, earlier: dict[Matter, Rad]) -> Changed | None:
    """What a row is beside the version before: the same matter, and the same limits or else the only row."""
    replaced = _replaced(row, earlier)
    return _beside(row, earlier[replaced] if replaced is not None else None)


def _replaced(row: Rad, earlier: dict[Matter, Rad]) -> Matter | None:
    """The row of the version before that a row is instead of."""
    if row.matter in earlier:
        return row.matter
    alike = [matter for matter, each in earlier.items() if _but_for_belopp(each) == _but_for_belopp(row)]
    return alike[0] if len(alike) == 1 else None


def _but_for_belopp(row: Rad) -> tuple[str, str | None, bool]:
    return row.arende, row.enhet, row.bradskande


def _beside(row: Rad, before: Rad | None) -> Changed | None:
    if before is None:
        return "ny"
    same = attrs.evolve(
        before,
        ordning=row.ordning,
        rad=row.rad,
        nummer=row.nummer,
        effective=row.effective,
        source=row.source,
        mark=row.mark,
        stated=row.stated,
    )
    if attrs.asdict(same) != attrs.asdict(row):
        return "ändrad"
    return "omnumrerad" if row.nummer != before.nummer else None


def _delegat(view: View, namnd: str, who: str) -> Delegat:
    """A befattning, an organ, or a person who sits in the nämnd."""
    account, day = view.account, view.day
    kind = account.type_of(who)
    sits = kind is None and account.value(LEDAMOT, OrganSeat(namnd, who), day) is not None
    there = sits if kind is None else view.exists(who)
    holders = view.holders(who) if kind == "befattning" and there else ()
    return Delegat(who, account.name(who, day), holders, there)


def _title(title: str) -> Delegat:
    return Delegat(title, title, (), there=True, titled=True)


def _passed_on(view: View, namnd: str, row: Rad) -> Iterator[PassedOn]:
    for given in view.passed_on(row):
        fact = _fact(view, view.account.beginning(given.vidaredelegation))
        to = _delegat(view, namnd, given.to) if given.to is not None else _title(given.to_typ or "")
        yield PassedOn(given, to, fact.beslut.id, fact.decided)


def _gone(view: View, ordning: str, earlier: dict[Matter, Rad] | None) -> Iterator[tuple[str, str]]:
    """Rows that are no more: of the version before, and those revoked since."""
    rows = view.rader(ordning)
    now = {row.matter for row in rows} | {_replaced(row, earlier or {}) for row in rows}
    revoked = (
        step.value
        for each in view.account.rader_ever(ordning)
        if view.account.value(RAD, each, view.day) is None
        for step in view.account.held(RAD, each)
        if step.start <= view.day
    )
    before = [row for matter, row in (earlier or {}).items() if matter not in now]
    gone = {(row.nummer, row.arende) for row in (*before, *revoked)}
    yield from sorted(gone, key=lambda each: (in_order(each[0]), each[1]))


def _versions(view: View, ordning: str) -> Iterator[Version]:
    """The adoption, and each beslut that has changed rows up to the day."""
    account = view.account
    told: dict[str, list[Fact]] = {}
    for seq in account.chronicle.mentions(ordning):
        fact = account.fact(seq)
        if account.counts(seq) and fact.day <= view.day and isinstance(fact.change, OF_THE_TABLE):
            told.setdefault(fact.beslut.id, []).append(fact)
    for beslut, facts in told.items():
        rows = sum(isinstance(fact.change, Rad | DelegationRevoked) for fact in facts)
        says = facts[0].beslut.title or ("1 rad" if rows == 1 else f"{rows} rader")
        yield Version(beslut, facts[0].decided, facts[0].day, says)


def _dangling(view: View, ordning: DelegationsordningAdopted) -> Iterator[str]:
    """What dangles of this version, and of the one before, whose list may still be in use."""
    for each in (ordning.replaces, ordning.ordning):
        for given in view.vidaredelegationer(each) if each is not None else ():
            if view.why_dangling(given) is not None:
                yield given.vidaredelegation


def _read(view: View, answer: Delegationsordning) -> None:
    """Read what the table says, so that it can be noted."""
    ordning = answer.adopted.ordning
    view.ordning(ordning)
    for row in view.rader(ordning):
        _row(view, row, None)
