"""What a presentation is made of: plain values that any writer can turn into a form, in either language.

A cell holds the value itself, so that a number stays a number and a day a day where the form has them:

    str, Text           words
    int, float          a number as it was stated
    Number              a number, with how many decimals are shown and whether it is approximate
    Kronor              an amount
    date                a day
    datetime            a time, in UTC and to the minute
    Day                 a day that represents the source's own words for it
    bool                yes or no
    Thing, Things       things, each with name and id
    Phrase              words in one line, of which some may call for attention
    Lines               several things said, each on a line of its own
    None                nothing to say; in a column of numbers, that the figure is not known
    Alert               words or a number that call for attention: what is vacant, broken or late
    New                 words that tell what something is beside what was before: new, changed
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import compress, pairwise
from typing import Literal

import attrs

from orgmodell.words import Text, either, forms, in_both, same
from orgmodell.words.values import GOES_ON, number

Kind = Literal["text", "number", "day", "thing", "things", "yes or no"]
Only = Literal["reading", "data"]  # forms to read: text, a page, a document; forms of data: csv, a workbook


@attrs.frozen
class Thing:
    """A thing by its name and id; the name is empty when it has none but its id.

    ``brief`` where the name alone says which it is, in forms that have no column for the id.
    """

    id: str
    name: str = ""
    brief: bool = False

    @property
    def called(self) -> str:
        """Its name and id, or its name alone where that is enough; its id when it has no other name."""
        if self.brief or self.name in ("", self.id):
            return self.name or self.id
        return f"{self.name} ({self.id})"


@attrs.frozen
class Things:
    """Several things, in order."""

    things: tuple[Thing, ...]


@attrs.frozen
class Number:
    """A computed or stated number; None: underlag saknas.

    Attributes:
        value: the number.
        decimals: how many decimals are shown; None: as many as it has.
        approximate: whether the source says "ca".
    """

    value: float | None
    decimals: int | None = None
    approximate: bool = False


@attrs.frozen
class Kronor:
    """An amount in kronor."""

    value: float


@attrs.frozen
class Day:
    """A day, and the source's own words when the day represents them."""

    day: date
    stated: str | None = None


@attrs.frozen
class Alert:
    """Words, or a number, that call for attention."""

    says: str | Text | int | float

    @property
    def text(self) -> Text:
        """What it says, in words."""
        return number(self.says) if isinstance(self.says, int | float) else either(self.says)


@attrs.frozen
class New:
    """Words that tell what something is beside what was before: new, changed."""

    text: Text = attrs.field(converter=either)


@attrs.frozen
class Phrase:
    """Words in one line, of which some may call for attention."""

    words: tuple[str | Text | Alert | New, ...]


@attrs.frozen
class Lines:
    """Several things said in one cell, each on a line of its own."""

    lines: tuple[str | Text | Alert | New | Phrase, ...]


_Value = str | Text | int | float | bool | date | datetime | Number | Kronor | Day
Cell = _Value | Thing | Things | Alert | New | Phrase | Lines | None


@attrs.frozen
class Column:
    """A column of a table: its heading, and what is in it.

    In a form with typed cells a column of things is two: their names, and their ids.

    Attributes:
        head: its heading; where lines are short it is broken as it is here, after a hyphen inside a word.
        kind: what is in it.
        wide: whether it is given more room than the others where there is little.
        only: the forms that have it; None: all.
    """

    head: Text = attrs.field(converter=either)
    kind: Kind = "text"
    wide: bool = False
    only: Only | None = None

    @property
    def head_on_one_line(self) -> Text:
        r"""The heading, not broken.

        >>> Column("Med uppdrags-\ntagare").head_on_one_line.sv
        'Med uppdragstagare'
        """
        return in_both(lambda lang: self.head.said(lang).replace("-\n", "").replace("\n", " "))


@attrs.frozen
class Row:
    """A line of a table.

    Attributes:
        cells: what is in it, a cell for each column.
        assumed: whether it rests on an assumed fact; it is marked.
        under: whether it belongs under the line before it.
        chapter: what is said over this line and those that follow; None when nothing new is.
    """

    cells: tuple[Cell, ...]
    assumed: bool = False
    under: bool = False
    chapter: Text | None = None


@attrs.frozen
class Table:
    """A table.

    Attributes:
        columns: what each cell of a row is.
        rows: the lines; each has as many cells as there are columns.
        nothing: what to say when there are none.
        heading: what is said over it; None when the presentation's heading says it.
        name: what its sheet is called; the heading, when it is left out.
        main: whether it stands for the whole answer where there is room for one table; without any, it is
            the first.
        only: the forms that have it; None: all.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    nothing: Text
    heading: Text | None = None
    name: Text | None = None
    main: bool = False
    only: Only | None = None

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"{len(row.cells)} cells in a table of {len(self.columns)} columns: {row}")

    def in_forms(self, only: Only) -> Table:
        """The table with the columns that forms to read, or of data, have."""
        its = [column.only in (None, only) for column in self.columns]
        rows = (attrs.evolve(row, cells=tuple(compress(row.cells, its))) for row in self.rows)
        return attrs.evolve(self, columns=tuple(compress(self.columns, its)), rows=tuple(rows))


@attrs.frozen
class Figure:
    """One figure or fact about what was asked: what it is, and its value."""

    what: Text = attrs.field(converter=either)
    value: Cell = None
    assumed: bool = False


@attrs.frozen
class Figures:
    """What there is to say of one thing, each with a word for it."""

    figures: tuple[Figure, ...]
    heading: Text | None = None


@attrs.frozen
class Node:
    """A line of a tree; ``notes`` are said of it under it, and ``depth`` is how far in it stands."""

    depth: int
    says: tuple[str | Text | Alert, ...]
    notes: tuple[tuple[str | Text | Alert, ...], ...] = ()
    assumed: bool = False


@attrs.frozen
class Branch:
    """A line of a tree, and what stands under it."""

    node: Node
    under: tuple[Branch, ...]


@attrs.frozen
class Tree:
    """A tree, and the same as a table where a form has no trees."""

    nodes: tuple[Node, ...]
    table: Table
    heading: Text | None = None

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The lines, each with those under it: the ones that follow it and stand further in."""
        return _branches(self.nodes)


@attrs.frozen
class Items:
    """A list under a heading, which may end with a colon; nothing is shown when it is empty."""

    heading: Text | None
    items: tuple[Text | str, ...]
    numbered: bool = False


@attrs.frozen
class Paragraph:
    """Running text."""

    text: Text = attrs.field(converter=either)
    heading: Text | None = None


Part = Table | Figures | Tree | Items | Paragraph


@attrs.frozen
class Presentation:
    """How an answer is shown, whatever the form and the language.

    Attributes:
        heading: what was asked, of which organisation, on which day.
        title: what it is called as a document; None when the heading is its title.
        parts: the answer.
        counting_rule: whom its figures count, in words.
        grounds: what it rests on: one paragraph, and where it was asked for in full, the facts.
    """

    heading: Text
    parts: tuple[Part, ...]
    counting_rule: Text | None = None
    grounds: tuple[Part, ...] = ()
    title: Text | None = None

    @property
    def sections(self) -> tuple[tuple[Text | None, tuple[Part, ...]], ...]:
        """The answer with its counting rule, and under a heading its grounds; without what shows nothing."""
        rule = (Paragraph(forms.counted_by(self.counting_rule)),) if self.counting_rule else ()
        sections = (None, (*self.parts, *rule)), (forms.GROUNDS, self.grounds)
        shown = ((heading, tuple(to_read(parts))) for heading, parts in sections)
        return tuple((heading, parts) for heading, parts in shown if parts)

    @property
    def whole(self) -> tuple[Part, ...]:
        """All that is shown under the heading, in order."""
        return tuple(part for _, parts in self.sections for part in parts)

    @property
    def widest(self) -> int:
        """How many columns the widest table to read has."""
        return max((len(part.columns) for part in self.whole if isinstance(part, Table)), default=0)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, and the trees as tables; figures are a table of two columns."""
        return tuple(_tables((*self.parts, *self.grounds)))

    @property
    def main(self) -> Table | None:
        """The table that stands for the answer where there is room for one; figures if there is no other."""
        found = [*_tables(part for part in self.parts if not isinstance(part, Figures)), *_tables(self.parts)]
        return next((each for each in found if each.main), found[0] if found else None)


def table(
    *columns: Column, rows: list[Row] | tuple[Row, ...], nothing: Text, heading: Text | None = None
) -> Table:
    """A table of these columns."""
    return Table(columns, tuple(rows), nothing, heading)


def row(*cells: Cell, assumed: bool = False) -> Row:
    """A line of these cells."""
    return Row(cells, assumed)


def through(until: date | None) -> date | Text:
    """The last day of what ends before ``until``; without end, that it goes on."""
    return GOES_ON if until is None else until - timedelta(days=1)


def each_day(days: Sequence[date]) -> date | str | None:
    """A day, or several in one cell."""
    return days[0] if len(days) == 1 else ", ".join(map(str, days)) or None


def to_read(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts as forms to read have them; without those that show nothing."""
    for part in parts:
        match part:
            case Items(items=()) | Table(only="data"):
                pass
            case Table():
                yield part.in_forms("reading")
            case _:
                yield part


def figures_as_table(part: Figures) -> Table:
    """Figures as a table of two columns."""
    columns = Column(forms.FIGURE), Column(forms.VALUE, wide=True)
    rows = tuple(Row((each.what, each.value), each.assumed) for each in part.figures)
    return Table(columns, rows, same(""), part.heading, name=part.heading or forms.FIGURES)


def _tables(parts: Iterable[Part]) -> Iterator[Table]:
    """The parts that are tables, as forms of data have them."""
    for part in parts:
        match part:
            case Table(only="reading"):
                pass
            case Table():
                yield part.in_forms("data")
            case Tree():
                yield attrs.evolve(part.table, heading=part.table.heading or part.heading)
            case Figures():
                yield figures_as_table(part)
            case _:
                pass


def _branches(nodes: tuple[Node, ...]) -> tuple[Branch, ...]:
    starts: list[int] = []
    for at, node in enumerate(nodes):
        if not starts or node.depth <= nodes[starts[-1]].depth:
            starts.append(at)
    return tuple(
        Branch(nodes[start], _branches(nodes[start + 1 : end]))
        for start, end in pairwise([*starts, len(nodes)])
    )
