"""How a recorded change is shown where it is the answer."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from orgmodell.changes import Fact
from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import parameters_of
from orgmodell.words import Text, joined
from orgmodell.words import fact as words
from orgmodell.words.changes import parameters
from orgmodell.words.terms import word
from orgmodell.words.values import value


def what(asked: Asked, fact: Fact) -> Text:
    """What a change says, in words: the event, the thing, and the rest in parentheses."""
    said = parameters_of(fact.change)
    main = value(said.pop(next(iter(said))))
    default = {field.name: field.default for field in attrs.fields(type(fact.change))}
    stated = {
        name: each
        for name, each in said.items()
        if not (each is None or each == () or each is False) or (each is False and default[name] is True)
    }
    rest = parameters(stated, lambda text: asked.names.get(text, word(text))) if stated else None
    return words.of(fact.change.said, main, rest)


def by(facts: Iterable[Fact]) -> Text:
    """The beslut of facts, each once; of a draft, that it is proposed."""
    beslut = dict.fromkeys((fact.beslut.id, fact.record.alternative) for fact in facts)
    return joined(words.by(*each) for each in beslut)
