"""Characters that do not show as what they are, named so that whoever wrote one can find it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from orgmodell.words import Text
from orgmodell.words import characters as words

_LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"


def unseen(text: str, but: str = "") -> Iterator[tuple[int, str]]:
    r"""Where each character stands that does not show as what it is, from 0, and which; ``but`` may be there.

    >>> list(unseen("Vård\u202foch omsorg"))
    [(4, '\u202f')]
    """
    shown = text
    for each in but:
        shown = shown.replace(each, "")
    if shown.isprintable():
        return iter(())
    return ((at, each) for at, each in enumerate(text) if not each.isprintable() and each not in but)


def instead(character: str) -> Text:
    r"""What to write instead of a character that does not show.

    >>> instead("\xa0").en, instead("\n").en, instead("\u200b").sv
    ('write an ordinary space', 'write it on one line', 'ta bort det')
    """
    if character in _LINE_BREAKS:
        return words.ON_ONE_LINE
    if character == "\t":
        return words.SPACES
    return words.AN_ORDINARY_SPACE if unicodedata.category(character) == "Zs" else words.TAKE_IT_AWAY


def text_problem(text: str, but: str = "") -> Text | None:
    r"""What is wrong with a text that is shown on one line: it is empty, or a character does not show.

    >>> text_problem("Vård\xa0").sv
    'har ett hårt mellanslag (U+00A0) som tecken 5; skriv ett vanligt mellanslag'
    >>> text_problem(" ").en, text_problem("Vård")
    ('is empty', None)
    """
    for at, each in unseen(text, but):
        return words.has(each, at + 1, instead(each))
    return None if text.strip() else words.EMPTY
