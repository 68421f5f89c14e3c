"""Answers as Swedish text, for whoever pastes them into a report. One function for each answer."""

from orgmodell.rendering.text.comparison import (
    alternatives,
    comparison,
    comparison_csv,
    comparison_markdown,
)
from orgmodell.rendering.text.day import (
    chart,
    namnder,
    vacancies,
)
from orgmodell.rendering.text.delegation import (
    decision,
    delegationsordning,
    delegationsordning_csv,
    law,
    rights,
)
from orgmodell.rendering.text.expiring import expiring
from orgmodell.rendering.text.forums import meeting, meetings
from orgmodell.rendering.text.instruments import ties
from orgmodell.rendering.text.keeping import names, recording, verification, violations
from orgmodell.rendering.text.past import diff, history, lineage, log, taking_effect
from orgmodell.rendering.text.plan import plan
from orgmodell.rendering.text.portrait import portrait
from orgmodell.rendering.text.roller import roles
from orgmodell.rendering.text.uppdrag import responsibilities, responsibility

__all__ = [
    "alternatives",
    "chart",
    "comparison",
    "comparison_csv",
    "comparison_markdown",
    "decision",
    "delegationsordning",
    "delegationsordning_csv",
    "diff",
    "expiring",
    "history",
    "law",
    "lineage",
    "log",
    "meeting",
    "meetings",
    "names",
    "namnder",
    "plan",
    "portrait",
    "recording",
    "responsibilities",
    "responsibility",
    "rights",
    "roles",
    "taking_effect",
    "ties",
    "vacancies",
    "verification",
    "violations",
]
