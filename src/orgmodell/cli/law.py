"""The command ``law``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from orgmodell.cli.door import Command
from orgmodell.cli.language import lang
from orgmodell.cli.question import any_form, form_of, on, show


@click.command(cls=Command)
@on()
@any_form()
def law(day: date, form: str | None, output: Path | None) -> None:
    """The kommunallag in force: who may be delegate, what is reserved, how decisions are reported."""
    from orgmodell import presentations
    from orgmodell.law import law_on
    from orgmodell.presentations.asked import Asked

    show(Asked(day=day), law_on(day), presentations.law, form_of(form, output), lang(), output)
