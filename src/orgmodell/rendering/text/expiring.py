"""What runs out, as text."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell import swedish
from orgmodell.projections.basis import together
from orgmodell.projections.expiring import Expiry
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds, star
from orgmodell.rendering.text.table import names, paragraph, table, text

NOT_BY_THE_CLOCK = (
    "Ingenting avslutas av kalendern: det som har passerat sin sista dag står kvar tills ett beslut avslutar "
    "eller förlänger det."
)


def expiring(asked: Asked, answer: Sequence[Expiry], months: int) -> str:
    """What runs out within so many months, or has passed its last day without a beslut, as a table."""
    rows = [
        (
            asked.called(each.thing) + star(each.basis),
            swedish.kind_of(each.type),
            each.last_day,
            _left(each),
            names(asked, each.parties),
        )
        for each in answer
    ]
    heads = ("Vad", "Slag", "Sista dag", "Dagar kvar", "Parter")
    within = swedish.counted(months, "månad", "månader")
    basis = together(each.basis for each in answer)
    return text(
        asked.heading(f"Det som löper ut inom {within}, sett"),
        [
            table(heads, rows, "Ingenting löper ut."),
            *("", paragraph(NOT_BY_THE_CLOCK)),
            *grounds(asked, basis, starred=True),
        ],
    )


def _left(each: Expiry) -> str:
    if each.passed:
        return f"passerad sedan {swedish.counted(-each.days, 'dag', 'dagar')}, utan beslut"
    return str(each.days) if each.days else "0, i dag"
