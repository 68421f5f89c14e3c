"""Who may decide, the delegationsordning of a nämnd, and the law of a day, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgmodell import swedish
from orgmodell.changes import Rad
from orgmodell.projections.basis import together
from orgmodell.projections.delegationsordning import Delegationsordning
from orgmodell.projections.portrait import (
    ArendePortrait,
    BefattningPortrait,
    OrdningPortrait,
    VidaredelegationPortrait,
)
from orgmodell.projections.reserved import Reservation
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, listed
from orgmodell.rendering.ordning import Line, Named, general, lines, only, villkor, whom
from orgmodell.rendering.text.table import NARROW, Rows, plain, table, text
from orgmodell.writers.csv import separated

UNDER = "· "  # before what is passed on under a row
HEADS = ("Nr", "Ärende", "Delegat", "Ersättare", "Villkor", "Får vidare-\ndelegeras", "Anmälan", "Beslut", "")
COLUMNS = (
    "Nr", "Vidaredelegation", "Ärende", "Lagrum", "Delegat", "Innehavare", "Ersättare", "Villkor",
    "Får vidaredelegeras", "Anmälan", "Beslut", "Ändring",
)  # fmt: skip


# The delegationsordning


def delegationsordning(asked: Asked, answer: Delegationsordning, reserved: Sequence[Reservation]) -> str:
    """The delegationsordning of a nämnd: what it is, its rows, and what is gone, reserved and dangling."""
    basis = together([answer.basis, *(each.basis for each in reserved)])
    return text(
        asked.heading(f"Delegationsordning för {asked.called(answer.namnd)}"),
        [
            plain([*_adoption(asked, answer), *general(answer)]),
            "",
            table(HEADS, [_cells(line) for line in lines(asked, answer)], "Ingen rad gäller.", NARROW),
            *_sections(asked, answer, reserved),
            *grounds(asked, basis),
        ],
    )


def delegationsordning_csv(asked: Asked, answer: Delegationsordning, reserved: Sequence[Reservation]) -> str:
    """The rows alone, as comma-separated values; a vidaredelegation is a line under its row."""
    return separated([COLUMNS, *(_csv_cells(line) for line in lines(asked, answer))])


def _adoption(asked: Asked, answer: Delegationsordning) -> Iterator[tuple[str, str]]:
    adopted = answer.adopted
    yield "Namn", f"{adopted.name} ({adopted.ordning})"
    yield "Dnr", adopted.dnr or swedish.MISSING
    yield "Antagen", f"{answer.decided}, beslut ”{answer.beslut}”"
    yield "Gäller från", str(answer.since)
    yield "Ersätter", asked.called(answer.replaces) if answer.replaces else swedish.NOTHING
    yield "Lag", str(answer.law)
    if adopted.forkortningar:
        yield "Förkortningar", "; ".join(adopted.forkortningar)


def _cells(line: Line) -> tuple[str, ...]:
    under = line.vidaredelegation is not None
    return (
        "" if under else line.nummer,
        f"{UNDER}vidare, {line.vidaredelegation}" if under else line.arende,
        _people(line.delegat),
        _people(line.ersattare),
        "; ".join(line.villkor) or swedish.NOTHING,
        swedish.NOTHING if under else swedish.value(line.far_vidaredelegeras),
        line.anmalan or swedish.NOTHING,
        line.beslut,
        line.changed or "",
    )


def _csv_cells(line: Line) -> tuple[str, ...]:
    return (
        line.nummer,
        line.vidaredelegation or "",
        line.arende,
        line.lagrum,
        "; ".join(each.title for each in line.delegat),
        "; ".join(each.held for each in line.delegat),
        "; ".join(map(str, line.ersattare)),
        "; ".join(line.villkor),
        "" if line.vidaredelegation else swedish.value(line.far_vidaredelegeras),
        line.anmalan,
        line.beslut,
        line.changed or "",
    )


def _people(given: Iterable[Named]) -> str:
    return ", ".join(map(str, given)) or swedish.NOTHING


def _sections(asked: Asked, answer: Delegationsordning, reserved: Sequence[Reservation]) -> Iterator[str]:
    gone = [f"{nummer} {asked.called(arende)}" for nummer, arende in answer.revoked]
    changes = [
        f"{each.since}  ”{each.beslut}”, beslutat {each.decided}: {each.says}" for each in answer.versions
    ]
    kept = [
        f"{asked.called(each.arende.id)}: {each.provision.says:sv} ({answer.law.cite(each.provision)})"
        for each in reserved
    ]
    yield from _section("Utgår:", gone)
    yield from _section("Ändringsförteckning:", changes)
    yield from _section("Vidaredelegationer som inte längre hör till någon rad:", answer.dangling)
    yield from _section("Får inte delegeras:", kept)


def _section(heading: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield from ("", *listed(heading, found))


# Portraits


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
