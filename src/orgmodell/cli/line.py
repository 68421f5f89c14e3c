"""The command `line`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, mode, on, shown_by_the_clocks, source

if TYPE_CHECKING:
    from orgmodell.projections.line import Mode


@click.command(cls=Command)
@source
@click.argument("who")
@on()
@mode()
@shown_by_the_clocks()
def line(question: Question, who: str, mode: Mode) -> None:
    """The chefer above a befattning, nearest first, to the top."""
    from orgmodell import presentations

    question.show(question.view.reporting_line(who, mode), presentations.line)
