"""The command `chart`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_on_a_day, source


@click.command(cls=Command)
@source
@shown_on_a_day("mermaid", "dot")
def chart(question: Question) -> None:
    """The org chart: enheter, chefer, t.f. and vacancies."""
    from orgmodell import presentations
    from orgmodell.pictures import dot, mermaid

    question.show(question.view.chart(), presentations.chart, mermaid=mermaid.chart, dot=dot.chart)
