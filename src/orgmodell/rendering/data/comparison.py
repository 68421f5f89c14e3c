"""Alternatives, side by side and one by one, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgmodell.projections.alternatives import Fit
from orgmodell.projections.comparison import Alternative, Comparison
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, marks, question
from orgmodell.rendering.data.keeping import violation_data
from orgmodell.writers.json import Told, plain


def comparison(asked: Asked, answer: Comparison) -> Data:
    """Alternatives side by side: the figures of each, and how each group changes from the first."""
    changed = {
        group: dict(zip([a.name for a in answer.alternatives], answer.changed(group), strict=True))
        for group in answer.alternatives[0].chefsled
    }
    return (
        question(asked)
        | {"up_to": answer.up_to, "mode": answer.mode, "counting_rule": answer.counting_rule}
        | {"alternatives": [_alternative(answer, each) for each in answer.alternatives], "changed": changed}
    )


def alternatives(asked: Asked, answer: Sequence[Fit], titles: Mapping[str, str]) -> Data:
    """The alternatives: which stand by themselves, need another, or exclude each other."""
    found = [
        {
            "name": fit.name,
            "title": titles[fit.name],
            "stands": not fit.errors,
            "errors": [violation_data(each) for each in fit.errors],
            "needs": fit.needs,
            "excludes": fit.excludes,
        }
        for fit in answer
    ]
    return question(asked) | {"alternatives": found}


def _alternative(answer: Comparison, each: Alternative) -> Data:
    groups = {
        group: {
            "chefsled": None if steps is None else int(steps),
            "path": None if steps is None else steps.ids,
            "medarbetare": each.heads.get(group),
        }
        for group, steps in each.chefsled.items()
    }
    return {
        "name": each.name,
        "enheter": each.enheter,
        "kinds": dict(each.kinds),
        "chefer": each.chefer,
        "levels": each.levels,
        "mellanchefer": each.mellanchefer,
        "groups": groups,
        "chefsled_mean": each.medel,
        "spans": [plain(span, Told("sv", {})) for span in each.spans.values()],
        "namnder": each.namnder,
        "broken": [violation_data(v) for v in each.broken],
        "added": [violation_data(v) for v in answer.added(each)],
        "mended": [violation_data(v) for v in answer.mended(each)],
        "homeless": each.homeless,
    } | marks(each.basis)
