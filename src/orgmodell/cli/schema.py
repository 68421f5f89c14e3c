"""The command `schema`."""

from __future__ import annotations

import json

import click

from orgmodell import ledger
from orgmodell.cli.door import Command


@click.command(cls=Command)
def schema() -> None:
    """The JSON Schema of beslutsfiler, for editors."""
    click.echo(json.dumps(ledger.json_schema(), ensure_ascii=False, indent=2))
