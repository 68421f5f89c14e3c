"""The command `uppdrag`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command, Misuse
from orgmodell.cli.question import Question, shown_on_a_day, source
from orgmodell.words import cli as words


@click.command(cls=Command)
@source
@click.argument("id", required=False)
@click.option("--enhet", metavar="ENHET")
@shown_on_a_day()
def uppdrag(question: Question, id: str | None, enhet: str | None) -> None:
    """Who answers for each uppdrag, before and after too; or for the uppdrag ID."""
    from orgmodell import presentations

    view = question.view
    if id is not None and enhet is not None:
        raise Misuse(words.ID_OR_ENHET)
    if id is not None:
        question.show(view.responsibility(id), presentations.responsibility)
    else:
        question.show(view.responsibilities(enhet), presentations.responsibilities)
