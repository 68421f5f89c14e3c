"""Rows of a delegationsordning in words."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell import swedish
from orgmodell.changes import Rad, VidaredelegationGranted
from orgmodell.presentations.asked import Asked


def whom(asked: Asked, row: Rad) -> str:
    """Whom a row names, by name and id."""
    return ", ".join(map(asked.called, row.delegat) if row.delegat else row.whom)


def villkor(asked: Asked, given: Rad | VidaredelegationGranted) -> Iterator[str]:
    """What has to be observed: amount, samråd, other conditions, enhet and urgency."""
    if given.belopp is not None:
        yield f"upp till {swedish.kronor(given.belopp)}"
    if isinstance(given, Rad) and given.samrad is not None:
        yield f"efter samråd med {given.samrad}"
    if given.villkor is not None:
        yield given.villkor
    if given.enhet is not None:
        yield only(asked, given.enhet)
    if isinstance(given, Rad) and given.bradskande:
        yield "bara brådskande ärenden"


def only(asked: Asked, enhet: str) -> str:
    """That it holds for one enhet, with all that is under it."""
    there = asked.view is None or asked.view.exists(enhet)
    return f"bara {asked.name(enhet)}{'' if there else ', som inte längre finns'}"
