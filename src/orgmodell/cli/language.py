"""In which language the command line speaks: --lang, or ORGMODELL_LANG, or else Swedish."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise

import click

from orgmodell.words import LANGS, Lang

VARIABLE = "ORGMODELL_LANG"
_OPTION, _META = "--lang", "orgmodell.lang"


def choose(context: click.Context, arguments: Sequence[str]) -> None:
    """Settle the language of a call, before anything in it can be wrong."""
    context.meta[_META] = _asked_for(arguments)


def lang(context: click.Context | None = None) -> Lang:
    """The language of the call that is running."""
    context = context or click.get_current_context(silent=True)
    found = None if context is None else context.meta.get(_META)
    return found or _asked_for(())


def _asked_for(arguments: Sequence[str]) -> Lang:
    """The last option goes before those before it, and any before the variable."""
    asked = [os.environ.get(VARIABLE, "").casefold(), *_options(arguments)]
    known: dict[str, Lang] = {each: each for each in LANGS}
    return next((known[each] for each in reversed(asked) if each in known), "sv")


def _options(arguments: Sequence[str]) -> Iterator[str]:
    for option, value in pairwise((*arguments, "")):
        name, joined, told = option.partition("=")
        if name == _OPTION:
            yield told if joined else value
