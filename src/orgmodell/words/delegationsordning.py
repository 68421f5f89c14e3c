"""The delegationsordning of a nämnd: its rows and what holds for all of them."""

from __future__ import annotations

from orgmodell.words.text import Text
from orgmodell.words.values import kronor

URGENT_ONLY = Text("bara brådskande ärenden", "urgent matters only")


def up_to(belopp: float) -> Text:
    """The largest amount.

    >>> up_to(50000).sv, up_to(50000).en
    ('upp till 50 000 kr', 'up to SEK 50,000')
    """
    return Text("upp till ", "up to ") + kronor(belopp)


def samrad_with(whom: str) -> Text:
    return Text(sv=f"efter samråd med {whom}", en=f"after samråd with {whom}")


def only(enhet: str, there: bool = True) -> Text:
    """That something holds for one enhet, with all that is under it; ``there``: whether it exists."""
    gone = Text("", "") if there else Text(", som inte längre finns", ", which no longer exists")
    return Text(sv=f"bara {enhet}", en=f"{enhet} only") + gone
