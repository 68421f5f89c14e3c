"""The command `show`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@click.argument("id")
@shown_on_a_day()
def show(question: Question, id: str) -> None:
    """What a thing is on the day: an enhet and its chef, a befattning, person, uppdrag, forum, åtgärd …"""
    from orgmodell import presentations

    question.show(question.view.show(id), presentations.show)
