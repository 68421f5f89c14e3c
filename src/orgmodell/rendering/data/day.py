"""What is vacant, as data."""

from __future__ import annotations

from orgmodell.projections.vacancies import Vacancy
from orgmodell.rendering.data.grounds import Data


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
