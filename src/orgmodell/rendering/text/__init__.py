"""Answers as Swedish text, for whoever pastes them into a report. One function for each answer."""

from orgmodell.rendering.text.day import (
    chart,
    chefsled,
    every_chefsled,
    namnder,
    reporting_line,
    vacancies,
)
from orgmodell.rendering.text.keeping import names, recording, verification, violations
from orgmodell.rendering.text.past import diff, history, lineage, log, taking_effect
from orgmodell.rendering.text.portrait import portrait
from orgmodell.rendering.text.spans import every_kontrollspann, kontrollspann

__all__ = [
    "chart",
    "chefsled",
    "diff",
    "every_chefsled",
    "every_kontrollspann",
    "history",
    "kontrollspann",
    "lineage",
    "log",
    "names",
    "namnder",
    "portrait",
    "recording",
    "reporting_line",
    "taking_effect",
    "vacancies",
    "verification",
    "violations",
]
