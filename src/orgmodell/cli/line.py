"""The command `line`."""

from __future__ import annotations

import click

from orgmodell import presentations
from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, mode, on, shown_by_the_clocks, source
from orgmodell.projections.line import Mode


@click.command(cls=Command)
@source
@click.argument("who")
@on()
@mode()
@shown_by_the_clocks()
def line(question: Question, who: str, mode: Mode) -> None:
    """The chefer above a befattning, nearest first, to the top."""
    question.show(question.view.reporting_line(who, mode), presentations.line)
