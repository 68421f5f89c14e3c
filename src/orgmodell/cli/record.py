"""The command `record`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgmodell.cli.door import Command, Misuse
from orgmodell.cli.language import lang
from orgmodell.cli.question import any_form, form_of, org, show
from orgmodell.errors import LedgerError
from orgmodell.words import Text
from orgmodell.words import cli as words
from orgmodell.words.record import JUDGING, RECORDING

if TYPE_CHECKING:
    from orgmodell.changes import Recorded
    from orgmodell.ledger import LedgerFiles, Located
    from orgmodell.organisation import Organisation
    from orgmodell.projections.record import Record, Warned


@click.command(cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--into", metavar="SOURCE", required=True)
@org
@click.option("--dry-run", is_flag=True)
@any_form()
def record(
    files: Sequence[str], into: str, org: str | None, dry_run: bool, form: str | None, output: Path | None
) -> None:
    """Record beslutsfiler, or folders of them: all judged before any is recorded.

    Each beslut is recorded whole. If it is cut off, run it again: what is there already is left.
    """
    from orgmodell import presentations
    from orgmodell.presentations.asked import Asked
    from orgmodell.register import is_ledger, open_source

    form = form_of(form, output)
    if is_ledger(into):
        raise Misuse(words.holds_beslutsfiler(into))
    read = _read(files)
    with open_source(into, organisation=org, create=not dry_run, rehearse=dry_run) as organisation:
        answer = _record(organisation, read, dry_run)
        asked = Asked(organisation=organisation.name, names=organisation.names.all())
    show(asked, answer, presentations.record, form, lang(), output)


def _read(files: Sequence[str]) -> LedgerFiles:
    """Everything the files hold; or every problem in them, as one error."""
    from orgmodell import ledger
    from orgmodell.ledger import LedgerFiles

    beslut: list[Located] = []
    persons: dict[str, str] = {}
    problems: list[Text] = []
    for file in files:
        try:
            read = ledger.read_files(file)
        except LedgerError as error:
            problems.extend(error.texts)
        else:
            beslut.extend(read.beslut)
            persons |= read.persons
    if problems:
        raise LedgerError(problems)
    return LedgerFiles(tuple(beslut), persons)


def _record(organisation: Organisation, read: LedgerFiles, dry_run: bool) -> Record:
    from orgmodell.projections.record import record as what_became
    from orgmodell.register import record_ledger, rehearse

    last = max((each.position for each in organisation.beslut_log()), default=0)
    warned: list[Warned] = []
    label = (JUDGING if dry_run else RECORDING).said(lang())
    length, hidden = len(read.beslut) * (1 if dry_run else 2), not sys.stderr.isatty()
    done: list[Recorded] = []
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        if dry_run:
            recording = rehearse(organisation, read, warned.append)
        else:
            recording = record_ledger(organisation, read, lambda: bar.update(1), warned.append)
        for each in recording:
            done.append(each)
            bar.update(1)
    return what_became(done, last, warned[0], dry_run)
