"""The command `names`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from orgmodell.cli.door import Command, Misuse
from orgmodell.cli.question import Question, any_form, asks, org, source
from orgmodell.errors import UnknownThing
from orgmodell.identity import suggested
from orgmodell.words import cli as words
from orgmodell.words.persons import no_name


@click.command(cls=Command)
@source
@click.option("--set", "given", metavar="PERSON NAME", nargs=2, multiple=True)
@click.option("--erase", metavar="PERSON", multiple=True)
@org
@any_form()
@asks
def names(question: Question, given: Sequence[tuple[str, str]], erase: Sequence[str]) -> None:
    """The names of persons, kept beside the log; the log itself has only their ids."""
    from orgmodell import presentations
    from orgmodell.projections.names import Names

    register = question.organisation.names
    if (given or erase) and not question.stamped:
        raise Misuse(words.NAMES_OF_FILES)
    for person, name in given:
        register.set(person, name)
    for person in erase:
        if register.get(person) is None:
            raise UnknownThing(no_name(person, suggested(person, register.all())))
        register.erase(person)
    question.show(Names(names=register.all()), presentations.names)
