"""The command `alternatives`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, asks, every_form, org, source


@click.command(cls=Command)
@source
@org
@every_form()
@asks
def alternatives(question: Question) -> None:
    """The alternatives beside SOURCE: which stand by themselves, need another, or exclude each other."""
    from orgmodell import ledger, presentations
    from orgmodell.register import alternatives_of

    drafts = {
        name: [each.beslut for each in ledger.read_files(where).beslut]
        for name, where in alternatives_of(question.source).items()
    }
    question.show(question.organisation.fits(drafts), presentations.alternatives)
