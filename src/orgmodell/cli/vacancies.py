"""The command `vacancies`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@shown_on_a_day()
def vacancies(question: Question) -> None:
    """The vacant befattningar, since when, and who takes over what they led; and unfilled seats of forums."""
    from orgmodell import presentations

    question.show(question.view.vacancies(), presentations.vacancies)
