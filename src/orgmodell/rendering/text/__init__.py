"""Answers as Swedish text, for whoever pastes them into a report. One function for each answer."""

from orgmodell.rendering.text.keeping import names, recording, verification

__all__ = [
    "names",
    "recording",
    "verification",
]
