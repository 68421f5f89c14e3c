"""What is said in passing of a thing that another is about."""

from __future__ import annotations

from orgmodell.view import View


def is_there(view: View, thing: str) -> bool:
    """Whether a thing exists on the day; that is no ground of what is told of another."""
    return view.ungrounded().exists(thing)


def limit_is_there(view: View, enhet: str | None) -> bool | None:
    """Whether the enhet that a row is limited to exists; None when it is limited to none."""
    return None if enhet is None else is_there(view, enhet)
