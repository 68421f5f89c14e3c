"""Who may decide, the delegationsordning of a nämnd, and the law of a day, as text."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell import swedish
from orgmodell.changes import Rad
from orgmodell.presentations.asked import Asked
from orgmodell.projections.portrait import (
    ArendePortrait,
    BefattningPortrait,
    OrdningPortrait,
    VidaredelegationPortrait,
)
from orgmodell.rendering.ordning import only, villkor, whom
from orgmodell.rendering.text.table import Rows


def about_arende(asked: Asked, answer: ArendePortrait) -> Rows:
    """What there is to say of a kind of matter: where it belongs, and who may decide."""
    arende = answer.arende
    yield "Verksamhetsområde", arende.omrade or swedish.MISSING
    yield "Lagrum", arende.lagrum or swedish.NOTHING
    if answer.reserved:
        yield "Får inte delegeras", f"{answer.reserved.says:sv} ({answer.reserved.lagrum})"
    for row in answer.rader:
        yield "Delegat", f"{_decides(asked, row)}, {_place(asked, row)}"
    if not answer.rader and not answer.reserved:
        yield "Delegat", "ingen rad i någon delegationsordning gäller det"


def about_ordning(asked: Asked, answer: OrdningPortrait) -> Rows:
    """What there is to say of a delegationsordning, beside its table."""
    yield "Nämnd", asked.called(answer.ordning.namnd)
    yield "Dnr", answer.ordning.dnr or swedish.MISSING
    yield "Gäller från", str(answer.since)
    yield "Ersätter", asked.called(answer.replaces) if answer.replaces else swedish.NOTHING
    yield "Rader", f"{len(answer.rader)} (se delegationsordning)"
    yield "Vidaredelegationer", str(len(answer.vidaredelegationer))


def about_vidaredelegation(asked: Asked, answer: VidaredelegationPortrait) -> Rows:
    """What there is to say of what was passed on."""
    given = answer.given
    yield "Till", asked.called(given.to) if given.to else given.to_typ or swedish.NOTHING
    yield "Delegationsordning", asked.called(given.ordning)
    yield "Rad", f"{given.nummer}, {_row_now(asked, answer)}"
    if given.belopp is not None:
        yield "Belopp", f"upp till {swedish.kronor(given.belopp)}"
    if given.villkor is not None:
        yield "Villkor", given.villkor
    if given.enhet is not None:
        yield "Enhet", only(asked, given.enhet)


def _row_now(asked: Asked, answer: VidaredelegationPortrait) -> str:
    """The matters that are passed on, or why it dangles."""
    meant = {row.arende for row in answer.meant}
    now = [row for row in answer.rader if row.arende in meant]
    if not answer.rader:
        return "ingen rad har numret den dagen"
    if not now:
        return f"som nu är {_matters(asked, answer.rader)} och var {_matters(asked, answer.meant)}"
    if let := [row for row in now if row.far_vidaredelegeras]:
        return _matters(asked, let)
    return f"{_matters(asked, now)}, som inte längre får vidaredelegeras"


def _matters(asked: Asked, rows: Iterable[Rad]) -> str:
    return " och ".join(dict.fromkeys(asked.called(row.arende) for row in rows))


def rights_of(asked: Asked, answer: BefattningPortrait) -> Rows:
    """What a befattning may decide, as delegate, as ersättare, and by vidaredelegation."""
    for row in answer.rader:
        role = "Delegat" if answer.id in row.delegat else "Ersättare"
        limits = "".join(f", {each}" for each in villkor(asked, row))
        yield role, f"{asked.called(row.arende)}{limits}, {_place(asked, row)}"
    for given in answer.passed_on:
        yield "Vidaredelegat", f"{given.vidaredelegation}, rad {given.nummer} i {asked.called(given.ordning)}"


def _decides(asked: Asked, row: Rad) -> str:
    return whom(asked, row) + "".join(f", {each}" for each in villkor(asked, row))


def _place(asked: Asked, row: Rad) -> str:
    return f"rad {row.nummer} i {asked.called(row.ordning)}"
