"""The commands that ask: each puts one question to the organisation and prints the answer."""

from __future__ import annotations

import click

from orgmodell import presentations
from orgmodell.cli.door import Command
from orgmodell.cli.question import (
    Question,
    mode,
    on,
    shown_by_the_clocks,
    source,
)
from orgmodell.projections.kontrollspann import RIKTMARKE
from orgmodell.projections.line import Mode

riktmarke = click.option(
    "--riktmarke",
    type=click.FloatRange(min=0),
    default=RIKTMARKE,
    show_default=True,
)


@click.command(cls=Command)
@source
@click.argument("who")
@on()
@mode()
@shown_by_the_clocks()
def line(question: Question, who: str, mode: Mode) -> None:
    """The chefer above a befattning, nearest first, to the top."""
    question.show(question.view.reporting_line(who, mode), presentations.line)


@click.command(cls=Command)
@source
@click.argument("who", required=False)
@click.option("--up-to", metavar="BEFATTNING")
@on()
@mode()
@shown_by_the_clocks()
def chefsled(question: Question, who: str | None, up_to: str | None, mode: Mode) -> None:
    """How many chefsled there are above a befattning; without WHO, above each."""
    view = question.view
    if who is not None:
        question.show(view.chefsled(who, up_to, mode), presentations.chefsled)
    else:
        question.show(view.chefsled(up_to=up_to, mode=mode), presentations.every_chefsled)


@click.command(cls=Command)
@source
@click.argument("who", required=False)
@on()
@riktmarke
@shown_by_the_clocks()
def kontrollspann(question: Question, who: str | None, riktmarke: float) -> None:
    """How many a chef leads; without WHO, how many each chef leads."""
    view = question.view
    if who is not None:
        question.show(view.kontrollspann(who, riktmarke=riktmarke), presentations.kontrollspann)
    else:
        question.show(view.kontrollspann(riktmarke=riktmarke), presentations.every_kontrollspann)
