"""The command ``rights``."""

from __future__ import annotations

from datetime import date

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, day, shown_on_a_day, source


@click.command(cls=Command)
@source
@click.argument("who", required=False)
@click.option("--since", type=day, metavar="D")
@shown_on_a_day()
def rights(question: Question, who: str | None, since: date | None) -> None:
    """What each chef and delegate may decide, and who may nothing; or one WHO, a befattning or person.

    With --since, what each person has lost or gained by the day; --with NAME holds on the day only.
    """
    from orgmodell import presentations

    before = None if since is None else question.before(since)
    question.show(question.view.rights(who, since=before), presentations.rights)
