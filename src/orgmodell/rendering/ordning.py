"""A delegationsordning in words: what its text, its CSV and its printed page have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from orgmodell import swedish
from orgmodell.changes import AUTOMATED, Fallback, Rad, VidaredelegationGranted
from orgmodell.law import Law
from orgmodell.projections.chart import held_by
from orgmodell.projections.delegationsordning import Delegat, Delegationsordning, PassedOn, TableRow
from orgmodell.rendering.asked import Asked

IN_LINE = "den som har titeln i enhetens linje"
GONE = "finns inte längre"
REPORTED = {
    "namnden": "till nämnden",
    "forvaltningschefen": "till förvaltningschefen",
    "nej": "beslut anmäls inte",
}


@attrs.frozen
class Named:
    """Whom a row names, in words.

    Attributes:
        title: the title, or the name of an organ or a person.
        held: who has it on the day; empty when there is nothing to say.
        warns: whether that is something to look into: nobody, a consultant, or it is gone.
    """

    title: str
    held: str = ""
    warns: bool = False

    def __str__(self) -> str:
        return f"{self.title}: {self.held}" if self.held else self.title


@attrs.frozen(kw_only=True)
class Line:
    """A line of the printed table: a row, or a vidaredelegation under one.

    Attributes:
        vidaredelegation: the id of the vidaredelegation; None of a row.
        changed: ny, ändrad or omnumrerad beside the version before; None when as before.
    """

    nummer: str
    arende: str
    lagrum: str
    delegat: tuple[Named, ...]
    ersattare: tuple[Named, ...]
    villkor: tuple[str, ...]
    far_vidaredelegeras: bool
    anmalan: str
    beslut: str
    vidaredelegation: str | None = None
    changed: str | None = None


def lines(asked: Asked, answer: Delegationsordning) -> Iterator[Line]:
    """The table as printed: each row, with what is passed on under it."""
    for row in answer.rows:
        yield _row(asked, row)
        yield from (_passed_on(asked, row, each) for each in row.passed_on)


def chapters(table: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines by the first part of their number."""
    return [(chapter, list(under)) for chapter, under in groupby(table, lambda line: chapter_of(line.nummer))]


def chapter_of(nummer: str) -> str:
    """The first part of a row's number: its digits, or its letters.

    >>> [chapter_of(nummer) for nummer in ("1.10", "A1", "BA 2", "7")]
    ['1', 'A', 'BA', '7']
    """
    first = nummer.split(".")[0].strip()
    letters = first.rstrip("0123456789 ")
    return letters or first


def general(answer: Delegationsordning) -> Iterator[tuple[str, str]]:
    """The rules that hold for every row: a word for each, and what it says."""
    adopted = answer.adopted
    yield "Ersättarordning", ersattarordning(adopted.ersattarordning)
    yield (
        "Överordnad chef",
        "har alltid samma rätt som den som står under"
        if adopted.overordnad_har_ratt
        else "har inte rätten enbart som överordnad",
    )
    yield (
        "Tillförordnad",
        "ärver befattningens delegationer under förordnandet"
        if adopted.tf_arver
        else "ärver inte befattningens delegationer",
    )
    months = swedish.counted(adopted.karenstid, "månad", "månader")
    yield "Karenstid", f"{months} för den som är ny på befattningen" if adopted.karenstid else "ingen"
    yield "Anmälan", f"{REPORTED[adopted.anmalan]}, om inget annat sägs i raden"
    if adopted.ofullstandig:
        yield "Omfattning", "bara delar av delegationsordningen är kända"


def ersattarordning(given: Sequence[Fallback]) -> str:
    """Who decides in the delegate's place, in words and in order.

    >>> ersattarordning(("ersattare", "overordnad"))
    'ersättare enligt raden, därefter närmast överordnad chef, sist nämnden'
    """
    if not given:
        return "nämnden själv"
    return ", därefter ".join(swedish.FALLBACKS[each] for each in given) + ", sist nämnden"


def provisions(law: Law) -> Iterator[tuple[str, str, str]]:
    """What the law says of decision rights: a word for it, where it stands, and what."""
    for provision in law.delegates.values():
        yield "Får besluta på nämndens vägnar", provision.lagrum, provision.says.sv
    for kind, provision in law.reserved.items():
        whose = "Fullmäktiges egna ärenden" if kind == "fullmaktige" else "Får inte delegeras"
        yield whose, provision.lagrum, provision.says.sv
    yield "Vidaredelegation", law.vidaredelegation.lagrum, law.vidaredelegation.says.sv
    yield "Anmälan", law.anmalan.lagrum, law.anmalan.says.sv
    yield "Brådskande ärenden", law.bradskande.lagrum, law.bradskande.says.sv
    yield "Jäv", law.jav.lagrum, law.jav.says.sv
    yield "Reglementen", law.reglemente.lagrum, law.reglemente.says.sv


def whom(asked: Asked, row: Rad) -> str:
    """Whom a row names, by name and id."""
    return ", ".join(map(asked.called, row.delegat) if row.delegat else row.whom)


def _row(asked: Asked, row: TableRow) -> Line:
    rad = row.rad
    delegat = tuple(named(asked, each) for each in row.delegat)
    return Line(
        nummer=rad.nummer,
        arende=row.arende,
        lagrum=", ".join(rad.lagrum),
        delegat=delegat or (Named(AUTOMATED),),
        ersattare=tuple(named(asked, each) for each in row.ersattare),
        villkor=tuple(villkor(asked, rad)),
        far_vidaredelegeras=rad.far_vidaredelegeras,
        anmalan=swedish.word(row.anmalan),
        beslut=row.beslut,
        changed=row.changed,
    )


def _passed_on(asked: Asked, row: TableRow, passed: PassedOn) -> Line:
    given = passed.given
    return Line(
        nummer=given.nummer,
        arende=row.arende,
        lagrum="",
        delegat=(named(asked, passed.to),),
        ersattare=(),
        villkor=tuple(villkor(asked, given)),
        far_vidaredelegeras=False,
        anmalan="",
        beslut=f"{passed.beslut}, {passed.decided}",
        vidaredelegation=given.vidaredelegation,
    )


def villkor(asked: Asked, given: Rad | VidaredelegationGranted) -> Iterator[str]:
    """What has to be observed: amount, samråd, other conditions, enhet and urgency."""
    if given.belopp is not None:
        yield f"upp till {swedish.kronor(given.belopp)}"
    if isinstance(given, Rad) and given.samrad is not None:
        yield f"efter samråd med {given.samrad}"
    if given.villkor is not None:
        yield given.villkor
    if given.enhet is not None:
        yield only(asked, given.enhet)
    if isinstance(given, Rad) and given.bradskande:
        yield "bara brådskande ärenden"


def only(asked: Asked, enhet: str) -> str:
    """That it holds for one enhet, with all that is under it."""
    there = asked.view is None or asked.view.exists(enhet)
    return f"bara {asked.name(enhet)}{'' if there else ', som inte längre finns'}"


def named(asked: Asked, delegat: Delegat) -> Named:
    """Whom a row names, and who that is."""
    if delegat.titled:
        return Named(delegat.called, IN_LINE)
    called = asked.names.get(delegat.who, delegat.called)
    if not delegat.there:
        return Named(called, GONE, warns=True)
    view = asked.view
    if view is None or view.account.type_of(delegat.who) != "befattning":
        return Named(called)
    if delegat.holders:
        held = ", ".join(held_by(holder, asked.names) for holder in delegat.holders)
        return Named(called, held, warns=any(holder.form == "konsult" for holder in delegat.holders))
    return Named(called, "vakant" if view.is_vacant(delegat.who) else "innehavare ej registrerad", warns=True)
