"""Organisations, and alternatives of them, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from orgmodell.organisation.readable import ReadableOrganisation
from orgmodell.organisation.view import OrganisationView
from orgmodell.projections import compare as comparison
from orgmodell.projections.compare import Comparison
from orgmodell.projections.line import Mode
from orgmodell.violations import Violation, refusing


def compare(
    day: date,
    alternatives: Mapping[str, ReadableOrganisation],
    *,
    up_to: str | None = None,
    mode: Mode = "struktur",
) -> Comparison:
    """Organisations and scenarios side by side on a day, each under its name; the first is compared with.

    Chefsled are counted by structure, unless ``mode`` says otherwise: proposals seldom say who holds what.

    Raises:
        UnknownThing: there is no befattning ``up_to`` in any of them.
    """
    views = {name: each.on(day) for name, each in alternatives.items()}
    broken = {name: _broken(each, views[name]) for name, each in alternatives.items()}
    return comparison.compare([(name, view, broken[name]) for name, view in views.items()], up_to, mode)


def _broken(each: ReadableOrganisation, view: OrganisationView) -> list[Violation]:
    """What is broken on the day, and what makes drafts refused on any other; each once."""
    on_the_day = view.violations()
    told = {(v.rule, frozenset(v.things)) for v in on_the_day}
    errors = refusing(each.broken())
    return [*(v for v in errors if (v.rule, frozenset(v.things)) not in told), *on_the_day]
