"""From YAML to beslut, with file, line and column for everything that is wrong.

YAML is composed but not constructed: every scalar keeps its text until the field it is for says what it
must be, so ``no`` is text where text is meant, and a date that does not exist is found here with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import attrs
import yaml

from orgmodell.changes import VERBS, Beslut, Change
from orgmodell.characters import instead, text_problem, unseen
from orgmodell.errors import LedgerError, SourceError
from orgmodell.identity import is_slug
from orgmodell.ledger.meant import meant, suggestion
from orgmodell.ledger.mistakes import Item, curly, cut_off, is_plain, items_of, mended, not_yaml
from orgmodell.ledger.scalars import SAYS
from orgmodell.words import Text, foreign
from orgmodell.words import ledger as words
from orgmodell.words.characters import TAKE_IT_AWAY, one
from orgmodell.words.yaml import not_yaml as because

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # what a scalar is, its field says
R = TypeVar("R")
PERSONS = "persons.yaml"
_NULLS = ("", "~", "null", "Null", "NULL")
_HEAD = {"beslut": "id"} | {f.name: f.name for f in attrs.fields(Beslut) if f.name not in ("id", "changes")}
_KEYS = (*_HEAD, "changes")


@attrs.frozen
class Place:
    """A place in a file; line and column count from 1.

    Attributes:
        file: the file, as it was named when it was read.
        line: the line.
        column: the column.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def says(self, what: Text) -> Text:
        """What is said of the place, with the place before it."""
        return f"{self}: " + what


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
        raise SourceError(words.NO_FILE_OR_FOLDER)
    source = Path(source)
    files, strange = _files_of(source)
    wrong = [*strange]
    found: list[Located] = []
    for file in files:
        try:
            read = read_text(_text_of(file), str(file))
            found.extend(read)
            wrong.extend([] if read else [_top(file).says(words.NO_BESLUT)])
        except LedgerError as error:
            wrong.extend(error.texts)
    persons: dict[str, str] = {}
    register = source / PERSONS
    if source.is_dir() and register.exists():
        try:
            persons = _read_persons(_text_of(register), str(register))
        except LedgerError as error:
            wrong.extend(error.texts)
    if wrong:
        raise LedgerError(wrong)
    return LedgerFiles(tuple(found), persons)


def read_text(text: str, file: str = "<text>") -> list[Located]:
    """Read the beslut of one beslutsfil, given as text.

    Raises:
        LedgerError: something in it is wrong; every problem is in it.
    """
    reader = _Reader(file)
    found = reader.documents(text, reader.beslut)
    if reader.found:
        raise LedgerError(reader.problems)
    return [located for located in found if located is not None]


def read_changes(text: str, file: str = "<text>") -> list[Change]:
    """Read changes as they stand under ``changes`` in a beslutsfil.

    Raises:
        LedgerError: something in it is wrong; every problem is in it.
    """
    reader = _Reader(file)
    found = reader.documents(text, lambda node: [reader.change(each) for each in reader.changes(node)])
    if reader.found:
        raise LedgerError(reader.problems)
    return [change for changes in found for change in changes if change is not None]


def is_beslutsfil(file: Path) -> bool:
    """Whether a file is one by its name."""
    return file.suffix.lower() in (".yaml", ".yml")


def misnamed(file: Path) -> Text | None:
    """What is wrong with the name of a file that is a beslutsfil but for what comes after .yaml.

    Hidden files, and copies that editors keep (``01.yaml~``), are meant to be passed over.
    """
    found = re.fullmatch(r"([^.].*\.ya?ml)[^/\\]*[^/\\~]", file.name, re.IGNORECASE)
    return words.misnamed(found[1]) if found else None


def _top(file: Path) -> Place:
    return Place(str(file), 1, 1)


def _files_of(source: Path) -> tuple[list[Path], list[Text]]:
    """The beslutsfiler of a source, and what is wrong with files beside them that are misnamed."""
    if source.is_file():
        return [source], []
    if not source.is_dir():
        raise SourceError(words.nowhere(source))
    files = sorted((f for f in source.iterdir() if f.is_file()), key=lambda f: f.name)
    found = [f for f in files if is_beslutsfil(f) and f.name != PERSONS]
    passed_over = [_top(f).says(words.passed_over(wrong)) for f in files if (wrong := misnamed(f))]
    if found or passed_over:
        return found, passed_over
    raise SourceError(words.no_beslutsfil(source))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError([_top(file).says(words.not_utf8(error.reason))]) from None
    except OSError as error:
        raise SourceError(words.cannot_read(file, error.strerror)) from None


def _read_persons(text: str, file: str) -> dict[str, str]:
    reader = _Reader(file)
    names = reader.documents(text, reader.names)
    if reader.found:
        raise LedgerError(reader.problems)
    return {person: name for each in names for person, name in each}


_WRONG = object()  # a value that could not be read; the problem is noted


class _Reader:
    """Reads the nodes of one file and notes every problem with its place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[tuple[int, int, Text]] = []  # line, column and what is wrong there

    @property
    def problems(self) -> list[Text]:
        """What is wrong, from the top of the file."""
        in_order = sorted(self.found, key=lambda each: each[:2])
        return [Place(self.file, line, column).says(message) for line, column, message in in_order]

    def wrong(self, node: yaml.Node, message: Text) -> Any:
        place = self.place(node)
        self.wrong_at(place.line, place.column, message)
        return _WRONG

    def wrong_at(self, line: int, column: int, message: Text) -> None:
        self.found.append((line, column, message))

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def documents(self, text: str, read: Callable[[yaml.Node], R]) -> list[R]:
        """What is read of each document; each mistake is mended, to find what else is wrong."""
        shown = self._without_unseen(text.removeprefix("\ufeff"))
        hidden = len(self.found)
        while True:
            found: list[R] = []
            before = len(self.found)
            try:
                for node in yaml.compose_all(shown, Loader=Loader):
                    if node is not None:
                        found.append(read(node))
                return found
            except yaml.MarkedYAMLError as error:
                if (better := mended(error, shown)) is None:
                    if not hidden:  # a tab in the margin is told; what it does to the YAML need not be
                        self.wrong_at(*not_yaml(error))
                    return found
                self.found[before:] = [better[:3]]  # what comes before the mistake is read once more
                shown = better.text
            except yaml.YAMLError as error:
                self.wrong_at(1, 1, because(foreign(error)))
                return found

    def _without_unseen(self, text: str) -> str:
        """The text without characters that do not show, each of which is a problem; spaces for spaces."""
        written = text.replace("\r\n", "\n").replace("\r", "\n")
        found = list(unseen(written, but="\n"))
        for at, each in found:
            if written[:at].endswith(each):  # several in a row are told once
                continue
            line, column = written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)
            self.wrong_at(line, column, words.unseen(one(each), instead(each)))
        return written.translate({ord(each): _in_place_of(each) for _, each in found}) if found else written

    def items(
        self, node: yaml.Node, what: Text, names: Collection[str] = ()
    ) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, words.mapping_expected(what))
            return
        seen: set[str] = set()
        for key, value in self._put_together(node, names):
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, words.KEY_IS_TEXT)
            elif key.value in seen:
                self.wrong(key, words.twice(key.value))
            else:
                seen.add(key.value)
                yield key, value

    def _put_together(
        self, node: yaml.MappingNode, names: Collection[str]
    ) -> Iterable[tuple[yaml.Node, yaml.Node]]:
        """The keys and values of a mapping; what commas have cut off is with its value again, and told."""
        if all(value.value for _, value in node.value):  # the rest of a text is a key without a value
            pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
            return pairs
        return self._told_and_whole(items_of(node, names))

    def _told_and_whole(self, items: Iterable[Item]) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        for item in items:
            if item.rest:
                self.wrong(item.rest[0], cut_off(item))
            yield item.key, item.value

    def names(self, node: yaml.Node) -> list[tuple[str, str]]:
        """Persons by id, with their names."""
        found: list[tuple[str, str]] = []
        for key, value in self.items(node, words.IDS_AND_NAMES):
            name = _text(self, value)
            if not is_slug(key.value):
                self.wrong(key, words.no_person_id(key.value))
            elif isinstance(name, str) and (problem := text_problem(name)):
                self.wrong(value, words.name_is_wrong(name, problem))
            elif isinstance(name, str):
                found.append((key.value, name))
        return found

    def beslut(self, node: yaml.Node) -> Located | None:
        before = len(self.found)
        fields = _fields_of(Beslut)
        head: dict[str, Any] = {}
        change_nodes: list[yaml.Node] = []
        misspelt: set[str] = set()
        for key, value in self.items(node, words.KEYS_OF_BESLUT, _KEYS):
            if key.value == "changes":
                change_nodes = self.changes(value)
            elif key.value in _HEAD:
                name = _HEAD[key.value]
                head[name] = fields.reads[name](self, value)
            else:
                misspelt.update(meant(key.value, _KEYS))
                self.wrong(key, words.no_key(key.value, suggestion(key.value, _KEYS)))
        if isinstance(node, yaml.MappingNode):
            for name, field in (("beslut", "id"), ("decided", "decided")):
                if field not in head and name not in misspelt:
                    self.wrong(node, words.key_missing(name))
        changes = [self.change(each) for each in change_nodes]
        if len(self.found) > before:
            return None
        beslut = Beslut(**head, changes=tuple([change for change in changes if change is not None]))
        for problem in beslut.problems():
            self.wrong(node, problem)
        for each, change in zip(change_nodes, beslut.changes, strict=True):
            for problem in beslut.problems_with(change):
                self.wrong(each, f"{change.verb}: " + problem)
        return Located(beslut, self.place(node), tuple(map(self.place, change_nodes)))

    def changes(self, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if not (isinstance(node, yaml.ScalarNode) and node.value in _NULLS):
            self.wrong(node, words.CHANGES_IS_A_LIST)
        return []

    def change(self, node: yaml.Node) -> Change | None:
        items = list(self.items(node, words.ONE_CHANGE))
        if len(items) != 1:
            if isinstance(node, yaml.MappingNode):
                self.wrong(node, words.ONE_CHANGE_EACH)
            return None
        verb, parameters = items[0]
        change = VERBS.get(verb.value)
        if change is None:
            self.wrong(verb, words.no_change(verb.value, suggestion(verb.value, VERBS)))
            return None
        made = self.made(change, parameters)
        return made if isinstance(made, Change) else None

    def made(self, cls: type[attrs.AttrsInstance], node: yaml.Node) -> Any:
        """An instance of an attrs class from a mapping of its fields."""
        name, what, reads, required = _fields_of(cls)
        given: dict[str, Any] = {}
        before = len(self.found)
        misspelt: set[str] = set()
        for key, value in self.items(node, what, reads):
            if (read := reads.get(key.value)) is not None:
                given[key.value] = read(self, value)
            else:
                misspelt.update(meant(key.value, reads))
                self.wrong(key, words.no_parameter(name, key.value, suggestion(key.value, reads)))
        if isinstance(node, yaml.MappingNode):
            for field in required:
                if field not in given and field not in misspelt:
                    self.wrong(node, words.parameter_missing(name, field))
        return cls(**given) if len(self.found) == before else _WRONG


def _in_place_of(character: str) -> str:
    """A space where a space was meant, or the character would part two words; else nothing."""
    return "" if instead(character) is TAKE_IT_AWAY else " "


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


# How a value is read: as the type it is for, which is looked at once.

Read = Callable[[_Reader, yaml.Node], Any]


class _Fields(NamedTuple):
    """How the fields of a class are read.

    Attributes:
        name: what messages call the class.
        what: what messages call its fields.
        reads: field → what reads it.
        required: the fields that must be given.
    """

    name: str
    what: Text
    reads: Mapping[str, Read]
    required: tuple[str, ...]


@cache
def _fields_of(cls: type[attrs.AttrsInstance]) -> _Fields:
    hints = get_type_hints(cls)
    fields = [field for field in attrs.fields(cls) if field.name != "changes"]
    name = cls.verb if issubclass(cls, Change) else cls.__name__.lower()
    required = tuple(field.name for field in fields if field.default is attrs.NOTHING)
    reads = {field.name: _reads(hints[field.name]) for field in fields}
    return _Fields(name, words.parameters_of(name), reads, required)


def _reads(hint: Any) -> Read:
    """What reads the value of a node as the type it is for."""
    arms = get_args(hint)
    if type(None) in arms:
        return _if_any(_reads(next(arm for arm in arms if arm is not type(None))))
    if get_origin(hint) is tuple:
        return _each(_reads(arms[0]))
    if attrs.has(hint):
        return lambda reader, node: reader.made(hint, node)
    if get_origin(hint) is Literal:
        return _one_of(arms)
    return _text if hint is str else _said(*SAYS[hint])


def _if_any(read: Read) -> Read:
    return lambda reader, node: None if _is_null(node) else read(reader, node)


def _each(read: Read) -> Read:
    def each(reader: _Reader, node: yaml.Node) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return reader.wrong(node, words.LIST_EXPECTED)
        return tuple([read(reader, each) for each in node.value])

    return each


def _one_of(choices: Collection[str]) -> Read:
    expected = words.one_of(choices)

    def one_of(reader: _Reader, node: yaml.Node) -> Any:
        if not isinstance(node, yaml.ScalarNode) or _is_null(node):
            return reader.wrong(node, words.expected(expected))
        if node.value in choices:
            return node.value
        return reader.wrong(node, words.is_not(node.value, expected, suggestion(node.value, choices)))

    return one_of


def _text(reader: _Reader, node: yaml.Node) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        return reader.wrong(node, words.expected(words.TEXT))
    if node.style in ("|", ">"):
        return node.value.rstrip("\n")  # the line break that ends a block is YAML's, not the text's
    if not node.style and (problem := curly(node.value)):
        return reader.wrong(node, problem)
    return reader.wrong(node, words.expected(words.TEXT)) if _is_null(node) else node.value


def _said(say: Callable[[str], Any], what: Text) -> Read:
    def said(reader: _Reader, node: yaml.Node) -> Any:
        if not isinstance(node, yaml.ScalarNode) or _is_null(node):
            return reader.wrong(node, words.expected(what))
        problem = curly(node.value) if is_plain(node) else None
        value = problem or say(node.value)
        return reader.wrong(node, value) if isinstance(value, Text) else value

    return said
