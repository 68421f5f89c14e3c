"""The command `chefsled`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, mode, on, shown_by_the_clocks, source

if TYPE_CHECKING:
    from orgmodell.projections.line import Mode


@click.command(cls=Command)
@source
@click.argument("who", required=False)
@click.option("--up-to", metavar="BEFATTNING")
@on()
@mode()
@shown_by_the_clocks()
def chefsled(question: Question, who: str | None, up_to: str | None, mode: Mode) -> None:
    """How many chefsled there are above a befattning; without WHO, above each."""
    from orgmodell import presentations

    view = question.view
    if who is not None:
        question.show(view.chefsled(who, up_to, mode), presentations.chefsled)
    else:
        question.show(view.chefsled(up_to=up_to, mode=mode), presentations.every_chefsled)
