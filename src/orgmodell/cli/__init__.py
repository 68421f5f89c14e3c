"""The command ``orgmodell``: arguments in, text or data out; no domain logic."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from orgmodell.addresses import without_passwords
from orgmodell.cli.alternatives import alternatives
from orgmodell.cli.chart import chart
from orgmodell.cli.check import check
from orgmodell.cli.chefsled import chefsled
from orgmodell.cli.compare import compare
from orgmodell.cli.delegationsordning import delegationsordning
from orgmodell.cli.diff import diff
from orgmodell.cli.door import FAULT, commands
from orgmodell.cli.expiring import expiring
from orgmodell.cli.forum import forum
from orgmodell.cli.history import history
from orgmodell.cli.instrument import instrument
from orgmodell.cli.kontrollspann import kontrollspann
from orgmodell.cli.language import lang
from orgmodell.cli.law import law
from orgmodell.cli.line import line
from orgmodell.cli.lineage import lineage
from orgmodell.cli.log import log
from orgmodell.cli.names import names
from orgmodell.cli.namnder import namnder
from orgmodell.cli.plan import plan
from orgmodell.cli.record import record
from orgmodell.cli.rights import rights
from orgmodell.cli.roller import roller
from orgmodell.cli.schema import schema
from orgmodell.cli.show import show
from orgmodell.cli.taking_effect import taking_effect
from orgmodell.cli.uppdrag import uppdrag
from orgmodell.cli.vacancies import vacancies
from orgmodell.cli.verify import verify
from orgmodell.cli.who_decides import who_decides
from orgmodell.words import cli as words

for command in (
    *(chart, show, line, chefsled, kontrollspann, vacancies, namnder),
    *(uppdrag, roller, instrument, expiring, forum, plan),
    *(delegationsordning, who_decides, rights, law),
    *(diff, history, lineage, taking_effect, log),
    *(alternatives, compare),
    *(record, check, verify, names, schema),
):
    commands.add_command(command)


def main() -> None:
    """Run the command with the arguments of the process."""
    if sys.stdout is None:
        sys.stdout = _unread()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        commands(prog_name="orgmodell")
    except Exception as error:
        if os.environ.get("ORGMODELL_TRACEBACK"):
            raise
        told = words.fault(type(error).__name__, without_passwords(str(error)))
        for each in (told, words.REPORT_IT):
            print(each.said(lang()), file=sys.stderr)
        sys.exit(FAULT)


def _unread() -> TextIO:
    """An output that is closed is one whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "w")


__all__ = ["commands", "main"]
