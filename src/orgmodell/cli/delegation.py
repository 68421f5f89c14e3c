"""The commands about who may decide: the delegationsordning and rights."""

from __future__ import annotations

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, asks_on_a_day, source
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
