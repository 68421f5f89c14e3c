"""What was meant, when a name is not one of those there are."""

from __future__ import annotations

from orgmodell.words.text import Text, same, with_or

NOTHING = same("")
"""The end of an error message, when no name is near."""
FIRST_DAY_NO_LONGER = Text(sv=", första dagen som inte längre gäller", en=", the first day no longer")


def did_you_mean(*names: Text | str) -> Text:
    """The end of an error message.

    >>> did_you_mean("'into'", "'to'")
    Text(sv="; menade du 'into' eller 'to'?", en="; did you mean 'into' or 'to'?")
    """
    which = with_or(names)
    return Text(sv=f"; menade du {which:sv}?", en=f"; did you mean {which:en}?")
