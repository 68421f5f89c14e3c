"""The command `forum`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@click.argument("id", required=False)
@shown_on_a_day()
def forum(question: Question, id: str | None) -> None:
    """The forums: who meets, how often, and which seats nobody fills; or the forum ID."""
    from orgmodell import presentations

    view = question.view
    if id is not None:
        question.show(view.meeting(id), presentations.meeting)
    else:
        question.show(view.meetings(), presentations.meetings)
