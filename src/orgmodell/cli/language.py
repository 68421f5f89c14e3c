"""In which language the command line speaks: --lang, or ORGMODELL_LANG, or else Swedish."""

from __future__ import annotations

import os
from collections.abc import Sequence
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
    after = dict(pairwise(arguments)).get(_OPTION)
    joined = (each.partition("=")[2] for each in arguments if each.startswith(f"{_OPTION}="))
    asked = (next(joined, None), after, os.environ.get(VARIABLE, "").casefold())
    return next((each for each in LANGS if each in asked), "sv")
