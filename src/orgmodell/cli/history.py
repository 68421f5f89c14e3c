"""The command `history`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, on, shown_by_the_clocks, source


@click.command(cls=Command)
@source
@click.argument("id")
@on(required=False)
@shown_by_the_clocks()
def history(question: Question, id: str) -> None:
    """Every change that touched a thing, in order of day."""
    from orgmodell import presentations

    answer = question.history.history(id, question.known, question.day)
    question.show(answer, presentations.history, naming=answer[-1].fact.day)
