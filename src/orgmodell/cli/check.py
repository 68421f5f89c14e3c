"""The command `check`."""

from __future__ import annotations

import click

from orgmodell.cli.door import REFUSED, Command
from orgmodell.cli.question import Question, on, shown_by_the_clocks, source


@click.command(cls=Command)
@source
@on(required=False)
@shown_by_the_clocks()
def check(question: Question) -> None:
    """The rules that are broken, warnings too; exit status 1 when there are any."""
    from orgmodell import presentations

    answer = question.view.check() if question.day else question.history.check(question.known)
    question.show(answer, presentations.check, naming=answer[-1].day if answer else None)
    if answer:
        click.get_current_context().exit(REFUSED)
