"""The command `checkpoint`."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.language import lang
from orgmodell.cli.question import org, source
from orgmodell.words import cli as words


@click.command(cls=Command)
@source
@org
def checkpoint(source: str, org: str | None) -> None:
    """Check the log, and keep beside it how it is laid out, so that it is opened fast."""
    from orgmodell.register import open_register

    with open_register(source, create=False) as register:
        for name in register.organisations() if org is None else [org]:
            click.echo(words.checkpoint_written(register.write_checkpoint(name)).said(lang()))
