"""The command `kontrollspann`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, on, shown_by_the_clocks, source
from orgmodell.projections.kontrollspann import RIKTMARKE


@click.command(cls=Command)
@source
@click.argument("who", required=False)
@on()
@click.option("--riktmarke", type=click.FloatRange(min=0), default=RIKTMARKE, show_default=True)
@shown_by_the_clocks()
def kontrollspann(question: Question, who: str | None, riktmarke: float) -> None:
    """How many a chef leads; without WHO, how many each chef leads."""
    from orgmodell import presentations

    view = question.view
    if who is not None:
        question.show(view.kontrollspann(who, riktmarke=riktmarke), presentations.kontrollspann)
    else:
        question.show(view.kontrollspann(riktmarke=riktmarke), presentations.every_kontrollspann)
