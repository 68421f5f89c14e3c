"""The command `roller`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@shown_on_a_day()
def roller(question: Question) -> None:
    """The roles of enheter and organ, what mixes beställare and utförare, and relations."""
    from orgmodell import presentations

    question.show(question.view.roles(), presentations.roller)
