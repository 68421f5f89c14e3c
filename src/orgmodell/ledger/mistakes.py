"""What people write that YAML takes for something else, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import yaml

from orgmodell.words import Text
from orgmodell.words import ledger as words
from orgmodell.words.characters import one
from orgmodell.words.yaml import QUOTE_NOT_CLOSED, said_by_the_parser
from orgmodell.words.yaml import not_yaml as because

_DOUBLE, _SINGLE = "”“„»«", "’‘‚"
_CURLY = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_STAND_IN = "\ua789"  # looks like a colon, and is none to YAML


class Mended(NamedTuple):
    """What is wrong with a text that is not YAML, and the text without it, to find what else is wrong."""

    line: int
    column: int
    message: Text
    text: str


def mended(error: yaml.MarkedYAMLError, text: str) -> Mended | None:
    """A colon inside a text, if that is why this is not YAML: the text is to be put in quotes."""
    mark = error.problem_mark
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return None
    line, at = lines[mark.line], mark.column
    start, end = _around(line, at) if "flow" in (error.context or "") else (0, len(line))
    key, colon, value = re.sub(r"^\s*(- +)*", "", line[start:end]).partition(": ")
    if line[at : at + 1] != ":" or not colon or line.find(": ", start) >= at:
        return None
    message = words.colon_in_a_text(key, straight(value.strip()))
    rest = line[at + 1 : end].replace(": ", f"{_STAND_IN} ")
    lines[mark.line] = line[:at] + _STAND_IN + rest + line[end:]
    return Mended(mark.line + 1, at + 1, message, "\n".join(lines))


def _around(line: str, at: int) -> tuple[int, int]:
    """The part between braces and commas that a place of a line is in."""
    start = max(line.rfind("{", 0, at), line.rfind(",", 0, at)) + 1
    ends = [found for found in (line.find(each, at) for each in ",}") if found >= 0]
    return start, min(ends, default=len(line))


def not_yaml(error: yaml.MarkedYAMLError) -> tuple[int, int, Text]:
    """Line, column and message of any other text that is not YAML."""
    why = said_by_the_parser(error.context, error.problem or "")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "quoted scalar" in why.en and "end of stream" in why.en:
        mark = error.context_mark
        why = QUOTE_NOT_CLOSED
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return line, column, because(why)


class Item(NamedTuple):
    """A key of a mapping with its value, and what of the value a comma has cut off."""

    key: yaml.Node
    value: yaml.Node
    rest: list[yaml.ScalarNode]


def items_of(node: yaml.MappingNode, names: Collection[str]) -> Iterator[Item]:
    """The items of a mapping; a word without a value, which is none of the names, is the rest of a text."""
    found: list[Item] = []
    for key, value in node.value:
        if found and _is_rest(key, value, names) and is_plain(found[-1].value):
            found[-1].rest.append(key)
        else:
            found.append(Item(key, value, []))
    return map(_put_together, found)


def cut_off(item: Item) -> Text:
    """What to say of a value that a comma has cut off."""
    key, value = item.key.value, item.value.value
    if not value.isdecimal():
        return words.comma_in_a_text(key, straight(value))
    if len(item.rest[-1].value) == 3:
        return words.comma_for_thousands(key, "".join((value, *_texts(item.rest))))
    return words.decimal_comma(key, ".".join((value, *_texts(item.rest))))


def _texts(nodes: Iterable[yaml.ScalarNode]) -> list[str]:
    return [node.value for node in nodes]


def _is_rest(key: yaml.Node, value: yaml.Node, names: Collection[str]) -> bool:
    """Whether an item is a bare word between commas: in ``{name: Vård, omsorg}``, ``omsorg``."""
    bare = is_plain(key) and is_plain(value) and not value.value
    return bare and key.value not in names and value.start_mark.index == key.end_mark.index


def _put_together(item: Item) -> Item:
    if not item.rest or item.value.value.isdecimal():  # a number is put together in what is told
        return item
    text = ", ".join([item.value.value, *_texts(item.rest)])
    value = item.value
    whole = yaml.ScalarNode(value.tag, text, value.start_mark, item.rest[-1].end_mark, style='"')
    return item._replace(value=whole)


def is_plain(node: yaml.Node) -> bool:
    """Whether a node is text without quotes."""
    return isinstance(node, yaml.ScalarNode) and not node.style


def curly(text: str) -> Text | None:
    """What is wrong with a text without quotes that has curly ones in their place, or one left over."""
    if text.isascii() or not _CURLY.search(text):
        return None
    doubles = [each for each in text if each in _DOUBLE]
    begins = text[:1] in (*_DOUBLE, *_SINGLE)
    if not begins and len(doubles) % 2 == 0:
        return None
    mark = text[0] if begins else doubles[-1]
    return words.curly_quotes(mark, one(mark), straight(text))


def straight(text: str) -> str:
    """The text in straight quotes, in place of curly ones around it.

    >>> print(straight("”Vård, omsorg”"), straight("Om ”Vård”"), straight('En "bra" skola'))
    "Vård, omsorg" "Om ”Vård”" 'En "bra" skola'
    """
    marks = _DOUBLE + _SINGLE
    ends = (text[:1] in marks) + (text[-1:] in marks)
    odd = sum(each in _DOUBLE for each in text) % 2 == 1
    if len(text) > 1 and (ends == 2 or (ends and odd)):
        text = text.strip(marks)
    return f"'{text}'" if '"' in text else f'"{text}"'
