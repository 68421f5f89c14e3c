"""What a cell says, line by line, where everything is text; and how names are kept harmless."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from typing import Literal
from unicodedata import category

import attrs

from orgmodell.characters import unseen
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Day,
    Kind,
    Kronor,
    Lines,
    New,
    Number,
    Phrase,
    Row,
    Thing,
    Things,
)
from orgmodell.words import Lang, Text, said
from orgmodell.words.forms import APPROXIMATELY
from orgmodell.words.values import MISSING, NO, NOTHING, YES, day, decimal, kronor, number, time

Tone = Literal["plain", "id", "alert", "new", "star"]
GLUE = "\xa0"  # a blank where no line is broken
SOFT_HYPHEN = "\xad"
STAR, UNDER = f"{GLUE}*", "· "


@attrs.frozen
class Said:
    """Words in a line, and what they are: an id may be shown quietly, what calls for attention may not."""

    text: str
    tone: Tone = "plain"


Line = tuple[Said, ...]
Alerting = Callable[[str], str]


def lines(cell: Cell, lang: Lang, kind: Kind = "text") -> list[Line]:
    """What a cell in a column of a kind says, line by line; nothing in it breaks a line or fails to show."""
    match cell:
        case Lines(several) if several:
            return [line for each in several for line in lines(each, lang, kind)]
        case Phrase(words):
            return [in_line(words, lang)]
        case Thing():
            return [tuple(_called(cell))]
        case Things(things) if things:
            between = "; " if any("," in each.name for each in things) else ", "
            apart = (_called(each, between if at else "") for at, each in enumerate(things))
            return [tuple(chain.from_iterable(apart))]
        case Kronor() | Number(value=int() | float()):
            return [(Said(said(_words(cell, kind), lang).replace(" ", GLUE)),)]
        case _:
            tone: Tone = "alert" if isinstance(cell, Alert) else "new" if isinstance(cell, New) else "plain"
            return [(Said(line, tone),) for line in visible(said(_words(cell, kind), lang)).split("\n")]


def written(cell: Cell, lang: Lang, kind: Kind = "text") -> str:
    """The same as one text.

    >>> [written(cell, "sv") for cell in (Number(25.4545, decimals=1), Thing("buk", "Bildning"), None)]
    ['25,5', 'Bildning (buk)', '–']
    """
    return "\n".join(map(in_text, lines(cell, lang, kind))).replace(GLUE, " ")


def in_row(row: Row, columns: Iterable[Column], lang: Lang, under: str = "") -> list[list[Line]]:
    """What each cell of a row says; after the first, a star when the row rests on an assumed fact.

    Where a row belongs under the one before it, its first words begin with the sign ``under``.
    """
    cells = [lines(cell, lang, column.kind) for cell, column in zip(row.cells, columns, strict=True)]
    if row.under:
        at = next((at for at, cell in enumerate(row.cells) if cell not in (None, "")), 0)
        (first, *others), *below = cells[at]
        cells[at] = [(Said(under + first.text, first.tone), *others), *below]
    return [starred(cells[0], row.assumed), *cells[1:]]


def in_line(cells: Iterable[Cell], lang: Lang) -> Line:
    """What several cells say, one after the other on one line."""
    return tuple(each for cell in cells for line in lines(cell, lang) for each in line)


def in_text(line: Line, alert: Alerting = str) -> str:
    """A line as text; ``alert`` makes what calls for attention stand out."""
    return "".join(alert(each.text) if each.tone == "alert" else each.text for each in line)


def starred(said: list[Line], assumed: bool) -> list[Line]:
    """The lines of a cell, and a star when it rests on an assumed fact."""
    return [*said[:-1], (*said[-1], Said(STAR, "star"))] if assumed else said


def visible(text: str, but: str = "\n") -> str:
    r"""The text with what does not show written out, so that it can neither hide nor steer a terminal.

    >>> visible("Vård\x1b[31m")
    'Vård\\x1b[31m'
    """
    hidden = dict(unseen(text, but))
    if not hidden:
        return text
    return "".join(_escaped(each) if at in hidden else each for at, each in enumerate(text))


def on_one_line(text: Text | str, lang: Lang) -> str:
    """The text in a language, with what does not show written out, and without its line breaks."""
    return visible(said(text, lang)).replace("\n", " ")


def headed(heading: Text, lang: Lang) -> str:
    """A heading where it stands by itself: without the colon after which text goes on."""
    return on_one_line(heading, lang).removesuffix(":")


def breakable(head: Text, lang: Lang) -> str:
    """The head of a column, where a page may but need not break it: a soft hyphen inside a word."""
    return visible(head.said(lang)).replace("-\n", SOFT_HYPHEN).replace("\n", " ")


def _escaped(character: str) -> str:
    if category(character) == "Zs":  # a space of another kind
        return character
    return character.encode("unicode_escape").decode("ascii")


def _called(thing: Thing, before: str = "") -> Iterator[Said]:
    """What a thing is called, with its id apart when that is said besides a name."""
    called, its_id = (visible(each).replace("\n", " ") for each in (thing.called, f"({thing.id})"))
    name = called.removesuffix(its_id)
    yield Said(before + name)
    if name and name != called:
        yield Said(its_id, "id")


def _words(cell: Cell, kind: Kind) -> Text | str:
    match cell:
        case None:
            return MISSING if kind == "number" else NOTHING
        case Thing() | Things() | Lines() | Phrase():
            return NOTHING
        case str() | Text():
            return cell
        case bool():
            return YES if cell else NO
        case int() | float():
            return number(cell)
        case datetime():
            return time(cell)
        case date():
            return str(cell)
        case Day():
            return day(cell.day, cell.stated)
        case Alert() | New():
            return cell.text
        case Kronor():
            return kronor(cell.value)
        case Number():
            return _number(cell)


def _number(cell: Number) -> Text:
    if cell.value is None:
        return MISSING
    known = number(cell.value) if cell.decimals is None else decimal(cell.value, cell.decimals)
    return APPROXIMATELY + " " + known if cell.approximate else known
