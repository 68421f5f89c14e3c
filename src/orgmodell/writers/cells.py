"""How a cell is written where everything is text, and how names are kept harmless."""

from __future__ import annotations

from datetime import date
from unicodedata import category

from orgmodell.characters import unseen
from orgmodell.presentations.parts import Alert, Cell, Day, Kronor, Lines, Number, Thing, Things
from orgmodell.words import Lang, Text, joined, said
from orgmodell.words.forms import APPROXIMATELY
from orgmodell.words.values import MISSING, NO, NOTHING, YES, day, decimal, kronor, number


def written(cell: Cell, lang: Lang) -> str:
    """A cell as text.

    >>> written(Number(25.4545, decimals=1), "sv"), written(Thing("buk", "Bildning"), "sv"), written(None, "sv")
    ('25,5', 'Bildning (buk)', '–')
    """
    return visible(said(_words(cell), lang))


def visible(text: str, but: str = "\n") -> str:
    r"""The text with what does not show written out, so that it can neither hide nor steer a terminal.

    >>> visible("Vård\x1b[31m")
    'Vård\\x1b[31m'
    """
    hidden = dict(unseen(text, but))
    if not hidden:
        return text
    return "".join(_escaped(each) if at in hidden else each for at, each in enumerate(text))


def _escaped(character: str) -> str:
    if category(character) == "Zs":  # a space of another kind
        return character
    return character.encode("unicode_escape").decode("ascii")


def _words(cell: Cell) -> Text | str:
    match cell:
        case None | Things(()) | Lines(()):
            return NOTHING
        case str() | Text():
            return cell
        case bool():
            return YES if cell else NO
        case int() | float():
            return number(cell)
        case date():
            return str(cell)
        case Day():
            return day(cell.day, cell.stated)
        case Alert():
            return cell.text
        case Kronor():
            return kronor(cell.value)
        case Thing():
            return cell.called
        case Things():
            return ", ".join(each.called for each in cell.things)
        case Lines():
            return joined(map(_words, cell.lines), "\n")
        case Number():
            return _number(cell)


def _number(cell: Number) -> Text:
    if cell.value is None:
        return MISSING
    figure = number(cell.value) if cell.decimals is None else decimal(cell.value, cell.decimals)
    return APPROXIMATELY + " " + figure if cell.approximate else figure
