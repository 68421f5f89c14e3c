"""The command `plan`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@shown_on_a_day()
def plan(question: Question) -> None:
    """The åtgärder by deadline: what is late, what waits for what, and who carries how much."""
    from orgmodell import presentations

    question.show(question.view.plan(), presentations.plan)
