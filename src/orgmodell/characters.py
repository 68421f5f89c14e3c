"""Characters that do not show as what they are, named so that whoever wrote one can find it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_NAMES = {"\t": "tab", "\n": "line break", "\r": "carriage return", "\ufeff": "byte order mark"}


def unseen(text: str, but: str = "") -> Iterator[tuple[int, str]]:
    r"""Where each character stands that does not show as what it is, from 0, and which; ``but`` may be there.

    >>> list(unseen("Vård\u202foch omsorg"))
    [(4, '\u202f')]
    """
    return ((at, each) for at, each in enumerate(text) if not each.isprintable() and each not in but)


def named(character: str) -> str:
    r"""The name of a character, and its code point.

    >>> named("\xa0"), named("\t"), named("\x1b")
    ('no-break space (U+00A0)', 'tab (U+0009)', 'control character (U+001B)')
    """
    name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
    return f"{name} (U+{ord(character):04X})"


def instead(character: str) -> str:
    r"""What to write instead of a character that does not show.

    >>> instead("\xa0"), instead("\n"), instead("\u200b")
    ('write an ordinary space', 'write it on one line', 'take it away')
    """
    if character in _LINE_BREAKS:
        return "write it on one line"
    if character == "\t":
        return "write spaces"
    return "write an ordinary space" if unicodedata.category(character) == "Zs" else "take it away"


def text_problem(text: str, but: str = "") -> str | None:
    r"""What is wrong with a text that is shown on one line: it is empty, or a character does not show.

    >>> text_problem("Vård\xa0"), text_problem(" "), text_problem("Vård")
    ('has a no-break space (U+00A0) as character 5; write an ordinary space', 'is empty', None)
    """
    for at, each in unseen(text, but):
        return f"has a {named(each)} as character {at + 1}; {instead(each)}"
    return None if text.strip() else "is empty"
