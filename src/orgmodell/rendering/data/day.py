"""The organisation on a day, as data."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import together
from orgmodell.projections.chart import ChartNode, OrgChart
from orgmodell.projections.forum import UnfilledSeat
from orgmodell.projections.namnder import Answerable
from orgmodell.projections.vacancies import Vacancy
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def chart(asked: Asked, answer: OrgChart) -> Data:
    """The org chart: enheter in tree order, each with its parent."""
    enheter = [_chart_node(asked, answer, node) for node in answer.nodes]
    return question(asked) | {"enheter": enheter, "organ": answer.organs} | grounds(asked, answer.basis)


def vacancies(asked: Asked, answer: Sequence[Vacancy], seats: Sequence[UnfilledSeat] = ()) -> Data:
    """The vacant befattningar, and the seats of forums that nobody fills."""
    found = [vacancy_data(each) | marks(each.basis) for each in answer]
    unfilled = [_seat(each) | marks(each.basis) for each in seats]
    basis = together([*(each.basis for each in answer), *(each.basis for each in seats)])
    return question(asked) | {"vacancies": found, "unfilled_seats": unfilled} | grounds(asked, basis)


def namnder(asked: Asked, answer: Sequence[Answerable]) -> Data:
    """Which enheter answer to which nämnd."""
    enheter = [
        {"enhet": each.enhet, "namnder": each.namnder, "through": each.through} | marks(each.basis)
        for each in answer
    ]
    return question(asked) | {"enheter": enheter} | grounds(asked, together(each.basis for each in answer))


def _chart_node(asked: Asked, chart: OrgChart, node: ChartNode) -> Data:
    enhet, vacancy = node.enhet, chart.vacancies.get(node.leader or "")
    chef = node.chef and {
        "befattning": node.chef.befattning,
        "person": node.chef.person,
        "name": asked.names.get(node.chef.person),
        "form": node.chef.form,
    }
    posts = [
        {
            "befattning": post.befattning,
            "title": post.title,
            "holders": post.holders,
            "vacant": post.befattning in chart.vacancies,
            "leads_nothing": post.leads_nothing,
        }
        for post in chart.posts.get(enhet.id, ())
    ]
    return {
        **msgspec.to_builtins(enhet),
        "depth": node.depth,
        "leader": node.leader,
        "title": node.title,
        "chef": chef,
        "vacant": node.vacant,
        "vacant_since": vacancy and vacancy.since,
        "namnder": node.namnder,
        "acting_and_vacant_posts": posts,
        "assumed": enhet.id in chart.assumed,
    }


def vacancy_data(answer: Vacancy) -> Data:
    """A vacancy: since when, and to whom it falls."""
    return {
        "befattning": answer.befattning,
        "title": answer.title,
        "enhet": answer.enhet,
        "since": answer.since,
        "at_latest": answer.at_latest,
        "stated": answer.stated,
        "days": answer.days,
        "declared": answer.declared,
        "leads": answer.leads,
        "falls_to": answer.falls_to,
    }


def _seat(each: UnfilledSeat) -> Data:
    return {
        "forum": each.forum,
        "seat": each.seat,
        "role": each.role,
        "since": each.since,
        "stated": each.stated,
    }
