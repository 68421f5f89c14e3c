"""Answers as Swedish text, for whoever pastes them into a report. One function for each answer."""

__all__: list[str] = []
