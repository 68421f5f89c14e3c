"""The command ``who-decides``."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import click

from orgmodell.cli.door import BadValue, Command
from orgmodell.cli.question import Question, shown_on_a_day, source
from orgmodell.words import cli as words


@click.command("who-decides", cls=Command)
@source
@click.argument("arende")
@click.option("--enhet", metavar="ENHET")
@click.option("--belopp", type=click.FloatRange(min=0), metavar="KR")
@click.option("--absent", metavar="ID", multiple=True)
@click.option("--jav", metavar="PERSON", multiple=True)
@click.option("--bradskande", is_flag=True)
@shown_on_a_day()
def who_decides(
    question: Question,
    arende: str,
    enhet: str | None,
    belopp: float | None,
    absent: Sequence[str],
    jav: Sequence[str],
    bradskande: bool,
) -> None:
    """Who may decide in ARENDE on the day, and why: the whole way, with everyone who may not.

    ARENDE is the id of a kind of matter. Exit status 0 also when it does not appear who decides.
    """
    from orgmodell import presentations

    if belopp is not None and not isfinite(belopp):
        raise BadValue(words.no_amount(belopp), "--belopp")
    answer = question.view.who_decides(
        arende, enhet, belopp=belopp, absent=absent, jav=jav, bradskande=bradskande
    )
    for each in (*absent, *jav):
        question.history.history(each, question.known)  # raises when nothing names it
    question.show(answer, presentations.who_decides)
