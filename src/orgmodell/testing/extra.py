"""That what the kit is made with is installed: imported before anything else of the kit."""

from __future__ import annotations

from importlib.util import find_spec

from orgmodell.words.forms import missing


class ExtraMissing(ImportError):
    """The kit needs what ``orgmodell[testing]`` brings, and it is not installed."""


def _is_there(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ValueError:  # it is kept from being imported
        return False


if not _is_there("hypothesis"):
    raise ExtraMissing(missing("orgmodell.testing", "hypothesis", "testing").en)
