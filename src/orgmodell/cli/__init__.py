"""The command ``orgmodell``: arguments in, text or data out; no domain logic."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from orgmodell.addresses import without_passwords
from orgmodell.cli.door import FAULT, commands
from orgmodell.cli.language import lang
from orgmodell.words import cli as words


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
