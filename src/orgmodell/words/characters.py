"""What characters that do not show are called, and what to write instead."""

from __future__ import annotations

import unicodedata

from orgmodell.words.text import Text

ON_ONE_LINE = Text(sv="skriv det på en rad", en="write it on one line")
SPACES = Text(sv="skriv mellanslag", en="write spaces")
AN_ORDINARY_SPACE = Text(sv="skriv ett vanligt mellanslag", en="write an ordinary space")
TAKE_IT_AWAY = Text(sv="ta bort det", en="take it away")
EMPTY = Text(sv="saknar innehåll", en="is empty")

_ENGLISH = {"\t": "tab", "\n": "line break", "\r": "carriage return", "\ufeff": "byte order mark"}
_SWEDISH = {
    "\t": "en tabb",
    "\n": "en radbrytning",
    "\r": "en vagnretur",
    "\xa0": "ett hårt mellanslag",
    "\xad": "ett mjukt bindestreck",
    "\u200b": "ett mellanslag utan bredd",
    "\u202f": "ett smalt hårt mellanslag",
    "\u2028": "en radskiljare",
    "\u2029": "en styckeskiljare",
    "\ufeff": "ett byteordningsmärke",
    **dict.fromkeys("”“„", "ett krökt citattecken"),
    **dict.fromkeys("’‘‚", "ett krökt enkelt citattecken"),
    **dict.fromkeys("»«", "ett vinkelcitattecken"),
}
_OF_CATEGORY = {"Cc": "ett styrtecken", "Cf": "ett osynligt tecken", "Zs": "ett ovanligt mellanslag"}
_DIRECTING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def one(character: str) -> Text:
    r"""A character by name and code point; in Swedish by its sort, where it is none of the usual ones.

    >>> one("\xa0")
    Text(sv='ett hårt mellanslag (U+00A0)', en='a no-break space (U+00A0)')
    >>> one("\t").en, one("\x1b")
    ('a tab (U+0009)', Text(sv='ett styrtecken (U+001B)', en='a control character (U+001B)'))
    """
    named = _ENGLISH.get(character) or unicodedata.name(character, "control character").lower()
    point = f"(U+{ord(character):04X})"
    return Text(sv=f"{_in_swedish(character)} {point}", en=f"a {named} {point}")


def _in_swedish(character: str) -> str:
    if character in _SWEDISH:
        return _SWEDISH[character]
    if unicodedata.bidirectional(character) in _DIRECTING:
        return "ett tecken som styr textens riktning"
    return _OF_CATEGORY.get(unicodedata.category(character), "ett tecken som inte kan visas")


def has(character: str, number: int, instead: Text) -> Text:
    """What is wrong with a text that has such a character; which of its characters, from 1."""
    it = one(character)
    return Text(
        sv=f"har {it:sv} som tecken {number}; {instead:sv}",
        en=f"has {it:en} as character {number}; {instead:en}",
    )
