"""From YAML to beslut, with file, line and column for everything that is wrong.

YAML is composed but not constructed: every scalar keeps its text until the field it is for says what it
must be, so ``no`` is text where text is meant, and a date that does not exist is found here with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import yaml

from orgmodell.changes import Beslut, Change
from orgmodell.characters import text_problem
from orgmodell.draft import VERBS, head_problems, problems
from orgmodell.errors import LedgerError, SourceError
from orgmodell.identity import did_you_mean, is_slug
from orgmodell.periods import day_from

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PERSONS = "persons.yaml"
_NULLS = ("", "~", "null", "Null", "NULL")
_HEAD = {"beslut": "id"} | {f.name: f.name for f in attrs.fields(Beslut) if f.name not in ("id", "changes")}


@attrs.frozen
class Place:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@attrs.frozen
class Located:
    """A beslut and where it was read: the place of the beslut and of each of its changes."""

    beslut: Beslut
    place: Place
    changes: tuple[Place, ...]

    def place_of(self, change: int | None) -> Place:
        """The place of a change (1 is the first), or of the beslut itself."""
        return self.place if change is None else self.changes[change - 1]


@attrs.frozen
class LedgerFiles:
    """What a folder or file of beslutsfiler holds: the beslut in recorded order, and person names."""

    beslut: tuple[Located, ...]
    persons: dict[str, str]


def read_files(source: str | Path) -> LedgerFiles:
    """Read a beslutsfil, or every beslutsfil of a folder in name order.

    A file ``persons.yaml`` in the folder is no beslutsfil but the name register: person id → name.

    Raises:
        SourceError: there is no such file or folder, or no beslutsfil in it.
        LedgerError: something in the files is wrong; every problem is in it.
    """
    if source == "":
        raise SourceError("'' names no file or folder")
    source = Path(source)
    files = _files_of(source)
    found: list[Located] = []
    wrong: list[str] = []
    for file in files:
        try:
            read = read_text(_text_of(file), str(file))
            found.extend(read)
            wrong.extend([] if read else [f"{file}:1:1: there is no beslut in the file"])
        except LedgerError as error:
            wrong.extend(error.problems)
    persons: dict[str, str] = {}
    register = source / PERSONS
    if source.is_dir() and register.exists():
        try:
            persons = _read_persons(_text_of(register), str(register))
        except LedgerError as error:
            wrong.extend(error.problems)
    if wrong:
        raise LedgerError(wrong)
    return LedgerFiles(tuple(found), persons)


def read_text(text: str, file: str = "<text>") -> list[Located]:
    """Read the beslut of one beslutsfil, given as text.

    Raises:
        LedgerError: something in it is wrong; every problem is in it.
    """
    reader = _Reader(file)
    found = [located for node in reader.documents(text) if (located := reader.beslut(node))]
    if reader.problems:
        raise LedgerError(reader.problems)
    return found


def is_beslutsfil(file: Path) -> bool:
    """Whether a file is one by its name."""
    return file.suffix.lower() in (".yaml", ".yml")


def _files_of(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise SourceError(f"there is no file or folder '{source}'")
    files = (f for f in source.iterdir() if f.is_file() and is_beslutsfil(f) and f.name != PERSONS)
    if found := sorted(files, key=lambda f: f.name):
        return found
    raise SourceError(f"there is no beslutsfil (*.yaml) in the folder '{source}'")


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError([f"{file}:1:1: the file is not UTF-8 text ({error.reason})"]) from None
    except OSError as error:
        raise SourceError(f"cannot read '{file}': {error.strerror}") from None


def _read_persons(text: str, file: str) -> dict[str, str]:
    reader = _Reader(file)
    names: dict[str, str] = {}
    for node in reader.documents(text):
        for key, value in reader.items(node, "person ids and names"):
            name = reader.value(value, str)
            if not is_slug(key.value):
                reader.wrong(key, f"'{key.value}' is not a person id: use a–z, 0–9 and hyphens")
            elif isinstance(name, str) and (problem := text_problem(name)):
                reader.wrong(value, f"the name {name!r} {problem}")
            elif isinstance(name, str):
                names[key.value] = name
    if reader.problems:
        raise LedgerError(reader.problems)
    return names


_WRONG = object()  # a value that could not be read; the problem is noted


class _Reader:
    """Reads the nodes of one file and notes every problem with its place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[str] = []

    def wrong(self, node: yaml.Node, message: str) -> Any:
        self.problems.append(f"{self.place(node)}: {message}")
        return _WRONG

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def documents(self, text: str) -> Iterator[yaml.Node]:
        try:
            yield from (node for node in yaml.compose_all(text, Loader=Loader) if node is not None)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            why = ", ".join(part for part in (error.context, error.problem) if part)
            self.problems.append(f"{self.file}:{line}:{column}: this is not YAML: {why}")
        except yaml.YAMLError as error:
            self.problems.append(f"{self.file}:1:1: this is not YAML: {error}")

    def items(self, node: yaml.Node, what: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"a mapping of {what} is expected here")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, "a key must be plain text")
            elif key.value in seen:
                self.wrong(key, f"'{key.value}' stands twice; keep one")
            else:
                seen.add(key.value)
                yield key, value

    def beslut(self, node: yaml.Node) -> Located | None:
        before = len(self.problems)
        hints = get_type_hints(Beslut)
        head: dict[str, Any] = {}
        change_nodes: list[yaml.Node] = []
        for key, value in self.items(node, "a beslut's keys (beslut, decided, changes …)"):
            if key.value == "changes":
                change_nodes = self._changes(value)
            elif key.value in _HEAD:
                head[_HEAD[key.value]] = self.value(value, hints[_HEAD[key.value]])
            else:
                near = did_you_mean(key.value, [*_HEAD, "changes"])
                self.wrong(key, f"a beslut has no '{key.value}'{near}")
        if isinstance(node, yaml.MappingNode):
            for name, field in (("beslut", "id"), ("decided", "decided")):
                if field not in head:
                    self.wrong(node, f"a beslut needs '{name}'")
        changes = [self._change(each) for each in change_nodes]
        if len(self.problems) > before:
            return None
        bare = Beslut(**head)
        for problem in head_problems(bare):
            self.wrong(node, problem)
        whole = tuple(change for change in changes if change is not None)
        for each, change in zip(change_nodes, whole, strict=True):
            for problem in problems(change, bare):
                self.wrong(each, f"{change.verb}: {problem}")
        places = tuple(map(self.place, change_nodes))
        return Located(attrs.evolve(bare, changes=whole), self.place(node), places)

    def _changes(self, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if not (isinstance(node, yaml.ScalarNode) and node.value in _NULLS):
            self.wrong(node, "changes is a list: begin each change with '- '")
        return []

    def _change(self, node: yaml.Node) -> Change | None:
        items = list(self.items(node, "one change, as create_enhet: {enhet: pbk, name: …}"))
        if len(items) != 1:
            if isinstance(node, yaml.MappingNode):
                self.wrong(node, "each item of changes is one change; put '- ' before every one")
            return None
        verb, parameters = items[0]
        change = VERBS.get(verb.value)
        if change is None:
            self.wrong(verb, f"there is no change '{verb.value}'{did_you_mean(verb.value, VERBS)}")
            return None
        made = self._made(change, parameters, verb.value)
        return made if isinstance(made, Change) else None

    def _made(self, cls: type[Any], node: yaml.Node, name: str) -> Any:
        """An instance of an attrs class from a mapping of its fields."""
        hints = get_type_hints(cls)
        fields = {field.name: field for field in attrs.fields(cls)}
        given: dict[str, Any] = {}
        before = len(self.problems)
        for key, value in self.items(node, f"{name}'s parameters"):
            if key.value in fields:
                given[key.value] = self.value(value, hints[key.value])
            else:
                near = did_you_mean(key.value, fields)
                self.wrong(key, f"{name} has no parameter '{key.value}'{near}")
        if isinstance(node, yaml.MappingNode):
            for field in fields.values():
                if field.default is attrs.NOTHING and field.name not in given:
                    self.wrong(node, f"{name} needs '{field.name}'")
        return cls(**given) if len(self.problems) == before else _WRONG

    def value(self, node: yaml.Node, hint: Any) -> Any:
        """The value of a node as the type it is for."""
        arms = get_args(hint)
        if get_origin(hint) in (Union, UnionType):
            if type(None) in arms and _is_null(node):
                return None
            return self.value(node, next(arm for arm in arms if arm is not type(None)))
        if get_origin(hint) is tuple:
            if not isinstance(node, yaml.SequenceNode):
                return self.wrong(node, "a list is expected, as [one, another]")
            values = [self.value(each, arms[0]) for each in node.value]
            return _WRONG if _WRONG in values else tuple(values)
        if attrs.has(hint):
            return self._made(hint, node, hint.__name__.lower())
        if not isinstance(node, yaml.ScalarNode) or (hint is not str and _is_null(node)):
            return self.wrong(node, f"{_expected(hint)} is expected")
        if get_origin(hint) is Literal:
            if node.value in arms:
                return node.value
            near = did_you_mean(node.value, arms)
            return self.wrong(node, f"'{node.value}' is not {_expected(hint)}{near}")
        if hint is str and _is_null(node):
            return self.wrong(node, "text is expected")
        if hint is str and node.style in ("|", ">"):
            return node.value.rstrip("\n")  # the line break that ends a block is YAML's, not the text's
        try:
            return _PARSERS[hint](node.value)
        except ValueError as error:
            return self.wrong(node, str(error) or f"'{node.value}' is not {_expected(hint)}")


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _expected(hint: Any) -> str:
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(get_args(hint))
    words = {str: "text", date: "a date as 2014-01-01", bool: "true or false", int: "a whole number"}
    return {**words, float: "a number"}[hint]


def _bool(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"'{text}' is not true or false")
    return text == "true"


def _number(parse: Callable[[str], Any], what: str) -> Callable[[str], Any]:
    def parsed(text: str) -> Any:
        if not re.fullmatch(r"-?\d+(\.\d+)?", text):
            point = "; write the decimals after a point" if "," in text else ""
            raise ValueError(f"'{text}' is not {what}{point}")
        return parse(text)

    return parsed


_PARSERS: dict[type, Callable[[str], Any]] = {
    str: str,
    date: day_from,
    bool: _bool,
    int: _number(int, "a whole number"),
    float: _number(float, "a number"),
}
