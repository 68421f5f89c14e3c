"""Answers as Swedish text, for whoever pastes them into a report. One function for each answer."""

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
from orgmodell.rendering.text.keeping import names, recording, verification, violations
from orgmodell.rendering.text.past import history, lineage, log, taking_effect
from orgmodell.rendering.text.portrait import portrait

__all__ = [
    "chart",
    "decision",
    "delegationsordning",
    "delegationsordning_csv",
    "history",
    "law",
    "lineage",
    "log",
    "names",
    "namnder",
    "portrait",
    "recording",
    "rights",
    "taking_effect",
    "vacancies",
    "verification",
    "violations",
]
