"""The command ``delegationsordning``."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@click.argument("namnd")
@shown_on_a_day()
def delegationsordning(question: Question, namnd: str) -> None:
    """The delegationsordning of NAMND: its rows, who they come to, what changed, what rests on what.

    HTML is a page to print, and needs orgmodell[html].
    """
    from orgmodell import presentations

    question.show(question.view.delegationsordning(namnd), presentations.delegationsordning)
