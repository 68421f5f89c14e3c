"""The commands about who may decide: the delegationsordning and rights."""

from __future__ import annotations

from datetime import date

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, asks_on_a_day, day, source
from orgmodell.projections.reserved import reservations
from orgmodell.rendering import data, html, text


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
