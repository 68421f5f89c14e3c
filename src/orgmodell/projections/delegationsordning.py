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
from orgmodell.changes.attributes import LEDAMOT, ORDNING_OF, OrganSeat, RowOf
from orgmodell.changes.delegation import ORDNING, RAD, Reporting
from orgmodell.errors import NotOnThisDay
from orgmodell.law import Law, law_on
from orgmodell.periods import Period
from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_as, told_inside
from orgmodell.projections.basis import united
from orgmodell.projections.passing import limit_is_there
from orgmodell.projections.reserved import Reservation, reserved
from orgmodell.view import Holder, NotingView, View, in_order
from orgmodell.words import Text, same
from orgmodell.words import delegationsordning as words
from orgmodell.words import projections as errors

Changed = Literal["ny", "ändrad", "omnumrerad"]
DelegatKind = Literal["befattning", "organ", "person", "titel"]
OF_THE_TABLE = DelegationsordningAdopted | Rad | DelegationRevoked | DelegationWithheld


@attrs.frozen(kw_only=True)
class Delegat:
    """Whom a row names, and who that is on the day.

    Attributes:
        who: a befattning, an organ or a person; or a title.
        kind: which of these.
        called: the title of the befattning or the name of the organ, or the title itself.
        holders: who holds the befattning; none of an organ, a title or a vacant post.
        there: whether it exists; a title is always there.
        vacant: whether a befattning is known to be vacant.
    """

    who: str = attrs.field(metadata=told_as("id"))
    kind: DelegatKind
    called: str
    holders: tuple[Holder, ...] = ()
    there: bool = True
    vacant: bool = False


@attrs.frozen(kw_only=True)
class PassedOn:
    """A vidaredelegation under a row.

    Attributes:
        given: what was given, with its limits.
        enhet_there: whether the enhet it is limited to exists; None when it is limited to none.
        to: whom it is given to, and who that is on the day.
        beslut: the decision of the förvaltningschef.
        decided: its day.
    """

    given: VidaredelegationGranted = attrs.field(metadata=told_inside())
    enhet_there: bool | None
    to: Delegat = attrs.field(metadata=told_as("delegat"))
    beslut: str
    decided: date


@attrs.frozen(kw_only=True)
class TableRow(Answer):
    """A row of the table in force.

    Attributes:
        rad: the row.
        arende_name: the name of the matter.
        delegat: who may decide.
        ersattare: who decides in their place, in order.
        enhet_there: whether the enhet it is limited to exists; None when it is limited to none.
        anmalan: to whom decisions are reported, by the row or the ordning.
        passed_on: the vidaredelegationer under it.
        beslut: the beslut it stands in.
        decided: the day that was taken.
        since: from which day the row reads so.
        changed: what it is beside the version before: ny, ändrad or omnumrerad; None when as before.
    """

    rad: Rad = attrs.field(metadata=told_inside())
    arende_name: str
    delegat: tuple[Delegat, ...]
    ersattare: tuple[Delegat, ...]
    enhet_there: bool | None
    anmalan: Reporting
    passed_on: tuple[PassedOn, ...] = attrs.field(metadata=told_as("vidaredelegationer"))
    beslut: str
    decided: date
    since: date
    changed: Changed | None


@attrs.frozen
class GoneRow:
    """A row that is no more."""

    nummer: str
    arende: str


@attrs.frozen(kw_only=True)
class Version:
    """One beslut in the history of the table: its adoption, or a change of rows.

    Attributes:
        beslut: the beslut.
        decided: the day it was taken.
        since: from which day it holds.
        says: its title or, when it has none, how many rows it is about.
        rows: how many rows it is about.
    """

    beslut: str
    decided: date
    since: date
    says: Text
    rows: int


@attrs.frozen(kw_only=True)
class Delegationsordning(TableAnswer[TableRow]):
    """The delegationsordning of a nämnd that is in force on a day; a sequence of its rows.

    Attributes:
        adopted: the ordning as adopted: whose it is, what it replaces, and its policies.
        beslut: the beslut of the adoption.
        decided: the day it was adopted (antagen).
        since: the day it began to hold (gäller från).
        law: the kommunallag of the day.
        rows: the rows in force, in order of number.
        revoked: the rows of the version before, or of this one, that are gone.
        versions: the beslut that have made it what it is, in order.
        dangling: the vidaredelegationer that say nothing any more, of this version and the one before.
        reserved: the matters that the nämnd may not delegate.
    """

    adopted: DelegationsordningAdopted = attrs.field(metadata=told_inside())
    beslut: str
    decided: date
    since: date
    law: Law
    rows: tuple[TableRow, ...]
    revoked: tuple[GoneRow, ...]
    versions: tuple[Version, ...]
    dangling: tuple[str, ...]
    reserved: tuple[Reservation, ...]

    @property
    def lines(self) -> tuple[TableRow, ...]:
        return self.rows


def delegationsordning(view: View, namnd: str) -> Delegationsordning:
    """The delegationsordning of a nämnd on the day.

    Raises:
        UnknownThing: there is no such organ; NotOnThisDay if it has no delegationsordning that day.
    """
    view.organ(namnd)
    ordning = view.ordning_of(namnd)
    if ordning is None:
        raise _none(view, namnd)
    noting = NotingView(view)
    adopted = noting.ordning(ordning)
    adoption = _fact(view, view.account.entry(ORDNING, ordning, view.day))
    earlier = _earlier(view, adopted)
    rows = tuple(_row(view, row, earlier) for row in view.rader(ordning))
    kept = reserved(view, namnd)
    return Delegationsordning(
        adopted=adopted,
        beslut=adoption.beslut.id,
        decided=adoption.decided,
        since=adoption.day,
        law=law_on(view.day),
        rows=rows,
        revoked=tuple(_gone(view, ordning, earlier)),
        versions=tuple(_versions(view, ordning)),
        dangling=tuple(_dangling(view, adopted)),
        reserved=kept,
        basis=united((rests_on(noting), *(each.basis for each in (*rows, *kept)))),
    )


def _none(view: View, namnd: str) -> NotOnThisDay:
    account = view.account
    ever = (account.beginning(each) for each in account.keys_having(ORDNING_OF, namnd))
    begin = [began[0] for began in ever if began is not None]
    return NotOnThisDay(errors.no_delegationsordning(namnd, view.day, begin))


def _earlier(view: View, adopted: DelegationsordningAdopted) -> dict[Matter, Rad] | None:
    """The rows of the version before, by what they are about; None when there is none."""
    if adopted.replaces is None:
        return None
    return {row.matter: row for row in view.rader(adopted.replaces)}


def _fact(view: View, entry: tuple[date, int, object] | None) -> Fact:
    assert entry is not None
    return view.account.fact(entry[1])


def _row(view: View, row: Rad, earlier: dict[Matter, Rad] | None) -> TableRow:
    noting = NotingView(view)
    fact = _fact(noting, noting.account.entry(RAD, RowOf(row.ordning, row.rad), view.day))
    ordning = noting.ordning(row.ordning)
    delegat = tuple(_delegat(noting, ordning.namnd, each) for each in row.delegat)
    return TableRow(
        rad=row,
        arende_name=noting.arende(row.arende).name if noting.exists(row.arende) else row.arende,
        delegat=delegat if row.delegat_typ is None else (_title(row.delegat_typ),),
        ersattare=tuple(_delegat(noting, ordning.namnd, each) for each in row.ersattare),
        enhet_there=limit_is_there(view, row.enhet),
        anmalan=row.anmalan or ordning.anmalan,
        passed_on=tuple(_passed_on(noting, ordning.namnd, row)),
        beslut=fact.beslut.id,
        decided=fact.decided,
        since=fact.day,
        changed=_changed_within(noting, fact) or (None if earlier is None else _changed(row, earlier)),
        basis=rests_on(noting),
    )


def _changed_within(view: View, fact: Fact) -> Changed | None:
    """What has happened to a row since its ordning was adopted."""
    assert isinstance(fact.change, Rad)
    row = fact.change
    if fact.day == _fact(view, view.account.entry(ORDNING, row.ordning, view.day)).day:
        return None
    steps = view.account.steps(RAD, RowOf(row.ordning, row.rad), Period(None, fact.day))
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
    called = account.name(who, day)
    match account.type_of(who):
        case None:
            seated = account.value(LEDAMOT, OrganSeat(namnd, who), day) is not None
            return Delegat(who=who, kind="person", called=called, there=seated)
        case "befattning":
            return _befattning(view, who, called)
        case _:
            return Delegat(who=who, kind="organ", called=called, there=view.exists(who))


def _befattning(view: View, who: str, called: str) -> Delegat:
    if not view.exists(who):
        return Delegat(who=who, kind="befattning", called=called, there=False)
    return Delegat(
        who=who,
        kind="befattning",
        called=called,
        holders=view.holders(who),
        vacant=view.is_vacant(who),
    )


def _title(title: str) -> Delegat:
    return Delegat(who=title, kind="titel", called=title)


def _passed_on(view: NotingView, namnd: str, row: Rad) -> Iterator[PassedOn]:
    for given in view.passed_on(row):
        fact = _fact(view, view.account.beginning(given.vidaredelegation))
        yield PassedOn(
            given=given,
            enhet_there=limit_is_there(view, given.enhet),
            to=_delegat(view, namnd, given.to) if given.to is not None else _title(given.to_typ or ""),
            beslut=fact.beslut.id,
            decided=fact.decided,
        )


def _gone(view: View, ordning: str, earlier: dict[Matter, Rad] | None) -> list[GoneRow]:
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
    in_print = sorted(gone, key=lambda each: (in_order(each[0]), each[1]))
    return [GoneRow(nummer, arende) for nummer, arende in in_print]


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
        title = facts[0].beslut.title
        yield Version(
            beslut=beslut,
            decided=facts[0].decided,
            since=facts[0].day,
            says=words.rows(rows) if title is None else same(title),
            rows=rows,
        )


def _dangling(view: View, ordning: DelegationsordningAdopted) -> Iterator[str]:
    """What dangles of this version, and of the one before, whose list may still be in use."""
    for each in (ordning.replaces, ordning.ordning):
        for given in view.vidaredelegationer(each) if each is not None else ():
            if view.why_dangling(given) is not None:
                yield given.vidaredelegation
