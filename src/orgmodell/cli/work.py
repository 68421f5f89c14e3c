"""The commands that ask what is to be done and who does it: uppdrag, roles, avtal, forums and plans."""

from __future__ import annotations

import click

from orgmodell.cli.question import Question, asks_by_the_clocks, asks_on_a_day, on, source
from orgmodell.organisation import OrganisationView
from orgmodell.projections.forums import meeting, meetings
from orgmodell.projections.uppdrag import Responsibility, every_responsibility
from orgmodell.rendering import data, text


@click.command()
@source
@click.argument("id", required=False)
@click.option("--enhet", metavar="ENHET", help="Only those that this enhet or organ answers for on the day.")
@asks_on_a_day()
def uppdrag(question: Question, id: str | None, enhet: str | None) -> None:
    """Who answers for each uppdrag, before and after too; or for the uppdrag ID."""
    view = question.view
    if id is not None and enhet is not None:
        raise click.UsageError("give an ID or --enhet, not both")
    if id is not None:
        question.answer(view.responsibility(id), text=text.responsibility, json=data.responsibility)
    else:
        answer = every_responsibility(view) if enhet is None else _answered_for_by(view, enhet)
        question.answer(answer, enhet, text=text.responsibilities, json=data.responsibilities)


def _answered_for_by(view: OrganisationView, party: str) -> tuple[Responsibility, ...]:
    is_organ = view.account.type_of(party) == "organ"
    found = view.uppdrag(organ=party) if is_organ else view.uppdrag(enhet=party)
    return tuple(view.responsibility(each) for each in found)


@click.command()
@source
@asks_on_a_day()
def roller(question: Question) -> None:
    """The roles of enheter and organ, what mixes beställare and utförare, and relations."""
    question.answer(question.view.roles(), text=text.roles, json=data.roles)


@click.command()
@source
@asks_on_a_day()
def instrument(question: Question) -> None:
    """Which avtal or överenskommelse ties each beställare to each utförare, and where there is none."""
    question.answer(question.view.ties(), text=text.ties, json=data.ties)


@click.command()
@source
@on()
@click.option(
    "--within",
    type=click.IntRange(0, 1200),
    metavar="MONTHS",
    default=12,
    show_default=True,
    help="How many months ahead to look.",
)
@asks_by_the_clocks()
def expiring(question: Question, within: int) -> None:
    """Which avtal, överenskommelser and temporary enheter and forums run out, or have passed their end."""
    question.answer(question.view.expiring(within), within, text=text.expiring, json=data.expiring)


@click.command()
@source
@click.argument("id", required=False)
@asks_on_a_day()
def forum(question: Question, id: str | None) -> None:
    """The forums: who meets, how often, and which seats nobody fills; or the forum ID."""
    if id is not None:
        question.answer(meeting(question.view, id), text=text.meeting, json=data.meeting)
    else:
        question.answer(meetings(question.view), text=text.meetings, json=data.meetings)


@click.command()
@source
@asks_on_a_day()
def plan(question: Question) -> None:
    """The åtgärder by deadline: what is late, what waits for what, and who carries how much."""
    question.answer(question.view.plan(), text=text.plan, json=data.plan)
