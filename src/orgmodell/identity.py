"""Ids: short ASCII slugs, chosen by the caller, unique in the organisation and never reused."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

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


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """The end of an error message: the nearest right name, or nothing."""
    match = nearest(word, candidates)
    return f"; did you mean '{match}'?" if match else ""


def an(noun: str) -> str:
    """The noun with its English article.

    >>> an("enhet"), an("befattning")
    ('an enhet', 'a befattning')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
