"""The commands that keep the log: read it, record in it, check it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from orgmodell import ledger
from orgmodell.changes import Recorded
from orgmodell.cli.door import REFUSED, Command, Misuse
from orgmodell.cli.language import lang
from orgmodell.cli.question import (
    Question,
    asks,
    echo,
    form,
    org,
    source,
)
from orgmodell.errors import LedgerError, UnknownThing
from orgmodell.identity import suggested
from orgmodell.ledger import LedgerFiles, Located
from orgmodell.organisation import Organisation
from orgmodell.presentations.asked import Asked
from orgmodell.register import Broken, is_ledger, open_source, record_ledger, rehearse
from orgmodell.rendering import data, text
from orgmodell.rendering.recording import Recording
from orgmodell.words import Text
from orgmodell.words import cli as words
from orgmodell.words import persons as words_of_persons


@click.command(cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--into",
    metavar="SOURCE",
    required=True,
)
@org
@click.option("--dry-run", is_flag=True)
@form()
def record(files: Sequence[str], into: str, org: str | None, dry_run: bool, form: str) -> None:
    """Record beslutsfiler, or folders of them: all judged before any is recorded.

    Each beslut is recorded whole. If it is cut off, run it again: what is there already is left.
    """
    if is_ledger(into):
        raise Misuse(words.holds_beslutsfiler(into))
    read = _read(files)
    with open_source(into, organisation=org, create=not dry_run, rehearse=dry_run) as organisation:
        recording = _record(organisation, read, dry_run)
        asked = Asked(organisation=organisation.name)
    if form == "json":
        echo(data.to_json(data.recording(asked, recording)), form)
    else:
        echo(text.recording(asked, recording), form)


def _read(files: Sequence[str]) -> LedgerFiles:
    """Everything the files hold; or every problem in them, as one error."""
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


def _record(organisation: Organisation, read: LedgerFiles, dry_run: bool) -> Recording:
    before = max((each.position for each in organisation.beslut_log()), default=0)
    broken: list[Broken] = []
    hidden = not sys.stderr.isatty()
    label = "Judging" if dry_run else "Recording"
    length = len(read.beslut) * (1 if dry_run else 2)
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        done: list[tuple[Recorded, bool]] = []
        if dry_run:
            recording = rehearse(organisation, read, broken.extend)
        else:
            recording = record_ledger(organisation, read, lambda: bar.update(1), broken.extend)
        for each in recording:
            done.append((each, each.position > before))
            before = max(before, each.position)
            bar.update(1)
    warnings = (f"{place}: {each.rule}: {each.text.said(lang())}" for place, each in broken)
    return Recording(tuple(done), tuple(warnings), dry_run)


@click.command(cls=Command)
@source
@click.option("--head", metavar="SHA256")
@org
@form()
@asks
def verify(question: Question, head: str | None) -> None:
    """Recompute the hash chain of the log, and name the first record that does not fit.

    Exit status 1 also when the chain is whole but the database no longer refuses to change records.
    """
    answer = question.organisation.verify(head)
    question.answer(answer, text=text.verification, json=data.verification)
    if answer.missing_triggers:
        click.get_current_context().exit(REFUSED)


@click.command(cls=Command)
@source
@click.option("--set", "given", metavar="PERSON NAME", nargs=2, multiple=True)
@click.option("--erase", metavar="PERSON", multiple=True)
@org
@form()
@asks
def names(question: Question, given: Sequence[tuple[str, str]], erase: Sequence[str]) -> None:
    """The names of persons, kept beside the log; the log itself has only their ids."""
    register = question.organisation.names
    if (given or erase) and not question.stamped:
        raise Misuse(words.NAMES_OF_FILES)
    for person, name in given:
        register.set(person, name)
    for person in erase:
        if register.get(person) is None:
            raise UnknownThing(words_of_persons.no_name(person, suggested(person, register.all())))
        register.erase(person)
    question.answer(register.all(), text=text.names, json=data.names)


@click.command(cls=Command)
def schema() -> None:
    """The JSON Schema of beslutsfiler, for editors."""
    click.echo(data.to_json(ledger.json_schema()))
