"""The command `schema`."""

from __future__ import annotations

import json

import click

from orgmodell.cli.door import Command


@click.command(cls=Command)
@click.option("--answers", is_flag=True)
def schema(answers: bool) -> None:
    """The JSON Schema of beslutsfiler, for editors; with --answers, of what commands print as JSON."""
    from orgmodell import ledger
    from orgmodell.writers.schema import answers_schema

    found = answers_schema() if answers else ledger.json_schema()
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
