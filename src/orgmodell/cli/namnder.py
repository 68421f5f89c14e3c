"""The command `namnder`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@click.argument("enhet", required=False)
@shown_on_a_day()
def namnder(question: Question, enhet: str | None) -> None:
    """Which nämnd each enhet answers to; or one ENHET."""
    from orgmodell import presentations

    question.show(question.view.answerable(enhet), presentations.namnder)
