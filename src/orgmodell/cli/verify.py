"""The command `verify`."""

from __future__ import annotations

import click

from orgmodell.cli.door import REFUSED, Command
from orgmodell.cli.question import Question, any_form, asks, org, source


@click.command(cls=Command)
@source
@click.option("--head", metavar="SHA256")
@org
@any_form()
@asks
def verify(question: Question, head: str | None) -> None:
    """Recompute the hash chain of the log, and name the first record that does not fit.

    Exit status 1 also when the chain is whole but the database no longer refuses to change records.
    """
    from orgmodell import presentations
    from orgmodell.projections.verify import Verify

    answer = Verify(verification=question.organisation.verify(head))
    question.show(answer, presentations.verify)
    if answer.verification.missing_triggers:
        click.get_current_context().exit(REFUSED)
