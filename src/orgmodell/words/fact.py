"""A recorded change, in full: what it says, and by which beslut."""

from __future__ import annotations

from orgmodell.words.text import Text


def by(beslut: str, alternative: str | None = None) -> Text:
    """The beslut; of a draft, that it is proposed."""
    quoted = Text(sv=f"”{beslut}”", en=f"“{beslut}”")
    return quoted if alternative is None else quoted + proposed(alternative)


def proposed(alternative: str) -> Text:
    return Text(sv=f" (föreslaget, {alternative})", en=f" (proposed, {alternative})")


def of(event: Text, thing: Text, rest: Text | None) -> Text:
    """The event, the thing, and the rest in parentheses."""
    more = Text(f" ({rest:sv})", f" ({rest:en})") if rest is not None else ""
    return event + ": " + thing + more
