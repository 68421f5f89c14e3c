"""The command `instrument`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@shown_on_a_day()
def instrument(question: Question) -> None:
    """Which avtal or överenskommelse ties each beställare to each utförare, and where there is none."""
    from orgmodell import presentations

    question.show(question.view.ties(), presentations.ties)
