"""A recorded change, in full: what it says, and by which beslut."""

from __future__ import annotations

from orgmodell.words.text import Text, same


def by(beslut: str, alternative: str | None = None) -> Text:
    """The beslut; of a draft, that it is proposed."""
    return Text(sv=f"”{beslut}”", en=f"“{beslut}”") + _proposed(alternative)


def cited(beslut: str, alternative: str | None) -> Text:
    """The same without quotation marks, where it stands by itself."""
    return beslut + _proposed(alternative)


def of(event: Text, thing: Text, rest: Text | None) -> Text:
    """The event, the thing, and the rest in parentheses."""
    more = Text(f" ({rest:sv})", f" ({rest:en})") if rest is not None else ""
    return event + ": " + thing + more


def _proposed(alternative: str | None) -> Text:
    if alternative is None:
        return same("")
    return Text(sv=f" (föreslaget, {alternative})", en=f" (proposed, {alternative})")
