"""The command `taking-effect`."""

from __future__ import annotations

from datetime import date

import click

from orgmodell.cli.door import Command, Misuse
from orgmodell.cli.question import Question, day, shown_by_the_clocks, source
from orgmodell.words import cli as words


@click.command("taking-effect", cls=Command)
@source
@click.argument("after", type=day)
@click.argument("until", type=day)
@shown_by_the_clocks()
def taking_effect(question: Question, after: date, until: date) -> None:
    """What begins or ends after one day, up to and including another."""
    from orgmodell import presentations

    if until < after:
        raise Misuse(words.ends_before_it_begins(until, after))
    answer = question.history.taking_effect(after, until, question.known)
    question.show(answer, presentations.taking_effect, naming=until)
