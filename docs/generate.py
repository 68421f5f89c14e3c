"""Writes the parts of the pages in docs/ that are generated from the code.

python docs/generate.py            writes them
python docs/generate.py --check    writes nothing; fails when a page is not what would be written
"""

from __future__ import annotations

import difflib
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from orgmodell import answers as public
from orgmodell.changes import CHANGES, LIVING, Beslut, Change, Source, references_of
from orgmodell.changes.base import Ref
from orgmodell.ledger.schema import described
from orgmodell.rules import STANDARD, Rule, policy

DOCS = Path(__file__).parent
GROUPS = {
    "enheter": "Enheter",
    "organ": "Organ",
    "befattningar": "Befattningar",
    "uppdrag": "Uppdrag",
    "roller": "Roller and relations",
    "utforare": "Utförare, avtal and överenskommelser",
    "forum": "Forums and temporary bodies",
    "atgarder": "Åtgärder and förslag",
    "delegation": "Delegation of decision rights",
    "corrections": "Corrections",
}
MUST = {
    "be new": "new: never given to anything before",
    "live": "exists on the day",
    "end": "existed the day before, and ends by this",
    "have lived": "exists on the day, or did the day before",
    "be named": "need not exist",
}
TYPES: dict[Any, str] = {
    str: "text",
    date: "date",
    bool: "true or false",
    int: "whole number",
    float: "number",
    tuple[date, ...]: "list of dates",
    tuple[str, ...]: "list of texts",
    Source: "a [source](#sources-and-marks)",
}


def page(name: str, parts: dict[str, Callable[[], Iterator[str]]]) -> str:
    """The page with its generated parts as they should be."""
    text = (DOCS / name).read_text(encoding="utf-8")
    for part, lines in parts.items():
        begin, end = f"<!-- generated: {part} -->\n", f"<!-- end: {part} -->"
        before, _, rest = text.partition(begin)
        _, found, after = rest.partition(end)
        if not found:
            raise SystemExit(f"{name} has no '{begin.strip()}' … '{end}'")
        text = before + begin + "\n" + "\n".join(lines()) + "\n\n" + end + after
    return text


def head() -> Iterator[str]:
    """The table of what stands at the head of a beslut."""
    hints, told = get_type_hints(Beslut), described(Beslut)
    yield from table("key", "what it is", "left out", "says")
    for field in attrs.fields(Beslut):
        key = "beslut" if field.name == "id" else field.name
        what = "a list of changes" if key == "changes" else kind_of(hints[field.name])
        says = told[field.name]
        yield row(f"`{key}`", what, default_of(field), says)


def every_change() -> Iterator[str]:
    """What every change may carry."""
    yield from parameters(Change)


def source() -> Iterator[str]:
    """What a source holds."""
    yield from parameters(Source)


def contents() -> Iterator[str]:
    """Every verb, by group."""
    yield from table("about", "changes")
    for group, changes in groups():
        verbs = (f"[`{change.verb}`](#{change.verb})" for change in changes)
        yield row(group.lower(), ", ".join(verbs))


def changes() -> Iterator[str]:
    """Every change, with its parameters."""
    sections = []
    for group, members in groups():
        sections.append([f"### {group}"])
        sections.extend([[*one_change(change)] for change in members])
    yield "\n\n".join("\n".join(section) for section in sections)


def groups() -> Iterator[tuple[str, list[type[Change]]]]:
    """The changes, by the module they are in."""
    for module, members in groupby(CHANGES, key=lambda change: change.__module__.rpartition(".")[2]):
        yield GROUPS[module], list(members)


def one_change(change: type[Change]) -> Iterator[str]:
    """A change: what it says, and its parameters."""
    says = inspect.cleandoc(change.__doc__ or "").partition("Attributes:")[0]
    yield f"#### {change.verb}"
    yield ""
    yield from tidy(says).strip().splitlines()
    yield f"Class `{change.__name__}`, stored as `{change.stored}`."
    yield ""
    yield from parameters(change, common=False)


def parameters(cls: type[Any], common: bool = True) -> Iterator[str]:
    """The table of a class's fields."""
    hints, told = get_type_hints(cls), described(cls)
    references = {each.field: each.ref for each in references_of(cls)} if issubclass(cls, Change) else {}
    yield from table("parameter", "what it is", "left out", "says")
    for field in attrs.fields(cls):
        if common or field.name not in COMMON:
            what = kind_of(hints[field.name], references.get(field.name))
            if field.default is attrs.NOTHING and type(None) in get_args(hints[field.name]):
                what += "; or empty"
            yield row(f"`{field.name}`", what, default_of(field), told.get(field.name, ""))


def kind_of(hint: Any, ref: Ref | None = None) -> str:
    """A type in words; of a reference, what must be true of what it names."""
    arms = [arm for arm in get_args(hint) if arm is not type(None)]
    if ref is not None:
        things = "anything" if ref.thing == LIVING else " or ".join(ref.thing)
        must = f"; {MUST[ref.must]}" if set(ref.thing) & set(LIVING) else ""
        return f"{'ids' if get_origin(hint) is tuple else 'id'} of {things}{must}"
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(f"`{arm}`" for arm in arms)
    if get_origin(hint) is tuple and hint not in TYPES:
        return kind_of(arms[0]).replace("one of", "list of")
    if len(arms) == 1 and get_origin(hint) is not tuple:
        return kind_of(arms[0])
    return TYPES[hint]


def default_of(field: attrs.Attribute[Any]) -> str:
    """What holds when the field is left out."""
    if field.default is attrs.NOTHING:
        return "**required**"
    if field.default in (None, ()):
        return "–"
    if isinstance(field.default, tuple):
        return ", ".join(f"`{each}`" for each in field.default)
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def rules() -> Iterator[str]:
    """The rules in force unless others are chosen."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for rule in STANDARD:
        of = told.setdefault((rule.id, rule.severity, tidy(rule.sentence.en)), [])
        of.extend(each for each in rule.of if each is not None and each not in of)
    yield from table("id", "severity", "judges", "rule")
    for (name, severity, says), of in sorted(told.items(), key=lambda item: item[0][0]):
        yield row(name, severity, "all" if set(of) == set(LIVING) else ", ".join(of), says)


def policies() -> Iterator[str]:
    """The rules a kommun may choose."""
    yield from table("policy", "id", "severity", "rule")
    for name, make in inspect.getmembers(policy, inspect.isfunction):
        if make.__module__ == policy.__name__ and make.__annotations__.get("return") == "Rule":
            made: Rule = make()
            defaults = ", ".join(
                f"{each.name}={each.default!r}" for each in inspect.signature(make).parameters.values()
            )
            yield row(f"`{name}({defaults})`", made.id, made.severity, sentence(make))


def answers() -> Iterator[str]:
    """Every class of `orgmodell.answers`, by the question whose answer it is or is in."""
    named = ((name, getattr(public, name)) for name in public.__all__)
    classes = sorted((each for _, each in named if isinstance(each, type)), key=question_of)
    for question, members in groupby(classes, key=question_of):
        told = ("", *(line for each in members for line in one_class(each)))
        yield "\n".join([f"### {question}", *told])


def question_of(cls: type[Any]) -> str:
    """The question that a class belongs to, by where it is: ``show`` of `projections.show.enhet`."""
    _, layer, *rest = cls.__module__.split(".")
    return rest[0] if layer in ("projections", "organisation") else layer


def one_class(cls: type[Any]) -> Iterator[str]:
    """A class: what it is, and its attributes."""
    yield f"`{cls.__name__}`: {sentence(cls)}"
    yield ""
    says = described(cls)
    told = {name: says.get(name, "") for name in fields_of(cls)} | properties_of(cls)
    if told:
        yield from table("attribute", "type", "says")
        yield from (row(f"`{name}`", f"`{written(cls, name)}`", says) for name, says in told.items())
        yield ""


def fields_of(cls: type[Any]) -> list[str]:
    """The fields of a class; `basis`, which every answer has, is told once."""
    every = [each.name for each in attrs.fields(cls)] if attrs.has(cls) else list(getattr(cls, "_fields", ()))
    return [name for name in every if name != "basis" or cls is public.Answer]


def properties_of(cls: type[Any]) -> dict[str, str]:
    """The properties of a class, with what each says."""
    own = inspect.getmembers(cls, lambda each: isinstance(each, property))
    return {
        name: sentence(found.fget).rstrip(".") + "."
        for name, found in own
        if not name.startswith("_") and name != "lines" and found.fget.__doc__
    }


def written(cls: type[Any], name: str) -> str:
    """The type of an attribute as it is written in the class."""
    of_property = getattr(getattr(cls, name, None), "fget", None)
    if of_property is not None:
        return str(of_property.__annotations__["return"])
    hints = (inspect.get_annotations(base) for base in cls.__mro__)
    found = next(each[name] for each in hints if name in each)
    return str(getattr(found, "__forward_arg__", found))


def sentence(function: Callable[..., Any] | type[Any]) -> str:
    """The first paragraph of a docstring."""
    return " ".join(tidy(inspect.cleandoc(function.__doc__ or "")).split("\n\n")[0].split())


def tidy(text: str) -> str:
    """Docstring text as markdown."""
    return re.sub(r"``(.+?)``", r"`\1`", text)


def table(*headings: str) -> Iterator[str]:
    """The first two lines of a table."""
    yield row(*headings)
    yield "|" + "---|" * len(headings)


def row(*cells: str) -> str:
    """One line of a table."""
    return "| " + " | ".join(tidy(cell).replace("|", "\\|") for cell in cells) + " |"


COMMON = frozenset(field.name for field in attrs.fields(Change))
PAGES = {
    "beslutsfiler.md": {
        "head": head,
        "source": source,
        "every change": every_change,
        "contents": contents,
        "changes": changes,
    },
    "rules.md": {"rules": rules, "policies": policies},
    "answers.md": {"answers": answers},
}


def main(arguments: list[str]) -> int:
    """Write the pages, or check them."""
    wrong = 0
    for name, parts in PAGES.items():
        old, new = (DOCS / name).read_text(encoding="utf-8"), page(name, parts)
        if old == new:
            continue
        if "--check" in arguments:
            wrong += 1
            print("\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), f"docs/{name}", "code")))
        else:
            (DOCS / name).write_text(new, encoding="utf-8")
    if wrong:
        print("run: python docs/generate.py")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
