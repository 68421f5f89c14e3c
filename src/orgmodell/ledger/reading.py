"""From YAML to beslut, with file, line and column for everything that is wrong.

YAML is composed but not constructed: every scalar keeps its text until the field it is for says what it
must be, so ``no`` is text where text is meant, and a date that does not exist is found here with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import yaml

from orgmodell.changes import VERBS, Beslut, Change
from orgmodell.characters import instead, text_problem, unseen
from orgmodell.errors import LedgerError, SourceError
from orgmodell.identity import is_slug
from orgmodell.ledger.meant import meant, suggestion
from orgmodell.ledger.mistakes import curly, cut_off, is_plain, items_of, mended, not_yaml
from orgmodell.periods import NoDay, day_from
from orgmodell.words import Text, foreign
from orgmodell.words import ledger as words
from orgmodell.words.characters import TAKE_IT_AWAY, one
from orgmodell.words.yaml import not_yaml as because

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PERSONS = "persons.yaml"
_NULLS = ("", "~", "null", "Null", "NULL")
_HEAD = {"beslut": "id"} | {f.name: f.name for f in attrs.fields(Beslut) if f.name not in ("id", "changes")}


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
    found = [located for node in reader.documents(text) if (located := reader.beslut(node))]
    if reader.found:
        raise LedgerError(reader.problems)
    return found


def read_changes(text: str, file: str = "<text>") -> list[Change]:
    """Read changes as they stand under ``changes`` in a beslutsfil.

    Raises:
        LedgerError: something in it is wrong; every problem is in it.
    """
    reader = _Reader(file)
    found = [reader.change(each) for node in reader.documents(text) for each in reader.changes(node)]
    if reader.found:
        raise LedgerError(reader.problems)
    return [change for change in found if change is not None]


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
    names: dict[str, str] = {}
    for node in reader.documents(text):
        for key, value in reader.items(node, words.IDS_AND_NAMES):
            name = reader.value(value, str)
            if not is_slug(key.value):
                reader.wrong(key, words.no_person_id(key.value))
            elif isinstance(name, str) and (problem := text_problem(name)):
                reader.wrong(value, words.name_is_wrong(name, problem))
            elif isinstance(name, str):
                names[key.value] = name
    if reader.found:
        raise LedgerError(reader.problems)
    return names


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

    def documents(self, text: str) -> list[yaml.Node]:
        """The documents of a text; each mistake is mended, to find what else is wrong."""
        shown = self._without_unseen(text.removeprefix("\ufeff"))
        hidden = len(self.found)
        while True:
            found: list[yaml.Node] = []
            try:
                found.extend(node for node in yaml.compose_all(shown, Loader=Loader) if node is not None)
                return found
            except yaml.MarkedYAMLError as error:
                if (better := mended(error, shown)) is None:
                    if not hidden:  # a tab in the margin is told; what it does to the YAML need not be
                        self.wrong_at(*not_yaml(error))
                    return found
                self.wrong_at(*better[:3])
                shown = better.text
            except yaml.YAMLError as error:
                self.wrong_at(1, 1, because(foreign(error)))
                return found

    def _without_unseen(self, text: str) -> str:
        """The text without characters that do not show, each of which is a problem; spaces for spaces."""
        written = text.replace("\r\n", "\n").replace("\r", "\n")
        for at, each in unseen(written, but="\n"):
            if written[:at].endswith(each):  # several in a row are told once
                continue
            line, column = written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)
            self.wrong_at(line, column, words.unseen(one(each), instead(each)))
        return written.translate({ord(each): _in_place_of(each) for _, each in unseen(written, but="\n")})

    def items(
        self, node: yaml.Node, what: Text, names: Collection[str] = ()
    ) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, words.mapping_expected(what))
            return
        seen: set[str] = set()
        for item in items_of(node, names):
            key = item.key
            if item.rest:
                self.wrong(item.rest[0], cut_off(item))
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, words.KEY_IS_TEXT)
            elif key.value in seen:
                self.wrong(key, words.twice(key.value))
            else:
                seen.add(key.value)
                yield key, item.value

    def beslut(self, node: yaml.Node) -> Located | None:
        before = len(self.found)
        hints = get_type_hints(Beslut)
        head: dict[str, Any] = {}
        change_nodes: list[yaml.Node] = []
        keys = (*_HEAD, "changes")
        misspelt: set[str] = set()
        for key, value in self.items(node, words.KEYS_OF_BESLUT, keys):
            if key.value == "changes":
                change_nodes = self.changes(value)
            elif key.value in _HEAD:
                head[_HEAD[key.value]] = self.value(value, hints[_HEAD[key.value]])
            else:
                misspelt.update(meant(key.value, keys))
                self.wrong(key, words.no_key(key.value, suggestion(key.value, keys)))
        if isinstance(node, yaml.MappingNode):
            for name, field in (("beslut", "id"), ("decided", "decided")):
                if field not in head and name not in misspelt:
                    self.wrong(node, words.key_missing(name))
        changes = [self.change(each) for each in change_nodes]
        if len(self.found) > before:
            return None
        bare = Beslut(**head)
        for problem in bare.problems():
            self.wrong(node, problem)
        whole = tuple(change for change in changes if change is not None)
        for each, change in zip(change_nodes, whole, strict=True):
            for problem in bare.problems_with(change):
                self.wrong(each, f"{change.verb}: " + problem)
        places = tuple(map(self.place, change_nodes))
        return Located(attrs.evolve(bare, changes=whole), self.place(node), places)

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
        made = self._made(change, parameters, verb.value)
        return made if isinstance(made, Change) else None

    def _made(self, cls: type[Any], node: yaml.Node, name: str) -> Any:
        """An instance of an attrs class from a mapping of its fields."""
        hints = get_type_hints(cls)
        fields = {field.name: field for field in attrs.fields(cls)}
        given: dict[str, Any] = {}
        before = len(self.found)
        misspelt: set[str] = set()
        for key, value in self.items(node, words.parameters_of(name), fields):
            if key.value in fields:
                given[key.value] = self.value(value, hints[key.value])
            else:
                misspelt.update(meant(key.value, fields))
                self.wrong(key, words.no_parameter(name, key.value, suggestion(key.value, fields)))
        if isinstance(node, yaml.MappingNode):
            for field in fields.values():
                if field.default is attrs.NOTHING and field.name not in {*given, *misspelt}:
                    self.wrong(node, words.parameter_missing(name, field.name))
        return cls(**given) if len(self.found) == before else _WRONG

    def value(self, node: yaml.Node, hint: Any) -> Any:
        """The value of a node as the type it is for."""
        arms = get_args(hint)
        if get_origin(hint) in (Union, UnionType):
            if type(None) in arms and _is_null(node):
                return None
            return self.value(node, next(arm for arm in arms if arm is not type(None)))
        if get_origin(hint) is tuple:
            if not isinstance(node, yaml.SequenceNode):
                return self.wrong(node, words.LIST_EXPECTED)
            values = [self.value(each, arms[0]) for each in node.value]
            return _WRONG if _WRONG in values else tuple(values)
        if attrs.has(hint):
            return self._made(hint, node, hint.__name__.lower())
        if not isinstance(node, yaml.ScalarNode) or (hint is not str and _is_null(node)):
            return self.wrong(node, words.expected(_expected(hint)))
        if get_origin(hint) is Literal:
            if node.value in arms:
                return node.value
            near = suggestion(node.value, arms)
            return self.wrong(node, words.is_not(node.value, _expected(hint), near))
        if is_plain(node) and (problem := curly(node.value)):
            return self.wrong(node, problem)
        if hint is str and _is_null(node):
            return self.wrong(node, words.expected(words.TEXT))
        if hint is str and node.style in ("|", ">"):
            return node.value.rstrip("\n")  # the line break that ends a block is YAML's, not the text's
        value = _PARSERS[hint](node.value)
        return self.wrong(node, value) if isinstance(value, Text) else value


def _in_place_of(character: str) -> str:
    """A space where a space was meant, or the character would part two words; else nothing."""
    return "" if instead(character) is TAKE_IT_AWAY else " "


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _expected(hint: Any) -> Text:
    return words.one_of(get_args(hint)) if get_origin(hint) is Literal else _WORDS[hint]


# What a text says as a value; what is wrong with it, when it is none.


def _day(text: str) -> date | Text:
    try:
        return day_from(text)
    except NoDay as error:
        return error.text


def _bool(text: str) -> bool | Text:
    if text not in ("true", "false"):
        return words.is_not(text, words.TRUE_OR_FALSE, suggestion(text, ("true", "false")))
    return text == "true"


def _int(text: str) -> int | Text:
    wrong = _not_a_number(text, r"-?\d{1,4300}", words.WHOLE_NUMBER)
    return wrong or int(text)  # which reads no more digits than these


def _float(text: str) -> float | Text:
    wrong = _not_a_number(text, r"-?\d+(\.\d+)?", words.NUMBER)
    return wrong or float(text)


def _not_a_number(text: str, pattern: str, what: Text) -> Text | None:
    number = re.compile(pattern, re.ASCII)
    if number.fullmatch(text):
        return None
    alone = _alone(text)
    if not number.fullmatch(alone):
        return words.is_not(text, what)
    return words.number_is_not(text, what, words.DECIMALS if "," in text else words.NUMBER_ALONE, alone)


def _alone(text: str) -> str:
    """A number without what groups its digits, and without what it is counted in."""
    digits = re.sub(r"\s|kr\.?$|:-$", "", text)
    grouped = re.fullmatch(r"-?\d{1,3}(\.\d{3})+", digits)
    return digits.replace(".", "") if grouped else digits.replace(",", ".")


_PARSERS: dict[type, Callable[[str], Any]] = {str: str, date: _day, bool: _bool, int: _int, float: _float}
_WORDS: dict[type, Text] = {
    str: words.TEXT,
    date: words.DATE,
    bool: words.TRUE_OR_FALSE,
    int: words.WHOLE_NUMBER,
    float: words.NUMBER,
}
