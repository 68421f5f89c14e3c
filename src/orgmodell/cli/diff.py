"""The command `diff`."""

from __future__ import annotations

from datetime import date

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, day, shown_by_the_clocks, source


@click.command(cls=Command)
@source
@click.argument("before", type=day, metavar="D1")
@click.argument("after", type=day, metavar="D2")
@shown_by_the_clocks()
def diff(question: Question, before: date, after: date) -> None:
    """What differs in the organisation between two days; --with NAME holds on the later side."""
    from orgmodell import presentations
    from orgmodell.projections.diff import diff as differences

    answer = differences(question.before(before), question.history.on(after, question.known))
    question.show(answer, presentations.diff, naming=after)
