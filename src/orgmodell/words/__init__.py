"""The words that are shown, in Swedish and English.

`text` is what a text in both languages is. What an error says is in `errors`, for each layer that raises
it; a rule's own words stand with the rule.
"""

from orgmodell.words.text import (
    LANGS,
    Lang,
    Text,
    counted,
    either,
    foreign,
    in_both,
    joined,
    said,
    same,
    with_and,
    with_or,
)

__all__ = [
    "LANGS",
    "Lang",
    "Text",
    "counted",
    "either",
    "foreign",
    "in_both",
    "joined",
    "said",
    "same",
    "with_and",
    "with_or",
]
