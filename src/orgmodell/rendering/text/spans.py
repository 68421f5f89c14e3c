"""Kontrollspann, as text."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.projections.basis import together
from orgmodell.projections.spans import Kontrollspann
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.table import plain, rule, table, text, things


def kontrollspann(asked: Asked, answer: Kontrollspann, riktmarke: float) -> str:
    """How many one chef leads."""
    rows = [
        ("Leder", things(asked, answer.enheter)),
        ("Direkt underställda chefer", _counted_things(asked, answer.direct_chefer)),
        ("Första linjens chefer", _first_line(answer)),
        *([("Enheter utan angiven ledning", things(asked, answer.unled))] if answer.unled else ()),
        ("Medarbetare", _stated(answer.medarbetare, answer.approximate)),
        ("Årsarbetare", _stated(answer.arsarbetare, answer.approximate)),
        ("Uppdragstagare", _stated(answer.uppdragstagare, answer.approximate)),
        ("Medarbetare per första linjens chef", swedish.average(answer.medarbetare_per_chef)),
        ("Årsarbetare per första linjens chef", swedish.average(answer.arsarbetare_per_chef)),
        (
            "Medarbetare och uppdragstagare per första linjens chef",
            swedish.average(answer.med_uppdragstagare_per_chef),
        ),
        (f"Riktmärket {swedish.number(riktmarke)} medarbetare per chef", _kept(answer.over(riktmarke))),
    ]
    return text(
        asked.heading(f"Kontrollspann för {asked.called(answer.befattning)}"),
        [
            plain(rows),
            *rule(answer.counting_rule),
            *grounds(asked, answer.basis),
        ],
    )


def every_kontrollspann(asked: Asked, answer: Sequence[Kontrollspann], riktmarke: float) -> str:
    """How many each chef leads, as a table."""
    heads = (
        "Chef",
        "Direkta\nchefer",
        "Första\nlinjen",
        "Medarbetare",
        "Medarbetare\nper chef",
        "Årsarbetare\nper chef",
        "Med uppdrags-\ntagare per chef",
        f"Riktmärket {swedish.number(riktmarke)}",
    )
    rows = [
        (
            asked.called(each.befattning) + star(each.basis),
            len(each.direct_chefer),
            len(each.first_line),
            _stated(each.medarbetare, each.approximate),
            swedish.average(each.medarbetare_per_chef),
            swedish.average(each.arsarbetare_per_chef),
            swedish.average(each.med_uppdragstagare_per_chef),
            _kept(each.over(riktmarke)),
        )
        for each in answer
    ]
    basis = together(each.basis for each in answer)
    return text(
        asked.heading("Kontrollspann"),
        [
            table(heads, rows, "Ingen chef finns den dagen."),
            *(rule(answer[0].counting_rule) if answer else ()),
            *grounds(asked, basis, starred=True),
        ],
    )


def _counted_things(asked: Asked, things: Sequence[str]) -> str:
    return f"{len(things)}: {', '.join(things)}" if things else "0"


def _first_line(answer: Kontrollspann) -> str:
    itself = answer.first_line == (answer.befattning,)
    return (
        "1 (befattningen själv: ingen chef under den är registrerad)"
        if itself
        else str(len(answer.first_line))
    )


def _stated(number: float | None, approximate: bool) -> str:
    return f"{'ca ' if approximate and number is not None else ''}{swedish.number(number)}"


def _kept(over: bool | None) -> str:
    return swedish.MISSING if over is None else "överskrids" if over else "hålls"
