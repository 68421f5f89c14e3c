"""That what a test expects is not so."""

from __future__ import annotations

from orgmodell.words import Text


class NotSo(AssertionError):
    """What a test expects is not so.

    Attributes:
        text: what is so instead, in Swedish and English; `str` gives the English.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)
