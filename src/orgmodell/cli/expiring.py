"""The command `expiring`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, on, shown_by_the_clocks, source


@click.command(cls=Command)
@source
@on()
@click.option(
    "--within",
    type=click.IntRange(0, 1200),
    metavar="MONTHS",
    default=12,
    show_default=True,
)
@shown_by_the_clocks()
def expiring(question: Question, within: int) -> None:
    """Which avtal, överenskommelser and temporary enheter and forums run out, or have passed their end."""
    from orgmodell import presentations

    question.show(question.view.expiring(within), presentations.expiring)
