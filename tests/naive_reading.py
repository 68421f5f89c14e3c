"""How a beslutsfil is read, written again for the tests without any speed: no type is looked at only once.

Everything is composed before anything is read, each value is read as what its type says there and then, and
every mapping is looked through for what a comma has cut off. What a word means is asked of the library.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import yaml

from orgmodell.changes import VERBS, Beslut, Change
from orgmodell.characters import instead
from orgmodell.ledger import Located, Place
from orgmodell.ledger.meant import meant, suggestion
from orgmodell.ledger.mistakes import curly, cut_off, is_plain, items_of, mended, not_yaml
from orgmodell.ledger.scalars import SAYS
from orgmodell.words import Text, foreign
from orgmodell.words import ledger as words
from orgmodell.words.characters import TAKE_IT_AWAY, one
from orgmodell.words.yaml import not_yaml as because

NULLS = ("", "~", "null", "Null", "NULL")
HEAD = {"beslut": "id"} | {f.name: f.name for f in attrs.fields(Beslut) if f.name not in ("id", "changes")}
WRONG = object()


def read(text: str, file: str, loader: type[Any]) -> list[Located] | tuple[Text, ...]:
    """The beslut of a beslutsfil, or all that is wrong with it, with a parser of YAML."""
    reader = Reader(file, loader)
    found = [located for node in reader.documents(text) if (located := reader.beslut(node))]
    return reader.problems() if reader.found else found


class Reader:
    def __init__(self, file: str, loader: type[Any]) -> None:
        self.file, self.loader = file, loader
        self.found: list[tuple[int, int, Text]] = []

    def problems(self) -> tuple[Text, ...]:
        in_order = sorted(self.found, key=lambda each: each[:2])
        return tuple(Place(self.file, line, column).says(message) for line, column, message in in_order)

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def wrong(self, node: yaml.Node, message: Text) -> Any:
        self.found.append((node.start_mark.line + 1, node.start_mark.column + 1, message))
        return WRONG

    def documents(self, text: str) -> list[yaml.Node]:
        shown = self.without_unseen(text.removeprefix("\ufeff"))
        hidden = len(self.found)
        while True:
            found: list[yaml.Node] = []
            try:
                composed = yaml.compose_all(shown, Loader=self.loader)
                found.extend(node for node in composed if node is not None)
                return found
            except yaml.MarkedYAMLError as error:
                if (better := mended(error, shown)) is None:
                    self.found += [] if hidden else [not_yaml(error)]
                    return found
                self.found.append(better[:3])
                shown = better.text
            except yaml.YAMLError as error:
                self.found.append((1, 1, because(foreign(error))))
                return found

    def without_unseen(self, text: str) -> str:
        written = text.replace("\r\n", "\n").replace("\r", "\n")
        shown = ""
        for at, each in enumerate(written):
            if each.isprintable() or each == "\n":
                shown += each
                continue
            shown += "" if instead(each) is TAKE_IT_AWAY else " "
            if not written[:at].endswith(each):
                line, column = written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)
                self.found.append((line, column, words.unseen(one(each), instead(each))))
        return shown

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
        keys = (*HEAD, "changes")
        misspelt: set[str] = set()
        for key, value in self.items(node, words.KEYS_OF_BESLUT, keys):
            if key.value == "changes":
                change_nodes = self.changes(value)
            elif key.value in HEAD:
                head[HEAD[key.value]] = self.value(value, hints[HEAD[key.value]])
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
        return Located(
            attrs.evolve(bare, changes=whole), self.place(node), tuple(map(self.place, change_nodes))
        )

    def changes(self, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if not (isinstance(node, yaml.ScalarNode) and node.value in NULLS):
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
        made = self.made(change, parameters, verb.value)
        return made if isinstance(made, Change) else None

    def made(self, cls: type[attrs.AttrsInstance], node: yaml.Node, name: str) -> Any:
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
        return cls(**given) if len(self.found) == before else WRONG

    def value(self, node: yaml.Node, hint: Any) -> Any:
        arms = get_args(hint)
        if get_origin(hint) in (Union, UnionType):
            if type(None) in arms and is_null(node):
                return None
            return self.value(node, next(arm for arm in arms if arm is not type(None)))
        if get_origin(hint) is tuple:
            if not isinstance(node, yaml.SequenceNode):
                return self.wrong(node, words.LIST_EXPECTED)
            values = [self.value(each, arms[0]) for each in node.value]
            return WRONG if WRONG in values else tuple(values)
        if attrs.has(hint):
            return self.made(hint, node, hint.__name__.lower())
        return self.of_scalar(node, hint)

    def of_scalar(self, node: yaml.Node, hint: Any) -> Any:
        if not isinstance(node, yaml.ScalarNode) or (hint is not str and is_null(node)):
            return self.wrong(node, words.expected(expected(hint)))
        if get_origin(hint) is Literal:
            if node.value in get_args(hint):
                return node.value
            near = suggestion(node.value, get_args(hint))
            return self.wrong(node, words.is_not(node.value, expected(hint), near))
        if is_plain(node) and (problem := curly(node.value)):
            return self.wrong(node, problem)
        if hint is str and is_null(node):
            return self.wrong(node, words.expected(words.TEXT))
        if hint is str:
            return node.value.rstrip("\n") if node.style in ("|", ">") else node.value
        value = SAYS[hint][0](node.value)
        return self.wrong(node, value) if isinstance(value, Text) else value


def is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NULLS


def expected(hint: Any) -> Text:
    if get_origin(hint) is Literal:
        return words.one_of(get_args(hint))
    return words.TEXT if hint is str else SAYS[hint][1]
