"""The command `lineage`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, shown_by_the_clocks, source


@click.command(cls=Command)
@source
@shown_by_the_clocks("dot")
def lineage(question: Question) -> None:
    """Which enheter went over into which."""
    from orgmodell import presentations
    from orgmodell.pictures import dot
    from orgmodell.projections.lineage import lineage as whole_lineage

    answer = whole_lineage(question.history.account(question.known))
    question.show(answer, presentations.lineage, dot=dot.lineage)
