"""Ids: short ASCII slugs, chosen by the caller, unique in the organisation and never reused."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from orgmodell.words import Text, same
from orgmodell.words import meant as words

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Whether the text can be an id: lower-case a–z, digits, single hyphens inside.

    >>> is_slug("kundvalskontoret"), is_slug("Enhet 1")
    (True, False)
    """
    return SLUG.fullmatch(text) is not None


def slug(text: str) -> str:
    """The nearest id to a name, as suggested in error messages.

    >>> slug("Överförmyndarens verksamhet")
    'overformyndarens-verksamhet'
    """
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only.lower()))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word, if any is near enough to be what was meant.

    >>> nearest("kundvalskontor", ["kundvalskontoret", "stab"])
    'kundvalskontoret'
    """
    matches = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return matches[0] if matches else None


def suggested(word: str, candidates: Iterable[str]) -> Text:
    """The end of an error message: the nearest right name, or nothing.

    >>> suggested("stad", ["kundvalskontoret", "stab"]).sv
    "; menade du 'stab'?"
    """
    match = nearest(word, candidates)
    return words.did_you_mean(f"'{match}'") if match else words.NOTHING


def closing(word: str, candidates: Iterable[str]) -> Text:
    """The end of a sentence about a name that is not there: the nearest right one, or a full stop."""
    near = suggested(word, candidates)
    return near if near != words.NOTHING else same(".")
