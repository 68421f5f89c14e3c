"""The commands about who may decide: the delegationsordning, one matter, and the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite

import click

from orgmodell.cli.door import BadValue, Command
from orgmodell.cli.question import Question, asks_on_a_day, day, echo, form, on, source
from orgmodell.law import law_on
from orgmodell.projections import decision
from orgmodell.projections.reserved import reservations
from orgmodell.rendering import data, html, text
from orgmodell.words import cli as words


@click.command(cls=Command)
@source
@click.argument("namnd")
@asks_on_a_day("text", "csv", "html", "json")
def delegationsordning(question: Question, namnd: str) -> None:
    """The delegationsordning of NAMND: its rows, who they come to, what changed, what rests on what.

    HTML is a page to print, and needs orgmodell[html].
    """
    view = question.view
    question.answer(
        view.delegationsordning(namnd),
        reservations(view, namnd),
        text=text.delegationsordning,
        csv=text.delegationsordning_csv,
        html=html.delegationsordning,
        json=data.delegationsordning,
    )


@click.command("who-decides", cls=Command)
@source
@click.argument("arende")
@click.option("--enhet", metavar="ENHET", help="The enhet it is about; left out, only what holds for any.")
@click.option("--belopp", type=click.FloatRange(min=0), metavar="KR", help="The amount, in kronor.")
@click.option(
    "--absent", metavar="ID", multiple=True, help="A befattning or person who is away. May be repeated."
)
@click.option("--jav", metavar="PERSON", multiple=True, help="A person who is jävig. May be repeated.")
@click.option("--bradskande", is_flag=True, help="The matter cannot wait for nämnden.")
@asks_on_a_day()
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
    if belopp is not None and not isfinite(belopp):
        raise BadValue(words.no_amount(belopp), "--belopp")
    given = decision.Question(
        arende=arende, enhet=enhet, belopp=belopp, absent=absent, jav=jav, bradskande=bradskande
    )
    answer = decision.who_decides(question.view, given)
    for each in (*absent, *jav):
        question.history.history(each, question.known)  # raises when nothing names it
    question.answer(answer, given, text=text.decision, json=data.decision)


@click.command(cls=Command)
@source
@click.argument("who", required=False)
@click.option("--since", type=day, metavar="D", help="Tell who has lost or gained rights since this day.")
@asks_on_a_day()
def rights(question: Question, who: str | None, since: date | None) -> None:
    """What each chef and delegate may decide, and who may nothing; or one WHO, a befattning or person.

    With --since, what each person has lost or gained by the day; --with NAME holds on the day only.
    """
    view = question.view
    moved = question.before(since).shifts_to(view, who) if since is not None else None
    question.answer(view.rights(who), moved, since, text=text.rights, json=data.rights)


@click.command(cls=Command)
@on()
@form()
def law(day: date, form: str) -> None:
    """The kommunallag in force: who may be delegate, what is reserved, how decisions are reported."""
    answer = law_on(day)
    echo(text.law(day, answer) if form == "text" else data.to_json(data.law(day, answer)), form)
