"""Whatever goes wrong is said in Swedish and in English, and the words stand in one place."""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

import pytest
import yaml

import orgmodell
from orgmodell import LedgerError, OrgmodellError, errors, words
from orgmodell.ledger import read_text, reading
from orgmodell.words import Text
from provoked import WRITTEN, WRONG

SOURCE = Path(orgmodell.__file__).parent
ELSEWHERE = ("rules", "changes", "decide.py", "draft.py")  # their words are told of in tests of their own
ERRORS = {
    name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, OrgmodellError)
}

# --- where the words stand ------------------------------------------------------------------------


def given_to_errors(module: ast.Module) -> Iterator[ast.Call]:
    """Every place where one of our errors is made."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ERRORS:
            yield node


def literals(node: ast.AST) -> Iterator[ast.AST]:
    """The texts that stand in what is given; what another function is given is its own affair."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
    elif not isinstance(node, ast.Call):
        for each in ast.iter_child_nodes(node):
            yield from literals(each)


def modules() -> list[Path]:
    return [f for f in sorted(SOURCE.rglob("*.py")) if f.relative_to(SOURCE).parts[0] not in ELSEWHERE]


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_error_is_given_a_text_of_one_language(file: Path) -> None:
    """What it says stands in `words`; the code that raises it names what it says."""
    module = ast.parse(file.read_text(encoding="utf-8"))
    found = [each for error in given_to_errors(module) for given in error.args for each in literals(given)]
    assert not [f"{file}:{ast.unparse(each)}" for each in found]


def test_a_text_of_one_language_would_be_found() -> None:
    raised = ast.parse("raise SourceError('no' + name)\nraise LedgerError([f'{place}: {each}'])")
    found = [list(literals(given)) for error in given_to_errors(raised) for given in error.args]
    assert [len(each) for each in found] == [1, 1]


# --- what the words say ---------------------------------------------------------------------------

OF_ERRORS = (
    "addresses",
    "characters",
    "codec",
    "days",
    "errors",
    "kinds",
    "ledger",
    "log",
    "mandate",
    "meant",
    "organisation",
    "persons",
    "projections",
    "register",
    "testing",
    "view",
    "yaml",
)
SAME_ON_PURPOSE = {
    "log.BESLUT": "the domain's noun",
    "log.NOTHING": "a dash",
    "log.days": "days are written alike",
    "meant.NOTHING": "nothing is nothing in any language",
}
SAMPLES: Mapping[Any, tuple[Any, ...]] = {
    str: ("<{}>",),
    object: ("<{}>",),
    int: (1, 2),
    bool: (False, True),
    date: (date(2014, 1, 1),),
    datetime: (datetime(2014, 1, 1, tzinfo=UTC),),
    Text: (Text("<{}> på svenska", "<{}> in English"),),
}


def samples(name: str, hint: Any) -> Iterable[Any]:
    """Values for a parameter, in which its name can be found again."""
    if name in ("kind", "actual"):
        return ("atgard", "organ", "vidaredelegation")
    if name == "character" and hint is str:
        return ("\t", "\u202e", "x")
    if hint in SAMPLES:
        return (_named(each, name) for each in SAMPLES[hint])
    if isinstance(hint, UnionType):
        return [each for arm in get_args(hint) for each in samples(name, arm)]
    if hint is NoneType:
        return (None,)
    return ((), tuple(samples(name, get_args(hint)[0])))


def _named(sample: Any, name: str) -> Any:
    if isinstance(sample, Text):
        return Text(sample.sv.format(name), sample.en.format(name))
    return sample.format(name) if isinstance(sample, str) else sample


def said() -> Iterator[tuple[str, Text | Callable[..., Text]]]:
    """Every text of the modules of words, and every function that gives one."""
    for name in OF_ERRORS:
        module = importlib.import_module(f"orgmodell.words.{name}")
        for each, value in vars(module).items():
            its_own = isinstance(value, Text) or (
                inspect.isfunction(value) and value.__module__ == module.__name__
            )
            if its_own and not each.startswith("_"):
                yield f"{name}.{each}", value


def every_way(say: Callable[..., Text]) -> Iterator[Text]:
    """What a function says of each choice of samples."""
    hints = get_type_hints(say)
    assert hints.pop("return") is Text
    for given in itertools.product(*(tuple(samples(name, hint)) for name, hint in hints.items())):
        yield say(*given)


SAID = dict(said())


def words_of(module: ast.Module) -> set[str]:
    """The modules of words that a module imports."""
    imports = [each for each in ast.walk(module) if isinstance(each, ast.ImportFrom)]
    names = {f"{each.module}.{name.name}" for each in imports for name in each.names}
    there = {each.name for each in pkgutil.iter_modules(words.__path__)} - {"text"}
    return {
        each for each in there if any(f"{name}.".startswith(f"orgmodell.words.{each}.") for name in names)
    }


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_the_words_of_whoever_raises_are_looked_at(file: Path) -> None:
    """But for those that an answer is shown with, and those of the command line (test_language)."""
    module, elsewhere = ast.parse(file.read_text(encoding="utf-8")), {file.stem, "cli", "forms"}
    assert not any(given_to_errors(module)) or words_of(module) - elsewhere <= {*OF_ERRORS}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_is_said_in_both_languages(name: str) -> None:
    """Nothing is said in the one language only, and whatever the one names, the other names too."""
    what = SAID[name]
    for text in (what,) if isinstance(what, Text) else every_way(what):
        assert (text.sv == text.en) == (name in SAME_ON_PURPOSE), text
        assert set(re.findall("<[a-z_]*>", text.sv)) == set(re.findall("<[a-z_]*>", text.en)), text


# --- what is really said --------------------------------------------------------------------------

ENGLISH = re.compile(
    r"\b(the|is|are|was|were|which|not|there|and|or|of|it|its|that|this|with|without|for|from|at|"
    r"nothing|cannot|be|been|no|on|as|an|did|you|first|one|has|have|write|give|use|ask)\b"
)
QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|'[^']*'|\S*/\S*|with-block", re.DOTALL)
GLOSSARY = (SOURCE.parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_the_words_of_the_other_language_are_known() -> None:
    """The test of the tests below."""
    assert ENGLISH.search("en enhet is upplöst")
    assert not ENGLISH.search(QUOTED.sub("", "namnen kan inte läsas: «the file is locked», 'the' \"is\""))


def swedish_in_english(text: str) -> list[str]:
    found = re.findall(r"\w*[åäöÅÄÖ]\w*", QUOTED.sub("", text))
    return [word for word in found if word not in GLOSSARY]


def is_said_well(text: Text) -> None:
    assert text.sv != text.en
    assert not ENGLISH.search(QUOTED.sub("", text.sv)), text.sv
    assert not swedish_in_english(text.en), text.en


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_what_is_wrong_in_a_beslutsfil_is_said_in_both(
    written: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "Loader", getattr(yaml, loader))
    with pytest.raises(LedgerError) as error:
        read_text(written, "f.yaml")
    for text in error.value.texts:
        is_said_well(text)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_goes_wrong_is_said_in_both(wrong: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(OrgmodellError) as error:
        wrong(tmp_path)
    is_said_well(error.value.text)
