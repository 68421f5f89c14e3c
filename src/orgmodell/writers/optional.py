"""The libraries that only some forms need: imported when used, and told by name when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from orgmodell.errors import SourceError
from orgmodell.words import Text


def needed(module: str, package: str, extra: str, form: str) -> Any:
    """A module that a form needs.

    Raises:
        SourceError: it is not installed; says which extra brings it.
    """
    try:
        return import_module(module)
    except ImportError:
        install = f"pip install 'orgmodell[{extra}]'"
        raise SourceError(
            Text(sv=f"{form} kräver {package}: {install}", en=f"{form} needs {package}: {install}")
        ) from None
