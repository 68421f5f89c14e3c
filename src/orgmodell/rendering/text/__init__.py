"""Answers as Swedish text, for whoever pastes them into a report. One function for each answer."""

from orgmodell.rendering.text.keeping import names, recording, verification
from orgmodell.rendering.text.portrait import portrait

__all__ = [
    "names",
    "portrait",
    "recording",
    "verification",
]
